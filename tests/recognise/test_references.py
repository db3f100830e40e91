"""References: each row is (sentence, what the finder must give), with the reason for the row."""

# ruff: noqa: E501 - a row of a table stands on one line

from __future__ import annotations

import pytest

from covidorders.recognise.references import FoundReference, find_references

Row = tuple[str, list[tuple[str, str | None, str | None, str | None]]]
"""(sentence, [(mention, type, code as it should read, ISO date)])"""

SINGLE: list[Row] = [
    # type, number, notation, date
    ("theo Kế hoạch số 945/KH-UBND ngày 21/9/2021 của UBND tỉnh",
     [("Kế hoạch số 945/KH-UBND ngày 21/9/2021", "KH", "945/KH-UBND", "2021-09-21")]),
    # without "số"
    ("tại Nghị định 16/2015/NĐ-CP ngày 14 tháng 02 năm 2015",
     [("Nghị định 16/2015/NĐ-CP ngày 14 tháng 02 năm 2015", "NĐ", "16/2015/NĐ-CP", "2015-02-14")]),
    # Party form: hyphen, and a comma before the day
    ("Nghị quyết số 21-NQ/TW, ngày 25-10-2017 của Trung ương",
     [("Nghị quyết số 21-NQ/TW, ngày 25-10-2017", "NQ", "21-NQ/TW", "2017-10-25")]),
    # lower case, qualifier in the name
    ("qua báo cáo nhanh số 813/BC-TTCH ngày 29/9/2021", [("báo cáo nhanh số 813/BC-TTCH ngày 29/9/2021", "BC", "813/BC-TTCH", "2021-09-29")]),
    ("Công văn hỏa tốc số 12/UBND-KGVX", [("Công văn hỏa tốc số 12/UBND-KGVX", "CV", "12/UBND-KGVX", None)]),
    # a generic word: the notation tells the type
    ("tại văn bản số 3218/TTr-BKH ngày 18 tháng 5 năm 2020", [("văn bản số 3218/TTr-BKH ngày 18 tháng 5 năm 2020", "TTr", "3218/TTr-BKH", "2020-05-18")]),
    # the word decides against the notation
    ("Quy định số 66-QĐ/TW", [("Quy định số 66-QĐ/TW", "QyĐ", "66-QĐ/TW", None)]),
    ("Thông báo số 90/TBMTTQ-BTT", [("Thông báo số 90/TBMTTQ-BTT", "TB", "90/TBMTTQ-BTT", None)]),  # hyphen missing
    # broken over a line; stray spaces
    ("Công điện số 1967/CĐ- UBND ngày 24/12/2017", [("Công điện số 1967/CĐ- UBND ngày 24/12/2017", "CĐ", "1967/CĐ- UBND", "2017-12-24")]),
    ("Công văn số 156 -CV/TĐTN-VP", [("Công văn số 156 -CV/TĐTN-VP", "CV", "156 -CV/TĐTN-VP", None)]),
    ("Kế hoạch số143/KH-STC", [("Kế hoạch số143/KH-STC", "KH", "143/KH-STC", None)]),  # glued
    ("thực hiện Quyết định số\n57/QĐ-BYT", [("Quyết định số\n57/QĐ-BYT", "QĐ", "57/QĐ-BYT", None)]),  # over a line
    # OCR took tone marks away; the notation vouches for the type
    ("Quyêt định sô 208/QĐ-UBND", [("Quyêt định sô 208/QĐ-UBND", "QĐ", "208/QĐ-UBND", None)]),
    # typed without any marks
    ("theo Ke hoach so 945/KH-UBND ngay 21/9/2021 cua UBND tinh",
     [("Ke hoach so 945/KH-UBND ngay 21/9/2021", "KH", "945/KH-UBND", "2021-09-21")]),
    # issuer between type and number
    ("Công văn sổ 907/VPCP-QHQT ngày 29/10/2021", [("Công văn sổ 907/VPCP-QHQT ngày 29/10/2021", "CV", "907/VPCP-QHQT", "2021-10-29")]),
    ("Công văn số 660/BYT-MTngày 16/8/2021", [("Công văn số 660/BYT-MTngày 16/8/2021", "CV", "660/BYT-MT", "2021-08-16")]),  # blank lost
    # the last digit of a year set apart
    ("Nghị quyết số 03/202 1/UBTVQH15 ngày 24/9/202 1",
     [("Nghị quyết số 03/202 1/UBTVQH15 ngày 24/9/202 1", "NQ", "03/202 1/UBTVQH15", "2021-09-24")]),
    ("Quyết định của Thủ tướng Chính phủ số 115/2004/QĐ-TTg",
     [("Quyết định của Thủ tướng Chính phủ số 115/2004/QĐ-TTg", "QĐ", "115/2004/QĐ-TTg", None)]),
    # programmes known by a number are names, no citations
    ("hộ thuộc Chương trình 135 và đề án 1956", []),
    # a title between type word and number
    ("theo Hướng dẫn về tổ chức kiểm tra cuối kỳ năm học 2020-2021 số 31/HD-ĐT ngày 02/5/2021",
     [("Hướng dẫn về tổ chức kiểm tra cuối kỳ năm học 2020-2021 số 31/HD-ĐT ngày 02/5/2021", "HD", "31/HD-ĐT", "2021-05-02")]),
    ("giao xây dựng Kế hoạch về tiêm chủng; thực hiện theo văn bản số 12/KH-UBND", [("văn bản số 12/KH-UBND", "KH", "12/KH-UBND", None)]),
    # two agencies, inspection, older forms, resolutions of the assembly
    ("Thông tư liên tịch số 11/2016/TTLT-BYT-BTC", [("Thông tư liên tịch số 11/2016/TTLT-BYT-BTC", "TTLT", "11/2016/TTLT-BYT-BTC", None)]),
    ("Nghị định số 15/CP", [("Nghị định số 15/CP", "NĐ", "15/CP", None)]),
    # the centre's decrees and decisions until 1996: a hyphen before the issuer; the day may stand behind the issuer
    ("theo Nghị định số 66-CP của Chính phủ ngày 12/7/1995", [("Nghị định số 66-CP", "NĐ", "66-CP", "1995-07-12")]),
    ("Quyết định số 217-HĐBT ngày 14/11/1987", [("Quyết định số 217-HĐBT ngày 14/11/1987", "QĐ", "217-HĐBT", "1987-11-14")]),
    # units of the police by their number
    ("Công văn số 731/V28-P5 ngày 02/4/2021", [("Công văn số 731/V28-P5 ngày 02/4/2021", "CV", "731/V28-P5", "2021-04-02")]),
    ("Hướng dẫn số 2415/C08-P2; số 88/K02", [("Hướng dẫn số 2415/C08-P2", "HD", "2415/C08-P2", None), ("88/K02", "HD", "88/K02", None)]),
    # documents of the army, whose types the civil lists do not have
    ("Mệnh lệnh số 09/ML-BTL ngày 1/8/2021; Điện số 31/ĐK-TM", [("Mệnh lệnh số 09/ML-BTL ngày 1/8/2021", None, "09/ML-BTL", "2021-08-01"), ("Điện số 31/ĐK-TM", None, "31/ĐK-TM", None)]),
    # the line was broken before the day
    ("(Kèm theo Quyết định số 41/2019/QĐ-UBND\nngày 08/5/2019 của UBND tỉnh)",
     [("Quyết định số 41/2019/QĐ-UBND\nngày 08/5/2019", "QĐ", "41/2019/QĐ-UBND", "2019-05-08")]),
    ("Nghị quyết số 70/2018/QH14 ngày 09/11/2018", [("Nghị quyết số 70/2018/QH14 ngày 09/11/2018", "NQ", "70/2018/QH14", "2018-11-09")]),
    # the day apart from the number belongs to the field, not to the mention
    ("Thông tư số 34/2016/TT-BTC ban hành ngày 30/12/2016", [("Thông tư số 34/2016/TT-BTC", "TT", "34/2016/TT-BTC", "2016-12-30")]),
    ("Công văn số 905/STC-VP Lâm Hà, ngày 26/4/2019", [("Công văn số 905/STC-VP", "CV", "905/STC-VP", "2019-04-26")]),
    ("Công điện số 196/CĐ-UBND tỉnh ngày 24/12/2017", [("Công điện số 196/CĐ-UBND", "CĐ", "196/CĐ-UBND", "2017-12-24")]),
    # spaces on both sides of the first hyphen
    ("Công văn số 12/UBND - KGVX ngày 1/2/2021", [("Công văn số 12/UBND - KGVX ngày 1/2/2021", "CV", "12/UBND - KGVX", "2021-02-01")]),
    # abbreviations of the type, and a colon after them
    ("NĐ 117/2020/NĐ-CP; CV: 12/UBND-VX", [("NĐ 117/2020/NĐ-CP", "NĐ", "117/2020/NĐ-CP", None), ("CV: 12/UBND-VX", "CV", "12/UBND-VX", None)]),
    # the National Assembly's numbers do not tell the type: the word does, some words away
    ("Nghị quyết Kỳ họp thứ nhất số 30/2021/QH15", [("Nghị quyết Kỳ họp thứ nhất số 30/2021/QH15", "NQ", "30/2021/QH15", None)]),
    # a blank number is kept as a blank
    ("(Kèm theo Kế hoạch số      /KH-UBND ngày    tháng 9 năm 2021)", [("Kế hoạch số      /KH-UBND ngày    tháng 9 năm 2021", "KH", "/KH-UBND", "2021-09")]),
    # a document without a type of its own in the law
    ("Giấy phép số 12/GP-UBND ngày 1/2/2020", [("Giấy phép số 12/GP-UBND ngày 1/2/2020", None, "12/GP-UBND", "2020-02-01")]),
    # standards, with their letters and without
    ("theo QCVN 07:2010/BXD", [("QCVN 07:2010/BXD", "QCVN", "07:2010/BXD", None)]),
    ("theo Tiêu chuẩn Việt Nam 6696:2000", [("Tiêu chuẩn Việt Nam 6696:2000", "TCVN", "6696:2000", None)]),
]  # fmt: skip

