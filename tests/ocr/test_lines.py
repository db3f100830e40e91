"""Printed lines found by their letters, drawn here as boxes: no engine is needed."""

from __future__ import annotations

import numpy
import pytest

from covidorders.extract.ocr.lines import find_lines
from covidorders.extract.ocr.shapes import components

UNIT = 12
"""x-height of the letters drawn here, in pixels."""

LETTERS = [(20 + 14 * n, 100 - UNIT, 10, UNIT) for n in range(12)]
"""Boxes left, top, width, height: a line of small letters with its baseline at 100."""

MARKS = [
    # a circumflex and a grave in bold print touch: as tall as a small letter (`quyền`)
    ("circumflex and tone in one", (62, 74, 9, 10), 1),
    # a hook over a capital stands higher
    ("tone over a capital", (62, 70, 8, 11), 1),
    # a letter of the line above
    ("letter of the line above", (62, 58, 10, UNIT), 2),
    # a number beside the line, at another height
    ("number beside the line", (400, 76, 9, UNIT), 2),
]


@pytest.mark.parametrize(("box", "lines"), [row[1:] for row in MARKS], ids=[row[0] for row in MARKS])
def test_tall_marks_belong_to_the_line_below_them(box: tuple[int, int, int, int], lines: int) -> None:
    mask = numpy.zeros((160, 480), numpy.uint8)
    for x, y, w, h in (*LETTERS, box):
        mask[y : y + h, x : x + w] = 255
    found = find_lines(components(mask), UNIT, numpy.zeros_like(mask))
    assert len(found) == lines
    assert sum(len(line.parts) for line in found) == len(LETTERS) + 1


def test_narrow_strokes_one_below_the_other_are_no_lines_and_do_no_harm() -> None:
    mask = numpy.zeros((400, 60), numpy.uint8)
    for top in range(10, 380, 14):
        mask[top : top + 12, 30:32] = 255
    find_lines(components(mask), UNIT, numpy.zeros_like(mask))
