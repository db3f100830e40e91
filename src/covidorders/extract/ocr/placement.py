"""Where a page stood before it was turned upright: boxes go back to the page as it was given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy
from numpy.typing import NDArray

from covidorders.layout import Block, Box, Cell, Line, Page, Table, Word
from covidorders.model import Furniture
from covidorders.model.source import Rect

Matrix = NDArray[numpy.float64]


LEFT_AS_IT_IS = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Placement:
    """Takes points of the upright page to points of the page as given: x' = a x + b y + c, y' = d x + e y + f."""

    width: float
    height: float
    terms: tuple[float, float, float, float, float, float]

    @property
    def is_identity(self) -> bool:
        """Whether the page needed no turning."""
        return self.terms == LEFT_AS_IT_IS

    def box(self, box: Box) -> Box:
        """Return the smallest upright box on the given page that holds the turned one's middle lines.

        The corners of a turned box reach into the neighbouring lines; the middles of its sides do not.
        """
        a, b, c, d, e, f = self.terms
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        wide, high = (box.x1 - box.x0) / 2, (box.bottom - box.top) / 2
        middle = a * x + b * y + c, d * x + e * y + f
        across = max(abs(a) * wide, abs(b) * high), max(abs(d) * wide, abs(e) * high)
        return Box(middle[0] - across[0], middle[1] - across[1], middle[0] + across[0], middle[1] + across[1])


def restore(page: Page, placement: Placement) -> Page:
    """Return the page with its boxes where they stand on the page as given."""
    if placement.is_identity:
        return page
    blocks = tuple(_block(block, placement) for block in page.blocks)
    return replace(page, blocks=blocks, width=placement.width, height=placement.height)


def restore_furniture(items: Sequence[Furniture], placement: Placement) -> list[Furniture]:
    """Return furniture with its boxes where they stand on the page as given."""
    if placement.is_identity:
        return list(items)
    return [item.model_copy(update={"box": _rect(item.box, placement)}) if item.box else item for item in items]


def _rect(rect: Rect, placement: Placement) -> Rect:
    box = placement.box(Box(rect.x0, rect.top, rect.x1, rect.bottom))
    return Rect(x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom)


def _block(block: Block, placement: Placement) -> Block:
    if isinstance(block, Table):
        rows = tuple(tuple(_cell(cell, placement) for cell in row) for row in block.rows)
        return replace(block, rows=rows, box=placement.box(block.box) if block.box else None)
    words = _words(block.words, placement)
    return replace(block, words=words, box=_line_box(block, words, placement))


def _cell(cell: Cell, placement: Placement) -> Cell:
    return replace(cell, words=_words(cell.words, placement))


def _words(words: tuple[Word, ...], placement: Placement) -> tuple[Word, ...]:
    return tuple(replace(word, box=placement.box(word.box)) for word in words)


def _line_box(line: Line, words: tuple[Word, ...], placement: Placement) -> Box | None:
    """The line's own box turned would be as high as its fall from end to end; its words' boxes tell better."""
    if not words:
        return placement.box(line.box) if line.box else None
    return Box(
        min(word.box.x0 for word in words),
        min(word.box.top for word in words),
        max(word.box.x1 for word in words),
        max(word.box.bottom for word in words),
    )
