"""Scanned pages and image files, read with an OCR engine.

`read_image` reads one page image (the PDF extractor calls it for pages without a usable text layer);
`extract` reads an image file (PNG, JPEG, TIFF with any number of pages).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from covidorders.layout import ExtractOptions, Page

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

__all__ = ["read_image"]


def read_image(image: NDArray[numpy.uint8], dpi: float | None, page_number: int, options: ExtractOptions) -> Page:
    """Read one page image, shape (height, width, 3), red green blue.

    `dpi` is pixels per inch where it is known. Boxes of the page are in points (1/72 inch) of the image as given.
    Raises MissingProgramError where the language data are not installed.
    """
    from covidorders.extract.ocr.page import recognise_page
    from covidorders.extract.ocr.tesseract import shared_engine

    return recognise_page(image, dpi, page_number, shared_engine())
