"""How sure recognition was of a part of a line."""

from __future__ import annotations

from covidorders.normalise.draft import Draft


def confidence(draft: Draft, start: int, end: int) -> float:
    """Return the lowest confidence of the words that `draft.text[start:end]` touches, 1.0 where there is none.

    The line's words are joined by one space in the extracted text.
    """
    lowest, position = 1.0, 0
    for word in draft.line.words:
        first, last = draft.place(position, position + len(word.text))
        if first < end and last > start and word.confidence is not None:
            lowest = min(lowest, word.confidence)
        position += len(word.text) + 1
    return lowest
