"""What is drawn on a page besides letters: ruling lines, and how much of the page images cover."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from covidorders.extract.pdf.chars import Place
from covidorders.layout import Box

_THICKEST = 2.5
"""Points: a ruling line is not thicker."""
_SHORTEST = 4.0
"""Points: a ruling line is not shorter; dots and dashes are."""
_MOST_OBJECTS = 20_000
"""Page objects looked at; more make a map or a drawing, not a notice."""
_MOST_SEGMENTS = 2_000
"""Segments of one path looked at."""
_DEEPEST = 6
"""Form objects within form objects looked into; the picture of a signature widget stands in the fourth."""

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Ruling lines, images and other paths of a page."""

    rules: tuple[Box, ...]
    """Thin boxes, in points."""
    image_share: float
    """Share of the page that images cover, 0..1."""
    image_dpi: float | None
    """Resolution of the largest image, in pixels per inch."""
    paths: int
    """How many paths are drawn."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image on a page: its box in points, its resolution in pixels per inch where it is known."""

    box: Box
    dpi: float | None


def read_pictures(page: ctypes.c_void_p, place: Place) -> list[Picture]:
    """Return the images of a page, boxes as `place` puts them."""
    boxes = [
        (item, place(*_bounds(item, matrix)))
        for item, kind, matrix in _objects(page)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE
    ]
    return [Picture(box, _dpi(item, box)) for item, box in boxes]


def read_drawing(page: ctypes.c_void_p, place: Place, width: float, height: float) -> Drawing:
    """Return ruling lines and images of a page; boxes as `place` puts them, in points."""
    rules: list[Box] = []
    share = largest = 0.0
    dpi: float | None = None
    paths = 0
    for item, kind, matrix in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = place(*_bounds(item, matrix))
            covered = _covered(box, width, height)
            share += covered
            if covered > largest:
                largest, dpi = covered, _dpi(item, box)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
            rules += [place(*bounds) for bounds in _rules(item, matrix)]
    return Drawing(tuple(rules), min(share, 1.0), dpi, paths)


def _dpi(image: ctypes.c_void_p, box: Box) -> float | None:
    across, down = ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFImageObj_GetImagePixelSize(image, across, down) or box.x1 <= box.x0:
        return None
    # The image may lie on its side on the page: the longer sides belong together.
    longest = max(box.x1 - box.x0, box.bottom - box.top)
    return max(across.value, down.value) / longest * 72.0


def _covered(box: Box, width: float, height: float) -> float:
    across = min(box.x1, width) - max(box.x0, 0.0)
    down = min(box.bottom, height) - max(box.top, 0.0)
    return across * down / (width * height) if across > 0 and down > 0 and width * height > 0 else 0.0


def _objects(page: ctypes.c_void_p) -> Iterator[tuple[ctypes.c_void_p, int, _Matrix]]:
    """Return a page's paths and images with what their form object does to their place."""
    get_object, get_type = pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = get_object(page, index)
        kind = get_type(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _in_form(item, _IDENTITY, _DEEPEST)
        elif kind != pdfium.FPDF_PAGEOBJ_TEXT:
            yield item, kind, _IDENTITY


def _in_form(form: ctypes.c_void_p, outer: _Matrix, depth: int) -> Iterator[tuple[ctypes.c_void_p, int, _Matrix]]:
    matrix = _times(_matrix(form), outer)
    for index in range(min(pdfium.FPDFFormObj_CountObjects(form), _MOST_OBJECTS)):
        item = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth > 1:
            yield from _in_form(item, matrix, depth - 1)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
            yield item, kind, matrix


def _matrix(item: ctypes.c_void_p) -> _Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    x, y = _apply(outer, e, f)
    return (
        a * outer[0] + b * outer[2],
        a * outer[1] + b * outer[3],
        c * outer[0] + d * outer[2],
        c * outer[1] + d * outer[3],
        x,
        y,
    )


def _apply(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    return x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5]


def _bounds(item: ctypes.c_void_p, matrix: _Matrix) -> tuple[float, float, float, float]:
    """Left, bottom, right, top."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    bounds = left.value, bottom.value, right.value, top.value
    if matrix is _IDENTITY:
        return bounds
    xs, ys = zip(*(_apply(matrix, x, y) for x in bounds[::2] for y in bounds[1::2]), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _rules(item: ctypes.c_void_p, matrix: _Matrix) -> Iterator[tuple[float, float, float, float]]:
    """Return the ruling lines that a path draws: the path itself if it is thin, else its straight strokes."""
    left, bottom, right, top = _bounds(item, matrix)
    across, down = right - left, top - bottom
    if min(across, down) <= _THICKEST:
        if max(across, down) >= _SHORTEST:
            yield left, bottom, right, top
        return
    stroked = ctypes.c_int()
    filled = ctypes.c_int()
    if pdfium.FPDFPath_GetDrawMode(item, filled, stroked) and stroked.value:
        yield from _strokes(item, _times(_matrix(item), matrix))


def _strokes(item: ctypes.c_void_p, matrix: _Matrix) -> Iterator[tuple[float, float, float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    begun = last = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(item), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _apply(matrix, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _straight(last, point)
            if pdfium.FPDFPathSegment_GetClose(segment):
                yield from _straight(point, begun)
        last = point


def _straight(a: tuple[float, float], b: tuple[float, float]) -> Iterator[tuple[float, float, float, float]]:
    across, down = abs(a[0] - b[0]), abs(a[1] - b[1])
    if min(across, down) <= 1.0 and max(across, down) >= _SHORTEST:
        yield min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])
