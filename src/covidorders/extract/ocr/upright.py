"""A page image made ready: right size, black on white, upright and level, rules apart, its printed lines found."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy

from covidorders.extract.ocr.colours import black_print
from covidorders.extract.ocr.engine import Colour, Gray
from covidorders.extract.ocr.ink import even_paper, ink_mask
from covidorders.extract.ocr.lines import find_lines, x_height
from covidorders.extract.ocr.placement import Matrix
from covidorders.extract.ocr.ruling import rule_boxes, rule_mask, without_rules
from covidorders.extract.ocr.shapes import Components, PrintedLine, components
from covidorders.extract.ocr.turning import LEVEL, is_head_down, is_sideways, skew, turn_matrix, turned
from covidorders.layout import Box

WORKING_DPI = 200.0
"""Pages are brought to this resolution. Measured: 300 dpi reads no better and takes longer."""
MOST_ENLARGED = 1.36
"""Letters of coarse scans come apart better when enlarged; further than this takes time and gains nothing."""


@dataclass(frozen=True, slots=True)
class Upright:
    """A page ready for reading. `matrix` (3 x 3) takes pixels of the given image to pixels of `even`."""

    even: Gray
    found: Components
    lines: tuple[PrintedLine, ...]
    rules: tuple[Box, ...]
    dpi: float
    matrix: Matrix
    head_down: bool
    """The page probably stands on its head; reading both ways decides."""


def make_upright(image: Colour, dpi: float) -> Upright | None:
    """Return the page upright and level; None where there is no print on it."""
    gray, dpi, matrix = _sized(black_print(image, dpi), dpi)
    even = even_paper(gray)
    mask = ink_mask(even)
    found = components(mask)
    unit = x_height(found)
    if unit is None:
        return None
    sideways = is_sideways(found, unit)
    if sideways:
        even, matrix = quarter_turn(even, matrix)
        found = components(ink_mask(even))
    degrees = skew(found, unit)
    if abs(degrees) > LEVEL:
        height, width = even.shape
        matrix = _square(turn_matrix(width, height, degrees)) @ matrix
        even = turned(even, degrees)
    return lay_out(even, unit, dpi, matrix, doubtful=sideways)


def lay_out(even: Gray, unit: float, dpi: float, matrix: Matrix, *, doubtful: bool = False) -> Upright:
    """Find the rules and the printed lines of a level page; `doubtful`: both ways up are to be tried."""
    mask = ink_mask(even)
    rules = rule_mask(mask, unit)
    if rules[0].any() or rules[1].any():
        kept = without_rules(mask, rules, unit)
        gone = cv2.dilate(cv2.subtract(mask, kept), numpy.ones((3, 3), numpy.uint8))
        even = numpy.where((gone > 0) & (kept == 0), 255, even).astype(numpy.uint8)
        mask = kept
    found = components(mask)
    lines = tuple(find_lines(found, unit, rules[1]))
    return Upright(
        even, found, lines, tuple(rule_boxes(rules, 72 / dpi)), dpi, matrix, is_head_down(found, list(lines))
    )


def head_up(page: Upright, unit: float) -> Upright:
    """Return the page turned by 180 degrees."""
    even, matrix = quarter_turn(*quarter_turn(page.even, page.matrix))
    return lay_out(even, unit, page.dpi, matrix)


def quarter_turn(image: Gray, matrix: Matrix) -> tuple[Gray, Matrix]:
    """Turn clockwise by 90 degrees: pixel (x, y) goes to (height - 1 - y, x)."""
    height = image.shape[0]
    step = numpy.array([[0.0, -1.0, height - 1.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    return numpy.ascontiguousarray(numpy.rot90(image, -1)), step @ matrix


def _sized(gray: Gray, dpi: float) -> tuple[Gray, float, Matrix]:
    scale = min(WORKING_DPI / dpi, MOST_ENLARGED)
    if abs(scale - 1) < 0.02:
        return gray, dpi, numpy.eye(3)
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    sized = numpy.asarray(cv2.resize(gray, None, fx=scale, fy=scale, interpolation=way), numpy.uint8)
    return sized, dpi * scale, numpy.diag([sized.shape[1] / gray.shape[1], sized.shape[0] / gray.shape[0], 1.0])


def _square(matrix: Matrix) -> Matrix:
    return numpy.vstack([matrix, [0.0, 0.0, 1.0]])
