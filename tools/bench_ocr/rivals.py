"""The programs that are compared: each takes a page image and gives back words with boxes in points."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pdfplumber
import tesserocr

from covidorders.extract.ocr.engine import Colour
from covidorders.extract.ocr.page import PageImage, read_page
from covidorders.extract.ocr.placement import restore, restore_furniture
from covidorders.extract.ocr.tesseract import shared_engine, tessdata
from covidorders.layout import Box, Page, Table, Word

Reader = Callable[[Colour, float], list[Word]]
STRAIGHTENING = ("ocrmypdf",)
"""Readers that give back a straightened page: their words stand where they do on it, not where the scan has them."""


@dataclass(slots=True)
class Timed:
    """Runs a reader and keeps the processor time of each page, of this process and its children, in seconds."""

    reader: Reader
    seconds: list[float] = field(default_factory=list)

    def __call__(self, image: Colour, dpi: float) -> list[Word]:
        before = processor_seconds()
        words = self.reader(image, dpi)
        self.seconds.append(processor_seconds() - before)
        return words


def ours(image: Colour, dpi: float) -> list[Word]:
    """Read a page; what is kept apart as furniture (stamps, page numbers) is one word each, with its blanks."""
    read = read_page(PageImage(1, image, dpi), shared_engine())
    words = page_words(restore(read.page, read.placement))
    for item in restore_furniture(read.furniture, read.placement):
        if item.box is not None:
            words.append(Word(item.text, Box(item.box.x0, item.box.top, item.box.x1, item.box.bottom)))
    return words


def page_words(page: Page) -> list[Word]:
    words: list[Word] = []
    for block in page.blocks:
        if isinstance(block, Table):
            words.extend(word for row in block.rows for cell in row for word in cell.words)
        else:
            words.extend(block.words)
    return words


class Bare:
    """Tesseract as it comes: the same library and data, automatic page segmentation, one handle for all pages.

    `text` is the last page's text in tesseract's own order.
    """

    text = ""

    def __init__(self) -> None:
        os.environ["OMP_THREAD_LIMIT"] = "1"
        self._api = tesserocr.PyTessBaseAPI(path=str(tessdata()), lang="vie", psm=tesserocr.PSM.AUTO)

    def __call__(self, image: Colour, dpi: float) -> list[Word]:
        height, width = image.shape[:2]
        self._api.SetImageBytes(image.tobytes(), width, height, 3, width * 3)
        self._api.SetSourceResolution(round(dpi))
        self._api.Recognize()
        self.text = str(self._api.GetUTF8Text())
        words = []
        for row in self._api.GetTSVText(0).splitlines():
            cells = row.split("\t")
            if len(cells) == 12 and cells[0] == "5" and cells[11].strip():
                left, top, wide, high = (int(cell) * 72 / dpi for cell in cells[6:10])
                words.append(Word(cells[11], Box(left, top, left + wide, top + high)))
        return words


def ocrmypdf(scan: Path, target: Path) -> list[list[Word]]:
    """Run OCRmyPDF with its cleaning options that need no outside program on a scan; return the words of its pages."""
    command = [sys.executable, "-m", "ocrmypdf", "-l", "vie", "--jobs", "1", "--output-type", "pdf", "--deskew"]
    command += ["--quiet", str(scan), str(target)]
    subprocess.run(command, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}, capture_output=True)
    with pdfplumber.open(target) as document:
        return [
            [Word(w["text"], Box(w["x0"], w["top"], w["x1"], w["bottom"])) for w in page.extract_words()]
            for page in document.pages
        ]


def processor_seconds() -> float:
    """Return the processor time of this process and its children so far."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system
