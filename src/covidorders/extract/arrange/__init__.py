"""Puts the words of a page into printed lines, zones, paragraphs and tables, in reading order.

Used for digital text and for recognised images alike: all it knows is boxes in points, origin top left.
"""

from __future__ import annotations

from collections.abc import Sequence

from covidorders.extract.arrange.compose import compose
from covidorders.extract.arrange.frame import Frame, measure, pool
from covidorders.extract.arrange.pieces import Piece, gather, in_rows
from covidorders.layout import Block, Box, Word

__all__ = ["Frame", "Piece", "arrange", "compose", "gather", "in_rows", "measure", "pool"]


def arrange(words: Sequence[Word], width: float, height: float, rules: Sequence[Box] = ()) -> tuple[Block, ...]:
    """Return the page's lines and tables in reading order.

    `words` may come in any order; boxes, `width` and `height` are in points. `rules` are thin boxes of ruling
    lines (a table's grid); without them no table is found. Two-column strips (letterhead, signature block) come
    column by column: the left column's lines have zone "left", then the right column's have zone "right".
    """
    return compose(gather(words), width, height, rules)
