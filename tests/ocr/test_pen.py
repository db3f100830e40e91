"""Digits written by hand beside print: what stands too tall or too deep is not believed."""

from __future__ import annotations

import numpy
import pytest

from covidorders.extract.ocr.engine import ReadWord
from covidorders.extract.ocr.pen import WRITTEN, doubt_written
from covidorders.extract.ocr.shapes import Components, PrintedLine

X_HEIGHT, CAPITAL, BASE = 17.0, 25.0, 100.0
LETTERS = [(0, CAPITAL, 0.0, 14), (16, CAPITAL, 0.0, 14), (110, CAPITAL, 0.0, 16), (130, CAPITAL, 0.0, 16)]
"""(left, height above the baseline, depth below it, width): capitals before and behind the number."""


def line(digits: list[tuple[float, float, float, float]], x_height: float = X_HEIGHT) -> tuple[Components, PrintedLine]:
    shapes = numpy.array([(0, 0, 0, 0), *LETTERS, *digits], float)
    left, above, below, width = shapes.T
    found = Components(numpy.zeros((1, 1)), left, BASE - above, width, above + below, width * (above + below) * 0.4)
    return found, PrintedLine(numpy.arange(1, len(shapes)), 0, 150, 70, 105, BASE, x_height)


WORDS = [
    ("Số:", 0.0, 30.0, 0.97),
    ("45", 50.0, 76.0, 0.88),
    ("/TB", 100.0, 146.0, 0.97),
]
PRINTED = [(50.0, 25.0, 0.5, 12.0), (64.0, 24.5, 0.0, 12.0)]
CASES = [
    # (pieces of ink of the number 45, whether they look written)
    (PRINTED, False),
    ([(50.0, 25.5, 1.0, 12.0), (64.0, 25.0, 1.5, 12.0)], False),  # a pixel of noise
    ([(50.0, 25.0, -9.0, 12.0), (64.0, 24.5, 0.0, 12.0)], False),  # faint print, broken
    ([(50.0, 29.0, 0.0, 12.0), (64.0, 25.0, 0.0, 12.0)], True),  # too tall
    ([(50.0, 25.0, 5.0, 12.0), (64.0, 25.0, 0.0, 12.0)], True),  # hangs below the line
    ([(50.0, 25.0, 1.0, 26.0)], False),  # two printed digits that touch, as on a fax
    ([(50.0, 29.0, 1.0, 26.0)], True),  # two written ones
    ([(50.0, 25.0, 0.0, 12.0), (64.0, 25.0, 0.0, 12.0), (60.0, 4.0, 5.0, 3.0)], False),  # a speck, a comma
]


@pytest.mark.parametrize(("digits", "written"), CASES)
@pytest.mark.parametrize("x_height", [X_HEIGHT, CAPITAL])  # in a line of capitals these pass for small letters
def test_written(digits: list[tuple[float, float, float, float]], written: bool, x_height: float) -> None:
    found, place = line(digits, x_height)
    words = [ReadWord(*word) for word in WORDS]
    read = doubt_written(words, 0, found, place)
    assert [word.text for word in read] == ["Số:", "45", "/TB"]
    assert [word.confidence for word in read] == [0.97, WRITTEN if written else 0.88, 0.97]


TALL = [(50.0, 29.0, 0.0, 12.0), (64.0, 29.0, 0.0, 12.0)]
BESIDE = [
    # (word before the digits, word behind them, whether digits that look written are doubted)
    ("ngày", "tháng", True),
    ("Số:", "/CV", True),
    ("sá", "/QĐ-UBND", True),  # Số, read badly
    ("AB", "/QĐ-UBND", True),
    ("AB", "CDE", False),  # a cell of a table, its figures joined to the line around it
    ("Tổng", "con", False),  # small print of an annex
]


@pytest.mark.parametrize(("before", "behind", "written"), BESIDE)
def test_only_numbers_and_days_are_written(before: str, behind: str, written: bool) -> None:
    found, place = line(TALL)
    words = [ReadWord(before, 0.0, 30.0, 0.97), ReadWord("45", 50.0, 76.0, 0.88), ReadWord(behind, 100.0, 146.0, 0.97)]
    assert doubt_written(words, 0, found, place)[1].confidence == (WRITTEN if written else 0.88)


def test_figures_further_on_in_the_line_are_print() -> None:
    found, place = line(TALL)
    words = [ReadWord("ngày", 0.0, 14.0, 0.97), ReadWord("họp", 16.0, 30.0, 0.97), ReadWord("45", 50.0, 76.0, 0.88)]
    assert doubt_written(words, 0, found, place)[2].confidence == 0.88


def test_what_was_read_surely_is_believed() -> None:
    found, place = line([(50.0, 29.0, 0.0, 12.0)])
    assert doubt_written([ReadWord("Số:45", 50.0, 76.0, 0.96)], 0, found, place)[0].confidence == 0.96


def test_letters_beside_the_digits_may_be_tall() -> None:
    found, place = line([*PRINTED, (84.0, 33.0, 8.0, 12.0)])
    words = [ReadWord("Số:", 0.0, 30.0, 0.97), ReadWord("45ngg", 50.0, 110.0, 0.7)]
    assert doubt_written(words, 0, found, place)[1].confidence == 0.7
