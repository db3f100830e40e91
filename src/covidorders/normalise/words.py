"""Where the words of a source line stand in the normalised text."""

from __future__ import annotations

from collections.abc import Iterator

from covidorders.layout import Box, PlacedWord, Word
from covidorders.normalise.draft import Draft


def place_words(draft: Draft, start: int) -> Iterator[PlacedWord]:
    """Yield the words of a draft whose text begins at `start`; `text[word.start:word.end]` is the word.

    The words of a line stand one space apart (see `layout.Line`). Words that a repair put together (`1 0 9 4 3`)
    become one, with one box around them.
    """
    if draft.changes:
        yield from _place_mended(draft, start)
        return
    page = draft.page
    for word in draft.line.words:
        end = start + len(word.text)
        yield PlacedWord(start, end, page, word.box, word.confidence)
        start = end + 1


def _place_mended(draft: Draft, start: int) -> Iterator[PlacedWord]:
    raw = 0
    held: tuple[int, int, Word] | None = None
    for word in draft.line.words:
        first, last = draft.place(raw, raw + len(word.text))
        raw += len(word.text) + 1
        piece = draft.text[first:last]
        first += len(piece) - len(piece.lstrip())
        last -= len(piece) - len(piece.rstrip())
        if last <= first:
            continue
        if held is not None and first <= held[1]:
            held = held[0], max(held[1], last), _both(held[2], word)
            continue
        if held is not None:
            yield _placed(held, start, draft.page)
        held = first, last, word
    if held is not None:
        yield _placed(held, start, draft.page)


def _placed(held: tuple[int, int, Word], start: int, page: int) -> PlacedWord:
    first, last, word = held
    return PlacedWord(start + first, start + last, page, word.box, word.confidence)


def _both(one: Word, other: Word) -> Word:
    """Two words as one: the box around both, the lower confidence."""
    known = [word.confidence for word in (one, other) if word.confidence is not None]
    a, b = one.box, other.box
    box = Box(min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))
    return Word(one.text + other.text, box, min(known, default=None))
