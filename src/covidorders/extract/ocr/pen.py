"""Digits written by hand, told from print by where they stand; what the engine made of them is not to be trusted.

The number and the day of a notice are often written into the printed line with a pen, and the engine reads them as some
other number, at times quite surely (09 as 04 with confidence 0.87). A printed digit is as tall as a capital and stands
on the baseline; a written one is too tall or hangs below the line. Only a number and a day are written into print, so
that figures beside no `Số`, `ngày`, `tháng`, `năm` or notation (`/QĐ-UBND`) are print however they look: in tables a
ruling line, in small print a pixel makes them tall. Measured on 32 real scans with some 50 written numbers, days and
months: see the CHANGELOG.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy
from numpy.typing import NDArray

from covidorders.extract.ocr.engine import ReadWord
from covidorders.extract.ocr.lines import CAPITAL
from covidorders.extract.ocr.shapes import Components, PrintedLine
from covidorders.grammar.fold import fold

WRITTEN = 0.3
"""Confidence, at most, in a word with digits that look written."""
TRUSTED = 0.95
"""A word read more surely is left alone whatever its digits look like."""
TALL, DEEP = 1.1, 0.1
"""Height above the baseline and depth below it from which a digit is no print, in heights of a capital.

Printed digits: 0.95 to 1.05, less than 0.06.
"""
WIDE = 0.85
"""Ink wider than this is several digits that touch: it counts for each of them."""
LEAST = 0.5
"""A piece of ink lower than this part of a capital is a dot, a comma or a speck."""
_BESIDE = re.compile(r"^s[oa]\b|ngay|thang|nam\b|/[a-z]{2}")
"""What stands before or behind a blank for the pen, folded; `Số` is read as `Sá` too."""
_NEAR = 0.12
_NARROW = frozenset(".:,;/|'-()tIl")

Floats = NDArray[numpy.float64]


def doubt_written(words: Sequence[ReadWord], left: int, found: Components, line: PrintedLine) -> list[ReadWord]:
    """Return the words, those with digits that look written at a low confidence; `left` is where the strip begins."""
    spans = [list(_digits(word, left)) if blank else [] for word, blank in zip(words, _blanks(words), strict=True)]
    if not any(spans):
        return list(words)
    parts = line.parts
    middles = found.x[parts] + found.w[parts] / 2
    baseline = line.baseline + line.slope * (middles - (line.left + line.right) / 2)
    above, below = baseline - found.y[parts], found.bottom[parts] - baseline
    wide = found.w[parts] > WIDE * line.x_height * CAPITAL
    inside = [_within(middles, some) | wide & _covers(found.x[parts], found.right[parts], some) for some in spans]
    capital = _capital(above[~numpy.logical_or.reduce(inside)], line.x_height)
    odd = (above > TALL * capital) | (below > DEEP * capital)
    odd &= found.h[parts] > LEAST * capital
    return [
        replace(word, confidence=min(word.confidence, WRITTEN)) if (odd & here).any() else word
        for word, here in zip(words, inside, strict=True)
    ]


def _blanks(words: Sequence[ReadWord]) -> list[bool]:
    """Tell of each word whether it may be written: not read surely, and it or a word beside it belongs to a blank."""
    known = [False, *(_BESIDE.search(fold(word.text)) is not None for word in words), False]
    return [word.confidence < TRUSTED and any(known[i : i + 3]) for i, word in enumerate(words)]


def _digits(word: ReadWord, left: int) -> Iterator[tuple[float, float]]:
    """Yield the columns of the page where the digits of a word stand, as the usual widths of letters have it."""
    if not any(c.isdigit() for c in word.text):
        return
    widths = [0.28 if c in _NARROW else 0.65 if c.isupper() else 0.5 for c in word.text]
    scale = (word.right - word.left) / sum(widths)
    begin = left + word.left
    for letter, width in zip(word.text, widths, strict=True):
        if letter.isdigit():
            yield begin, begin + width * scale
        begin += width * scale


def _within(middles: Floats, spans: Sequence[tuple[float, float]]) -> NDArray[numpy.bool_]:
    inside = numpy.zeros(len(middles), bool)
    for first, last in spans:
        inside |= (middles >= first) & (middles <= last)
    return inside


def _covers(left: Floats, right: Floats, spans: Sequence[tuple[float, float]]) -> NDArray[numpy.bool_]:
    covered = numpy.zeros(len(left), bool)
    for first, last in spans:
        covered |= (left <= (first + last) / 2) & ((first + last) / 2 <= right)
    return covered


def _capital(above: Floats, x_height: float) -> float:
    """Return the height of a capital: that of the other tall letters, which pass for small ones where all are tall."""
    for height in (CAPITAL * x_height, x_height):
        like = above[numpy.abs(above / height - 1) < _NEAR]
        if len(like) >= 3:
            return float(numpy.median(like))
    return CAPITAL * x_height
