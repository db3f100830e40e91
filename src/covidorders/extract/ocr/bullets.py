"""Bullets of lists (•, ➢, ❖), which the network does not know: it reads nothing there, or signs it is not sure of.

A word processor sets the same sign at the same place before lines that begin at the same place. So a small shape alone
before a line is a bullet only where the page has another like it; a speck is alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy

from covidorders.extract.ocr.engine import ReadWord
from covidorders.extract.ocr.shapes import Components, PrintedLine
from covidorders.extract.ocr.strips import Strip

BULLET = "•"
"""What any of these signs is read as; which one it was is not told."""
SURE = 0.9
"""Confidence of a bullet."""
PRINTED = {"+": 0.8, "*": 0.8, "-": 0.5, "–": 0.5, BULLET: 0.0}
"""Signs that open items themselves, and the confidence from which they are what they say."""
GAP = 0.7
"""The least blank behind a bullet, in x-heights."""
SIZE = (0.3, 1.8)
"""Height and width of a bullet, in x-heights; a dash is lower."""
MOST_PARTS = 3
_PLACE, _SHAPE = 0.5, 0.15
"""How far apart the places of like bullets may be, in x-heights, and how much their sizes may differ."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """A shape alone before a line; columns of the page, sizes in pixels. `words` of the reading stand on it."""

    line: int
    left: int
    right: int
    height: int
    text: int
    words: int


def with_bullets(
    read: Sequence[Sequence[ReadWord]], strips: Sequence[Strip], lines: Sequence[PrintedLine], found: Components
) -> list[list[ReadWord]]:
    """Return the words of the lines of a page, with a bullet where one stands and was not read."""
    every = [
        sign
        for number, (words, strip, line) in enumerate(zip(read, strips, lines, strict=True))
        if (sign := _sign(number, words, strip, line, found)) is not None
    ]
    result = [list(words) for words in read]
    for sign in every:
        unit = lines[sign.line].x_height
        if any(_alike(sign, other, unit) for other in every if other is not sign):
            left = strips[sign.line].left
            bullet = ReadWord(BULLET, sign.left - left, sign.right - left, SURE)
            result[sign.line] = [bullet, *result[sign.line][sign.words :]]
    return result


def _sign(number: int, words: Sequence[ReadWord], strip: Strip, line: PrintedLine, found: Components) -> _Sign | None:
    """Return the shape before the first blank of a line, if it is as large as a bullet and no word of letters."""
    unit, columns = line.x_height, numpy.flatnonzero(strip.ink)
    blanks = numpy.flatnonzero(numpy.diff(columns) > GAP * unit)
    if not len(blanks):
        return None
    first, last, text = int(columns[0]), int(columns[blanks[0]]) + 1, int(columns[blanks[0] + 1])
    parts = line.parts[found.x[line.parts] < strip.left + last]
    height = int(found.bottom[parts].max() - found.y[parts].min()) if len(parts) else 0
    here = [word for word in words if word.left < last or word.right <= text]
    if (
        not SIZE[0] * unit <= height <= SIZE[1] * unit
        or not SIZE[0] * unit <= last - first <= SIZE[1] * unit
        or len(parts) > MOST_PARTS
        or any(any(map(str.isalnum, word.text)) or word.confidence > PRINTED.get(word.text, 1.0) for word in here)
        or len(here) == len(words)
    ):
        return None
    return _Sign(number, strip.left + first, strip.left + last, height, strip.left + text, len(here))


def _alike(one: _Sign, other: _Sign, unit: float) -> bool:
    near = max(abs(one.left - other.left), abs(one.text - other.text)) <= _PLACE * unit
    wide, other_wide = one.right - one.left, other.right - other.left
    return near and _close(one.height, other.height) and _close(wide, other_wide)


def _close(one: int, other: int) -> bool:
    return abs(one - other) <= max(1.0, _SHAPE * max(one, other))
