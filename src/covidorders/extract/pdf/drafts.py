"""One page of a PDF before it is laid out: pieces of lines, ruling lines, furniture, and whether it needs OCR."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pypdfium2 import PdfDocument, PdfiumError

from covidorders.errors import DamagedFileError
from covidorders.extract.arrange import Row, cut_at_anchors, gather, in_rows, lift_tables
from covidorders.extract.furniture import sift
from covidorders.extract.pdf.chars import PageWords, place_on, read_words
from covidorders.extract.pdf.drawing import Drawing, read_drawing
from covidorders.extract.pdf.fonts import Fonts
from covidorders.extract.pdf.overlays import Overlay, Overlays
from covidorders.extract.pdf.quality import readable, usable
from covidorders.layout import RawFile, Table, Word
from covidorders.model import Furniture

_COVERED = 0.5
"""Share of the page from which images are the page, not pictures in it."""
_OUTLINES = 300
"""Paths from which a page without letters is taken for text drawn as outlines."""
_PICTURE = 0.08
"""Share of a page without letters from which an image may hold text."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A page read but not laid out. `lacking` says why its text layer will not do; None if it does."""

    number: int
    width: float
    height: float
    rows: tuple[Row, ...]
    tables: tuple[Table, ...]
    furniture: tuple[Furniture, ...]
    overlay: Overlay
    image_dpi: float | None
    lacking: str | None
    distrusted: bool = False
    """There is a text layer, and it is wrong."""
    damaged: bool = False
    """The page cannot be opened; width and height are 0."""


def read_drafts(raw: RawFile, document: PdfDocument) -> list[Draft]:
    """Read all pages. A damaged page comes back empty; raises DamagedFileError if all of them are."""
    overlays, fonts = Overlays(raw.data), Fonts()
    try:
        found = [_draft_or_damaged(document, index, overlays, fonts) for index in range(len(document))]
    finally:
        overlays.close()
    if all(draft.damaged for draft in found):
        raise DamagedFileError(
            f"{raw.path.name} is damaged: none of its pages can be read. Download it again, or mend it with: "
            f"qpdf {raw.path.name} mended.pdf"
        )
    return found


def _draft_or_damaged(document: PdfDocument, index: int, overlays: Overlays, fonts: Fonts) -> Draft:
    try:
        return _draft(document, index, overlays, fonts)
    except PdfiumError:
        return Draft(index + 1, 0.0, 0.0, (), (), (), Overlay(), None, None, damaged=True)


def _draft(document: PdfDocument, index: int, overlays: Overlays, fonts: Fonts) -> Draft:
    """Read the page with that index; page and text page are closed again."""
    page = document[index]
    try:
        textpage = page.get_textpage()
    except PdfiumError:
        page.close()
        raise
    try:
        width, height = page.get_size()
        place = place_on(page)
        found = read_words(textpage.raw, place)
        overlay = overlays.read(page, index, found.words)
        drawing = read_drawing(page.raw, place, width, height)
        pieces = gather([*found.words, *overlay.words])
        first = dict(zip(map(id, found.words), found.first, strict=True))
        fonts.style(textpage.raw, pieces, first)
    finally:
        textpage.close()
        page.close()
    pieces, sifted = sift(pieces, height, index + 1, drawing.rules)
    lacking = _lacking(found, [word for piece in pieces for word in piece.words], drawing)
    distrusted = lacking is not None and bool(pieces)
    tables, pieces = lift_tables(pieces, drawing.rules)
    return Draft(
        number=index + 1,
        width=width,
        height=height,
        rows=tuple(in_rows(cut_at_anchors(pieces))),
        tables=tuple(tables),
        furniture=overlay.furniture if distrusted else (*overlay.furniture, *sifted),
        overlay=overlay,
        image_dpi=drawing.image_dpi,
        lacking=lacking,
        distrusted=distrusted,
    )


def _lacking(found: PageWords, kept: Sequence[Word], drawing: Drawing) -> str | None:
    """Return why the text layer will not do, else None. `kept` are the words that are no stamps or page numbers."""
    text = " ".join(word.text for word in kept)
    if not text:
        hidden = drawing.image_share >= _PICTURE or drawing.paths >= _OUTLINES
        return ("only a stamp in the text layer" if found.words else "no text layer") if hidden else None
    if not readable(found.text):
        return "a text layer without Unicode values"
    if drawing.image_share < _COVERED or usable(text):
        return None
    return "a hidden text layer that is not Vietnamese" if len(kept) > 40 else "hardly any text over an image"
