"""Headings: subjects without V/v, titles that are counted, notes below the title."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from covidorders.segment import Segmented

TOP = """
< UBND TỈNH LÂM HÀ
< Số: 24/{notation}
> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
> Lâm Hà, ngày 24 tháng 7 năm 2021
"""

SUBJECTS = [
    # (notation, lines below, type, subject)
    ("CT-UBND", "VỀ VIỆC PHÒNG, CHỐNG DỊCH TRONG TÌNH HÌNH MỚI", "CT", "VỀ VIỆC PHÒNG, CHỐNG DỊCH TRONG TÌNH HÌNH MỚI"),
    ("TB-ĐH", "THÔNG BÁO SỐ 5\n(v/v điều chỉnh lịch học)", "TB", "điều chỉnh lịch học"),
    ("HD-SYT", "HƯỚNG DẪN LIÊN NGÀNH\nVề đón học sinh trở lại", "HD", "Về đón học sinh trở lại"),
    ("HD-SYT", "HƯỚNG DẪN TẠM THỜI\nCách ly tại nhà\n(Ban hành kèm theo Công văn số 9/SYT-NVY ngày 02/8/2021)", "HD",
     "Cách ly tại nhà"),
    ("TB-UBND", "THÔNG BÁO KHẨN\nVề việc truy vết", "TB", "Về việc truy vết"),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "lines", "code", "subject"), SUBJECTS)
def test_type_and_subject(
    notation: str, lines: str, code: str, subject: str, notice_of: Callable[[str], Segmented]
) -> None:
    notice = notice_of(
        f"{TOP.format(notation=notation)}{lines}\nTrước tình hình dịch, UBND tỉnh yêu cầu:\n1. A.\n2. B."
    )
    assert notice.heading.type is not None
    assert (notice.heading.type.code, notice.heading.subject) == (code, subject)
    assert notice.heading.issuer is not None
    assert notice.heading.issuer.name == "UBND TỈNH LÂM HÀ"


def test_address_and_telephone_are_no_part_of_the_heading(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of("""
    < UBND HUYỆN ĐẠ NAM
    < PHÒNG Y TẾ
    < Địa chỉ: 33 Hùng Vương; ĐT: 0263.3700001; Email: pyt@damnam.gov.vn
    > CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    > Đạ Nam, ngày 12 tháng 5 năm 2021
    GIẤY MỜI
    Về việc họp triển khai tiêm vắc xin
    Phòng Y tế huyện kính mời:
    - Lãnh đạo Trung tâm Y tế huyện;
    - Chủ tịch UBND xã Đạ Lây.
    """)
    assert notice.heading.issuer is not None
    assert (notice.heading.issuer.parent, notice.heading.issuer.name) == ("UBND HUYỆN ĐẠ NAM", "PHÒNG Y TẾ")
    assert notice.heading.subject == "Về việc họp triển khai tiêm vắc xin"


def test_letterhead_whose_capitals_were_in_the_font(notice_of: Callable[[str], Segmented]) -> None:
    """Old encodings have capitals in fonts of their own; `Bản quy định` opens like `Ban` only without its tone."""
    heading = notice_of("""
    ủy ban nhân dân
    Cộng hòa xã hội chủ nghĩa việt nam
    tỉnh lâm hà
    Độc lập - Tự do - Hạnh phúc
    Lâm Hà, ngày 07 tháng 3 năm 2003
    Bản quy định
    Chính sách khuyến khích đầu tư
    Điều 1. Phạm vi điều chỉnh.
    """).heading
    assert heading.issuer is not None
    assert heading.type is not None
    assert (heading.issuer.name, heading.type.code) == ("ủy ban nhân dân tỉnh lâm hà", "QyĐ")
    assert heading.subject == "Chính sách khuyến khích đầu tư"


BELOW_CAPITALS = [
    # (line below a subject in capitals, whether it goes on with the subject)
    ("tại cuộc họp giao ban ngày 05/8/2021", True),
    ("Tại Hội nghị trực tuyến với các huyện", True),
    ("Sáng ngày 05 tháng 8", False),  # the body begins, its lines broken
    ("Thực hiện Công văn của Sở Y tế về việc tăng cường các biện pháp", False),
]


@pytest.mark.parametrize(("line", "goes_on"), BELOW_CAPITALS)
def test_body_below_a_subject_in_capitals(line: str, goes_on: bool, notice_of: Callable[[str], Segmented]) -> None:
    top = TOP.format(notation="TB-UBND")
    heading = notice_of(
        f"{top}THÔNG BÁO\nKẾT LUẬN CỦA CHỦ TỊCH UBND TỈNH\n{line}\nChủ tịch kết luận:\n1. A.\n2. B."
    ).heading
    assert heading.subject == f"KẾT LUẬN CỦA CHỦ TỊCH UBND TỈNH{' ' + line if goes_on else ''}"


@pytest.mark.parametrize(
    ("line", "code", "subject"),
    [
        ("Báo cáo về tình hình sản xuất tháng 02 năm 2021", "BC", "về tình hình sản xuất tháng 02 năm 2021"),
        ("Kế hoạch tiêm vắc xin đợt 3", "KH", "tiêm vắc xin đợt 3"),
        ("Kế hoạch này thực hiện trong quý III.", None, None),  # a sentence
    ],
)
def test_title_of_a_text_without_a_letterhead(
    line: str, code: str | None, subject: str | None, notice_of: Callable[[str], Segmented]
) -> None:
    heading = notice_of(f"{line}\n1. Tình hình chung:\nSản xuất ổn định.\n2. Nhiệm vụ.").heading
    assert (heading.type and heading.type.code, heading.subject) == (code, subject)
