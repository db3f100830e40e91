"""Roman numerals counted on a drawn picture, whatever the network read."""

from __future__ import annotations

import cv2
import numpy
import pytest

from covidorders.extract.ocr.engine import ReadWord
from covidorders.extract.ocr.roman import count_strokes

HEIGHT, STEM, STEP = 30, 5, 15

ROWS = [
    # two strokes run together look like an H
    ("H.", 2, True, "II."),
    ("II.", 3, True, "III."),
    ("III.", 3, True, "III."),
    # the point was taken for the foot of an L
    ("L", 1, True, "I."),
    ("1L", 1, True, "I."),
    ("II", 2, True, "II."),
    # no point on the picture: a word may well be one letter
    ("L", 1, False, "L"),
    ("II", 2, False, "II"),
    # other words stay
    ("Tổ.", 2, True, "Tổ."),
]


@pytest.mark.parametrize(("read", "strokes", "point", "text"), ROWS)
def test_strokes_are_counted_on_the_picture(read: str, strokes: int, point: bool, text: str) -> None:
    picture = numeral(strokes, point)
    word = ReadWord(read, 0, picture.shape[1] - 1, 0.8)
    assert count_strokes(word, picture).text == text


def numeral(strokes: int, point: bool) -> numpy.ndarray:
    """Draw I's with serifs, dark on white, and a full stop."""
    picture = numpy.full((50, STEP * strokes + 14), 255, numpy.uint8)
    for number in range(strokes):
        left = 5 + STEP * number
        picture[10 : 10 + HEIGHT, left : left + STEM] = 0
        for top in (10, 10 + HEIGHT - 3):
            picture[top : top + 3, left - 4 : left + STEM + 4] = 0
    if point:
        end = 5 + STEP * strokes
        picture[10 + HEIGHT - 5 : 10 + HEIGHT, end + 1 : end + 6] = 0
    return picture


@pytest.mark.parametrize(
    ("read", "strokes", "text"),
    [
        ("VI.", 2, "VII."),  # of VII and VIII the network makes VI and VII
        ("VII.", 3, "VIII."),
        ("VIL", 2, "VII."),  # the point taken for the foot of an L
        ("VI.", 1, "VI."),
        ("VII.", 2, "VII."),
        ("V.", 1, "V."),  # read without a stroke: nothing to count
    ],
)
def test_strokes_behind_a_v_are_counted(read: str, strokes: int, text: str) -> None:
    picture = numpy.hstack([letter_v(), numeral(strokes, point=True)])
    word = ReadWord(read, 0, picture.shape[1] - 1, 0.8)
    assert count_strokes(word, picture).text == text


def letter_v() -> numpy.ndarray:
    """Draw a V as tall as the I's, its left arm thick, serifs on both."""
    picture = numpy.full((50, 30), 255, numpy.uint8)
    for x, thick in ((5, 5), (25, 2)):
        cv2.line(picture, (x, 10), (15, 9 + HEIGHT), 0, thick)
        picture[10:12, x - 4 : x + 5] = 0
    return picture
