"""The normalise stage as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from covidorders.layout import Cell, Extracted, Line, Table, Text
from covidorders.model import Furniture
from covidorders.normalise.assemble import assemble
from covidorders.normalise.draft import Draft, Item, TableDraft
from covidorders.normalise.encodings import decode_legacy
from covidorders.normalise.letters import mend_letters
from covidorders.normalise.markup import lift_markup
from covidorders.normalise.mojibake import mend_mojibake
from covidorders.normalise.ocr_doubts import doubts
from covidorders.normalise.ocr_repairs import repair_ocr
from covidorders.normalise.spacing import tidy_spaces


def normalise(extracted: Extracted) -> Text:
    """Return the text of a source file, one paragraph a line, with the place of everything in it.

    NFC, legacy encodings decoded, broken letters mended, broken lines rejoined; all of it recorded in `repairs`.
    Furniture is mended the same way, without a plan: it is no part of the text.
    """
    items = list(_drafts(extracted))
    if extracted.extraction == "text":
        items = lift_markup(items)
    items = _repaired(items, {page.number for page in extracted.pages if page.ocr})
    asides = [Draft(piece.text, Line(piece.text), piece.page) for piece in extracted.furniture]
    mended = _mend([*items, *asides])
    text = assemble(mended[: len(items)], replace(extracted, furniture=tuple(_furniture(extracted, mended))))
    return replace(text, warnings=(*text.warnings, *doubts(text)))


def _furniture(extracted: Extracted, mended: Sequence[Item]) -> Iterator[Furniture]:
    asides = mended[len(mended) - len(extracted.furniture) :]
    for piece, draft in zip(extracted.furniture, asides, strict=True):
        said = draft.text if isinstance(draft, Draft) else piece.text
        yield piece if said == piece.text else piece.model_copy(update={"text": said})


def _drafts(extracted: Extracted) -> Iterator[Item]:
    for page in extracted.pages:
        for block in page.blocks:
            if isinstance(block, Table):
                rows = tuple(tuple(_cell(cell, page.number) for cell in row) for row in block.rows)
                yield TableDraft(block, page.number, rows)
            elif block.text:
                yield Draft(block.text, block, page.number)


def _cell(cell: Cell, page: int) -> Draft:
    return Draft(cell.text, Line(cell.text, words=cell.words, zone="table"), page)


def _mend(items: Sequence[Item]) -> list[Item]:
    """Mend every line and cell: first what its encoding broke, then single letters, then white space."""
    drafts = [draft for item in items for draft in _lines_of(item)]
    steps: tuple[Callable[[Draft], Draft], ...] = (mend_letters, tidy_spaces)
    mended = decode_legacy(mend_mojibake(drafts))
    for step in steps:
        mended = [step(draft) for draft in mended]
    fresh = iter(mended)
    return [_refilled(item, fresh) for item in items]


def _repaired(items: list[Item], recognised: set[int]) -> list[Item]:
    """Repair the lines of recognised pages."""
    if not recognised:
        return items
    fresh = iter(repair_ocr([draft for item in items for draft in _lines_of(item)], recognised))
    return [_refilled(item, fresh) for item in items]


def _lines_of(item: Item) -> Sequence[Draft]:
    return [item] if isinstance(item, Draft) else [draft for row in item.rows for draft in row]


def _refilled(item: Item, fresh: Iterator[Draft]) -> Item:
    if isinstance(item, Draft):
        return next(fresh)
    return replace(item, rows=tuple(tuple(next(fresh) for _ in row) for row in item.rows))
