"""Numbers and days of recognised pages that recognition was not sure of: told as warnings, the values kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from covidorders.grammar.codes import CODE
from covidorders.grammar.letterhead import day_line
from covidorders.layout import PlacedWord, Text
from covidorders.model import Warning

DOUBTFUL = 0.6
"""Confidence below which a number is doubtful. Measured on 11,800 words: 6 in 1,000 right ones, 4 in 10 wrong ones."""
DOUBTFUL_ISSUE = 0.8
"""The same for the day of issue, on which all else rests; printed ones of 32 real scans are read at 0.85 and above."""
_DAY = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\bngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?", re.IGNORECASE)

Found = tuple[int, int, str, float]
"""Start and end of a number or day, which of both it is, and the confidence below which it is told."""


def doubts(text: Text) -> Iterator[Warning]:
    """Yield `low-confidence-code` and `low-confidence-date` warnings, in order of the text."""
    unsure = [word for word in text.words if word.confidence is not None and word.confidence < DOUBTFUL_ISSUE]
    if not unsure:
        return
    starts = [word.start for word in unsure]
    told: tuple[int, int] = (0, 0)
    for start, end, kind, least in sorted(_numbers(text)):
        touched = _touching(unsure, starts, start, end)
        word = next((one for one in touched if _tells(text, one, kind) and (one.confidence or 0.0) < least), None)
        if word is None or (kind == "day" and start < told[1]):
            continue
        told = (start, end)
        message = (
            f"The {kind} {text.text[start:end]!r} on page {word.page} was read with confidence {word.confidence:.2f}; "
            "compare it with the picture."
        )
        if kind == "number":
            yield Warning(code="low-confidence-code", message=message, start=start, end=end)
        else:
            yield Warning(code="low-confidence-date", message=message, start=start, end=end)


def _numbers(text: Text) -> Iterator[Found]:
    """Yield every number of a document and every day, those of issue with the line's end: the year is the last."""
    for match in CODE.finditer(text.text):
        yield (*match.span(), "number", DOUBTFUL)
    for match in _DAY.finditer(text.text):
        yield (*match.span(), "day", DOUBTFUL)
    for paragraph in text.paragraphs:
        line = day_line(text.text[paragraph.start : paragraph.end])
        if line is not None and any(map(str.isdigit, line.date)):
            start = paragraph.start + line.date_start
            yield (start, start + len(line.date), "day", DOUBTFUL_ISSUE)


def _touching(unsure: list[PlacedWord], starts: list[int], start: int, end: int) -> Iterator[PlacedWord]:
    """Yield the unsure words that a range touches."""
    number = max(0, bisect_right(starts, start) - 1)
    while number < len(unsure) and unsure[number].start < end:
        if unsure[number].end > start:
            yield unsure[number]
        number += 1


def _tells(text: Text, word: PlacedWord, kind: str) -> bool:
    """Tell whether a word says something of a number or day: of a day its figures only."""
    return kind == "number" or any(map(str.isdigit, text.text[word.start : word.end]))
