"""Texts in poor letters, in which the model knows more than the rules: without diacritics, or misread."""

from __future__ import annotations

import re

from covidorders.grammar.syllables import is_syllable

_MARKED = re.compile(r"[^\W\d_a-zA-Z]")
_LEAST = 0.02
"""Share of letters with a diacritic below which a text is called bare; ordinary text has 0.25 to 0.3."""


def is_bare(text: str) -> bool:
    """Tell whether a text is written without diacritics."""
    letters = sum(map(str.isalpha, text))
    return len(_MARKED.findall(text)) < letters * _LEAST


_WORD = re.compile(r"[^\W\d_]+")
_MISREAD = 0.02
"""Share of words in small letters that no Vietnamese spelling makes; typed notices have less than half of it."""
_SMALL = 0.3
"""Share of words in small letters; a text with fewer is printed in capitals."""


def is_misread(text: str) -> bool:
    """Tell whether a text is full of words that are none, as a poor recognition leaves them, or is all in capitals."""
    words = _WORD.findall(text)
    small = [word for word in words if word.islower()]
    if len(small) < len(words) * _SMALL:
        return True
    return sum(not is_syllable(word) for word in small) > len(small) * _MISREAD
