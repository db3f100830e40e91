"""A mark of urgency pressed askew is read as a line of its own; nothing else that is written aslant is."""

from __future__ import annotations

from collections.abc import Callable

import numpy
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from covidorders.extract.ocr import read_image
from covidorders.grammar.marks import worn_urgency
from covidorders.layout import ExtractOptions, Line

Picture = NDArray[numpy.uint8]
DPI = 200.0


def stamped(page: Picture, words: str, degrees: float) -> Picture:
    """Press words on the left margin of a page, under its letterhead."""
    font = ImageFont.load_default(34)
    ink = Image.new("L", (420, 420), 255)
    ImageDraw.Draw(ink).text((210, 210), words, fill=20, font=font, anchor="mm")
    turned = numpy.asarray(ink.rotate(degrees, fillcolor=255, resample=Image.Resampling.BICUBIC), numpy.uint8)
    below = page.copy()
    part = below[200:620, 0:420]
    part[:] = numpy.minimum(part, turned[..., None])
    return below


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("words", "degrees", "mark"),
    [
        ("HOA TOC", 12, "HỎA TỐC"),
        ("HOA TOC", 28, "HỎA TỐC"),
        ("HOA TOC", -20, "HỎA TỐC"),
        ("SAO LUC", 20, None),  # another stamp
    ],
)
def test_a_mark_of_urgency_askew(
    drawn: Callable[[str, int, float], Picture], words: str, degrees: float, mark: str | None
) -> None:
    page = read_image(stamped(drawn("12-giay-moi.pdf", 0, DPI), words, degrees), DPI, 1, ExtractOptions())
    lines = [block for block in page.blocks if isinstance(block, Line)]
    found = [line for line in lines if worn_urgency(line.text)]
    assert [worn_urgency(line.text) for line in found] == ([mark] if mark else [])
    assert all(line.zone == "left" and line.words[0].box.x1 < 160 for line in found)
