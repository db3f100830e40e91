"""Whole documents through the main job: as a scan, as OCRmyPDF leaves it, and as bare tesseract's text."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
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
from tools.bench_ocr.rivals import Bare


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
    return _parsed(scan, ExtractOptions())


def parsed_after_ocrmypdf(scan: Path) -> SourceFile | None:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "read.pdf")
        command = [sys.executable, "-m", "ocrmypdf", "-l", "vie", "--jobs", "1", "--output-type", "pdf", "--deskew"]
        command += ["--quiet", str(scan), str(target)]
        subprocess.run(command, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}, capture_output=True)
        return _parsed(target, ExtractOptions(ocr="off"))


def parsed_after_bare(images: Sequence[Colour], dpi: float, bare: Bare) -> SourceFile | None:
    try:
        return parse_text("\f".join(bare.text(image, dpi) for image in images))
    except CovidordersError:
        return None


def _parsed(path: Path, options: ExtractOptions) -> SourceFile | None:
    try:
        return parse_file(path, options=options)
    except CovidordersError as error:
        print(f"{path}: {error}", file=sys.stderr)
        return None
