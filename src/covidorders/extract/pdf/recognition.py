"""The seam to OCR: pages whose text layer will not do are drawn as images and recognised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from covidorders.errors import MissingProgramError
from covidorders.extract.pdf.drafts import Draft
from covidorders.extract.pdf.overlays import remove
from covidorders.layout import Box, ExtractOptions, Page
from covidorders.model import Furniture, Warning

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from pypdfium2 import PdfDocument, PdfPage

    from covidorders.extract.ocr.page import PageImage, ReadPage
    from covidorders.extract.ocr.placement import Placement

_DPI = (100.0, 300.0)
"""Resolution at which pages are drawn, at least and at most; between them that of the scan (Nghị định 30/2020/NĐ-CP,
Phụ lục I asks for 200 at least)."""
_MOST_PIXELS = 50_000_000


def draw(page: PdfPage, dpi: float, part: Box | None = None) -> NDArray[numpy.uint8]:
    """Return the page, or a part of it, as an image of shape (height, width, 3), red green blue, annotations drawn."""
    width, height = page.get_size()
    crop = (part.x0, height - part.bottom, width - part.x1, part.top) if part else (0, 0, 0, 0)
    bitmap = page.render(scale=dpi / 72.0, crop=crop, rev_byteorder=True, draw_annots=True)
    try:
        image: NDArray[numpy.uint8] = bitmap.to_numpy().copy()
        return image
    finally:
        bitmap.close()


@dataclass(slots=True)
class Recognised:
    """Pages read by OCR, by number, with what was found on them and what a reader should know."""

    pages: dict[int, Page] = field(default_factory=dict)
    furniture: list[Furniture] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    placements: dict[int, Placement] = field(default_factory=dict)

    def take(self, read: ReadPage) -> None:
        """Keep what was read on one page; its boxes are those of the page made upright."""
        from covidorders.extract.ocr.placement import restore_furniture

        self.pages[read.page.number] = read.page
        self.placements[read.page.number] = read.placement
        self.furniture += restore_furniture(read.furniture, read.placement)
        if read.blank is not None:
            self.warnings.append(read.blank)

    def as_given(self, pages: Iterable[Page]) -> tuple[Page, ...]:
        """Return all pages of the file with the boxes of turned and skewed ones where they stand in the file."""
        if not self.placements:
            return tuple(pages)
        from covidorders.extract.ocr.placement import restore

        return tuple(restore(p, self.placements[p.number]) if p.number in self.placements else p for p in pages)


def recognise(document: PdfDocument, drafts: Sequence[Draft], options: ExtractOptions) -> Recognised:
    """Recognise the pages that need it.

    Without OCR (switched off, or not installed) no page comes back, and the warning `needs-ocr` names the pages.
    """
    wanted = [draft for draft in drafts if draft.lacking is not None or (options.ocr == "force" and not draft.damaged)]
    result = Recognised()
    if not wanted:
        return result
    if options.ocr == "off":
        result.warnings.append(_needs_ocr(wanted, "OCR is switched off; run again with OCR on."))
        return result
    try:
        from covidorders.extract.ocr.crew import read_pages
    except ImportError as error:
        result.warnings.append(_needs_ocr(wanted, f"OCR is not installed ({error}); install it and run again."))
        return result
    try:
        for read in read_pages((_image(document, draft) for draft in wanted), options.ocr_jobs):
            result.take(read)
    except MissingProgramError as error:
        left = [draft for draft in wanted if draft.number not in result.pages]
        result.warnings.append(_needs_ocr(left, str(error)))
    result.warnings += _replaced(draft for draft in wanted if draft.number in result.pages)
    return result


def _image(document: PdfDocument, draft: Draft) -> PageImage:
    """Draw a page without its signature stamps and notes, which are known by their words already."""
    from covidorders.extract.ocr.page import PageImage

    page = document[draft.number - 1]
    if draft.overlay.strange or draft.overlay.words:
        remove(page, draft.overlay)
        page.close()
        page = document[draft.number - 1]
    try:
        dpi = _resolution(draft)
        return PageImage(draft.number, draw(page, dpi), dpi)
    finally:
        page.close()


def _resolution(draft: Draft) -> float:
    """Return the resolution of the page's own image, within bounds."""
    dpi = min(max(draft.image_dpi or _DPI[1], _DPI[0]), _DPI[1])
    pixels = draft.width * draft.height * (dpi / 72.0) ** 2
    return dpi if pixels <= _MOST_PIXELS else dpi * (_MOST_PIXELS / pixels) ** 0.5


def _needs_ocr(drafts: Sequence[Draft], mend: str) -> Warning:
    numbers: dict[str, list[int]] = {}
    for draft in drafts:
        numbers.setdefault(draft.lacking or "OCR was asked for", []).append(draft.number)
    reasons = "; ".join(f"page {_ranges(found)}: {reason}" for reason, found in numbers.items())
    return Warning(code="needs-ocr", message=f"Not read: {reasons}. {mend}")


def _replaced(drafts: Iterable[Draft]) -> list[Warning]:
    """Say which text layers were there and not trusted."""
    return [
        Warning(code="text-layer-replaced", message=f"Page {draft.number} has {draft.lacking}; it was recognised anew.")
        for draft in drafts
        if draft.distrusted
    ]


def _ranges(numbers: Sequence[int]) -> str:
    """Return `1-3, 7` for 1, 2, 3, 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
