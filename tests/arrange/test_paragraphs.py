"""Paragraph starts and centred lines, from the place of lines alone."""

from __future__ import annotations

from typing import Any

import pytest

FULL = "chấp hành các biện pháp phòng chống dịch bệnh theo hướng dẫn của ngành y tế và"
FIRST = "Các cơ quan đơn vị tăng cường tuyên truyền vận động nhân dân nghiêm túc"


def starts(page: Any) -> list[tuple[bool | None, str]]:
    return [(line.starts_paragraph, line.text) for line in page.lines()]


def test_first_line_indent(page: Any) -> None:
    # no gap between paragraphs: the indent alone tells (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.đ)
    page.body(60, paragraphs=5, gap=0)
    assert [start for start, _ in starts(page)] == [True, False, False] * 5


def test_gap_between_paragraphs(page: Any) -> None:
    # no indent: the gap alone tells
    page.body(60, paragraphs=5, indent=0, gap=10)
    assert [start for start, _ in starts(page)][1:] == [False, False] + [True, False, False] * 4


def test_short_line_ends_a_paragraph(page: Any) -> None:
    # neither indent nor gap: the line before has room left for the next word
    page.body(60, paragraphs=5, indent=0, gap=0)
    assert [start for start, _ in starts(page)][1:] == [False, False] + [True, False, False] * 4


def test_full_last_line_is_told_by_the_label_below(page: Any) -> None:
    end = page.body(60, paragraphs=3, indent=0, gap=0)
    page.justified(end, "a) Sở Y tế tổ chức lấy mẫu xét nghiệm cho người lao động tại các khu công nghiệp;")
    page.justified(end + 18, "b) Công an tỉnh kiểm soát chặt chẽ các chốt ra vào địa bàn và xử lý nghiêm vi phạm;")
    assert [start for start, _ in starts(page)][-2:] == [True, True]


@pytest.mark.parametrize(
    "line",
    [
        "- dưới 80% thì đánh giá lại toàn bộ các tiêu chí theo hướng dẫn của ngành y tế tỉnh",  # 70% - ⏎ dưới 80%
        "2020 theo chỉ đạo của cấp trên và hướng dẫn của ngành y tế về công tác phòng dịch",
        "1. theo chỉ đạo của cấp trên và hướng dẫn của ngành y tế về công tác phòng dịch ở",  # … tại khoản ⏎ 1.
    ],
)
def test_wrapped_line_that_looks_like_an_item(page: Any, line: Any) -> None:
    # where paragraphs are indented, a line at the margin goes on whatever it begins with
    end = page.body(60, paragraphs=4)
    page.justified(end, FIRST, 121)
    page.justified(end + 18, line)
    assert starts(page)[-1] == (False, line)


def test_hanging_item(page: Any) -> None:
    # the label stands out to the left of all lines of the item
    end = page.body(60, paragraphs=3)
    page.at(99, end, "1.").justified(
        end, "Thời gian đăng ký từ ngày 04 tháng 01 đến ngày 07 tháng 01 tại đường dẫn", 114
    )
    page.at(114, end + 18, "gửi kèm theo thông báo này.")
    page.at(99, end + 42, "2.").at(114, end + 42, "Lệ phí thi.")
    assert [start for start, _ in starts(page)][-3:] == [True, False, True]


def test_long_word_that_had_no_room(page: Any) -> None:
    # a web address is carried over whole and leaves the line before it short
    end = page.body(60, paragraphs=3)
    page.at(121, end, "Đường dẫn đăng ký khai báo y tế:")
    page.at(85, end + 18, "https://tokhaiyte.example.vn/khai-bao-y-te-toan-dan-phong-chong-dich-benh/2021")
    assert starts(page)[-1][0] is False


