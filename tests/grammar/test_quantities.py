"""Quantities: each row is a sentence that made a rule necessary."""

from __future__ import annotations

import time

import pytest

from covidorders.grammar.quantities import find_quantities

ROWS = [
    # a number and what is counted
    ("dự kiến tiêm cho 45.200 đối tượng trong tháng", [("45.200 đối tượng", "45200 đối tượng")]),
    # a scale between number and unit, decimals with a comma
    ("hỗ trợ 2,4 triệu người lao động", [("2,4 triệu người lao động", "2400000 người lao động")]),
    # a percentage takes the noun behind it and its age limit
    ("tiêm đủ cho 95% người dân trên 50 tuổi", [("95% người dân trên 50 tuổi", "95 % người dân trên 50 tuổi")]),
    # … and stands alone where none follows
    ("tăng 12,5% so với cùng kỳ", [("12,5%", "12.5 %")]),
    # a percentage over a range
    ("giảm từ 15 đến 25% trở lên", [("15 đến 25%", "15/25 %")]),
    # reports print the plan right behind: so many per cent of it, so many of so many
    (
        "đạt 104%KH; 18/20 xã đạt chuẩn, mức sinh 0,7%o",
        [("104%KH", "104 % kh"), ("18/20 xã", "18:20 xã"), ("0,7%o", "0.7 ‰")],
    ),
    # ages
    ("trẻ em từ 5 đến 11 tuổi", [("5 đến 11 tuổi", "5/11 tuổi")]),
    # durations are ISO 8601
    ("trong vòng 36 tiếng kể từ khi nhận tin", [("36 tiếng", "PT36H")]),
    ("cách ly tập trung 14 ngày", [("14 ngày", "P14D")]),
    ("xử lý trong 5 - 7 ngày làm việc", [("5 - 7 ngày làm việc", "P5D/P7D")]),
    ("theo dõi thêm hai tuần", [("hai tuần", "P2W")]),
    # the clock is none
    ("họp lúc 14 giờ ngày 20/7, đến hồi 09 giờ 30 phút", []),
    ("trong 24 giờ tới có mưa", [("24 giờ", "PT24H")]),
    # dates are none
    ("ngày 08 tháng 7 năm 2021", []),
    # money, with a unit behind a stroke
    (
        "90% trẻ sơ sinh được tầm soát 5 bệnh, giảm 50% số cặp tảo hôn",
        [("90% trẻ sơ sinh", "90 % trẻ sơ sinh"), ("5 bệnh", "5 bệnh"), ("50% số cặp", "50 % số cặp")],
    ),
    (
        # symbols in capitals, behind a scale too
        "nhập 12,5 triệu USD thiết bị, máy 5 MW",
        [("12,5 triệu USD", "12500000 USD"), ("5 MW", "5 MW")],
    ),
    (
        # a range that names its unit twice
        "cách ly từ 7 ngày đến 14 ngày, 2 xã - 3 xã, 2 km đến 3 ha",
        [("7 ngày đến 14 ngày", "P7D/P14D"), ("2 xã - 3 xã", "2/3 xã"), ("2 km", "2 km"), ("3 ha", "3 ha")],
    ),
    (
        # a session of a congress, a number of a list
        "Nghị quyết Trung ương 6 khóa XIII\n12 Phường Cam Đường\n3 Xã Bảo Hà",
        [],
    ),
    (
        "xét nghiệm 238.000 đồng/mẫu, 50.000 đồng/lượt",
        [("238.000 đồng/mẫu", "238000 đồng/mẫu"), ("50.000 đồng/lượt", "50000 đồng/lượt")],
    ),
    (
        "hỗ trợ 1.500.000 đồng/người/tháng, tổng 3,2 tỷ đồng",
        [("1.500.000 đồng/người/tháng", "1500000 đồng/người/tháng"), ("3,2 tỷ đồng", "3200000000 đồng")],
    ),
    # a unit right behind the digits
    ("gió mạnh 15-20km/h, ngập 120ha", [("15-20km/h", "15/20 km/h"), ("120ha", "120 ha")]),
    # the number said again in words
    ("lập 03 (ba) bản có giá trị như nhau", [("03 (ba) bản", "3 bản")]),
    # doses are numbered
    ("chưa tiêm mũi 03 cho giáo viên", [("mũi 03", "3 mũi")]),
    # names with a number
    ("thôn 4 xã Tân Lập, tổ 7 người dân tự quản, bão cấp 10", []),
    # slogans
    ("phương châm 4 tại chỗ", []),
    # parts of documents
    ("Điều 3 người đứng đầu, khoản 2 hộ kinh doanh", []),
    # labels
    ("1. Người dân thực hiện\n2) Hộ gia đình khai báo", []),
    # a cell of numbers beside a cell of words
    ("12\tngười dân", []),
    # what is counted has no list: letters that stand for it, any noun behind a padded number
    (
        "cả 02 CBCT và 03 webcam, 100% CBVC",
        [("02 CBCT", "2 CBCT"), ("03 webcam", "3 webcam"), ("100% CBVC", "100 % CBVC")],
    ),
    ("mẫu số 02 lấy tại chợ, văn bản số 12 SYT", []),
    # one is a number before a unit of time only
    ("trước một tuần phải có một kế hoạch", [("một tuần", "P1W")]),
    # how often
    ("tiếp dân 04 lần/01 tháng, định kỳ 02 ngày", [("04 lần/01 tháng", "4 lần/01tháng"), ("02 ngày", "P2D")]),
    # parts of a law, rubbish of a scan
    ("khoản 2 Điều 69, 1G VĂN", []),
    # round the clock is no amount; cases by their foreign word, patients by their letters
    ("trực 24/24 giờ; có 168 cas mắc, 52 BN tâm thần", [("168 cas mắc", "168 cas mắc"), ("52 BN", "52 bn")]),
    # a span of years behind a number of years
    ("ngân sách 03 năm 2018 - 2020", [("03 năm", "P3Y")]),
    # amounts in words
    (
        "20.000 đồng (hai mươi nghìn đồng) và ba tỷ, hai trăm linh năm triệu đồng",
        [
            ("20.000 đồng", "20000 đồng"),
            ("hai mươi nghìn đồng", "20000 đồng"),
            ("ba tỷ, hai trăm linh năm triệu đồng", "3205000000 đồng"),
        ],
    ),
    ("hai nghìn tỷ đồng Việt Nam", [("hai nghìn tỷ đồng Việt Nam", "2000000000000 đồng")]),
    # telephone numbers
    ("điện thoại: 0251.3822 người trực", []),
    # recognised without marks
    ("co 200 nguoi dan va 35 truong hop", [("200 nguoi dan", "200 người dân"), ("35 truong hop", "35 trường hợp")]),
    ("tổng vốn 2,5 ty đông", [("2,5 ty đông", "2500000000 đồng")]),
    # a full stop before other than three digits is a decimal point
    ("ở 104.8 độ Kinh Đông", [("104.8 độ", "104.8 độ")]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:30] for row in ROWS])
def test_quantities(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.value) for one in find_quantities(text)] == expected


def test_old_tone_placement_and_capitals_are_the_same_unit() -> None:
    assert [one.value for one in find_quantities("30 KHOÁ, 30 khoá, 30 khóa")] == ["30 khóa"] * 3


def test_time_is_linear() -> None:
    text = "12 " * 20_000 + "1.000.000.000.000.000 " * 2_000
    started = time.process_time()
    list(find_quantities(text))
    assert time.process_time() - started < 2
