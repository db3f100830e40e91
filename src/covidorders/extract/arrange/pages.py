"""What goes on from one page to the next: a sentence, or a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from covidorders.extract.arrange.items import begins_item
from covidorders.grammar.items import ends_sentence
from covidorders.layout import Block, Line, Page, Table

_SAME_PLACE = 8.0
"""Points by which the borders of a table may differ from page to page."""


def join_pages(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Decide what goes on from page to page: the paragraph hint of first lines, `continues` of tables.

    Pages without blocks (blank, or not yet recognised) are passed over.
    """
    joined = {page.number: page for page in pages}
    full = [page for page in pages if page.blocks]
    for before, page in pairwise(full):
        last, first = before.blocks[-1], page.blocks[0]
        block = _continued(before.blocks, last, first)
        if block is not first:
            joined[page.number] = replace(page, blocks=(block, *page.blocks[1:]))
    return tuple(joined[page.number] for page in pages)


def _continued(blocks: Sequence[Block], last: Block, first: Block) -> Block:
    if isinstance(first, Table):
        return replace(first, continues=True) if isinstance(last, Table) and _same_table(last, first) else first
    if isinstance(last, Table) or last.zone != "body" or first.zone != "body" or first.centred:
        return first
    starts = first.starts_paragraph
    if starts is not True:
        starts = _starts(blocks, last, first)
    return first if starts is first.starts_paragraph else replace(first, starts_paragraph=starts)


def _starts(blocks: Sequence[Block], last: Line, first: Line) -> bool | None:
    if _is_short(blocks, last, first):
        return True
    if first.starts_paragraph is False or not ends_sentence(last.text):
        return False if not begins_item(first.text) else first.starts_paragraph
    return True if begins_item(first.text) else None


def _is_short(blocks: Sequence[Block], last: Line, first: Line) -> bool:
    """Tell whether the first word of the new page would have had room at the end of the old one."""
    if last.box is None or not first.words:
        return False
    body = [block.box for block in blocks if isinstance(block, Line) and block.zone == "body" and block.box is not None]
    ends = sorted(box.x1 for box in body)
    right = ends[-2] if len(ends) > 2 else last.box.x1
    word = first.words[0].box
    return last.box.x1 + (word.x1 - word.x0) + 0.22 * (word.bottom - word.top) < right - 2.0


def _same_table(last: Table, first: Table) -> bool:
    if last.box is None or first.box is None:
        return len(last.rows[0]) == len(first.rows[0])
    return abs(last.box.x0 - first.box.x0) < _SAME_PLACE and abs(last.box.x1 - first.box.x1) < _SAME_PLACE
