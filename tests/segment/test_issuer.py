"""Who issues a notice, by the lines of its letterhead."""

from __future__ import annotations

import pytest

from covidorders.segment.issuer import read_issuer

LETTERHEADS = [
    # (lines, parent, name) - one form a row
    ("ỦY BAN NHÂN DÂN|TỈNH LÂM HÀ", None, "ỦY BAN NHÂN DÂN TỈNH LÂM HÀ"),
    ("ĐẢNG BỘ TỈNH LÂM HÀ|HUYỆN ỦY ĐẠ NAM", "ĐẢNG BỘ TỈNH LÂM HÀ", "HUYỆN ỦY ĐẠ NAM"),  # HUYỆN alone is a place
    ("UBND TỈNH LÂM HÀ|BAN CHỈ ĐẠO|PHÒNG, CHỐNG DỊCH COVID-19", "UBND TỈNH LÂM HÀ",
     "BAN CHỈ ĐẠO PHÒNG, CHỐNG DỊCH COVID-19"),  # PHÒNG, CHỐNG is no office
    ("UBND TỈNH LÂM HÀ|LIÊN SỞ: Y TẾ - GIÁO DỤC VÀ ĐÀO TẠO", "UBND TỈNH LÂM HÀ", "LIÊN SỞ: Y TẾ - GIÁO DỤC VÀ ĐÀO TẠO"),
    ("BỘ CHỈ HUY|BỘ ĐỘI BIÊN PHÒNG|TỈNH LÂM HÀ", None, "BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH LÂM HÀ"),
    ("VĂN PHÒNG|HỘI ĐỒNG NHÂN DÂN VÀ|ỦY BAN NHÂN DÂN", None, "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN"),
    ("SỞ Y TẾ LÂM HÀ|TRUNG TÂM Y TẾ ĐẠ NAM —=—==——......", "SỞ Y TẾ LÂM HÀ", "TRUNG TÂM Y TẾ ĐẠ NAM"),  # a line below
    ("SỞ LAO ĐỘNG -|THƯƠNG BINH VÀ XÃ HỘI", None, "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"),  # one dash goes on
    # two lines glued together, and names in which such a word stands
    ("UBND TỈNH LÂM HÀ SỞ Y TẾ", "UBND TỈNH LÂM HÀ", "SỞ Y TẾ"),
    ("UỶ BAN NHÂN DÂN HUYỆN PHONG ĐIỀN PHÒNG Y TẾ", "UỶ BAN NHÂN DÂN HUYỆN PHONG ĐIỀN", "PHÒNG Y TẾ"),
    ("BỘ Y TẾ CỤC Y TẾ DỰ PHÒNG", "BỘ Y TẾ", "CỤC Y TẾ DỰ PHÒNG"),
    ("SỞ Y TẾ LÂM HÀ TRUNG TÂM Y TẾ ĐẠ NAM", "SỞ Y TẾ LÂM HÀ", "TRUNG TÂM Y TẾ ĐẠ NAM"),
    ("ĐẢNG BỘ TỈNH LÂM HÀ HUYỆN ỦY ĐẠ NAM", "ĐẢNG BỘ TỈNH LÂM HÀ", "HUYỆN ỦY ĐẠ NAM"),
    ("BAN CHỈ ĐẠO PHÒNG, CHỐNG DỊCH TỈNH LÂM HÀ", None, "BAN CHỈ ĐẠO PHÒNG, CHỐNG DỊCH TỈNH LÂM HÀ"),
    ("VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH LÂM HÀ", None, "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH LÂM HÀ"),
    ("BỘ CHỈ HUY QUÂN SỰ TỈNH LÂM HÀ", None, "BỘ CHỈ HUY QUÂN SỰ TỈNH LÂM HÀ"),
    ("CÔNG TY CẤP NƯỚC LÂM HÀ|GIÁM ĐỐC", "CÔNG TY CẤP NƯỚC LÂM HÀ", "GIÁM ĐỐC"),
    ("TRƯỜNG ĐẠI HỌC LÂM HÀ|LAM HA UNIVERSITY OF TECHNOLOGY", None, "TRƯỜNG ĐẠI HỌC LÂM HÀ"),  # said again in English
]  # fmt: skip


@pytest.mark.parametrize(("lines", "parent", "name"), LETTERHEADS)
def test_issuer(lines: str, parent: str | None, name: str) -> None:
    issuer = read_issuer(lines.split("|"))
    assert issuer is not None
    assert (issuer.parent, issuer.name) == (parent, name)
