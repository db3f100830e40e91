"""What only annotations print: numbers of signature widgets, stamps, notes."""

from __future__ import annotations

from typing import Any

import pytest

STAMP = (
    "Người ký: Sở Y tế",
    "Email: syt@example.gov.vn",
    "Cơ quan: Tỉnh Bến Tre",
    "Thời gian ký: 05.9.2021",
    "08:12:30 +07:00",
)


def letterhead(pdf: Any) -> Any:
    pdf.page().centred(165, 60, "BỘ NỘI VỤ", 12).text(103, 90, "Số:").text(160, 90, "/QĐ-BNV")
    pdf.centred(415, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 11).centred(415, 76, "Độc lập - Tự do - Hạnh phúc", 11)
    pdf.text(300, 105, "Hà Nội, ngày", 11).text(388, 105, "tháng", 11).text(440, 105, "năm 2025", 11)
    pdf.lines(85, 160, *["Căn cứ Luật Tổ chức Chính phủ và đề nghị của Vụ trưởng Vụ Cải cách hành chính"] * 3, size=11)
    return pdf


@pytest.mark.parametrize("higher", [0.0, 4.0, 9.0])
def test_number_and_day_of_signature_widgets_stand_in_their_lines(pdf: Any, texts: Any, higher: Any) -> None:
    letterhead(pdf)
    pdf.annotation(126, 90 - higher, "1187", size=14, pitch=14)
    pdf.annotation(371, 105 - higher, "15", size=11, pitch=11).annotation(421, 105 - higher, "10", size=11, pitch=11)
    lines = texts(pdf.read())
    assert "Số: 1187 /QĐ-BNV" in lines
    assert "Hà Nội, ngày 15 tháng 10 năm 2025" in lines


def test_signature_stamp_is_furniture(pdf: Any, texts: Any) -> None:
    letterhead(pdf).annotation(250, 300, *STAMP)
    extracted = pdf.read()
    (stamp,) = extracted.furniture
    assert stamp.kind == "signature-stamp"
    assert stamp.text == " ".join(STAMP)
    assert stamp.page == 1 and stamp.box.x0 == pytest.approx(250, abs=2)
    assert not any("Người ký" in line for line in texts(extracted))


def test_copy_stamp_is_furniture(pdf: Any) -> None:
    letterhead(pdf).annotation(380, 10, "SAO Y", "Ủy ban nhân dân tỉnh", "Thời gian ký: 19/10/2023 10:56:22 +07:00")
    assert [item.kind for item in pdf.read().furniture] == ["copy-stamp"]


def test_note_of_the_receiver_is_furniture(pdf: Any, texts: Any) -> None:
    # typed over the page with a text box annotation by the office that received the file
    letterhead(pdf).annotation(90, 300, "1. Phòng Tổ chức phổ biến đến cán bộ;", "2. Lưu hồ sơ.", subtype="FreeText")
    extracted = pdf.read()
    assert [item.kind for item in extracted.furniture] == ["note"]
    assert not any("Phòng Tổ chức" in line for line in texts(extracted))


def test_number_typed_as_a_text_box_stands_in_its_line(pdf: Any, texts: Any) -> None:
    letterhead(pdf).annotation(126, 88, "1187", size=14, pitch=14, subtype="FreeText")
    assert "Số: 1187 /QĐ-BNV" in texts(pdf.read())


def test_filled_form_field_is_text(pdf: Any, texts: Any) -> None:
    letterhead(pdf).text(85, 300, "Họ và tên:").annotation(160, 300, "Nguyễn Văn An", size=14, pitch=14)
    assert "Họ và tên: Nguyễn Văn An" in texts(pdf.read())


@pytest.mark.shared
def test_real_decision_with_its_number_in_a_widget(shared: Any, texts: Any) -> None:
    from covidorders.extract import extract, read
    from covidorders.layout import ExtractOptions

    path = shared / "corpus" / "pdf" / "bnv_1187_QD-BNV_20251015.pdf"
    lines = texts(extract(read(path), ExtractOptions(ocr="off")))
    assert lines[1] == "Số: 1187 /QĐ-BNV"
    assert lines[4] == "Hà Nội, ngày 15 tháng 10 năm 2025"
