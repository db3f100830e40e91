"""Dates of every form; each row is (text, values, why)."""

# ruff: noqa: E501 - a row of a table stands on one line

from __future__ import annotations

import pytest

from covidorders.grammar.dates import date_at, find_dates

FORMS: list[tuple[str, list[tuple[str, str | None]]]] = [
    # numeric, day first always
    ("họp 07/9/2021 và 8-9-2021, 09.9.2021", [("07/9/2021", "2021-09-07"), ("8-9-2021", "2021-09-08"), ("09.9.2021", "2021-09-09")]),
    ("29 /9/2021, 30/ 9/2021", [("29 /9/2021", "2021-09-29"), ("30/ 9/2021", "2021-09-30")]),  # stray spaces
    ("ngày 15/8/21", [("ngày 15/8/21", "2021-08-15")]),  # two digits only after the word ngày
    # in words
    ("ngày 29 tháng 9 năm 2021", [("ngày 29 tháng 9 năm 2021", "2021-09-29")]),
    ("NGÀY 05 THÁNG 3 NĂM 2020", [("NGÀY 05 THÁNG 3 NĂM 2020", "2020-03-05")]),
    ("ngày 5 tháng5 năm2021", [("ngày 5 tháng5 năm2021", "2021-05-05")]),  # spaces lost
    ("29 tháng 9 năm 2021", [("29 tháng 9 năm 2021", "2021-09-29")]),
    # blanks: what is not printed is not invented
    ("ngày    tháng 9 năm 2021", [("ngày    tháng 9 năm 2021", "2021-09")]),
    ("ngày ... tháng ... năm 2021", [("ngày ... tháng ... năm 2021", "2021")]),
    ("ngày tháng năm sinh", []),
    ("trước ngày 01 tháng 01 năm …", [("ngày 01 tháng 01 năm", None)]),  # a blank year is not this year
    # month, quarter, year
    ("trong tháng 9/2021", [("tháng 9/2021", "2021-09")]),
    ("tháng 12 năm 2021", [("tháng 12 năm 2021", "2021-12")]),
    ("quý IV/2021, quí II năm 2025", [("quý IV/2021", "2021-Q4"), ("quí II năm 2025", "2025-Q2")]),
    ("6 tháng đầu năm 2021", [("năm 2021", "2021")]),
    ("6 tháng năm 2019", [("năm 2019", "2019")]),  # half a year, not the sixth
    # ranges
    # a period in brackets, behind a class or a term
    ("vụ đông xuân 2020 - 2021, số 2025 - 2019, mã 2000 - 2099", [("2020 - 2021", "2020/2021")]),
    ("từ đêm nay (30/9) đến hết ngày 02/10", [("30/9", None), ("ngày 02/10", None)]),
    ("tập huấn 02 ngày (19 — 20/10/2020)", [("19 — 20/10/2020", "2020-10-19/2020-10-20")]),
    # a colon parts the word from the days
    ("vào các ngày: 02/5/2019 và ngày 16/5/2019", [("02/5/2019", "2019-05-02"), ("ngày 16/5/2019", "2019-05-16")]),
    # a number of years, then which
    ("kế hoạch 03 năm 2018 - 2020", [("2018 - 2020", "2018/2020")]),
    ("giai đoạn năm 2016-2020, sinh viên khóa 2019 - 2022", [("giai đoạn năm 2016-2020", "2016/2020"), ("2019 - 2022", "2019/2022")]),
    # typed or recognised without marks, or with others
    ("tu ngay 05/7/2021 den ngay 12 thang 7 nam 2021", [("ngay 05/7/2021 den ngay 12 thang 7 nam 2021", "2021-07-05/2021-07-12")]),
    ("thảng 9/2021; cả nước Việt Nam 2021; miền nam 2021", [("thảng 9/2021", "2021-09")]),
    ("Khóa 21 (2021 - 2024) và điện thoại (2021 3024)", [("2021 - 2024", "2021/2024")]),
    # months by their words
    ("Cách mạng tháng Tám năm 1945, ngày 30 tháng Tư năm 1975", [("tháng Tám năm 1945", "1945-08"), ("ngày 30 tháng Tư năm 1975", "1975-04-30")]),
    ("giai đoạn 2021 - 2025, tầm nhìn 2045", [("giai đoạn 2021 - 2025", "2021/2025"), ("2045", "2045")]),
    ("định hướng đến 2030 có 2030 giường", [("2030", "2030")]),
    ("giai đoạn 2021 - 2025", [("giai đoạn 2021 - 2025", "2021/2025")]),
    ("điểm học kỳ 1 năm học 2022-2023 theo thang 10", [("năm học 2022-2023", "2022/2023")]),
    ("năm học 2021-2022", [("năm học 2021-2022", "2021/2022")]),
    ("từ ngày 01 đến ngày 05/10/2021", [("ngày 01 đến ngày 05/10/2021", "2021-10-01/2021-10-05")]),
    ("ngày 27-28/9/2021", [("ngày 27-28/9/2021", "2021-09-27/2021-09-28")]),
    ("từ 01/9-15/9/2021", [("01/9-15/9/2021", "2021-09-01/2021-09-15")]),
    ("từ ngày 28/12 đến 05/01/2022", [("ngày 28/12 đến 05/01/2022", "2021-12-28/2022-01-05")]),  # over New Year
    ("từ 0 giờ ngày 19/7/2021 đến hết 24 giờ ngày 01/8/2021",
     [("ngày 19/7/2021 đến hết 24 giờ ngày 01/8/2021", "2021-07-19/2021-08-01")]),
    ("tháng 8 - 9/2021", [("tháng 8 - 9/2021", "2021-08/2021-09")]),
    ("từ tháng 6 đến tháng 9/2021", [("tháng 6 đến tháng 9/2021", "2021-06/2021-09")]),
    # lists: each day is a date of its own
    ("27 và 28/9/2021", [("27", "2021-09-27"), ("28/9/2021", "2021-09-28")]),
    ("các ngày 27, 28 và 30/9/2021", [("ngày 27", "2021-09-27"), ("28", "2021-09-28"), ("30/9/2021", "2021-09-30")]),
    ("theo khoản 3, 12/9/2021", [("12/9/2021", "2021-09-12")]),  # no list of days
    # hours stay outside
    ("trước 17h00 ngày 30/9/2021", [("ngày 30/9/2021", "2021-09-30")]),
    ("ký lúc 28.05.2019 07:25:41", [("28.05.2019", "2019-05-28")]),
    # the calendar has no such day
    ("ngày 31/6/2021", [("ngày 31/6/2021", None)]),
]  # fmt: skip

