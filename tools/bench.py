"""Pages per second and peak memory: this program beside pdfplumber's bare `extract_text`, on the same PDF files.

    python -m tools.bench [--job extract|references|parse] [--repeat N] [FILE_OR_FOLDER …]

Each side runs in a process of its own, in one thread, and reads all files once before its time is taken, so that
imports and tables are there on both sides. What counts is the processor time of the process (user and system), so that
a busy machine changes little. Without arguments `data/raw` is read.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from covidorders.batch.collector import collect_seldom

GOAL = 5.0
"""How many times faster the main job must be."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Pages read, seconds of processor time for them, and the most memory held, in bytes."""

    pages: int
    seconds: float
    memory: int

    @property
    def speed(self) -> float:
        """Pages per second."""
        return self.pages / self.seconds if self.seconds else 0.0


def plumber(path: Path) -> int:
    """Read every page with pdfplumber's `extract_text`; return the number of pages."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.close()
        return len(document.pages)


def extract(path: Path) -> int:
    """Run the extract stage alone."""
    from covidorders.extract import extract, read
    from covidorders.layout import ExtractOptions

    return len(extract(read(path), ExtractOptions(ocr="off")).pages)


def parse(path: Path) -> int:
    """Run the whole main job: from the file to its JSON."""
    return _parse(path, None)


def references(path: Path) -> int:
    """Run the main job with the first pass of recognition alone: references and dates, no other entities."""
    return _parse(path, "references")


def _parse(path: Path, pipeline: str | None) -> int:
    from covidorders.pipeline import parse_file

    parsed = parse_file(path, pipeline=pipeline)
    parsed.model_dump_json()
    return len(parsed.pages)


JOBS: dict[str, Callable[[Path], int]] = {
    "extract": extract,
    "references": references,
    "parse": parse,
    "pdfplumber": plumber,
}


def run(job: str, paths: Sequence[Path], repeat: int, channel: Any) -> None:  # noqa: ANN401 - a multiprocessing pipe
    """Do a job on all files in this process, and send what it took once they have been read to warm up."""
    work = JOBS[job]
    if job != "pdfplumber":
        collect_seldom()  # as the workers of `covidorders parse` do
    for path in paths:
        work(path)
    pages = 0
    began = time.process_time()
    for _ in range(repeat):
        for path in paths:
            pages += work(path)
    seconds = time.process_time() - began
    channel.send(Measured(pages, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024))


def measure(job: str, paths: Sequence[Path], repeat: int) -> Measured:
    """Do a job in a process of its own."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=run, args=(job, paths, repeat, there))
    process.start()
    there.close()
    try:
        measured = here.recv()
    except EOFError:
        raise SystemExit(f"The process for {job!r} ended without a result; see its message above.") from None
    process.join()
    return measured  # type: ignore[no-any-return]


def pdfs(given: Sequence[Path]) -> list[Path]:
    """Return the PDF files among files and folders, in order."""
    found: list[Path] = []
    for path in given:
        found += sorted(path.rglob("*.pdf")) if path.is_dir() else [path]
    return found


def main() -> None:
    """Measure, and print a table with the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[Path("data/raw")])
    parser.add_argument(
        "--job", choices=["extract", "references", "parse"], action="append", help="default: the last two"
    )
    parser.add_argument("--repeat", type=int, default=1)
    arguments = parser.parse_args()
    paths = pdfs(arguments.paths)
    if not paths:
        raise SystemExit("No PDF found; name files or folders that hold some.")
    theirs = measure("pdfplumber", paths, arguments.repeat)
    print(f"{len(paths)} files, {theirs.pages} pages")
    for job in arguments.job or ["references", "parse"]:
        ours = measure(job, paths, arguments.repeat)
        ratio = ours.speed / theirs.speed if theirs.speed else 0.0
        print(f"{_row('covidorders ' + job, ours)}  ratio {ratio:.2f} (goal: {GOAL} and more)")
    print(_row("pdfplumber extract_text", theirs))


def _row(name: str, measured: Measured) -> str:
    took, memory = 1000 * measured.seconds / measured.pages, measured.memory / 2**20
    return f"{name:24} {measured.speed:8.1f} pages/s {took:8.2f} ms a page {memory:8.0f} MB at most"


if __name__ == "__main__":
    main()
