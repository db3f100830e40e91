"""The picture of one printed line as the recogniser wants it: its own ink only, at a constant place and size."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy
from numpy.typing import NDArray

from covidorders.extract.ocr.engine import Gray
from covidorders.extract.ocr.shapes import Components, PrintedLine

UP, DOWN = 2.4, 0.6
"""Where a strip begins and ends, in x-heights above and below the baseline. Measured: see tools/bench_ocr."""
SIDE = 0.2
MOST_FALL = 0.2
"""Part of an x-height by which a line may fall from end to end before it is made level."""
PAPER, OWN, FOREIGN = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Strip:
    """The picture of a line, `left` being its first column on the page, and which of its columns have ink."""

    image: Gray
    left: int
    ink: NDArray[numpy.bool_]


def cut_strip(even: Gray, found: Components, line: PrintedLine) -> Strip:
    """Cut a line out of the evened page; the ink of other lines and specks is made white, a slope is made level."""
    height, width = even.shape
    unit = line.x_height
    top = max(0, min(round(line.baseline - UP * unit), line.top - 2))
    bottom = min(height, max(round(line.baseline + DOWN * unit), line.bottom + 2))
    left, right = max(0, round(line.left - SIDE * unit)), min(width, round(line.right + SIDE * unit) + 1)
    belongs = numpy.full(len(found.x), FOREIGN, numpy.uint8)
    belongs[line.parts] = OWN
    belongs[0] = PAPER
    part = belongs[found.labels[top:bottom, left:right]]
    picture = even[top:bottom, left:right].copy()
    if (part == FOREIGN).any():
        edge = cv2.dilate((part == FOREIGN).astype(numpy.uint8), numpy.ones((3, 3), numpy.uint8))
        picture[(edge > 0) & (part != OWN)] = 255
    ink = (part == OWN).any(axis=0)
    fall = line.slope * (right - left)
    return Strip(_level(picture, line, top) if abs(fall) > MOST_FALL * unit else picture, left, ink)


def _level(picture: Gray, line: PrintedLine, top: int) -> Gray:
    """Shear a sloping line level and cut it to the height that a level one has."""
    height, width = picture.shape
    unit = line.x_height
    middle = width / 2
    shear = numpy.array([[1.0, 0.0, 0.0], [-line.slope, 1.0, line.slope * middle]])
    level = cv2.warpAffine(picture, shear, (width, height), flags=cv2.INTER_LINEAR, borderValue=255)
    first, last = round(line.baseline - UP * unit) - top, round(line.baseline + DOWN * unit) - top
    return numpy.asarray(level[max(0, first) : min(height, last)], numpy.uint8)