LISTS: list[Row] = [
    # one type word for all
    ("các Chỉ thị số: 20/CT-TTg ngày 01/3/2020, 11/CT-TTg ngày 04/3/2020 của Thủ tướng Chính phủ",
     [("Chỉ thị số: 20/CT-TTg ngày 01/3/2020", "CT", "20/CT-TTg", "2020-03-01"), ("11/CT-TTg ngày 04/3/2020", "CT", "11/CT-TTg", "2020-03-04")]),
    # the list's word against a notation that looks like a công văn's
    ("các Thông báo số 51/TYV5-TH ngày 16/7/2019, 52/TYV5-TH ngày 17/7/2019",
     [("Thông báo số 51/TYV5-TH ngày 16/7/2019", "TB", "51/TYV5-TH", "2019-07-16"), ("52/TYV5-TH ngày 17/7/2019", "TB", "52/TYV5-TH", "2019-07-17")]),
    # one day for all, a comma before it
    ("Công văn số 193/SYT-NVY và Kế hoạch số 194/KH-SYT, ngày 01/11/2017",
     [("Công văn số 193/SYT-NVY", "CV", "193/SYT-NVY", "2017-11-01"), ("Kế hoạch số 194/KH-SYT, ngày 01/11/2017", "KH", "194/KH-SYT", "2017-11-01")]),
    # the Party's comma stands before every day: it is not shared
    ("Chỉ thị số 05-CT/TW và Kết luận số 21-KL/TW, ngày 25/10/2021",
     [("Chỉ thị số 05-CT/TW", "CT", "05-CT/TW", None), ("Kết luận số 21-KL/TW, ngày 25/10/2021", "KL", "21-KL/TW", "2021-10-25")]),
    # one notation for all
    ("VB 10697 & 11028/UBND-KGVX", [("VB 10697", "CV", "10697/UBND-KGVX", None), ("11028/UBND-KGVX", "CV", "11028/UBND-KGVX", None)]),
    ("Chỉ thị 15, 16, 19/CT-TTg", [("Chỉ thị 15", "CT", "15/CT-TTg", None), ("16", "CT", "16/CT-TTg", None), ("19/CT-TTg", "CT", "19/CT-TTg", None)]),
    # numbers alone
    ("Chỉ thị 15, 16 và 19 của Thủ tướng", [("Chỉ thị 15", "CT", "15", None), ("16", "CT", "16", None), ("19", "CT", "19", None)]),
    ("Công điện số 63 ngày 31/7/2021, số 99 ngày 22/8/2021",
     [("Công điện số 63 ngày 31/7/2021", "CĐ", "63", "2021-07-31"), ("99 ngày 22/8/2021", "CĐ", "99", "2021-08-22")]),
    # no list: each with its own word
    ("Nghị quyết số 137/NQ-CP và Chương trình hành động số 34-CTr/TU",
     [("Nghị quyết số 137/NQ-CP", "NQ", "137/NQ-CP", None), ("Chương trình hành động số 34-CTr/TU", "CTr", "34-CTr/TU", None)]),
]  # fmt: skip

