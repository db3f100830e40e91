"""Scanned pages: errors, time, and what it costs the parse, beside bare tesseract and OCRmyPDF on the same images.

    python -m tools.bench_ocr [--jobs N] [--dpi 200,150] [--kinds clean,skew,…] [--no-ocrmypdf] [--list] [PDF …]

Digital PDFs (without arguments those of data/raw) are drawn and spoilt page by page; those without a text layer are
left out. CER is the share of letters that are wrong, missing or too many against the digital page; time is a page's
median processor time of reading against bare tesseract's. The last columns are the share of facts of the whole document
that equal those read from the digital file; `--list` names each of ours that does not (- missing, + too much).
"""

from __future__ import annotations

import argparse
import os
import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby, product
from multiprocessing import get_context
from pathlib import Path

from tools.bench_ocr.contest import Row, Task, run
from tools.bench_ocr.degrade import DEGRADES
from tools.bench_ocr.facts import KINDS


def main() -> None:
    """Print a row for each resolution, kind of damage and reader."""
    given = _arguments()
    files = given.files or sorted(Path("data/raw").glob("*.pdf"))
    ways = product((float(dpi) for dpi in given.dpi.split(",")), given.kinds.split(","))
    tasks = [Task(path, dpi, kind, not given.no_ocrmypdf) for dpi, kind in ways for path in files[: given.at_most]]
    print(f"{'dpi':>4} {'kind':7} {'reader':9} {'CER':>7} {'time':>6}  " + " ".join(f"{kind:>10}" for kind in KINDS))
    os.environ["OMP_THREAD_LIMIT"] = "1"
    with ProcessPoolExecutor(given.jobs, mp_context=get_context("spawn")) as pool:
        done = zip(tasks, pool.map(run, tasks), strict=True)
        for (dpi, kind), results in groupby(done, key=lambda one: (one[0].dpi, one[0].kind)):
            rows = _together(rows for _, rows in results)
            _report(dpi, kind, rows)
            if given.list and "ours" in rows:
                print("\n".join(f"     {one}" for one in rows["ours"].differing), flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--at-most", type=int, help="documents [default: all]")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="documents at a time [default: cores]")
    parser.add_argument("--dpi", default="200")
    parser.add_argument("--kinds", default=",".join(DEGRADES))
    parser.add_argument("--no-ocrmypdf", action="store_true", help="leave OCRmyPDF out: it takes most of the time")
    parser.add_argument("--list", action="store_true", help="name the facts that differ")
    return parser.parse_args()


def _together(results: Iterable[Mapping[str, Row]]) -> dict[str, Row]:
    rows: dict[str, Row] = defaultdict(Row)
    for result in results:
        for reader, row in result.items():
            rows[reader].add(row)
    return dict(rows)


def _report(dpi: float, kind: str, rows: Mapping[str, Row]) -> None:
    """Print a line for each reader; time is a page's median against bare tesseract's."""
    for name, row in rows.items():
        shares = " ".join(f"{row.shares[fact].rate:10.3f}" for fact in KINDS)
        time = statistics.median(row.seconds) / (statistics.median(rows["bare"].seconds) or 1.0)
        print(f"{dpi:4.0f} {kind:7} {name:9} {row.errors.rate:7.2%} {time:6.2f}  {shares}", flush=True)


if __name__ == "__main__":
    main()
