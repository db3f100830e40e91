"""What stands in the margins of a page: numbers, running heads, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from covidorders.extract.arrange import Piece, Row, in_rows
from covidorders.extract.furniture.patterns import is_page_number, matches, plain
from covidorders.extract.furniture.stamps import Group
from covidorders.layout import Box

_MARGIN = 0.1
"""Share of the page's height at its head and foot in which page numbers and running heads stand."""
_FOOT = 0.8
"""Share of the page's height below which the page's own number is believed outside the margin, too."""
_SCRAP = 8
"""Letters of a line below the page's number that is no print but what a scan has of dirt."""
_BULLETS = frozenset("-–—+")
_LONGEST_MARK = 2
"""Letters of a footnote's raised mark, however a scan's is read (`!`, `Š`), at most."""
_REPEATS = 3
"""Pages on which a line must stand at the same place to be a running head."""


def page_numbers(pieces: Sequence[Piece], height: float, page: int | None = None) -> list[Group]:
    """Return the number that stands alone as the first or last line of the page, in its margin.

    `page`: the page's place in the file, from 1. That very number is believed higher up, too, with no print below it.
    """
    head = in_rows(piece for piece in pieces if piece.bottom < _MARGIN * height)[:1]
    foot = in_rows(piece for piece in pieces if piece.top > height * (1 - _MARGIN))[-1:]
    found = [row for row in (*head, *foot) if len(row.pieces) == 1 and is_page_number(row.text)]
    if not found and page is not None:
        low = in_rows(piece for piece in pieces if piece.top > _FOOT * height)
        while low and len(low[-1].text) <= _SCRAP and low[-1].text != str(page):
            low.pop()
        found = [row for row in low[-1:] if row.text == str(page)]
    return [("page-number", row.pieces) for row in found]


def footnotes(pieces: Sequence[Piece], rules: Sequence[Box], height: float) -> list[Group]:
    """Return the notes at the foot of the page: under a short rule, in smaller letters than the text above it."""
    if not pieces:
        return []
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    for rule in rules:
        across = rule.x1 - rule.x0
        thin = rule.bottom - rule.top < 3.0 and 60.0 < across < 0.5 * (right - left)
        if not thin or rule.top < 0.45 * height or abs(rule.x0 - left) > 12.0:
            continue
        below = in_rows(piece for piece in pieces if piece.top > rule.top - 2.0)
        above = [piece.height for piece in pieces if piece.top <= rule.top - 2.0]
        if not below or not above or below[0].top - rule.bottom > 25.0:
            continue
        tall = sorted(above)[len(above) // 2]
        small = all(row.height < 0.93 * tall for row in below)
        if small and (matches("footnote", "open", below[0].text) or _has_mark(below[0])):
            return [("footnote", [piece for row in below for piece in row.pieces])]
    return []


def _has_mark(row: Row) -> bool:
    """Tell whether a line opens with a sign or two and goes on in words, as a footnote with its raised mark does."""
    words = row.words
    return len(words) > _LONGEST_MARK and len(words[0].text) <= _LONGEST_MARK and words[0].text not in _BULLETS


def running_heads(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> set[str]:
    """Return the keys (see `head_key`) of lines that stand at the same place in the margin of several pages."""
    counted: dict[str, int] = {}
    for rows, height in zip(pages, heights, strict=True):
        for key in {head_key(row, height) for row in edge_rows(rows, height)}:
            counted[key] = counted.get(key, 0) + 1
    needed = max(_REPEATS, len(pages) // 2)
    return {key for key, times in counted.items() if times >= needed}


def edge_rows(rows: Sequence[Row], height: float) -> Iterable[Row]:
    """Return the rows that may be running heads or feet: the two first and last, in the margins."""
    for row in {id(row): row for row in (*rows[:2], *rows[-2:])}.values():
        if row.bottom < _MARGIN * height or row.top > height * (1 - _MARGIN):
            yield row


def head_key(row: Row, height: float) -> str:
    """Return what is the same in a running head on every page: its words without numbers, and its place."""
    return f"{re.sub(r'[0-9]+', '#', plain(row.text))}@{round(row.bottom / height * 100)}"
