"""Numbers and days of recognised pages that recognition was not sure of: told as warnings, the values kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from covidorders.grammar.codes import CODE
from covidorders.layout import PlacedWord, Text
from covidorders.model import Warning

DOUBTFUL = 0.6
"""Confidence below which a number is doubtful. Measured on 11,800 words: 6 in 1,000 right ones, 4 in 10 wrong ones."""
_DAY = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\bngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?", re.IGNORECASE)


def doubts(text: Text) -> Iterator[Warning]:
    """Yield `low-confidence-code` and `low-confidence-date` warnings, in order of the text."""
    unsure = [word for word in text.words if word.confidence is not None and word.confidence < DOUBTFUL]
    if not unsure:
        return
    starts = [word.start for word in unsure]
    found = [("code", "number", match) for match in CODE.finditer(text.text)]
    found += [("date", "day", match) for match in _DAY.finditer(text.text)]
    for kind, what, match in sorted(found, key=lambda each: each[2].start()):
        word = _touching(unsure, starts, *match.span())
        if word is not None:
            message = (
                f"The {what} {match.group()!r} on page {word.page} was read with confidence {word.confidence:.2f}; "
                "compare it with the picture."
            )
            if kind == "code":
                yield Warning(code="low-confidence-code", message=message, start=match.start(), end=match.end())
            else:
                yield Warning(code="low-confidence-date", message=message, start=match.start(), end=match.end())


def _touching(unsure: list[PlacedWord], starts: list[int], start: int, end: int) -> PlacedWord | None:
    """Return the first unsure word that a range touches."""
    number = max(0, bisect_right(starts, start) - 1)
    while number < len(unsure) and unsure[number].start < end:
        if unsure[number].end > start:
            return unsure[number]
        number += 1
    return None
