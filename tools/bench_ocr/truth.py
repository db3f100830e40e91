"""Digital pages as page images, with the words that the file itself says stand there."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

import numpy
import pdfplumber
import pypdfium2

from covidorders.extract.ocr.engine import Colour
from covidorders.layout import Box, Word


@dataclass(frozen=True, slots=True)
class DigitalPage:
    """One page of a digital PDF; `number` from 1, boxes of the words in points."""

    path: Path
    number: int
    words: tuple[Word, ...]

    @property
    def name(self) -> str:
        return f"{self.path.stem}/{self.number}"

    def image(self, dpi: float) -> Colour:
        """Draw the page, shape (height, width, 3), red green blue."""
        document = pypdfium2.PdfDocument(self.path)
        try:
            document.init_forms()  # a signature's appearance carries the number of many a notice
            page = document[self.number - 1]
            return numpy.asarray(page.render(scale=dpi / 72).to_pil().convert("RGB"), dtype=numpy.uint8).copy()
        finally:
            document.close()


def digital_pages(path: Path, at_most: int | None = None) -> list[DigitalPage]:
    """Return the first pages of a PDF, `at_most` in all; those of a page without a text layer have no words."""
    pages = []
    with pdfplumber.open(path) as document:
        for number, page in enumerate(document.pages[:at_most], 1):
            words = tuple(
                Word(unicodedata.normalize("NFC", w["text"]), Box(w["x0"], w["top"], w["x1"], w["bottom"]))
                for w in page.extract_words(use_text_flow=False)
            )
            pages.append(DigitalPage(path, number, words))
            page.close()
    return pages
