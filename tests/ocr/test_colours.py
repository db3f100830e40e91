"""Seals in red, round or stretched, taken out; blue print stays."""

from __future__ import annotations

import cv2
import numpy
import pytest

from covidorders.extract.ocr.colours import black_print
from covidorders.extract.ocr.engine import Colour

DPI = 200.0
RED, BLUE = (214, 40, 48), (5, 60, 190)


def page() -> Colour:
    return numpy.full((1200, 1000, 3), 255, numpy.uint8)


@pytest.mark.parametrize("axes", [(140, 140), (95, 118), (118, 90)])  # as programs that sign a file stretch them
def test_seal_is_taken_out(axes: tuple[int, int]) -> None:
    image = page()
    cv2.ellipse(image, (500, 600), axes, 0, 0, 360, RED, 6)
    cv2.putText(image, "SO Y TE", (440, 610), 0, 1.0, RED, 3)
    cv2.putText(image, "NGUYEN VAN AN", (470, 640), 0, 1.0, (20, 20, 20), 3)
    gray = black_print(image, DPI)
    assert gray[600 - axes[1], 500] > 225
    assert (gray[615:645, 470:720] < 100).sum() > 500  # the name under it is still there


def test_lines_of_blue_print_are_no_seal() -> None:
    image = page()
    for row in range(6):  # a web address over several lines, underlined
        y = 400 + 44 * row
        cv2.putText(image, "https://soyte.example.vn/kho-du-lieu/2021/07", (100, y), 0, 0.95, BLUE, 3)
        cv2.line(image, (100, y + 8), (800, y + 8), BLUE, 2)
    gray = black_print(image, DPI)
    assert (gray[:, 100:800] < 160).sum() > 0.9 * (image.min(axis=2)[:, 100:800] < 100).sum()
