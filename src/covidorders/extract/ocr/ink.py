"""From a colour page to black ink on white paper: colours taken out, paper made even, ink told from paper."""

from __future__ import annotations

import cv2
import numpy

from covidorders.extract.ocr.engine import Gray

PAPER_TILE = 24
"""The paper's own brightness is taken on a grid of so many pixels: wider than a stroke, narrower than a shadow."""


def even_paper(gray: Gray) -> Gray:
    """Return the page with its paper white and its ink dark, whatever the light: each pixel against its paper."""
    height, width = gray.shape
    small = cv2.resize(
        gray, (max(1, width // PAPER_TILE * 2), max(1, height // PAPER_TILE * 2)), interpolation=cv2.INTER_AREA
    )
    paper = cv2.medianBlur(cv2.dilate(small, numpy.ones((3, 3), numpy.uint8)), 5)
    paper = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return numpy.asarray(cv2.divide(gray, paper, scale=255), numpy.uint8)


def ink_mask(even: Gray) -> Gray:
    """Return 255 where there is ink on an evened page, else 0. One threshold for the page, after Otsu."""
    level, _ = cv2.threshold(even, 0, 255, cv2.THRESH_OTSU)
    return numpy.asarray(cv2.threshold(even, min(max(level, 110), 200), 255, cv2.THRESH_BINARY_INV)[1], numpy.uint8)
