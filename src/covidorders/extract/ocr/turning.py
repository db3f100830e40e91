"""Which way up a page stands and how far it is turned, from the boxes of its letters alone."""

from __future__ import annotations

import cv2
import numpy
from numpy.typing import NDArray

from covidorders.extract.ocr.engine import Colour, Gray
from covidorders.extract.ocr.shapes import Components, PrintedLine

WIDEST = 12.0
"""Degrees that a page may lie askew; a page turned further was laid on the glass on another side."""
LEVEL = 0.08
"""Degrees below which turning the image would cost more sharpness than it mends."""
_COARSE, _FINE = 0.25, 0.025
_MOST_LETTERS = 4000
_QUARTER_SURE = 1.25

Floats = NDArray[numpy.float64]


def letters(found: Components, unit: float) -> NDArray[numpy.intp]:
    """Return the components that have the size of letters."""
    fit = (found.h > 0.6 * unit) & (found.h < 2.6 * unit) & (found.w > 0.15 * unit) & (found.w < 4 * unit)
    fit[0] = False
    chosen = numpy.flatnonzero(fit)
    return chosen[:: len(chosen) // _MOST_LETTERS + 1]


def skew(found: Components, unit: float) -> float:
    """Return the degrees by which the lines fall to the right (positive: the right end stands lower)."""
    chosen = letters(found, unit)
    if len(chosen) < 20:
        return 0.0
    x = (found.x[chosen] + found.w[chosen] / 2).astype(float)
    y = found.bottom[chosen].astype(float)
    near = _steepest(x, y, unit, numpy.arange(-WIDEST, WIDEST + _COARSE, _COARSE))
    return _steepest(x, y, unit / 3, numpy.arange(near - _COARSE, near + _COARSE, _FINE))


def is_sideways(found: Components, unit: float) -> bool:
    """Tell whether the lines run up or down the page: letters stand on levels across the lines, not along them."""
    chosen = letters(found, unit)
    if len(chosen) < 40:
        return False
    x = (found.x[chosen] + found.w[chosen] / 2).astype(float)
    y = (found.y[chosen] + found.h[chosen] / 2).astype(float)
    angles = numpy.arange(-WIDEST, WIDEST + 1, 1.0)
    across = max(_levelness(x, y, unit, angle) for angle in angles)
    along = max(_levelness(y, x, unit, angle) for angle in angles)
    return along > _QUARTER_SURE * across


def is_head_down(found: Components, lines: list[PrintedLine]) -> bool:
    """Tell whether the page probably stands on its head.

    Vietnamese has far more ink above its small letters (tall letters, capitals, tone marks, đ) than below them.
    """
    above = below = 0
    for line in lines:
        above += int((found.y[line.parts] < line.baseline - 1.3 * line.x_height).sum())
        below += int((found.bottom[line.parts] > line.baseline + 0.22 * line.x_height).sum())
    return below > above


def turned(image: Colour | Gray, degrees: float) -> Colour | Gray:
    """Return the image turned about its middle, of the same size, white where nothing was."""
    height, width = image.shape[:2]
    return numpy.asarray(
        cv2.warpAffine(
            image, turn_matrix(width, height, degrees), (width, height), flags=cv2.INTER_CUBIC, borderValue=(255,) * 3
        ),
        numpy.uint8,
    )


def turn_matrix(width: int, height: int, degrees: float) -> Floats:
    """Return the 2 x 3 matrix that makes lines level which fall by so many degrees to the right."""
    return numpy.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), float)


def _steepest(x: Floats, y: Floats, unit: float, angles: Floats) -> float:
    return float(max(angles, key=lambda angle: _levelness(x, y, unit, angle)))


def _levelness(x: Floats, y: Floats, unit: float, degrees: float) -> float:
    """Return how much the points gather on levels when lines falling by `degrees` are made level."""
    level = (y - x * numpy.tan(numpy.radians(degrees))) / (0.25 * unit)
    counts = numpy.bincount((level - level.min()).astype(int))
    return float((counts.astype(float) ** 2).sum())
