"""Bullets before the lines of a list: found by their like, whatever was read; specks, dashes and labels are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy
import pytest

from covidorders.extract.ocr.bullets import BULLET, with_bullets
from covidorders.extract.ocr.engine import Gray, ReadWord
from covidorders.extract.ocr.lines import find_lines
from covidorders.extract.ocr.shapes import components
from covidorders.extract.ocr.strips import cut_strip

UNIT, STEP = 16.0, 60
Draw = Callable[[Gray, int], None]


def dot(mask: Gray, baseline: int) -> None:
    cv2.circle(mask, (108, baseline - 8), 5, 255, -1)


def arrow(mask: Gray, baseline: int) -> None:
    cv2.fillPoly(mask, [numpy.array([(100, baseline - 18), (120, baseline - 8), (100, baseline + 2)])], 255)


def dash(mask: Gray, baseline: int) -> None:
    cv2.rectangle(mask, (100, baseline - 8), (108, baseline - 6), 255, -1)


def letters(mask: Gray, baseline: int) -> None:
    for number in range(24):
        cv2.rectangle(mask, (160 + 20 * number, baseline - 16), (168 + 20 * number, baseline), 255, -1)


def read(draws: Sequence[Draw | None], sign: str, sure: float = 0.5) -> list[str]:
    """Return the text of lines of letters with a sign drawn before them, read as `sign` (nothing if empty)."""
    mask = numpy.zeros((STEP * (len(draws) + 2), 800), numpy.uint8)
    for number, draw in enumerate(draws, 1):
        letters(mask, STEP * number)
        if draw is not None:
            draw(mask, STEP * number)
    found = components(mask)
    lines = find_lines(found, UNIT, numpy.zeros_like(mask))
    strips = [cut_strip(255 - mask, found, line) for line in lines]
    words = []
    for strip, draw in zip(strips, draws, strict=True):
        text = ReadWord("Rà", 160.0 - strip.left, 640.0 - strip.left, 0.97)
        lead = [ReadWord(sign, 100.0 - strip.left, 118.0 - strip.left, sure)] if draw and sign else []
        words.append([*lead, text])
    return [" ".join(word.text for word in line) for line in with_bullets(words, strips, lines, found)]


@pytest.mark.parametrize("draw", [dot, arrow])
@pytest.mark.parametrize("sign", ["", "»>", "-", "^"])
def test_like_shapes_are_bullets(draw: Draw, sign: str) -> None:
    assert read([None, draw, draw, draw], sign) == ["Rà", *[f"{BULLET} Rà"] * 3]


@pytest.mark.parametrize(
    ("draws", "sign", "sure"),
    [
        ([dot, None, None], "^", 0.5),  # a speck
        ([dot, arrow, None], "^", 0.5),  # two specks
        ([dash, dash, None], "-", 0.9),
        ([arrow, arrow, None], "-", 0.8),  # a thick dash
        ([arrow, arrow, None], "1", 0.5),  # a label not made out
        ([arrow, arrow, None], "+", 0.9),  # a sign of its own
    ],
)
def test_others_stay_as_read(draws: list[Draw | None], sign: str, sure: float) -> None:
    assert read(draws, sign, sure) == [f"{sign} Rà" if draw else "Rà" for draw in draws]
