"""Scanned pages and image files, read with an OCR engine.

`extract` reads an image file (PNG, JPEG, TIFF with any number of pages); `read_image` reads one page image;
`read_pages` (in `crew`) reads many, for extractors whose format holds scanned pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from covidorders.layout import Extracted, ExtractOptions, Page, RawFile
from covidorders.model import Warning

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

__all__ = ["extract", "read_image"]


def extract(raw: RawFile, options: ExtractOptions) -> Extracted:
    """Return the pages of an image file.

    Raises DamagedFileError, LimitExceededError, MissingProgramError.
    """
    from covidorders.extract.arrange import join_pages
    from covidorders.extract.ocr.crew import read_pages
    from covidorders.extract.ocr.images import page_images
    from covidorders.extract.ocr.placement import restore, restore_furniture

    images = page_images(raw, options)
    if options.ocr == "off":
        pages = tuple(Page(image.number, (), needs_ocr=True) for image in images)
        mend = "An image has no text of its own, and OCR is switched off; run again with OCR on."
        return Extracted("ocr", pages, warnings=(Warning(code="needs-ocr", message=mend),))
    read = list(read_pages(images, options.ocr_jobs))
    joined = join_pages([one.page for one in read])
    return Extracted(
        "ocr",
        tuple(restore(page, one.placement) for page, one in zip(joined, read, strict=True)),
        tuple(item for one in read for item in restore_furniture(one.furniture, one.placement)),
        tuple(one.blank for one in read if one.blank),
    )


def read_image(image: NDArray[numpy.uint8], dpi: float | None, page_number: int, options: ExtractOptions) -> Page:
    """Read one page image, shape (height, width, 3), red green blue.

    `dpi` is pixels per inch where it is known. Boxes of the page are in points (1/72 inch) of the image as given.
    Raises MissingProgramError where the language data are not installed.
    """
    from covidorders.extract.ocr.page import PageImage, read_page
    from covidorders.extract.ocr.placement import restore
    from covidorders.extract.ocr.tesseract import shared_engine

    read = read_page(PageImage(page_number, image, dpi), shared_engine())
    return restore(read.page, read.placement)
