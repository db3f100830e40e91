"""What each repair of recognised lines is worth: words mended and spoilt, against digital pages read as pictures.

    python -m tools.ocr_repair_accuracy [--dpi 200,150] [--kinds clean,noise] [--pages 8] [--cache DIR] [--list RULE] F…

Digital PDFs are drawn, spoilt (see `bench_ocr.degrade`), recognised and repaired. Each repair is made alone in its line
as recognised: a word is mended if the line then has more words as the file says, spoilt if it has fewer; else it
turned one wrong word into another. `--cache` keeps what was recognised, `--list` shows every case of one rule.
The last rows take the files' own text, as if recognition had been unsure of every word: nearly all repairs there spoil.
"""

from __future__ import annotations

import argparse
import pickle
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from covidorders.extract import extract
from covidorders.extract.arrange import join_pages
from covidorders.extract.ocr.page import PageImage, read_page
from covidorders.extract.ocr.tesseract import shared_engine
from covidorders.grammar.fold import new_tone
from covidorders.layout import Block, Cell, ExtractOptions, Line, Page, RawFile, Table, Word
from covidorders.normalise.draft import Change, Draft
from covidorders.normalise.letters import mend_letters
from covidorders.normalise.ocr_repairs import repair_ocr
from tools.bench_ocr.degrade import DEGRADES
from tools.bench_ocr.truth import DigitalPage, digital_pages

Piece = TypeVar("Piece", Line, Cell)

VERDICTS = ("mended", "spoilt", "neither")
UNSURE = 0.3
_PLAIN = str.maketrans("–—−“”‘’", "---\"\"''")


@dataclass(frozen=True, slots=True)
class Case:
    """One repair in its line: as printed, as read, as it reads once repaired."""

    rule: str
    verdict: str
    printed: str
    was: str
    now: str


def cases(pages: Sequence[Page], printed: dict[int, tuple[Word, ...]]) -> Iterator[Case]:
    """Judge every repair of some recognised pages; `printed` holds the words of the digital pages by number."""
    drafts = [draft for page in pages for draft in _drafts(page)]
    for draft in repair_ocr(drafts, {page.number for page in pages}):
        for change in draft.changes:
            if change.rule:
                yield _judged(draft, change, _there(draft, printed[draft.page]))


def _judged(draft: Draft, change: Change, truth: Sequence[str]) -> Case:
    alone = _alone(draft, change)
    before, after = _errors(draft.raw.split(), truth), _errors(alone.split(), truth)
    verdict = "mended" if after < before else "spoilt" if after > before else "neither"
    return Case(change.rule, verdict, " ".join(truth), draft.raw, alone)


def _alone(draft: Draft, change: Change) -> str:
    """Return the line as read, with one of its changes made."""
    pieces, done = [], 0
    for other in draft.changes:
        kept = draft.text[other.start : other.end] if other is change else other.was
        pieces += [draft.text[done : other.start], kept]
        done = other.end
    return "".join(pieces) + draft.text[done:]


def _there(draft: Draft, words: Sequence[Word]) -> list[str]:
    """Return the printed words that stand where the line was read."""
    boxes = [word.box for word in draft.line.words]
    left, right = min(box.x0 for box in boxes) - 3, max(box.x1 for box in boxes) + 3
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    here = [
        w for w in words if top < (w.box.top + w.box.bottom) / 2 < bottom and left < (w.box.x0 + w.box.x1) / 2 < right
    ]
    return [word.text for word in sorted(here, key=lambda w: w.box.x0)]


def _errors(read: Sequence[str], truth: Sequence[str]) -> int:
    """Return the words wrong, missing or too many; kinds of dashes and quotes and the place of tones do not count."""
    a, b = ([new_tone(unicodedata.normalize("NFC", word)).translate(_PLAIN) for word in some] for some in (read, truth))
    row = list(range(len(b) + 1))
    for i, word in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (word != other))
    return row[-1]


