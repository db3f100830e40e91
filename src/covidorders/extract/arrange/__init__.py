"""Puts the words of a page into printed lines, zones, paragraphs and tables, in reading order.

Used for digital text and for recognised images alike: all it knows is boxes in points, origin top left.
"""

from __future__ import annotations

from collections.abc import Sequence

from covidorders.layout import Block, Box, Line, Word

__all__ = ["arrange"]


def arrange(words: Sequence[Word], width: float, height: float, rules: Sequence[Box] = ()) -> tuple[Block, ...]:
    """Return the page's lines and tables in reading order.

    `words` may come in any order; boxes, `width` and `height` are in points. `rules` are thin boxes of ruling
    lines (a table's grid); without them no table is found.
    """
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.box.top + w.box.bottom) / 2):
        middle = (word.box.top + word.box.bottom) / 2
        if rows and middle < max(w.box.bottom for w in rows[-1]) - 0.3 * (word.box.bottom - word.box.top):
            rows[-1].append(word)
        else:
            rows.append([word])
    return tuple(_line(row) for row in rows)


def _line(row: list[Word]) -> Line:
    ordered = tuple(sorted(row, key=lambda w: w.box.x0))
    box = Box(
        min(w.box.x0 for w in ordered),
        min(w.box.top for w in ordered),
        max(w.box.x1 for w in ordered),
        max(w.box.bottom for w in ordered),
    )
    return Line(" ".join(w.text for w in ordered), box, ordered)
