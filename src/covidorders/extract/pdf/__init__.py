"""Digital PDF: text layer, ruling lines and annotations become pages of lines and tables in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from covidorders.extract.arrange import Frame, Row, Sheet, compose, join_pages, pool, survey
from covidorders.extract.furniture import edge_rows, furniture, head_key, running_heads
from covidorders.extract.pdf.document import opened
from covidorders.extract.pdf.drafts import Draft, draft
from covidorders.extract.pdf.fonts import Fonts
from covidorders.extract.pdf.overlays import Overlays
from covidorders.extract.pdf.recognition import recognise
from covidorders.layout import Extracted, ExtractOptions, Page, RawFile

__all__ = ["extract"]


def extract(raw: RawFile, options: ExtractOptions) -> Extracted:
    """Return the pages of a PDF; pages without a usable text layer are recognised if OCR is there and allowed.

    Raises EmptyFileError, EncryptedFileError, DamagedFileError, LimitExceededError.
    """
    with opened(raw, options) as document:
        overlays, fonts = Overlays(raw.data), Fonts()
        try:
            drafts = [draft(document, index, overlays, fonts) for index in range(len(document))]
        finally:
            overlays.close()
        drafts = _without_heads(drafts)
        recognised = recognise(document, drafts, options)
    pages = _lay_out(drafts, recognised.pages)
    found = [item for one in drafts for item in one.furniture] + recognised.furniture
    return Extracted(
        extraction="ocr" if len(recognised.pages) * 2 > len(pages) else "pdf-text",
        pages=join_pages(pages),
        furniture=tuple(sorted(found, key=lambda item: item.page)),
        warnings=tuple(recognised.warnings),
    )


def _without_heads(drafts: Sequence[Draft]) -> list[Draft]:
    """Move lines that stand in the same place of many pages from the text to the furniture."""
    heads = running_heads([one.rows for one in drafts], [one.height for one in drafts])
    if not heads:
        return list(drafts)
    cleared: list[Draft] = []
    for one in drafts:
        found = [row for row in edge_rows(one.rows, one.height) if head_key(row, one.height) in heads]
        kept = tuple(row for row in one.rows if row not in found)
        items = [furniture("running-head", row.pieces, one.number) for row in found]
        cleared.append(replace(one, rows=kept, furniture=(*one.furniture, *items)))
    return cleared


def _lay_out(drafts: Sequence[Draft], recognised: dict[int, Page]) -> list[Page]:
    """Lay the pages out; pages of one size share what a single page does not tell of its frame."""
    sheets = {one.number: _sheet(one) for one in drafts if one.number not in recognised}
    pooled = _pooled(drafts, sheets)
    return [
        recognised.get(one.number)
        or Page(
            number=one.number,
            blocks=compose(sheets[one.number], pooled[_size(one)]),
            width=one.width,
            height=one.height,
            needs_ocr=one.lacking is not None,
        )
        for one in drafts
    ]


def _sheet(one: Draft) -> Sheet:
    rows: tuple[Row, ...] = () if one.lacking is not None else one.rows
    return survey(rows, () if one.lacking is not None else one.tables, one.width)


def _pooled(drafts: Sequence[Draft], sheets: dict[int, Sheet]) -> dict[tuple[int, int], Frame | None]:
    frames: dict[tuple[int, int], list[Frame]] = {_size(one): [] for one in drafts}
    for one in drafts:
        if one.number in sheets:
            frames[_size(one)].append(sheets[one.number].frame)
    return {size: pool(found) for size, found in frames.items()}


def _size(one: Draft) -> tuple[int, int]:
    return round(one.width), round(one.height)