def _drafts(page: Page) -> Iterator[Draft]:
    for block in page.blocks:
        if isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row):
                yield Draft(cell.text, Line(cell.text, words=cell.words, zone="table"), page.number)
        else:
            yield Draft(block.text, block, page.number)


def recognised(path: Path, pages: Sequence[DigitalPage], dpi: float, kind: str, cache: Path | None) -> list[Page]:
    """Return the pages as read from their pictures."""
    kept = cache / f"{path.stem}.{dpi:.0f}.{kind}.{len(pages)}.pickle" if cache else None
    if kept is not None and kept.exists():
        return list(pickle.loads(kept.read_bytes()))
    engine = shared_engine()
    images = (PageImage(page.number, DEGRADES[kind](page.image(dpi), dpi), dpi) for page in pages)
    read = list(join_pages([read_page(image, engine).page for image in images]))
    if kept is not None:
        kept.write_bytes(pickle.dumps(read))
    return read


def proper(path: Path, count: int) -> list[Page]:
    """Return the first pages as the file itself gives them, letters mended, recognition unsure of every word."""
    raw = RawFile(path, path.read_bytes(), "pdf", "application/pdf")
    pages = extract(raw, ExtractOptions(ocr="off")).pages[:count]
    return [replace(page, blocks=tuple(_unsure(block) for block in page.blocks)) for page in pages]


def _unsure(block: Block) -> Block:
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(_doubted(cell) for cell in row) for row in block.rows))
    return _doubted(block)


def _doubted(printed: Piece) -> Piece:
    words = tuple(replace(w, text=mend_letters(Draft(w.text, Line(w.text), 1)).text) for w in printed.words)
    words = tuple(replace(word, confidence=UNSURE) for word in words if word.text)
    return replace(printed, text=" ".join(word.text for word in words), words=words)


def own_words(pages: Sequence[Page]) -> dict[int, tuple[Word, ...]]:
    """Return the words of the lines and cells of each page."""
    return {page.number: tuple(w for draft in _drafts(page) for w in draft.line.words) for page in pages}


def report(found: Sequence[Case], words: int, title: str, rule: str | None) -> None:
    """Print how often each rule mended and spoilt, and the cases of one rule if it is asked for."""
    print(f"{title}: {words} words")
    counts = Counter((case.rule, case.verdict) for case in found)
    for name in sorted({case.rule for case in found}):
        print(f"  {name:28}" + "".join(f"{counts[name, verdict]:6} {verdict}" for verdict in VERDICTS))
    for case in found:
        if rule is not None and rule in case.rule.split("+"):
            print(f"  {case.verdict}: {case.printed}\n    was {case.was}\n    now {case.now}")


def main() -> None:
    """Print a table for each resolution and kind of damage, and one for the proper text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--dpi", default="200,150")
    parser.add_argument("--kinds", default="clean,noise", help="without those of askew pages")
    parser.add_argument("--pages", type=int, default=8, help="of each document [default: 8]")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--list", metavar="RULE")
    given = parser.parse_args()
    digital = {path: digital_pages(path, given.pages) for path in given.files}
    printed = {path: {page.number: page.words for page in pages} for path, pages in digital.items()}
    words = sum(len(page.words) for pages in digital.values() for page in pages)
    for dpi in (float(one) for one in given.dpi.split(",")):
        for kind in given.kinds.split(","):
            found: list[Case] = []
            for path, pages in digital.items():
                found += cases(recognised(path, pages, dpi, kind, given.cache), printed[path])
            report(found, words, f"{dpi:.0f} dpi, {kind}", given.list)
    own = [(pages, own_words(pages)) for pages in (proper(path, given.pages) for path in given.files)]
    found = [case for pages, there in own for case in cases(pages, there)]
    report(found, sum(len(w) for _, there in own for w in there.values()), "proper text, held unsure", given.list)


if __name__ == "__main__":
    main()
