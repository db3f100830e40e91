"""What annotations print on a page: signature stamps, and the number and day that only they carry.

Of digitally signed files more than half carry the document's number, often the day too, only in the appearance of a
signature widget. The appearances are drawn into a second copy of the document and its text is read again; what is new
is sorted: stamps and notes are furniture, the rest is put where it stands in the line (`Số:   /QĐ-BNV`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfPage

from covidorders.extract.arrange import gather, in_rows
from covidorders.extract.furniture import classify, furniture, is_stamp
from covidorders.extract.pdf.chars import Place, place_on, read_words
from covidorders.layout import Box, Word
from covidorders.model import Furniture
from covidorders.model.source import FurnitureKind

_PRINTING = (pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WIDGET)
_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_MOST = 500
"""Annotations of a page looked at."""
_NEAR = 1.2
"""Line heights between a stamped number and its line at most."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """What annotations add to a page. `strange`: the annotations (by index) that are no part of the notice."""

    words: tuple[Word, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    strange: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Annotation:
    index: int
    subtype: int
    box: Box


class Overlays:
    """Reads the overlays of one document; opens its second copy when the first page needs it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._copy: PdfDocument | None = None

    def close(self) -> None:
        """Close the second copy."""
        if self._copy is not None:
            self._copy.close()
            self._copy = None

    def read(self, page: PdfPage, index: int, words: Sequence[Word]) -> Overlay:
        """Return what the annotations of the page with that index print beside `words`."""
        place = place_on(page)
        annotations = _annotations(page, place)
        if not annotations:
            return Overlay()
        known = {_key(word) for word in words}
        added = [word for word in self._flattened(index) if _key(word) not in known]
        kept: list[Word] = []
        apart: list[Furniture] = []
        strange: list[int] = []
        for annotation in annotations:
            inside = [word for word in added if _within(word.box, annotation.box)]
            added = [word for word in added if word not in inside]
            if not inside:
                continue
            kind = _kind(annotation, inside, words)
            if kind is None:
                kept += [_settle(word, words) or word for word in inside]
            else:
                apart.append(furniture(kind, gather(inside), index + 1))
                strange.append(annotation.index)
        return Overlay(tuple(kept), tuple(apart), tuple(strange))

    def _flattened(self, index: int) -> list[Word]:
        """Return the words of the page with all annotations drawn in."""
        if self._copy is None:
            self._copy = PdfDocument(self._data)
        page = self._copy[index]
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        page = self._copy[index]
        textpage = page.get_textpage()
        try:
            return read_words(textpage.raw, place_on(page)).words
        finally:
            textpage.close()
            page.close()


def remove(page: PdfPage, overlay: Overlay) -> None:
    """Take the annotations that are no part of the notice off the page, and draw the others into it."""
    for index in sorted(overlay.strange, reverse=True):
        pdfium.FPDFPage_RemoveAnnot(page, index)
    draw_in(page)


def draw_in(page: PdfPage) -> None:
    """Make the appearances of all annotations part of the page; seen once the page is opened again."""
    pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)


def _annotations(page: PdfPage, place: Place) -> list[_Annotation]:
    found: list[_Annotation] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        handle = pdfium.FPDFPage_GetAnnot(page, index)
        if not handle:
            continue
        rect = pdfium.FS_RECTF()
        subtype = pdfium.FPDFAnnot_GetSubtype(handle)
        shown = subtype in _PRINTING and not pdfium.FPDFAnnot_GetFlags(handle) & _HIDDEN
        if shown and pdfium.FPDFAnnot_GetRect(handle, rect) and rect.right - rect.left > 1.0:
            found.append(_Annotation(index, subtype, place(rect.left, rect.bottom, rect.right, rect.top)))
        pdfium.FPDFPage_CloseAnnot(handle)
    return found


def _key(word: Word) -> tuple[str, int, int]:
    return word.text, round(word.box.x0), round(word.box.bottom)


def _within(inner: Box, outer: Box) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 - 2.0 <= x <= outer.x1 + 2.0 and outer.top - 2.0 <= y <= outer.bottom + 2.0


def _kind(annotation: _Annotation, inside: Sequence[Word], words: Sequence[Word]) -> FurnitureKind | None:
    """Return what kind of furniture an annotation is; None, if what it prints belongs to the text."""
    text = " ".join(row.text for row in in_rows(gather(inside)))
    if is_stamp(text):
        return "copy-stamp" if classify(text) == "copy-stamp" or text.upper().startswith("SAO") else "signature-stamp"
    if annotation.subtype == pdfium.FPDF_ANNOT_WIDGET or all(_settle(word, words) for word in inside):
        return None
    return "note"


def _settle(word: Word, words: Sequence[Word]) -> Word | None:
    """Return the word moved onto the line that has a gap for it; None if there is no such line near."""
    box = word.box
    height = box.bottom - box.top
    best: Box | None = None
    for row in in_rows(gather([one for one in words if abs(_middle(one.box) - _middle(box)) < _NEAR * height])):
        clear = all(one.box.x1 <= box.x0 + 2.0 or one.box.x0 >= box.x1 - 2.0 for one in row.words)
        near = best is None or abs(row.bottom - box.bottom) < abs(best.bottom - box.bottom)
        if clear and near and row.x0 < box.x0 and _neighbour(row.words, box, height):
            best = row.words[0].box
    if best is None:
        return None
    return replace(word, box=Box(box.x0, best.bottom - height, box.x1, best.bottom))


def _neighbour(words: Sequence[Word], box: Box, height: float) -> bool:
    """Tell whether a word of the line stands right before the box: `Số:`, `ngày`, `tháng`."""
    before = [word.box.x1 for word in words if word.box.x1 <= box.x0 + 2.0]
    return bool(before) and box.x0 - max(before) < 3.0 * height


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2
