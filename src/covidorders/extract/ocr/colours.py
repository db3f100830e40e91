"""Coloured seals and signatures taken out of a page, the black print under them kept.

Red or blue ink is bright in one colour channel, black ink is dark in all three; so where a seal lies over a name,
the brightest of the three channels shows the name alone. This is done only where a seal or a signature is: coloured
print (a stamped name, HỎA TỐC, a number in blue) stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy
from numpy.typing import NDArray

from covidorders.extract.ocr.engine import Colour, Gray

SHAPE_DPI = 50.0
"""Coloured shapes are looked for at this resolution: it shows a seal of 36 mm as 71 pixels."""
COLOURED = 24
"""Difference between the brightest and the darkest channel, less that of the paper, from which a pixel is coloured."""
SEAL_RADIUS_MM = (8.0, 24.0)
"""Thông tư 07/2010/TT-BCA: seals of state bodies measure 28 to 42 mm across; digital ones are printed smaller."""
CLOSED = 0.75
"""Share of a ring that must be there, the part beyond the edge of the page left out."""
CLEAR = 0.45
"""Share of the circle just outside the ring that may be coloured: text in a square stamp goes on there."""
TALL_MM = 7.0
"""A connected coloured stroke taller than this is a signature or a frame, not a letter."""

Floats = NDArray[numpy.float64]
Flags = NDArray[numpy.bool_]


@dataclass(frozen=True, slots=True)
class Circle:
    """A round seal, in pixels."""

    x: float
    y: float
    radius: float


def black_print(image: Colour, dpi: float) -> Gray:
    """Return the page in grey without seals, signatures and frames in colour, shape (height, width)."""
    gray = numpy.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), numpy.uint8)
    mask = _drawn_in_colour(image, dpi)
    if mask is None:
        return gray
    top, bottom, left, right = _extent(mask)
    part = image[top:bottom, left:right]
    brightest, darkest = part.max(axis=2), part.min(axis=2)
    vivid = (brightest - darkest).astype(numpy.int16)
    pure = (vivid > 28) & ((brightest > 140) | (vivid > 0.6 * brightest))
    clean = numpy.where(pure, 255, brightest).astype(numpy.uint8)
    area = mask[top:bottom, left:right] > 0
    gray[top:bottom, left:right] = numpy.where(area, clean, gray[top:bottom, left:right])
    return gray


def _drawn_in_colour(image: Colour, dpi: float) -> Gray | None:
    """Return 255 where a seal, a signature or a coloured frame lies, None where the page has none."""
    height, width = image.shape[:2]
    scale = min(1.0, SHAPE_DPI / dpi)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    vivid = small.max(axis=2) - small.min(axis=2)
    coloured = vivid > COLOURED + numpy.median(vivid)
    if coloured.sum() < 30:
        return None
    red = coloured & (small[..., 0].astype(int) > small[..., 2])
    millimetre = dpi * scale / 25.4
    drawn = numpy.zeros(vivid.shape, numpy.uint8)
    for circle in _seals(coloured, millimetre):
        cv2.circle(drawn, (round(circle.x), round(circle.y)), round(circle.radius * 1.04) + 1, 255, -1)
    _mark(red & (drawn == 0), millimetre, _is_frame, drawn)
    _mark(coloured & ~red & (drawn == 0), millimetre, _is_stroke, drawn)
    if not drawn.any():
        return None
    drawn = cv2.dilate(drawn, numpy.ones((3, 3), numpy.uint8))
    return numpy.asarray(cv2.resize(drawn, (width, height), interpolation=cv2.INTER_NEAREST), numpy.uint8)


def _mark(ink: Flags, millimetre: float, is_drawing: Callable[[Flags, float], bool], drawn: Gray) -> None:
    """Add the seals of one ink to `drawn`, and the shapes that are drawings."""
    joined = cv2.morphologyEx(ink.astype(numpy.uint8), cv2.MORPH_CLOSE, numpy.ones((3, 3), numpy.uint8))
    number, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    for label in range(1, number):
        x, y, w, h, _ = stats[label].tolist()
        if max(w, h) < TALL_MM * millimetre:
            continue
        shape = labels[y : y + h, x : x + w] == label
        if is_drawing(shape, millimetre):
            drawn[y : y + h, x : x + w][shape] = 255


def _is_frame(shape: Flags, millimetre: float) -> bool:
    """Tell whether a shape is the outline of a box (HỎA TỐC, the dấu ĐẾN): large both ways, and hollow."""
    return bool(min(shape.shape) >= TALL_MM * millimetre and shape.mean() < 0.35)


def _is_stroke(shape: Flags, millimetre: float) -> bool:
    """Tell whether a shape is a stroke of the pen taller than letters: thin, and not filling its box."""
    return bool(shape.shape[0] >= TALL_MM * millimetre and shape.mean() < 0.45)


def _seals(coloured: Flags, millimetre: float) -> list[Circle]:
    """Find the round seals, also those over text and those cut by the edge of the page (giáp lai)."""
    margin = round(SEAL_RADIUS_MM[1] * millimetre)
    shapes = cv2.copyMakeBorder(coloured.astype(numpy.uint8) * 255, *(margin,) * 4, cv2.BORDER_CONSTANT)
    low, high = (round(limit * millimetre) for limit in SEAL_RADIUS_MM)
    found = cv2.HoughCircles(shapes, cv2.HOUGH_GRADIENT, 1, low, param1=200, param2=14, minRadius=low, maxRadius=high)
    seals: list[Circle] = []
    for x, y, radius in found[0] if found is not None else ():
        circle = _outer_ring(coloured, Circle(float(x) - margin, float(y) - margin, float(radius)), high)
        if circle is not None and all(numpy.hypot(circle.x - s.x, circle.y - s.y) > low for s in seals):
            seals.append(circle)
    return seals


def _outer_ring(coloured: Flags, about: Circle, most: int) -> Circle | None:
    """Return the largest ring about a middle that is closed as far as the page goes; None if there is none."""
    for radius in numpy.arange(min(about.radius * 1.7, most), about.radius * 0.9, -0.5):
        closed = _share_on_circle(coloured, about, float(radius), thick=1)
        if closed is not None and closed >= CLOSED:
            outside = _share_on_circle(coloured, about, float(radius) * 1.1 + 2, thick=0)
            return Circle(about.x, about.y, float(radius)) if (outside or 0.0) <= CLEAR else None
    return None


def _share_on_circle(coloured: Flags, about: Circle, radius: float, thick: int) -> float | None:
    """Return the share of a circle that is coloured; None if two thirds of it lie beyond the page."""
    height, width = coloured.shape
    angles = numpy.arange(72) * (2 * numpy.pi / 72)
    columns = numpy.rint(about.x + radius * numpy.cos(angles)).astype(int)
    rows = numpy.rint(about.y + radius * numpy.sin(angles)).astype(int)
    seen = (columns >= 1) & (columns < width - 1) & (rows >= 1) & (rows < height - 1)
    if seen.sum() < 24:
        return None
    columns, rows = columns[seen], rows[seen]
    hit = coloured[rows, columns].copy()
    if thick:
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            hit |= coloured[rows + dy, columns + dx]
    return float(hit.mean())


def _extent(mask: Gray) -> tuple[int, int, int, int]:
    x, y, w, h = cv2.boundingRect(mask)
    return y, y + h, x, x + w