SHORT: list[Row] = [
    ("theo tinh thần Nghị quyết 128, các địa phương", [("Nghị quyết 128", "NQ", "128", None)]),
    ("văn bản số 558 của Sở", [("văn bản số 558", None, "558", None)]),  # generic: the type is not known
    ("Nghị quyết số 68 năm 2021", [("Nghị quyết số 68 năm 2021", "NQ", "68", "2021")]),
    (
        "Phương án số 52 ngày 04/9/2021",
        [("Phương án số 52 ngày 04/9/2021", "PA", "52", "2021-09-04")],
    ),  # the day makes it sure
    ("Nghị định 68 của Chính phủ", [("Nghị định 68", "NĐ", "68", None)]),
]

NONE = [
    "Phương án 1 và Dự án số 3",  # options and projects are numbered too
    "Kế hoạch 5 năm, Kế hoạch năm 2021, Kế hoạch 2021",
    "Thông báo 02 ca mắc mới, Báo cáo 6 tháng",
    "ĐT: 0650.3822.123, tài khoản số 12345 tại Kho bạc",
    "số 27 Ngô Quyền, số 12/34 đường Lê Lợi, 02 số",
    "Hợp đồng số 123456",
    "CT 135, KH 2021",  # letters that stand for other things too
    "Mẫu số 01/ĐK-TSC, Biểu số 02/BC-TH, Phụ lục số 03",
    "tỷ lệ 1/500, 24/7, 5/Sở",
    "phòng 12/A15, khu 3-CT, nhà 7/B02",  # rooms and buildings, no units of the police
    "Số: 27/SNV-CCHC",  # a letterhead's own code
    "Số 30-KL/BCĐ",  # the Party's, alone on its line
    "các Văn bản nêu trên, Kế hoạch này, Chỉ thị nói trên",  # left to the resolve stage
    "theo Q€VN 01 - §3: 2011/BNNPTNT",  # the rest of something that OCR broke
]


