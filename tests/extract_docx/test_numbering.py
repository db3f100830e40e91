"""List markers as Word prints them: the cases of the conformance table, and the formats one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.numbering_cases import CASES, Case
from tools.numbering_conformance import build, expected, markers

from covidorders.extract.docx import extract
from covidorders.extract.glyphs import bullet, readable, symbol
from covidorders.extract.number_format import format_number
from covidorders.layout import ExtractOptions, Line, RawFile


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_markers(case: Case) -> None:
    extracted = extract(RawFile(Path("list.docx"), build(case), "docx", "x"), ExtractOptions())
    lines = [block.text for block in extracted.pages[0].blocks if isinstance(block, Line)]
    assert markers(lines, case) == expected(case)


FORMATS = [
    # (count, format, what is printed)
    (4, "decimal", "4"),
    (0, "decimal", "0"),
    (7, "decimalZero", "07"),
    (100, "decimalZero", "100"),
    (1949, "upperRoman", "MCMXLIX"),
    (44, "lowerRoman", "xliv"),
    (26, "lowerLetter", "z"),
    (28, "lowerLetter", "bb"),
    (53, "upperLetter", "AAA"),
    (0, "lowerLetter", "0"),
    (11, "ordinal", "11th"),
    (21, "vietnameseCounting", "hai mươi mốt"),
    (15, "vietnameseCounting", "mười lăm"),
    (40, "vietnameseCounting", "bốn mươi"),
    (3, "decimalEnclosedCircle", "③"),
    (6, "chicago", "††"),
    (2, "none", ""),
    (2, "japaneseCounting", "2"),
]


@pytest.mark.parametrize(("count", "style", "printed"), FORMATS)
def test_formats(count: int, style: str, printed: str) -> None:
    assert format_number(count, style) == printed


def test_custom_formats() -> None:
    assert format_number(5, "custom", "a, b, c, d, đ, ...") == "đ"
    assert format_number(9, "custom", "a, b, c, d, đ, ...") == "9"
    assert format_number(12, "custom", "001, 002, 003, ...") == "012"


BULLETS = [
    # (letter, font, mark)
    ("-", "Times New Roman", "-"),
    ("–", None, "-"),
    ("\uf02d", "Symbol", "-"),
    ("\uf0b7", "Symbol", "•"),
    ("\uf0b7", None, "•"),  # writers that leave the font out mean Symbol
    ("·", "Symbol", "•"),
    ("o", "Courier New", "◦"),
    ("o", "Wingdings", "□"),
    ("§", "Wingdings", "▪"),
    ("ü", "Wingdings", "✓"),
    ("\uf0d8", "Wingdings", "➢"),
    ("\uf0e9", "Wingdings", "•"),
    ("+", None, "+"),
    ("*", None, "*"),
    ("(*)", None, "(*)"),
    ("", "Symbol", ""),
]


@pytest.mark.parametrize(("letter", "font", "mark"), BULLETS)
def test_bullets(letter: str, font: str | None, mark: str) -> None:
    assert bullet(letter, font) == mark


def test_symbols_in_running_text() -> None:
    assert readable("t \uf0b3 37\uf0b0C", "Symbol") == "t ≥ 37°C"
    assert readable("không đổi", "Symbol") == "không đổi"
    assert symbol(0xF0FE, "Wingdings") == "☑"
    assert symbol(0xF0E9, "Wingdings") == "\uf0e9"
    # TCVN3 letters in a font that was declared a symbol font: the normaliser's matter
    assert readable("t\uf0adíng", ".VnTime") == "t\uf0adíng"
