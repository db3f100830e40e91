"""Fixed lines that a converter glued together, and lines that only look so."""

from __future__ import annotations

import pytest

from covidorders.extract.glued import unglued, unglued_cell

HEADS = [
    # (glued line, its pieces)
    ("SỞ Y TẾ Số: 77/SYT-NVY", ["SỞ Y TẾ", "Số: 77/SYT-NVY"]),
    ("Số: 77/SYT-NVY V/v tiêm vắc xin", ["Số: 77/SYT-NVY", "V/v tiêm vắc xin"]),
    ("Số: 77/SYT-NVY Bà Rịa - Vũng Tàu, ngày 03 tháng 8 năm 2021",
     ["Số: 77/SYT-NVY", "Bà Rịa - Vũng Tàu, ngày 03 tháng 8 năm 2021"]),  # the whole name of the place
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Lâm Hà, ngày 03 tháng 8 năm 2021",
     ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Lâm Hà, ngày 03 tháng 8 năm 2021"]),
    ("HUYỆN ỦY ĐẠ NAM ĐẢNG CỘNG SẢN VIỆT NAM", ["HUYỆN ỦY ĐẠ NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"]),
]  # fmt: skip
SIGNATURES = [
    ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Nguyễn Văn Bình", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Bình"]),
    ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Khải",
     ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Khải"]),
    ("T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ Lê Thị Hồng Yến", ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Thị Hồng Yến"]),
    ("GIÁM ĐỐC BS. Trần Thị Sáu", ["GIÁM ĐỐC", "BS. Trần Thị Sáu"]),
]  # fmt: skip
WHOLE = [
    "SỞ Y TẾ LÂM HÀ",
    "UBND TỈNH     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",  # columns, for the reader of columns
    "Thực hiện Công văn Số: 45/UBND-VX của UBND tỉnh V/v phòng dịch",  # a sentence
    "UBND TỈNH đã ban hành kế hoạch V/v tiêm chủng",
    "CHỦ TỊCH UBND TỈNH yêu cầu Giám đốc Sở Y tế",
    "KT. GIÁM ĐỐC",
    "Điều 1. Số: 5/QĐ ngày 3 tháng 4",
]
CELLS = [
    ("UBND TỈNH LÂM HÀ **SỞ Y TẾ**", ["UBND TỈNH LÂM HÀ", "**SỞ Y TẾ**"]),
    ("**KT. BỘ TRƯỞNG** **THỨ TRƯỞNG** **Đỗ Văn Hải**", ["**KT. BỘ TRƯỞNG**", "**THỨ TRƯỞNG**", "**Đỗ Văn Hải**"]),
    ("**Vắc xin** **mũi 1**", ["**Vắc xin** **mũi 1**"]),  # a cell of a table
    ("SỞ Y TẾ<br>Số: 77/SYT-NVY V/v tiêm", ["SỞ Y TẾ", "Số: 77/SYT-NVY", "V/v tiêm"]),
]


@pytest.mark.parametrize(("line", "pieces"), [*HEADS, *SIGNATURES])
def test_parted(line: str, pieces: list[str]) -> None:
    assert unglued(line).split("<br>") == pieces
    assert unglued_cell(line).split("<br>") == pieces


@pytest.mark.parametrize("line", WHOLE)
def test_left_whole(line: str) -> None:
    assert unglued(line) == line


@pytest.mark.parametrize(("cell", "pieces"), CELLS)
def test_cells(cell: str, pieces: list[str]) -> None:
    assert unglued_cell(cell).split("<br>") == pieces
