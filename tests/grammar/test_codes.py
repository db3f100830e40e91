"""Codes: what stands alone in a letterhead, and what stands in running text."""

from __future__ import annotations

import pytest

from covidorders.grammar.codes import CODE, STANDARD, parse_code


@pytest.mark.parametrize(
    ("printed", "raw", "number", "notation", "complete"),
    [
        ("Số: 12/CT-UBND", "12/CT-UBND", "12", "CT-UBND", True),
        ("Số 30-KL/BCĐ", "30-KL/BCĐ", "30", "KL/BCĐ", True),
        ("156 -CV/TĐTN-VP", "156 -CV/TĐTN-VP", "156", "CV/TĐTN-VP", True),  # stray space kept as printed
        ("1967/CĐ- UBND", "1967/CĐ- UBND", "1967", "CĐ-UBND", True),  # broken over a line
        ("1322/STC-GCS&TCDN", "1322/STC-GCS&TCDN", "1322", "STC-GCS&TCDN", True),
        ("28 /2003/NĐ-CP", "28 /2003/NĐ-CP", "28", "2003/NĐ-CP", True),  # the year stays in the notation
        ("144/2002/QĐ/BTC", "144/2002/QĐ/BTC", "144", "2002/QĐ/BTC", True),
        ("59/2020/QH14", "59/2020/QH14", "59", "2020/QH14", True),
        ("07:2010/BXD", "07:2010/BXD", "07", "2010/BXD", True),
        ("6696:2000", "6696:2000", "6696", "2000", True),
        ("665/CĐE-BYT", "665/CĐE-BYT", "665", "CĐE-BYT", True),  # misprint kept
        ("30–KL/BCĐ", "30–KL/BCĐ", "30", "KL/BCĐ", True),  # en dash
        ("59b/QĐ-SYT", "59b/QĐ-SYT", "59b", "QĐ-SYT", True),
        ("1 0 9 4 3 /BYT-MT", "1 0 9 4 3 /BYT-MT", "10943", "BYT-MT", True),  # digits set apart
        ("03/202 1/UBTVQH15", "03/202 1/UBTVQH15", "03", "2021/UBTVQH15", True),
        ("15/CP", "15/CP", "15", "CP", True),
        ("Số:      /UBND-KGVX", "/UBND-KGVX", None, "UBND-KGVX", False),  # number to be stamped
        ("Số: …../KH-UBND", "/KH-UBND", None, "KH-UBND", False),
        ("Số:     -CV/TU", "-CV/TU", None, "CV/TU", False),
        ("Số: ## /CĐ-UBND", "/CĐ-UBND", None, "CĐ-UBND", False),  # handwriting read by OCR
        ("558", "558", "558", None, False),
        ("Số: 12/2021", "12/2021", "12", "2021", False),  # a year is no notation
    ],
)
def test_parse_code(printed: str, raw: str, number: str | None, notation: str | None, complete: bool) -> None:
    code = parse_code(printed)
    assert code is not None
    assert (code.raw, code.number, code.notation, code.complete) == (raw, number, notation, complete)


@pytest.mark.parametrize("printed", ["", "Số:", "Sở Y tế", "…/…", "*"])
def test_no_code(printed: str) -> None:
    assert parse_code(printed) is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("theo 16/CT-TTg.Các địa phương", ["16/CT-TTg"]),  # run on without a space
        ("68/NQ-CP, 21-NQ/TW và 34-CTr/TU.", ["68/NQ-CP", "21-NQ/TW", "34-CTr/TU"]),
        ("12/KH-UBND - Sở Y tế", ["12/KH-UBND"]),
        ("07/CT-BCA-V28", ["07/CT-BCA-V28"]),
        ("1330/QĐ-CT.UB", ["1330/QĐ-CT.UB"]),
        ("180/Ctr-UBND", ["180/Ctr-UBND"]),
        ("số143/KH-STC", ["143/KH-STC"]),  # glued to the word
        ("02/2020/L-CTN", ["02/2020/L-CTN"]),
        ("75/QĐ-TTø ngày", []),  # damaged: missed rather than cut short
        ("trực 24/7, 3/4 số hộ, 5/Sở, 1/500, 120 kg/ha, 3 ca/ngày", []),
        ("COVID-19-TB/TU", []),
        ("028.38.123-456/UB", []),
    ],
)
def test_code_in_text(text: str, codes: list[str]) -> None:
    assert [match.group() for match in CODE.finditer(text)] == codes


def test_standards() -> None:
    text = "QCVN 07:2010/BXD; TCVN 6696:2000, TCXDVN 261:2001; QCVN 01 - 150: 2017/BNNPTNT; TCVN ISO 9001:2015"
    assert [match["number"].replace(" ", "") for match in STANDARD.finditer(text)] == [
        "07", "6696", "261", "01-150", "9001",
    ]  # fmt: skip
