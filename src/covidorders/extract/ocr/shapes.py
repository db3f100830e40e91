"""What a page image holds before it is read: connected components, and the printed lines that they make up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy
from numpy.typing import NDArray

from covidorders.extract.ocr.engine import Gray

Ints = NDArray[Any]
"""Whole numbers: a column of pixel measures, or indexes of components."""


@dataclass(frozen=True, slots=True)
class Components:
    """The connected components of an ink mask: `labels` as an image, the rest one entry for each component."""

    labels: Ints
    x: Ints
    y: Ints
    w: Ints
    h: Ints
    area: Ints

    @property
    def right(self) -> Ints:
        """Columns after the last one of each component."""
        return self.x + self.w

    @property
    def bottom(self) -> Ints:
        """Rows after the last one of each component."""
        return self.y + self.h


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One printed line, or a part of it that stands apart. Pixels; `baseline` is a height on the page at the middle.

    `slope` is what the line still falls for each pixel to the right, on a page that is level as a whole.
    """

    parts: Ints
    left: int
    right: int
    top: int
    bottom: int
    baseline: float
    x_height: float
    slope: float = 0.0

    def baseline_at(self, x: float) -> float:
        """Return the height of the baseline at a column."""
        return self.baseline + self.slope * (x - (self.left + self.right) / 2)


def components(mask: Gray) -> Components:
    """Return the connected components of an ink mask (255 ink), the paper left out; label 0 is paper."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    x, y, w, h, area = (numpy.ascontiguousarray(column) for column in stats.T)
    return Components(numpy.asarray(labels), x, y, w, h, area)
