"""Coloured seals and signatures taken out of a page, the black print under them kept.

Red or blue ink is bright in one colour channel, black ink is dark in all three; so where a seal lies over a name,
the brightest of the three channels shows the name alone. This is done only where a seal or a signature is: coloured
print (a stamped name, HỎA TỐC, a number in blue) stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
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
OVAL_CLOSED = 0.8
"""The same for the oval that fills the box of one connected shape: 0.83 to 1 for seals, at most 0.71 for others."""
CLEAR = 0.45
"""Share of the circle just outside the ring that may be coloured: text in a square stamp goes on there."""
FRAME_MM = 1.8
FRAME_CLOSED = 0.7
"""Share of the upper and the lower side that must be there for a shape to be the outline of a box."""
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
    height, width = gray.shape
    for drawn in _drawings(image, dpi):
        area = cv2.resize(cv2.dilate(drawn, numpy.ones((3, 3), numpy.uint8)), (width, height))
        x, y, w, h = cv2.boundingRect(area)
        part, inside = image[y : y + h, x : x + w], area[y : y + h, x : x + w] > 0
        gray[y : y + h, x : x + w][inside] = _without_colour(part[inside])
    return gray


def _without_colour(pixels: Colour) -> Gray:
    """Return grey values of coloured pixels, shape (n, 3): the coloured ink becomes white, black stays dark.

    The step between is kept soft: JPEG spreads colour over the edges of black letters, and a hard one eats them.
    """
    brightest = pixels.max(axis=1)
    coloured = brightest[brightest.astype(int) - pixels.min(axis=1) > COLOURED]
    ink = float(numpy.percentile(coloured, 25)) if len(coloured) else 255.0
    return numpy.asarray((brightest * (255.0 / max(0.85 * ink, 60.0))).clip(0, 255), numpy.uint8)


def _drawings(image: Colour, dpi: float) -> list[Gray]:
    """Return masks of what is drawn in colour, one for seals and frames, one for signatures; small, at SHAPE_DPI."""
    scale = min(1.0, SHAPE_DPI / dpi)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    vivid = small.max(axis=2) - small.min(axis=2)
    coloured = vivid > COLOURED + numpy.median(vivid)
    if coloured.sum() < 30:
        return []
    red = coloured & (small[..., 0].astype(int) > small[..., 2])
    millimetre = dpi * scale / 25.4
    stamped, written = numpy.zeros(vivid.shape, numpy.uint8), numpy.zeros(vivid.shape, numpy.uint8)
    framed = _mark_frames(red, millimetre, stamped)
    for circle in _seals(red & ~framed, millimetre):
        cv2.circle(stamped, (round(circle.x), round(circle.y)), round(circle.radius * 1.04) + 1, 255, -1)
    _mark_ovals(red & ~framed, millimetre, stamped)
    _mark_strokes(coloured & ~red & (stamped == 0), millimetre, written)
    return [mask for mask in (written, stamped) if mask.any()]


def _mark_frames(ink: Flags, millimetre: float, drawn: Gray) -> Flags:
    """Add the outlines of boxes (HỎA TỐC, the dấu ĐẾN) to `drawn`; return all that lies in such a box.

    What stands inside is print and stays.
    """
    framed = numpy.zeros(ink.shape, bool)
    edge = max(1, round(FRAME_MM * millimetre))
    for x, y, shape in _shapes(ink, millimetre):
        height, width = shape.shape
        if min(height, width) < TALL_MM * millimetre or width < 1.4 * height:
            continue
        sides = shape[:edge].any(axis=0).mean(), shape[-edge:].any(axis=0).mean()
        if min(sides) > FRAME_CLOSED:
            inside = shape.copy()
            inside[edge:-edge, edge:-edge] = False
            drawn[y : y + height, x : x + width][inside] = 255
            framed[y : y + height, x : x + width] = True
    return framed


def _mark_ovals(ink: Flags, millimetre: float, drawn: Gray) -> None:
    """Add seals that one connected shape shows, round or stretched, as programs that sign a file draw them."""
    low, high = 2 * SEAL_RADIUS_MM[0] * millimetre - 2, 2 * SEAL_RADIUS_MM[1] * millimetre
    angles = numpy.arange(72) * (2 * numpy.pi / 72)
    for x, y, shape in _shapes(ink, millimetre):
        height, width = shape.shape
        if min(height, width) < low or max(height, width) > high or not 0.5 < height / width < 2:
            continue
        columns = numpy.rint((width - 3) / 2 * (1 + numpy.cos(angles))).astype(int) + 1
        rows = numpy.rint((height - 3) / 2 * (1 + numpy.sin(angles))).astype(int) + 1
        near = cv2.dilate(shape.astype(numpy.uint8), numpy.ones((3, 3), numpy.uint8))
        if near[rows, columns].mean() >= OVAL_CLOSED:
            middle, axes = (x + width // 2, y + height // 2), (width // 2 + 1, height // 2 + 1)
            cv2.ellipse(drawn, middle, axes, 0, 0, 360, 255, -1)


def _mark_strokes(ink: Flags, millimetre: float, drawn: Gray) -> None:
    """Add strokes of the pen taller than letters to `drawn`: thin, and not filling their box."""
    for x, y, shape in _shapes(ink, millimetre):
        if shape.shape[0] >= TALL_MM * millimetre and shape.mean() < 0.45:
            drawn[y : y + shape.shape[0], x : x + shape.shape[1]][shape] = 255


def _shapes(ink: Flags, millimetre: float) -> Iterator[tuple[int, int, Flags]]:
    """Return the large connected shapes of one ink with their left and top."""
    joined = cv2.morphologyEx(ink.astype(numpy.uint8), cv2.MORPH_CLOSE, numpy.ones((3, 3), numpy.uint8))
    number, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    for label in range(1, number):
        x, y, w, h, _ = stats[label].tolist()
        if max(w, h) >= TALL_MM * millimetre:
            yield x, y, labels[y : y + h, x : x + w] == label


def _seals(coloured: Flags, millimetre: float) -> list[Circle]:
    """Find the round seals, also those over text and those cut by the edge of the page (giáp lai).

    Only in red, as Nghị định 30/2020/NĐ-CP has seals: in lines of blue print (web addresses) circles are found too.
    """
    margin = round(SEAL_RADIUS_MM[1] * millimetre)
    shapes = cv2.copyMakeBorder(coloured.astype(numpy.uint8) * 255, *(margin,) * 4, cv2.BORDER_CONSTANT)
    low, high = (round(limit * millimetre) for limit in SEAL_RADIUS_MM)
    found = cv2.HoughCircles(shapes, cv2.HOUGH_GRADIENT, 1, low, param1=200, param2=14, minRadius=low, maxRadius=high)
    seals: list[Circle] = []
    for x, y, radius in found[0] if found is not None else ():
        about = Circle(float(x) - margin, float(y) - margin, float(radius))
        circle = _outer_ring(coloured, _centred(coloured, about), high)
        if circle is not None and all(numpy.hypot(circle.x - s.x, circle.y - s.y) > low for s in seals):
            seals.append(circle)
    return seals


def _centred(coloured: Flags, about: Circle) -> Circle:
    """Move a circle, found some pixels astray, to the outermost coloured pixels all around it."""
    rows, columns = numpy.nonzero(coloured)
    x, y = columns - about.x, rows - about.y
    away = numpy.hypot(x, y)
    near = (away > 0.7 * about.radius) & (away < 1.3 * about.radius)
    if near.sum() < 24:
        return about
    x, y, away = x[near], y[near], away[near]
    sector = ((numpy.arctan2(y, x) + numpy.pi) / (2 * numpy.pi) * 71.99).astype(int)
    order = numpy.lexsort((away, sector))
    outermost = order[numpy.flatnonzero(numpy.diff(sector[order], append=72))]
    x, y = x[outermost].astype(float), y[outermost].astype(float)
    for _ in range(3):
        (a, b, c), *_ = numpy.linalg.lstsq(numpy.stack([x, y, numpy.ones(len(x))], 1), x**2 + y**2, rcond=None)
        off = numpy.abs(numpy.hypot(x - a / 2, y - b / 2) - numpy.sqrt(max(c + (a**2 + b**2) / 4, 1.0)))
        keep = off <= max(1.5, float(numpy.median(off)) * 2)
        if keep.sum() < 12:
            return about
        x, y = x[keep], y[keep]
    return Circle(about.x + float(a) / 2, about.y + float(b) / 2, about.radius)


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