NO_DATES = [
    "trực 24/7 và 24/24 giờ",
    "3/4 số hộ, 5/12 xã, đạt 20/22 tiêu chí, từ 1/3 đến 2/3 diện tích",
    "bản đồ tỷ lệ 1/500 và 1/2000",
    "144/2002/QĐ/BTC, 07/2016/TT-BNNPTNT, 59/2020/QH14",
    "ĐT: 0912.12.2021, 04.2220.2828",
    "đạt 62.372/52.786 ha, 88,5/90%",
    "trong 3 tháng, 06 tháng, 45 ngày",
    "Địa chỉ: số 12/34 đường Lê Lợi",
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[row[0] for row in FORMS])
def test_forms(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(text[d.start : d.end], d.value) for d in find_dates(text)] == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    assert find_dates(text, year=2021) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("xong trước ngày 22/9.", "2021-09-22"),
        ("hôm qua (19/9), có thêm ca mắc", "2021-09-19"),
        ("báo cáo trong tháng 9", "2021-09"),
        ("đến ngày 30 tháng 9", "2021-09-30"),
    ],
)
def test_year_of_the_notice(text: str, value: str) -> None:
    (found,) = find_dates(text, year=2021)
    assert (found.value, found.year_inferred) == (value, True)
    (unknown,) = find_dates(text) or [None]
    assert unknown is not None
    assert unknown.iso is None


def test_list_without_years() -> None:
    found = find_dates("hoàn thành ngày 15/9, 16/9 và 17/9", year=2021)
    assert [date.value for date in found] == ["2021-09-15", "2021-09-16", "2021-09-17"]


def test_date_at_reads_one_date_only() -> None:
    text = "số 12 ngày 27/9/2021 đến ngày 28/9/2021"
    found = date_at(text, text.index("ngày"))
    assert found is not None
    assert (found.iso, found.iso_end) == ("2021-09-27", None)
    assert date_at(text, 0) is None


def test_time_stays_linear_in_the_length() -> None:
    for unit in ("1/2, ", "ngày ", "từ 1/2 đến ", ". " * 20 + "tháng ", "năm 2021-"):
        assert find_dates(unit * 2000) is not None
