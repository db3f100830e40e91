"""Digital PDF: text layer, ruling lines and annotations become pages of lines and tables in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from covidorders.extract.arrange import Frame, Row, Sheet, compose, join_pages, pool, survey
from covidorders.extract.furniture import edge_rows, furniture, head_key, running_heads
from covidorders.extract.pdf.document import opened
from covidorders.extract.pdf.drafts import Draft, read_drafts
from covidorders.extract.pdf.recognition import recognise
from covidorders.extract.pdf.signers import with_names
from covidorders.layout import Extracted, ExtractOptions, Page, RawFile
from covidorders.model import Warning

__all__ = ["extract"]


def extract(raw: RawFile, options: ExtractOptions) -> Extracted:
    """Return the pages of a PDF; pages without a usable text layer are recognised if OCR is there and allowed.

    Raises EmptyFileError, EncryptedFileError, DamagedFileError, LimitExceededError.
    """
    with opened(raw, options) as document:
        read = _without_heads(read_drafts(raw, document))
        recognised = recognise(document, read, options)
        read = with_names(document, read, recognised.pages, options)
    pages = _lay_out(read, recognised.pages)
    found = [item for one in read for item in one.furniture] + recognised.furniture
    return Extracted(
        extraction="ocr" if len(recognised.pages) * 2 > len(pages) else "pdf-text",
        pages=recognised.as_given(join_pages(pages)),
        furniture=tuple(sorted(found, key=lambda item: item.page)),
        warnings=(*_damage(read), *recognised.warnings),
    )


def _damage(read: Sequence[Draft]) -> list[Warning]:
    return [
        Warning(
            code="damaged-page",
            message=f"Page {one.number} is damaged and was not read. Download the file again, or mend it with qpdf.",
        )
        for one in read
        if one.damaged
    ]


def _without_heads(read: Sequence[Draft]) -> list[Draft]:
    """Move lines that stand in the same place of many pages from the text to the furniture."""
    heads = running_heads([one.rows for one in read], [one.height for one in read])
    if not heads:
        return list(read)
    cleared: list[Draft] = []
    for one in read:
        found = [row for row in edge_rows(one.rows, one.height) if head_key(row, one.height) in heads]
        kept = tuple(row for row in one.rows if row not in found)
        items = [furniture("running-head", row.pieces, one.number) for row in found]
        cleared.append(replace(one, rows=kept, furniture=(*one.furniture, *items)))
    return cleared


def _lay_out(read: Sequence[Draft], recognised: dict[int, Page]) -> list[Page]:
    """Lay the pages out; pages of one size share what a single page does not tell of its frame."""
    sheets = {one.number: _sheet(one) for one in read if one.number not in recognised}
    pooled = _pooled(read, sheets)
    return [
        recognised.get(one.number)
        or Page(
            number=one.number,
            blocks=compose(sheets[one.number], pooled[_size(one)]),
            width=one.width or None,
            height=one.height or None,
            needs_ocr=one.lacking is not None,
        )
        for one in read
    ]


def _sheet(one: Draft) -> Sheet:
    rows: tuple[Row, ...] = () if one.lacking is not None else one.rows
    return survey(rows, () if one.lacking is not None else one.tables, one.width)


def _pooled(read: Sequence[Draft], sheets: dict[int, Sheet]) -> dict[tuple[int, int], Frame | None]:
    frames: dict[tuple[int, int], list[Frame]] = {_size(one): [] for one in read}
    for one in read:
        if one.number in sheets:
            frames[_size(one)].append(sheets[one.number].frame)
    return {size: pool(found) for size, found in frames.items()}


def _size(one: Draft) -> tuple[int, int]:
    return round(one.width), round(one.height)
