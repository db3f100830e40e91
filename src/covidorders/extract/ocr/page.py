"""One page image becomes a page of lines: clean, recognise, arrange."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import cv2
import numpy

from covidorders.extract.arrange import arrange
from covidorders.extract.ocr.engine import Colour, Engine, Gray, ImageWord
from covidorders.layout import Box, Page, Word

POINTS = 72.0
ASSUMED_DPI = 200.0
"""Where the image does not say: what offices scan at, and the least that Nghị định 30/2020/NĐ-CP Điều 25 asks."""


def recognise_page(image: Colour, dpi: float | None, number: int, engine: Engine) -> Page:
    """Return the recognised page; boxes in points of the image as given."""
    dpi = dpi or ASSUMED_DPI
    height, width = image.shape[:2]
    words = engine.recognise(_gray(image), dpi)
    placed = [_place(word, POINTS / dpi) for word in words]
    page_width, page_height = width * POINTS / dpi, height * POINTS / dpi
    blocks = arrange(placed, page_width, page_height, ())
    return Page(number, blocks, page_width, page_height, ocr=True, confidence=_mean(words))


def _gray(image: Colour) -> Gray:
    return numpy.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), dtype=numpy.uint8)


def _place(word: ImageWord, scale: float) -> Word:
    box = Box(word.left * scale, word.top * scale, word.right * scale, word.bottom * scale)
    return Word(unicodedata.normalize("NFC", word.text), box, word.confidence)


def _mean(words: Sequence[ImageWord]) -> float | None:
    """Return the confidence of the page: the mean over its letters, so that specks do not count like words."""
    letters = sum(len(word.text) for word in words)
    return round(sum(word.confidence * len(word.text) for word in words) / letters, 4) if letters else None