def _read(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (text[r.start : r.end], r.type and r.type.code, r.code and r.code.raw, r.issued_on and r.issued_on.iso)
        for r in find_references(text)
    ]


@pytest.mark.parametrize(("text", "expected"), [*SINGLE, *LISTS, *SHORT], ids=[r[0] for r in [*SINGLE, *LISTS, *SHORT]])
def test_found(text: str, expected: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_not_found(text: str) -> None:
    assert _read(text) == []


def _one(text: str) -> FoundReference:
    (found,) = find_references(text)[:1]
    return found


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Kế hoạch số 5/KH-SCH của Sở Chỉ huy phòng, chống dịch Covid-19 tỉnh về xét nghiệm", "Sở Chỉ huy phòng, chống dịch Covid-19 tỉnh"),
        ("Công văn số 5/BTTTT của Bộ Thông tin và Truyền thông, các địa phương", "Bộ Thông tin và Truyền thông"),
        ("Công văn số 5/BYT-DP của Bộ Y tế và Kế hoạch số 6/KH-UBND", "Bộ Y tế"),  # another document, not another word
        ("Nghị quyết số 76/NQ-CP của Chính phủ tổng hợp, báo cáo", "Chính phủ"),
        ("Quyết định số 6/QĐ-UBDT của Ủy ban Dân tộc hướng dẫn", "Ủy ban Dân tộc"),
        ("Quyết định số 6/QĐ-UBND của UBND TP. Biên Hòa về thu phí", "UBND TP. Biên Hòa"),
        ("Quyết định của Thủ tướng Chính phủ số 115/2004/QĐ-TTg", "Thủ tướng Chính phủ"),
        ("theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 63/TTr-SYT", "Giám đốc Sở Y tế"),
        ("Ngày 11/12/2017, Sở Y tế đã ban hành Công văn số 22/SYT-NVY", "Sở Y tế"),
        ("Công văn số 71/TTKQH-TH của Tổng Thư ký Quốc hội về chương trình kỳ họp", "Tổng Thư ký Quốc hội"),
        ("Kế hoạch số 945/KH-UBND, các đơn vị", None),
        ("kết quả của đơn vị tại Công văn số 14/STC-VP", None),  # no agency by name
    ],
)  # fmt: skip
def test_issuer(text: str, issuer: str | None) -> None:
    assert _one(text).issuer == issuer


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Chỉ thị số 16/CT-TTg của Thủ tướng về các biện pháp cấp bách phòng, chống dịch;", "các biện pháp cấp bách phòng, chống dịch"),
        ("Quyết định số 1/QĐ-BNV của Bộ Nội vụ về việc “Đổi mới, sắp xếp”, trong đó", "Đổi mới, sắp xếp"),
        ("Quyết định số 1/QĐ-BNV ban hành Quy chế làm việc, các đơn vị báo cáo", "ban hành Quy chế làm việc"),
        ("Kế hoạch số 1/KH-UBND về triển khai Thông báo số 18/TB-VPCP của Văn phòng Chính phủ.", "triển khai Thông báo số 18/TB-VPCP của Văn phòng Chính phủ"),
        ("Công văn số 1/SYT-NV về việc lấy mẫu, Sở Y tế yêu cầu", "lấy mẫu"),  # a new subject after the comma
        ("Kế hoạch số 1/KH-UBND của UBND tỉnh, giao Sở Y tế", None),  # an order, not a title
    ],
)  # fmt: skip
def test_title(text: str, title: str | None) -> None:
    assert _one(text).title == title


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("khoản 5 Điều 38 Luật Thanh tra", "khoản 5 Điều 38"),
        ("theo điểm a khoản 2 Điều 103 của Bộ luật Hình sự", "điểm a khoản 2 Điều 103"),
        ("Điều 14, Điều 15 Nghị định số 16/2015/NĐ-CP", "Điều 14, Điều 15"),
        ("khoản 1 Điều 30 và Chương IX Nghị định số 84/2015/NĐ-CP", "khoản 1 Điều 30 và Chương IX"),
        ("Khoản 3, Điều 18 Luật Tiếp công dân", "Khoản 3, Điều 18"),
        ("Phụ lục 02 ban hành kèm theo Thông tư số 34/2016/TT-BTC", "Phụ lục 02"),
        ("Nghị định số 84/2015/NĐ-CP", None),
    ],
)
def test_part_stands_outside_the_mention(text: str, part: str | None) -> None:
    found = _one(text)
    assert found.part == part
    assert part is None or part not in text[found.start : found.end]


