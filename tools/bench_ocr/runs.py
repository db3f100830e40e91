"""Whole documents through the main job: as a scan, as OCRmyPDF leaves it, and as bare tesseract's text."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import img2pdf
from PIL import Image

from covidorders.errors import CovidordersError
from covidorders.extract.ocr.engine import Colour
from covidorders.layout import ExtractOptions
from covidorders.model import SourceFile
from covidorders.pipeline import parse_file, parse_text


def scan_file(images: Sequence[Colour], dpi: float, folder: Path) -> Path:
    """Write page images as a PDF of nothing but images, without loss."""
    pages = []
    for image in images:
        data = BytesIO()
        Image.fromarray(image).save(data, "PNG", dpi=(dpi, dpi))
        pages.append(data.getvalue())
    path = folder / "scan.pdf"
    path.write_bytes(img2pdf.convert(pages))
    return path


def parsed_by_us(scan: Path) -> SourceFile | None:
    """Return what a scan gives; None where it cannot be read, which is told."""
    return _parsed(scan, ExtractOptions())


def parsed_with_layer(path: Path) -> SourceFile | None:
    """Return what a scan gives by the text layer that another program has put under it."""
    return _parsed(path, ExtractOptions(ocr="off"))


def parsed_text(pages: Sequence[str]) -> SourceFile | None:
    """Return what the plain text of pages gives."""
    try:
        return parse_text("\f".join(pages))
    except CovidordersError:
        return None


def _parsed(path: Path, options: ExtractOptions) -> SourceFile | None:
    try:
        return parse_file(path, options=options)
    except CovidordersError as error:
        print(f"{path}: {error}", file=sys.stderr)
        return None
