"""One document, spoilt in one way at one resolution, read by all readers."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from covidorders.extract.ocr.engine import Colour
from covidorders.layout import Word
from covidorders.model import SourceFile
from covidorders.pipeline import parse_file
from tools.bench_ocr import rivals, runs
from tools.bench_ocr.cer import Errors, page_errors
from tools.bench_ocr.degrade import DEGRADES, SKEWED, straightened
from tools.bench_ocr.facts import KINDS, NONE, Share, compared, differences
from tools.bench_ocr.truth import DigitalPage, digital_pages


@dataclass(frozen=True, slots=True)
class Task:
    """A document to be drawn at `dpi` and spoilt; `with_ocrmypdf`: whether OCRmyPDF reads it too."""

    path: Path
    dpi: float
    kind: str
    with_ocrmypdf: bool


@dataclass(slots=True)
class Row:
    """What one reader made of some pages: errors, seconds of each page, facts equal; what differs, by its words."""

    errors: Errors = field(default_factory=lambda: Errors(0, 0))
    seconds: list[float] = field(default_factory=list)
    shares: dict[str, Share] = field(default_factory=lambda: dict(NONE))
    differing: list[str] = field(default_factory=list)

    def add(self, other: Row) -> None:
        """Take in what the reader made of another document."""
        self.errors += other.errors
        self.seconds += other.seconds
        self.shares = {kind: self.shares[kind] + other.shares[kind] for kind in KINDS}
        self.differing += other.differing

    def compare(self, digital: SourceFile, scanned: SourceFile | None, name: str) -> None:
        """Compare a document's facts; one that could not be read has none of them."""
        read = scanned or digital.model_copy(update={"notices": ()})
        self.shares = compared(digital, read)
        self.differing = [f"{name}: {one}" for one in differences(digital, read)]


def run(task: Task) -> dict[str, Row]:
    """Return the row of each reader for one document; empty for one that is drawn or scanned itself."""
    pages = digital_pages(task.path)
    if not pages or not all(page.words for page in pages):
        return {}
    images = [DEGRADES[task.kind](page.image(task.dpi), task.dpi) for page in pages]
    digital, name = parse_file(task.path), task.path.name
    rows: dict[str, Row] = defaultdict(Row)
    bare, texts = _bare(), []
    for reader, read in (("ours", rivals.ours), ("bare", bare)):
        timed = rivals.Timed(read)
        for page, image in zip(pages, images, strict=True):
            rows[reader].errors += _errors(task, reader, page, timed(image, task.dpi), image)
            texts.append(bare.text)
        rows[reader].seconds = timed.seconds
    rows["bare"].compare(digital, runs.parsed_text(texts[len(pages) :]), name)
    with tempfile.TemporaryDirectory() as folder:
        scan = runs.scan_file(images, task.dpi, Path(folder))
        rows["ours"].compare(digital, runs.parsed_by_us(scan), name)
        if task.with_ocrmypdf:
            _run_ocrmypdf(task, pages, images, scan, rows["ocrmypdf"])
            rows["ocrmypdf"].compare(digital, runs.parsed_with_layer(scan.with_name("read.pdf")), name)
    return dict(rows)


def _run_ocrmypdf(task: Task, pages: Sequence[DigitalPage], images: Sequence[Colour], scan: Path, row: Row) -> None:
    """Read the whole scan, as the program is meant to be used: its time is shared out over the pages."""
    before = rivals.processor_seconds()
    read = rivals.ocrmypdf(scan, scan.with_name("read.pdf"))
    row.seconds = [(rivals.processor_seconds() - before) / len(pages)] * len(pages)
    for page, image, words in zip(pages, images, read, strict=True):
        row.errors += _errors(task, "ocrmypdf", page, words, image)


def _errors(task: Task, reader: str, page: DigitalPage, words: Sequence[Word], image: Colour) -> Errors:
    if task.kind in SKEWED and reader not in rivals.STRAIGHTENING:
        height, width = (side * 72 / task.dpi for side in image.shape[:2])
        words = [straightened(word, width, height) for word in words]
    return page_errors(page.words, words)


@cache
def _bare() -> rivals.Bare:
    return rivals.Bare()