def test_day_before_the_mention() -> None:
    found = _one("Ngày 29/5/2021, Chủ tịch UBND tỉnh đã ký ban hành Quyết định số 12/QĐ-UBND phê duyệt")
    assert found.issued_on is not None
    assert found.issued_on.iso == "2021-05-29"


def test_issuer_of_the_reference_before_is_not_taken_twice() -> None:
    first, second = find_references("Nghị quyết số 3/NQ-HĐND của HĐND tỉnh tại Tờ trình số 55/TTr-UBND")
    assert (first.issuer, second.issuer) == ("HĐND tỉnh", None)


def test_issuer_serves_the_list_before_it() -> None:
    found = find_references("các Chỉ thị số 20/CT-TTg, 11/CT-TTg của Thủ tướng Chính phủ")
    assert [one.issuer for one in found] == ["Thủ tướng Chính phủ"] * 2


def test_back_reference() -> None:
    assert _one("Công văn số 558/UBND-KGVX nêu trên").anaphoric
    assert not _one("Công văn số 558/UBND-KGVX của UBND tỉnh").anaphoric


def test_spaces_that_do_not_break() -> None:
    text = "Kế hoạch số\u00a0945/KH-UBND ngày\u00a021/9/2021"
    assert (_one(text).start, _one(text).end) == (0, len(text))


def test_table_cells_stay_apart() -> None:
    found = _one("12/KH-UBND\t21/9/2021\tVề xét nghiệm")
    assert found.end == len("12/KH-UBND")
    assert found.issued_on is not None
    assert found.issued_on.iso == "2021-09-21"


def test_year_of_the_notice_completes_the_day() -> None:
    (found,) = find_references("văn bản số 558 ngày 25/9", year=2021)
    assert found.issued_on is not None
    assert found.issued_on.iso == "2021-09-25"


@pytest.mark.parametrize(
    "unit",
    ["Luật sửa đổi, bổ sung một số điều của ", "Luật ", "17, ", "khoản 1, ", "số ", "12/AB-", "Kế hoạch số 1/KH-UB "],
)
def test_hostile_text_is_read_in_time(unit: str) -> None:
    assert isinstance(find_references("Chỉ thị 15, " + unit * 1500), list)
