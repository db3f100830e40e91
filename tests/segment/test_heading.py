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
