"""Lines of a letterhead: numbers, days, titles, and what only looks like one."""

from __future__ import annotations

import pytest

from covidorders.grammar.dates import find_dates
from covidorders.grammar.letterhead import day_line, is_broken, number_line, says_number, title_line, with_digits

NUMBERS = [
    # (line, number, notation)
    ("Số: 12/CT-UBND", "12", "CT-UBND"),
    ("Số 30-KL/BCĐ", "30", "KL/BCĐ"),  # the Party writes no colon
    ("Số: 1187 /QĐ-BNV", "1187", "QĐ-BNV"),
    ("SỐ: 28 /2003/NĐ-CP", "28", "2003/NĐ-CP"),
    ("Số:      /KH-UBND", None, "KH-UBND"),  # the number comes with the signature
    ("Nghị quyết số: 21/2022/UBTVQH15", "21", "2022/UBTVQH15"),  # the National Assembly names the type first
    ("86:5120 /SYT-NVY", "5120", "SYT-NVY"),  # Số read as 86 …
    ("$6: 77/SYT-NVY", "77", "SYT-NVY"),
    ("S: 2046/TLD-TC", "2046", "TLD-TC"),
    ("sốl 0421/BYT-MT", "10421", "BYT-MT"),  # … and its number's 1 as l
    ("Số: 84 /KH-T'I'ILƯD", "84", None),  # a notation that could not be read
    ("Số: 4{7 /SYT-NVY", None, "SYT-NVY"),  # a number that could not be read is blank, not guessed
]


@pytest.mark.parametrize(("line", "number", "notation"), NUMBERS)
def test_number_line(line: str, number: str | None, notation: str | None) -> None:
    code = number_line(line)
    assert code is not None
    assert (code.number, code.notation) == (number, notation)


@pytest.mark.parametrize(
    "line",
    [
        "Số liệu báo cáo",
        "Số người: 12",
        "Công văn số 12/UBND-VX",
        "Nghị quyết số: đã ban hành",
        "8: 30/4",
        "Số tài khoản: 2015201003",
        "Sở Y tế",
    ],
)
def test_no_number_line(line: str) -> None:
    assert not says_number(line)


DAYS = [
    ("Đồng Nai, ngày 21 tháng 9 năm 2021", "Đồng Nai"),
    ("Hà Nội ngày 20 tháng 02 năm 2006", "Hà Nội"),  # no comma
    ("Bình Phước, ngày 14 tháng5 năm 2008", "Bình Phước"),  # no space
    ("TP. Hồ Chí Minh, ngày 1 tháng 2 năm 2021", "TP. Hồ Chí Minh"),
    ("Lâm Hà, ngày 2/6/2021", "Lâm Hà"),  # figures
    ("Từ Sơn, ngày 31/5/2021", "Từ Sơn"),
    ("Đắk R 'lấp, ngày 12 tháng 8 năm 2021", "Đắk R 'lấp"),  # an apostrophe inside the name, set apart
    ("Thủ Đức, ngày 31.5.2021", "Thủ Đức"),  # no weekday
    ("Bến Tre, ngày      tháng 9 năm 2021", "Bến Tre"),  # blank day
]


@pytest.mark.parametrize(("line", "place"), DAYS)
def test_day_line(line: str, place: str) -> None:
    found = day_line(line)
    assert found is not None
    assert found.place == place
    assert line[found.date_start :].startswith("ngày")


@pytest.mark.parametrize(
    "line",
    [
        "Căn cứ Luật Dược ngày 06 tháng 4 năm 2016;",
        "Thứ Hai, ngày 31/5/2021",
        "Thực hiện từ 0 giờ, ngày 31/5/2021",
        "ngày 28/9/2021",
        "Theo Công văn số 5, ngày 1 tháng 2 năm 2021",
    ],
)
def test_no_day_line(line: str) -> None:
    assert day_line(line) is None


TITLES = [
    # (line, type, what is left for the subject)
    ("KẾ HOẠCH", "KH", ""),
    ("THÔNG BÁO (lần 2)", "TB", " (lần 2)"),
    ("KẾ HOẠCH Tiêm chủng đợt 3", "KH", " Tiêm chủng đợt 3"),
    ("Thông tư", "TT", ""),  # capitals that only the font showed
    ("TỜ TRÌNH", "TTr", ""),
    ("CÔNG ĐIỆN", "CĐ", ""),
]


@pytest.mark.parametrize(("line", "code", "rest"), TITLES)
def test_title_line(line: str, code: str, rest: str) -> None:
    found = title_line(line)
    assert found is not None
    assert (found[0].code, line[found[1] :]) == (code, rest)


@pytest.mark.parametrize(
    "line", ["Kế hoạch số 5 của Sở Y tế", "PHƯỜNG AN BÌNH", "BAN CHỈ ĐẠO", "Thông báo đến các đơn vị"]
)
def test_no_title_line(line: str) -> None:
    assert title_line(line) is None


MISREAD = [
    ("ngày l8thang 8 năm 2021", "2021-08-18"),
    ("ngày O5 tháng 8 năm 202I", "2021-08-05"),
    ("ngày I2 thang l0 nam 2021", "2021-10-12"),
]


@pytest.mark.parametrize(("said", "iso"), MISREAD)
def test_letters_in_the_slots_of_digits(said: str, iso: str) -> None:
    assert find_dates(said) == [] or find_dates(said)[0].iso != iso
    assert find_dates(with_digits(said))[0].iso == iso


BROKEN = [
    ("CỘNG HÒA XÃ", "HỘI CHỦ NGHĨA VIỆT NAM"),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM"),
    ("Độc lập - Tự do", "- Hạnh phúc"),
    ("Lâm Hà, ngày", "01 tháng 7 năm 2021"),
    ("Lâm Hà, ngày 01 tháng", "7 năm 2021"),
    ("Số:", "12/CT-UBND"),
    ("**Số:**", "68/NQ-CP"),
]
WHOLE = [
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    ("Số: 12/CT-UBND", "Lâm Hà, ngày 01 tháng 7 năm 2021"),
    ("Lâm Hà, ngày 01 tháng 7 năm 2021", "CHỈ THỊ"),
    ("SỞ Y TẾ", "Lâm Hà, ngày 01 tháng 7 năm 2021"),
    ("Số:", "Số: 12/CT-UBND"),
    ("Việt Nam ghi nhận ca mắc đầu tiên vào", "ngày 23 tháng 01 năm 2020"),
]


@pytest.mark.parametrize(("line", "rest"), BROKEN)
def test_fixed_line_that_was_broken(line: str, rest: str) -> None:
    assert is_broken(line, rest)


@pytest.mark.parametrize(("line", "rest"), WHOLE)
def test_two_lines_of_their_own(line: str, rest: str) -> None:
    assert not is_broken(line, rest)
