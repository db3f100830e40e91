"""Page numbers, stamps, running heads, footnotes and watermarks are kept apart from the text."""

from __future__ import annotations

from typing import Any

import pytest

from covidorders.extract.furniture import classify, is_page_number, is_stamp


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Người ký: Sở Y tế", "signature-stamp"),
        ("Ký bởi: Cổng Thông tin điện tử Chính phủ", "signature-stamp"),
        ("Thời gian ký: 21.09.2021 16:45:12 +07:00", "signature-stamp"),
        ("28.05.2019 07:25:41 +07:00", "signature-stamp"),
        ("2021-09-21T16:45:12+07:00", "signature-stamp"),
        ("+07:00", "signature-stamp"),
        ("Cơ quan phát hành: VĂN PHÒNG CHÍNH PHỦ", "signature-stamp"),
        ("SAO Y; Bộ Y tế; 02/04/2021; 17:08:02; +07:00", "copy-stamp"),
        ("2775/SNV-CCHC&VTLT; 10/11/2025; Văn thư Sở", "copy-stamp"),
        ("CÔNG VĂN ĐẾN", "arrival-stamp"),
        ("Số đến: 1234", "arrival-stamp"),
        ("Trang 3/5", "page-number"),
        ("- 3 -", "page-number"),
        ("CÔNG BÁO/Số 123 + 124/Ngày 12-3-2021", "running-head"),
        ("thuvienphapluat.vn", "watermark"),
        # no furniture
        ("Người ký văn bản chịu trách nhiệm về nội dung.", None),
        ("Email: sonongnghiep@example.gov.vn", None),  # in a contact line
        ("Cơ quan: các sở, ban, ngành", None),
        ("SAO Y", None),  # alone: the title of a copy
        ("Chuyển văn bản đến các đơn vị", None),
        ("trước 16 giờ ngày 05/9/2021", None),
        ("Số: 12/UBND-VX", None),
        ("https://tokhaiyte.example.vn", None),
        ("2021", None),  # alone a number tells nothing
        ("Công báo đăng Quyết định này.", None),
    ],
)
def test_line_by_its_words(line: Any, kind: Any) -> None:
    assert classify(line) == kind


@pytest.mark.parametrize("line", ["2", "- 2 -", "Trang 2", "2/5"])
def test_page_number(line: Any) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["2.", "2021-2022", "a", "2 ngày"])
def test_no_page_number(line: Any) -> None:
    assert not is_page_number(line)


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("Sở Y tế Tỉnh Bến Tre 18.06.2021 11:02:24 +07:00", True),
        ("Người ký: Nguyễn Văn An", True),
        ("1187", False),
        ("ngày 15 tháng 10", False),
    ],
)
def test_words_of_a_signature(text: Any, stamp: Any) -> None:
    assert is_stamp(text) is stamp


SENTENCES = [f"Nội dung thứ {number} của văn bản này do các cơ quan thực hiện" for number in range(1, 13)]


def body(pdf: Any, top: float = 100.0) -> Any:
    return pdf.lines(85, top, *SENTENCES)


def kinds(extracted: Any) -> list[tuple[str, str]]:
    return [(item.kind, item.text) for item in extracted.furniture]


@pytest.mark.parametrize("top", [30.0, 800.0])
def test_page_number_in_the_margin(pdf: Any, texts: Any, top: Any) -> None:
    # Nghị định 30/2020/NĐ-CP: at the head; older notices: at the foot
    body(pdf.page()).centred(297, top, "2")
    extracted = pdf.read()
    assert kinds(extracted) == [("page-number", "2")]
    assert texts(extracted) == SENTENCES


def test_number_inside_the_page_stays(pdf: Any, texts: Any) -> None:
    body(pdf.page()).centred(297, 400, "2")
    assert "2" in texts(pdf.read())


def test_the_pages_own_number_below_all_text_stays_apart_above_the_margin(pdf: Any, texts: Any) -> None:
    body(pdf.page())
    body(pdf.page()).text(500, 720, "2").text(400, 790, "¬")  # dirt of a scan below it
    assert kinds(pdf.read()) == [("page-number", "2")]
    assert texts(pdf.read(), 1) == SENTENCES


@pytest.mark.parametrize("number", ["3", "12"])
def test_another_number_below_all_text_stays(pdf: Any, texts: Any, number: str) -> None:
    body(pdf.page())
    body(pdf.page()).text(500, 720, number)
    assert number in texts(pdf.read(), 2)


def test_running_head_of_several_pages(pdf: Any, texts: Any) -> None:
    for number in range(1, 5):
        body(pdf.page()).text(85, 40, f"Bản tin nội bộ, kỳ {number}", 10)
    extracted = pdf.read()
    assert [kind for kind, _ in kinds(extracted)] == ["running-head"] * 4
    assert texts(extracted, 3) == SENTENCES


def test_first_lines_that_are_alike_on_two_pages_stay(pdf: Any, texts: Any) -> None:
    for _ in range(2):
        body(pdf.page()).text(85, 40, "PHIẾU KHAI BÁO", 10)
    assert texts(pdf.read(), 2)[0] == "PHIẾU KHAI BÁO"


def test_footnote_under_a_short_rule(pdf: Any, texts: Any) -> None:
    body(pdf.page(), 400).rule(85, 700, 230, 700).text(85, 706, "1 Theo số liệu của Bộ Y tế.", 10)
    extracted = pdf.read()
    assert kinds(extracted) == [("footnote", "1 Theo số liệu của Bộ Y tế.")]
    assert texts(extracted) == SENTENCES


