"""Puts the words of a page into printed lines, zones, paragraphs and tables, in reading order.

Used for digital text and for recognised images alike: all it knows is boxes in points, origin top left.
`arrange` does it all for one page; the steps (`gather`, `lift_tables`, `in_rows`, `survey`, `compose`) stand alone for
who takes furniture out between them, and `join_pages` decides what goes on from page to page.
"""

from __future__ import annotations

from collections.abc import Sequence

from covidorders.extract.arrange.anchors import cut_at_anchors
from covidorders.extract.arrange.compose import Sheet, compose, survey
from covidorders.extract.arrange.frame import Frame, pool
from covidorders.extract.arrange.grids import lift_tables
from covidorders.extract.arrange.pages import join_pages
from covidorders.extract.arrange.pieces import Piece, Row, gather, in_rows
from covidorders.layout import Block, Box, Word

__all__ = [
    "Frame",
    "Piece",
    "Row",
    "Sheet",
    "arrange",
    "compose",
    "cut_at_anchors",
    "gather",
    "in_rows",
    "join_pages",
    "lift_tables",
    "pool",
    "survey",
]


def arrange(words: Sequence[Word], width: float, height: float, rules: Sequence[Box] = ()) -> tuple[Block, ...]:
    """Return the page's lines and tables in reading order.

    `words` may come in any order; boxes, `width` and `height` are in points. `rules` are thin boxes of ruling
    lines (a table's grid); without them no table is found. Two-column strips (letterhead, signature block) come
    column by column: the left column's lines have zone "left", then the right column's have zone "right".
    """
    del height  # part of the signature for what a page's height may tell later
    tables, pieces = lift_tables(gather(words), rules)
    return compose(survey(in_rows(cut_at_anchors(pieces)), tables, width))