def test_title_block(page: Any) -> None:
    page.centred(312, 60, "KẾ HOẠCH")
    page.centred(312, 78, "Phục hồi sản xuất trong điều kiện thích ứng an toàn, linh hoạt,")
    page.centred(312, 96, "kiểm soát hiệu quả dịch bệnh")
    page.body(140)
    lines = page.lines()
    assert [line.centred for line in lines[:4]] == [True, True, True, False]
    assert [line.starts_paragraph for line in lines[:4]] == [True, True, False, True]


def test_title_in_capitals_after_its_type(page: Any) -> None:
    page.centred(312, 60, "THÔNG BÁO")
    page.centred(312, 78, "LỊCH TIẾP CÔNG DÂN CỦA CHỦ TỊCH,")
    page.centred(312, 96, "PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NĂM 2021")
    page.body(140)
    assert [line.starts_paragraph for line in page.lines()[:3]] == [True, True, False]


def test_title_on_an_axis_of_its_own(page: Any) -> None:
    # set with spaces, or in a table wider than the text: not in the middle of the page, but on one axis
    page.body(200)
    page.centred(340, 100, "V/v đăng ký thi năng lực tiếng Anh đầu ra cho sinh viên")
    page.centred(340, 118, "khóa 2019 đợt bổ sung")
    lines = page.lines()
    assert [line.centred for line in lines[:2]] == [True, True]
    assert lines[1].starts_paragraph is False


def test_item_that_happens_to_stand_in_the_middle(page: Any) -> None:
    end = page.body(60, paragraphs=3)
    page.centred(312, end, "- Những phần của bài viết trên giấy nháp không được tính;")
    assert page.lines()[-1].centred is False


def test_first_line_of_the_page(page: Any) -> None:
    # the sentence of the page before goes on: at the margin, where paragraphs are indented
    page.justified(60, FULL)
    page.at(85, 78, "chính quyền địa phương.")
    page.body(102)
    assert starts(page)[0][0] is False


def test_first_line_of_the_page_without_indents_is_left_open(page: Any) -> None:
    page.justified(60, FULL)
    page.at(85, 78, "chính quyền địa phương.")
    page.body(106, indent=0, gap=10)
    assert starts(page)[0][0] is None


def test_issuer_of_two_lines_is_left_open_and_other_lines_stand_alone(page: Any) -> None:
    # ỦY BAN NHÂN DÂN / TỈNH … is one name, UBND TỈNH … / SỞ Y TẾ are two: words must tell
    page.centred(165, 60, "ỦY BAN NHÂN DÂN", 13).centred(165, 76, "TỈNH ĐỒNG NAI", 13).centred(
        165, 100, "Số: 12/KH-UBND"
    )
    page.centred(415, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12).centred(415, 76, "Độc lập - Tự do - Hạnh phúc")
    page.body(160)
    assert [start for start, _ in starts(page)][:5] == [True, None, True, True, True]


def test_wrapped_entry_of_noi_nhan(page: Any) -> None:
    end = page.body(60)
    page.at(85, end + 20, "Nơi nhận:", 12).centred(430, end + 20, "CHỦ TỊCH")
    page.at(85, end + 35, "- Các Phó Giám đốc Sở và các phòng", 11)
    page.at(85, end + 48, "chuyên môn nghiệp vụ thuộc Sở;", 11)
    page.at(85, end + 61, "- Lưu: VT.", 11).centred(430, end + 95, "Lê Văn Hòa")
    assert [start for start, text in starts(page)[-6:]] == [True, True, False, True, True, True]


def test_quoc_hieu_broken_over_two_lines(page: Any) -> None:
    page.centred(165, 60, "SỞ Y TẾ").centred(165, 92, "Số: 12/SYT")
    page.centred(415, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT").centred(415, 76, "NAM").centred(
        415, 92, "Độc lập - Tự do - Hạnh phúc"
    )
    page.body(140)
    assert [(line.text, line.starts_paragraph) for line in page.lines()[2:5]] == [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", True),
        ("NAM", False),
        ("Độc lập - Tự do - Hạnh phúc", True),
    ]
