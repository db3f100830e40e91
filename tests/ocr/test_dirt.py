"""Specks and pieces of seals and signatures that were read as letters."""

from __future__ import annotations

import pytest

from covidorders.extract.ocr.page import _is_dirt, _is_speck
from covidorders.layout import Box, Word

ROWS = [
    # dirt at the edge of the page, the foot of a signature, a piece of a seal
    ("{", 0.41, True),
    ("“Tt Nĩ", 0.3, True),
    ("* YT", 0.16, True),
    # the frame of a stamp; leaders that are printed
    ("_ =———", 0.55, True),
    ("........", 0.9, False),
    # a short line of print
    ("phẩm;", 0.92, False),
    ("Phụ lục I", 0.49, False),
    # a number stamped over its line, figures in a table, also where they are not made out
    ("12094", 0.3, False),
    ("4", 0.3, False),
    ("§7.5", 0.3, False),
    # the authority over the post
    ("KT.", 0.4, False),
    # a whole line of print under a seal is more than dirt
    ("Phó Chủ tịch Ủy ban nhân dân", 0.4, False),
]


@pytest.mark.parametrize(("text", "confidence", "dirt"), ROWS)
def test_short_lines_read_with_little_confidence_are_no_print(text: str, confidence: float, dirt: bool) -> None:
    words = [Word(word, Box(0, 0, 1, 1), confidence) for word in text.split()]
    assert _is_dirt(words) is dirt


@pytest.mark.parametrize(
    ("text", "speck"),
    [("|", True), ("`", True), ("°'", True), ("-", False), ("+", False), ("§", False), ("%", False), ("a)", False)],
)
def test_a_sign_apart_from_all_text_is_a_speck(text: str, speck: bool) -> None:
    assert _is_speck(text) is speck
