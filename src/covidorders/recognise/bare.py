"""Texts without diacritics: what is certain in them is less than in others, and the model knows more than the rules."""

from __future__ import annotations

import re

_MARKED = re.compile(r"[^\W\d_a-zA-Z]")
_LEAST = 0.02
"""Share of letters with a diacritic below which a text is called bare; ordinary text has 0.25 to 0.3."""


def is_bare(text: str) -> bool:
    """Tell whether a text is written without diacritics."""
    letters = sum(map(str.isalpha, text))
    return len(_MARKED.findall(text)) < letters * _LEAST
