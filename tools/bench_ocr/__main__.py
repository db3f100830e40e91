"""Scanned pages: errors, time, and what it costs the parse, beside bare tesseract and OCRmyPDF on the same images.

    python -m tools.bench_ocr [--at-most N] [--dpi 300,200,150,110] [--kinds clean,skew,…] [--no-ocrmypdf] [PDF …]

Digital PDFs (without arguments those of data/raw) are drawn and spoilt page by page. CER is the share of letters that
are wrong, missing or too many against the digital page; time is the processor time of reading against bare
tesseract's. The last columns are the share of facts of the whole document that equal those read from the digital file.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from covidorders.extract.ocr.engine import Colour
from covidorders.model import SourceFile
from covidorders.pipeline import parse_file
from tools.bench_ocr import rivals, runs
from tools.bench_ocr.cer import Errors, page_errors
from tools.bench_ocr.degrade import DEGRADES, SKEWED, straightened
from tools.bench_ocr.facts import KINDS, NONE, Share, compared
from tools.bench_ocr.truth import DigitalPage, digital_pages

MOST_PAGES = 20
"""Pages of a document that are drawn; the samples have fewer."""


@dataclass(slots=True)
class Row:
    """What one reader made of all pages at one resolution and of one kind."""

    errors: Errors = field(default_factory=lambda: Errors(0, 0))
    seconds: list[float] = field(default_factory=list)
    shares: dict[str, Share] = field(default_factory=lambda: dict(NONE))

    def add_facts(self, digital: SourceFile, scanned: SourceFile | None) -> None:
        """Compare a document's facts; one that could not be read has none of them."""
        found = compared(digital, scanned or digital.model_copy(update={"notices": ()}))
        self.shares = {kind: self.shares[kind] + found[kind] for kind in KINDS}


@dataclass(slots=True)
class Contest:
    """All readers over documents at one resolution, spoilt in one way."""

    dpi: float
    kind: str
    bare: rivals.Bare
    readers: dict[str, rivals.Timed]
    rows: dict[str, Row] = field(default_factory=lambda: defaultdict(Row))

    def run(self, path: Path) -> None:
        """Read one document, page by page and as a whole."""
        pages = digital_pages(path, MOST_PAGES)
        images = [DEGRADES[self.kind](page.image(self.dpi), self.dpi) for page in pages]
        for page, image in zip(pages, images, strict=True):
            for name in self.readers:
                self._read(name, page, image)
        digital = parse_file(path)
        with tempfile.TemporaryDirectory() as folder:
            scan = runs.scan_file(images, self.dpi, Path(folder))
            self.rows["ours"].add_facts(digital, runs.parsed_by_us(scan))
            self.rows["bare"].add_facts(digital, runs.parsed_after_bare(images, self.dpi, self.bare))
            if "ocrmypdf" in self.readers:
                self.rows["ocrmypdf"].add_facts(digital, runs.parsed_after_ocrmypdf(scan))

    def _read(self, name: str, page: DigitalPage, image: Colour) -> None:
        before = self.readers[name].seconds
        words = self.readers[name](image, self.dpi)
        self.rows[name].seconds.append(self.readers[name].seconds - before)
        if self.kind in SKEWED and name not in rivals.STRAIGHTENING:
            height, width = (side * 72 / self.dpi for side in image.shape[:2])
            words = [straightened(word, width, height) for word in words]
        self.rows[name].errors += page_errors(page.words, words)

    def report(self) -> None:
        """Print a line for each reader; time is a page's median against bare tesseract's."""
        base = statistics.median(self.rows["bare"].seconds) or 1.0
        for name in self.readers:
            row = self.rows[name]
            shares = " ".join(f"{row.shares[fact].rate:10.3f}" for fact in KINDS)
            time = statistics.median(row.seconds) / base
            print(f"{self.dpi:4.0f} {self.kind:7} {name:9} {row.errors.rate:7.2%} {time:6.2f}  {shares}", flush=True)


def main() -> None:
    """Print a row for each resolution, kind of damage and reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--at-most", type=int, default=4, help="documents [default: 4]")
    parser.add_argument("--dpi", default="300,200,150,110")
    parser.add_argument("--kinds", default=",".join(DEGRADES))
    parser.add_argument("--no-ocrmypdf", action="store_true", help="leave OCRmyPDF out: it takes most of the time")
    given = parser.parse_args()
    files = given.files or sorted(Path("data/raw").glob("*.pdf"))
    bare = rivals.Bare()
    print(f"{'dpi':>4} {'kind':7} {'reader':9} {'CER':>7} {'time':>6}  " + " ".join(f"{kind:>10}" for kind in KINDS))
    for dpi in (float(one) for one in given.dpi.split(",")):
        for kind in given.kinds.split(","):
            readers = {"ours": rivals.Timed(rivals.ours), "bare": rivals.Timed(bare)}
            if not given.no_ocrmypdf:
                readers["ocrmypdf"] = rivals.Timed(rivals.ocrmypdf)
            contest = Contest(dpi, kind, bare, readers)
            for path in files[: given.at_most]:
                contest.run(path)
            contest.report()


if __name__ == "__main__":
    main()
