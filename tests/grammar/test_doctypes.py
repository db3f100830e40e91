"""Types of documents by name and by notation."""

from __future__ import annotations

import pytest

from covidorders.grammar.doctypes import all_types, by_code, by_name, by_notation


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Thông báo", "TB"),
        ("THÔNG BÁO KẾT LUẬN CUỘC HỌP", "TB"),  # the longest name first: the title says both
        ("TỜ  TRÌNH", "TTr"),  # doubled space of a justified title
        ("Giấy uỷ quyền", "GUQ"),  # old tone placement
        ("**KẾT LUẬN**", "KL"),  # light markup of a converted file
        ("Thông tư liên tịch số 3", "TTLT"),
        ("Bộ luật Lao động", "BL"),
        ("Phường An Phú", None),  # begins like "phương án" without its marks
        ("Quy chế", "QC"),
        ("Kế hoạchmới", None),  # no border after the name
        ("CT UBND tỉnh", None),  # an abbreviation is no title
        ("", None),
    ],
)
def test_by_name(line: str, code: str | None) -> None:
    found = by_name(line)
    assert (found.code if found else None) == code


def test_by_name_loose_forgives_marks_lost_in_ocr() -> None:
    found = by_name("QUYÊT ĐINH", loose=True)
    assert found is not None
    assert found.code == "QĐ"


@pytest.mark.parametrize(
    ("notation", "code"),
    [
        ("KH-UBND", "KH"),
        ("KL/BCĐ", "KL"),  # Party: type before the slash
        ("30-KL/BCĐ", "KL"),
        ("QĐ/BTC", "QĐ"),  # state form of the 1990s
        ("2019/NĐ-CP", "NĐ"),
        ("11/2016/TTLT-BYT-BTC", "TTLT"),
        ("UBND-KGVX", "CV"),  # agency and unit: a công văn
        ("SYT", "CV"),
        ("CV/TU", "CV"),
        ("TT-BYT", "TT"),  # thông tư
        ("TT/TU", "TTri"),  # the Party's thông tri
        ("QD-UBND", "QĐ"),  # typed without the bar
        ("QÐ-UBND", "QĐ"),  # Ð U+00D0
        ("TTR-STC", "TTr"),
        ("2020/QH14", None),  # law or resolution
        ("2017/UBTVQH14", None),
        ("", None),
        ("12", None),
    ],
)
def test_by_notation(notation: str, code: str | None) -> None:
    found = by_notation(notation)
    assert (found.code if found else None) == code


def test_codes_are_unique_and_every_type_has_its_source() -> None:
    codes = [info.code for info in all_types()]
    assert len(codes) == len(set(codes))
    assert all(info.source and info.regimes for info in all_types())


def test_the_29_types_of_the_decree_are_there() -> None:
    decree = "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CV CĐ BGN BTT GUQ GM GGT GNP PG PC PB"
    assert all(by_code(code) is not None for code in decree.split())