@pytest.mark.parametrize("mark", ["1", "!", "Š"])
def test_footnotes_above_the_pages_number(pdf: Any, texts: Any, mark: str) -> None:
    # a raised figure is read as some other sign; the number below them has the letters of the text
    body(pdf.page(), 400).rule(85, 700, 230, 700).text(85, 706, f"{mark} Theo số liệu của Bộ Y tế.", 10)
    pdf.text(85, 720, "2 Tính đến ngày 01/9/2021.", 10).centred(297, 800, "1")
    extracted = pdf.read()
    assert [kind for kind, _ in kinds(extracted)] == ["page-number", "footnote"]
    assert texts(extracted) == SENTENCES


def test_copies_in_small_letters_under_a_rule_are_no_footnotes(pdf: Any, texts: Any) -> None:
    body(pdf.page(), 400).rule(85, 700, 230, 700).text(85, 706, "- Như trên các đơn vị;", 10)
    assert "- Như trên các đơn vị;" in texts(pdf.read())


def test_stamp_printed_into_the_page_inside_noi_nhan(pdf: Any, texts: Any) -> None:
    # flattened by the software that sent the file on
    body(pdf.page())
    pdf.text(85, 350, "Nơi nhận:", 12).text(400, 350, "CHÁNH VĂN PHÒNG", 12)
    pdf.lines(85, 366, "- Như trên;", "- Lưu: VT, KTN.", size=11, pitch=14)
    pdf.lines(230, 372, "Văn phòng Ủy ban", "nhân dân tỉnh", "28.05.2019 07:25:41", "+07:00", size=8, pitch=9)
    pdf.text(410, 430, "Trần Văn Diêu", 12)
    extracted = pdf.read()
    assert kinds(extracted) == [("signature-stamp", "Văn phòng Ủy ban nhân dân tỉnh 28.05.2019 07:25:41 +07:00")]
    assert texts(extracted)[-5:] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT, KTN.", "CHÁNH VĂN PHÒNG", "Trần Văn Diêu"]


def test_stamp_of_fields_above_the_letterhead(pdf: Any, texts: Any) -> None:
    pdf.page().lines(
        90, 20, "Người ký: Ủy ban nhân", "dân tỉnh Bến Tre", "Email: ubnd@example.gov.vn", "Cơ quan: Tỉnh Bến Tre",
        "Thời gian ký: 25.12.2020", "14:03:05 +07:00", size=6, pitch=7,
    )  # fmt: skip
    body(pdf)
    extracted = pdf.read()
    assert [kind for kind, _ in kinds(extracted)] == ["signature-stamp"]
    assert kinds(extracted)[0][1].endswith("14:03:05 +07:00")
    assert texts(extracted) == SENTENCES


def test_arrival_stamp_with_a_number_of_its_own(pdf: Any, texts: Any) -> None:
    pdf.page().centred(165, 60, "BỘ Y TẾ", 12).text(110, 90, "Số: 665/CĐ-BYT", 12)
    pdf.centred(415, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 11)
    pdf.lines(95, 125, "ĐẾN", "Số: 1234", "Ngày: 05/5/2021", "Chuyển:", size=9, pitch=11)
    body(pdf, 200)
    extracted = pdf.read()
    assert [kind for kind, _ in kinds(extracted)] == ["arrival-stamp"]
    assert "Số: 665/CĐ-BYT" in texts(extracted)
    assert "Số: 1234" not in texts(extracted)


def test_watermark_across_the_page(pdf: Any, texts: Any) -> None:
    body(pdf.page())
    pdf.sheets[-1].content.append(f"q .7 .7 -.7 .7 120 450 cm BT /F1 60 Tf 0 0 Td <{pdf.hex('DỰ THẢO')}> Tj ET Q")
    extracted = pdf.read()
    assert {kind for kind, _ in kinds(extracted)} == {"watermark"}
    assert texts(extracted) == SENTENCES


def test_stamp_in_two_halves(pdf: Any, texts: Any) -> None:
    # the viewer's own form of a signature: the name large on the left, who signed and when on the right
    body(pdf.page())
    pdf.lines(300, 400, "Lê Văn", "Hòa", size=16, pitch=18)
    pdf.lines(370, 400, "Digitally signed by Lê Văn", "Hòa", "Date: 2021.09.21", "16:45:12 +07'00'", size=8, pitch=9)
    extracted = pdf.read()
    assert [kind for kind, _ in kinds(extracted)] == ["signature-stamp"]
    assert texts(extracted) == SENTENCES


def test_stamp_of_a_signature_with_a_line_lost(pdf: Any, texts: Any) -> None:
    # as on a scan whose address was too faint to read; the fields say that it goes on
    page = body(pdf.page())
    for top, line in (
        (500, "Người ký: Sở Y tế"),
        (522, "Cơ quan: Tỉnh Bến Tre"),
        (544, "Thời gian ký: 18.06.2021"),
        (555, "11:02:24 +07:00"),
    ):
        page.text(300, top, line, 10)
    extracted = pdf.read()
    stamp = "Người ký: Sở Y tế Cơ quan: Tỉnh Bến Tre Thời gian ký: 18.06.2021 11:02:24 +07:00"
    assert kinds(extracted) == [("signature-stamp", stamp)]
    assert texts(extracted) == SENTENCES
