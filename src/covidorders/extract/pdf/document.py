"""Opening a PDF, with a named error for everything that can be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from covidorders.errors import DamagedFileError, EmptyFileError, EncryptedFileError, LimitExceededError
from covidorders.layout import ExtractOptions, RawFile


@contextmanager
def opened(raw: RawFile, options: ExtractOptions) -> Iterator[PdfDocument]:
    """Open the document for the time of a `with` block.

    Raises EmptyFileError, EncryptedFileError, DamagedFileError, LimitExceededError.
    """
    if not raw.data.strip():
        raise EmptyFileError(f"{raw.path.name} has no content. Download or export it again.")
    try:
        document = PdfDocument(raw.data)
    except PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise EncryptedFileError(
                f"{raw.path.name} needs a password. Save a copy without one (for example: "
                f"qpdf --decrypt --password=… {raw.path.name} open.pdf) and read that."
            ) from error
        raise DamagedFileError(
            f"{raw.path.name} is damaged or was cut short, so that it cannot be opened. Download it again, or mend it "
            f"with: qpdf {raw.path.name} mended.pdf"
        ) from error
    try:
        _check_pages(raw, len(document), options)
        yield document
    finally:
        document.close()


def _check_pages(raw: RawFile, pages: int, options: ExtractOptions) -> None:
    if pages == 0:
        raise DamagedFileError(
            f"{raw.path.name} has no readable page; it was probably cut short. Download it again, or mend it with: "
            f"qpdf {raw.path.name} mended.pdf"
        )
    if pages > options.max_pages:
        raise LimitExceededError(
            f"{raw.path.name} has {pages} pages, more than the {options.max_pages} allowed. Split it, or raise "
            "max_pages under [covidorders.extract] in the pipeline file."
        )
