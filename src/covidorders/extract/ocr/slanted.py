"""A mark of urgency pressed askew (HỎA TỐC in an arrow): letters on a steep line, which no printed line takes in.

Stamps are set by hand, beside or under the title (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.2.b); those more than some
degrees askew fall apart in a page that is level. Their letters are of one size, evenly apart, on a straight line; it
is made level, and read once more. Nothing but a mark of urgency is believed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import cv2
import numpy
from numpy.typing import NDArray

from covidorders.extract.ocr.engine import Engine, Gray
from covidorders.extract.ocr.lines import CAPITAL
from covidorders.extract.ocr.shapes import Components
from covidorders.extract.ocr.strips import DOWN, UP
from covidorders.extract.ocr.upright import Upright
from covidorders.grammar.marks import is_nation, worn_urgency
from covidorders.layout import Box, Line, Word

SURE = 0.75
"""Confidence from which a line is print, its letters no stamp's."""
PRINT = 8
"""Letters of such a line, at least: a piece of the mark may be read surely."""
REACH = 0.5
"""Share of the page's height in which a mark of urgency stands."""
LETTERS = (5, 14)
"""Letters of a mark: `KHẨN` is too short to be told from dirt, `HỎA TỐC HẸN GIỜ` has 13."""
SLOPES = (0.07, 0.9)
SIZE, STEP, OFF, ALIKE = (0.9, 3.0), 2.4, 0.3, 0.35
"""Height of a letter in x-heights; distance of neighbours, distance from the line and difference in height, at most, in
letters' heights."""
TRIES = 3
"""Rows that are read, at most: each takes as long as a line."""
GRAIN = 5
"""Pixels over which the grain of a rubber stamp is evened out for a second reading."""
MOST = 120
"""Loose shapes on the half of a page beyond which there is dirt and no stamp to look for."""

Floats = NDArray[numpy.float64]


def slanted_mark(page: Upright, read: Sequence[Sequence[Word]], engine: Engine) -> Line | None:
    """Return the mark of urgency that is pressed askew on a page, as a line of its own; None where there is none.

    `read` holds the words of the page's lines, with boxes in points, as those of the mark are. Only a page with a
    letterhead is looked into, and none on which a mark stands level.
    """
    texts = [" ".join(word.text for word in words) for words in read if _is_sure(words)]
    if not any(map(is_nation, texts)) or any(map(worn_urgency, texts)):
        return None
    found = page.found
    for chosen in _aligned(found, _loose(page, read)):
        strip = _levelled(page.even, found, chosen)
        for words in engine.read([strip, numpy.asarray(cv2.medianBlur(strip, GRAIN), numpy.uint8)]):
            mark = worn_urgency(" ".join(word.text for word in words).upper())  # its letters are of one size
            if mark is not None:
                return _line(mark, found, chosen, 72.0 / page.dpi, min(word.confidence for word in words))
    return None


def _line(mark: str, found: Components, chosen: NDArray[numpy.intp], scale: float, sure: float) -> Line:
    sides = found.x[chosen].min(), found.y[chosen].min(), found.right[chosen].max(), found.bottom[chosen].max()
    box = Box(*(round(float(side) * scale, 2) for side in sides))
    return Line(mark, box, (Word(mark, box, round(sure, 4)),), starts_paragraph=True, zone="left")


def _loose(page: Upright, read: Sequence[Sequence[Word]]) -> list[int]:
    """Return the shapes of the size of letters in the upper half that no line of print has."""
    found, lines = page.found, page.lines
    unit = float(numpy.median([line.x_height for line in lines]))
    fit = (found.h > SIZE[0] * unit) & (found.h < SIZE[1] * unit) & (found.w < SIZE[1] * unit) & (found.w > 0.4 * unit)
    fit &= found.bottom < REACH * page.even.shape[0]
    fit[0] = False
    for line, words in zip(lines, read, strict=True):
        if _is_sure(words) and sum(len(word.text) for word in words) >= PRINT:
            fit[line.parts] = False
    return [int(part) for part in numpy.flatnonzero(fit)]


def _is_sure(words: Sequence[Word]) -> bool:
    return bool(words) and sum(word.confidence or 0.0 for word in words) >= SURE * len(words)


def _aligned(found: Components, loose: Sequence[int]) -> Iterator[NDArray[numpy.intp]]:
    """Yield the longest rows of shapes of one size on a steep straight line, from left to right, none sharing any."""
    if not LETTERS[0] <= len(loose) <= MOST:
        return
    parts = numpy.array(sorted(loose, key=lambda part: int(found.x[part])))
    x, y = found.x[parts] + found.w[parts] / 2, found.y[parts] + found.h[parts] / 2
    rows: list[NDArray[numpy.intp]] = []
    for one, other in combinations(range(len(parts)), 2):
        tall = (found.h[parts[one]] + found.h[parts[other]]) / 2
        across = x[other] - x[one]
        if not 2 * tall < across < 2 * LETTERS[1] * tall:
            continue
        slope = (y[other] - y[one]) / across
        if SLOPES[0] < abs(slope) < SLOPES[1]:
            off = (y - y[one] - slope * (x - x[one])) / tall
            near = (numpy.abs(off) < OFF) & (numpy.abs(found.h[parts] / tall - 1) < ALIKE)
            rows.append(parts[_row(x / tall, near, one)])
    used: set[int] = set()
    for row in sorted(rows, key=len, reverse=True)[: MOST * TRIES]:
        if LETTERS[0] <= len(row) <= LETTERS[1] and used.isdisjoint(row.tolist()) and len(used) < TRIES * LETTERS[1]:
            used.update(row.tolist())
            yield row


def _row(x: Floats, near: NDArray[numpy.bool_], first: int) -> list[int]:
    """Return the numbers of the shapes near a line that follow on each other from its first, `x` in heights."""
    row = [first]
    for number in numpy.flatnonzero(near[first + 1 :]) + first + 1:
        if x[number] - x[row[-1]] > STEP:
            break
        row.append(int(number))
    return row


def _levelled(even: Gray, found: Components, chosen: NDArray[numpy.intp]) -> Gray:
    """Return the strip of a slanted row, level, with the marks over its letters and nothing else."""
    x, y = found.x[chosen] + found.w[chosen] / 2, found.y[chosen] + found.h[chosen] / 2
    slope, level = numpy.polyfit(x, y, 1)
    tall = float(numpy.median(found.h[chosen])) * float(numpy.cos(numpy.arctan(slope)))
    every_x, every_y = found.x + found.w / 2, found.y + found.h / 2
    above = (slope * every_x + level - every_y) / tall
    own = (numpy.abs(above) < 0.4) | ((above > 0) & (above < 1.6) & (found.h < tall))
    own &= (every_x > x.min() - tall) & (every_x < x.max() + tall) & (found.h < 1.8 * tall)
    own[0] = False
    picture = numpy.where(own[found.labels], even, 255).astype(numpy.uint8)
    unit = tall / CAPITAL
    width, height = (
        round(float(numpy.hypot(x.max() - x.min(), y.max() - y.min())) + 2 * tall),
        round((UP + DOWN) * unit),
    )
    angle = float(numpy.degrees(numpy.arctan(slope)))
    middle = float(x.min() + x.max()) / 2, float(slope * (x.min() + x.max()) / 2 + level)
    turn = cv2.getRotationMatrix2D(middle, angle, 1.0)
    turn[0, 2] += width / 2 - middle[0]
    turn[1, 2] += UP * unit - tall / 2 - middle[1]
    return numpy.asarray(
        cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255,)), numpy.uint8
    )
