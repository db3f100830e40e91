"""What each part of entity recognition is worth: strict F1 by label and pages per second, in one run, on one core.

    python -m tools.ablation GOLD --sources FOLDER [--part tuning] [--as no-diacritics] [--keep FOLDER]

GOLD and the sources are those of `covidorders evaluate`. Each system finds mentions in the same texts; what counts is
the processor time of that alone, over the whole texts, at 3,000 characters a page. `--as` changes the texts first,
letter by letter, so that the gold still fits. Reading scans takes minutes: `--keep` keeps the texts for the next run.
"""

from __future__ import annotations

import argparse
import pickle
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from covidorders.evaluate import GoldDocument, anchor, gold_files, read_gold
from covidorders.evaluate.lookup import FileIndex
from covidorders.evaluate.spans import Counts, Span, added, score_spans
from covidorders.extract import extract, read
from covidorders.knowledge import load
from covidorders.layout import Text
from covidorders.learn.noise import without_diacritics
from covidorders.normalise import normalise
from covidorders.pipeline import read_notice
from covidorders.recognise import load_pipeline
from covidorders.segment import Segmented, segment
from covidorders.split import split

PAGE = 3000
"""Characters of a page."""
LABELS = ("AGENCY", "POSITION", "PERSON", "LOCATION", "DATE", "REFERENCE", "QUANTITY")

System = Callable[["Document"], Sequence[Span]]
"""Finds mentions in a document: half-open offsets into its text, and the label."""


@dataclass(frozen=True, slots=True)
class Document:
    """One source file, read and cut into notices, and its gold."""

    gold: GoldDocument
    text: Text
    notices: tuple[Segmented, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What a system came to."""

    system: str
    counts: dict[str, Counts]
    pages_per_second: float


# --- systems ----------------------------------------------------------------------------------------


def pipeline(name: str) -> System:
    """Return the system that runs a pipeline file."""
    loaded = load_pipeline(name)

    def find(document: Document) -> list[Span]:
        notices = (read_notice(document.text, parts, loaded, "0" * 64) for parts in document.notices)
        return [(one.start, one.end, one.label) for notice in notices for one in notice.entities]

    return find


def underthesea() -> System:
    """Return the system that asks underthesea's own `ner`, a paragraph at a time (its time grows with the square)."""
    from underthesea import ner

    labels = {"ORG": "AGENCY", "PER": "PERSON", "LOC": "LOCATION"}

    def find(document: Document) -> list[Span]:
        found: list[Span] = []
        start = 0
        for line in document.text.text.split("\n"):
            found += [(start + a, start + b, labels[kind]) for a, b, kind in _runs(line, ner(line)) if kind in labels]
            start += len(line) + 1
        return found

    return find


def _runs(line: str, words: Sequence[Sequence[str]]) -> Iterator[Span]:
    """Yield the runs of `B-X I-X …` tags, with offsets into the line."""
    place = 0
    start, end, kind = 0, 0, ""
    for word, *_, tag in words:
        at = line.find(word, place)
        if at < 0:  # underthesea changes white space and some letters
            continue
        place = at + len(word)
        if kind and tag != f"I-{kind}":
            yield start, end, kind
            kind = ""
        if tag.startswith("B-"):
            start, kind = at, tag[2:]
        end = place
    if kind:
        yield start, end, kind


SYSTEMS: dict[str, Callable[[], System]] = {
    "underthesea ner()": underthesea,
    "rules": lambda: pipeline("rules"),
    "model": lambda: pipeline("model"),
    "rules and model": lambda: pipeline("full"),
}


def measure(name: str, system: System, documents: Sequence[Document]) -> Row:
    """Run a system over all documents, once to load what it needs and once on the clock."""
    system(documents[0])
    start = time.process_time()
    found = [system(document) for document in documents]
    seconds = time.process_time() - start
    scores = [_score(document.gold, spans) for document, spans in zip(documents, found, strict=True)]
    pages = sum(len(document.text.text) for document in documents) / PAGE
    return Row(name, added(scores), pages / seconds)


def _score(gold: GoldDocument, found: Sequence[Span]) -> dict[str, Counts]:
    wanted = [(one.start, one.end, one.label) for one in gold.entities]
    return score_spans(wanted, [span for span in found if span[0] < gold.until])


# --- texts ------------------------------------------------------------------------------------------


def documents(gold: Path, sources: Path, part: str | None, keep: Path | None) -> Iterator[Document]:
    """Yield the documents of the gold that are among the sources."""
    index = FileIndex(sources)
    for file in gold_files(gold):
        one = read_gold(file)
        path = index.find(one.source)
        if path is not None and part in (None, one.part):
            text = _text(path, keep)
            yield Document(anchor(one, text.text).gold, text, tuple(segment(text, where) for where in split(text)))


def _text(path: Path, keep: Path | None) -> Text:
    kept = keep / f"{path.name}.pkl" if keep else None
    if kept and kept.is_file():
        loaded: Text = pickle.loads(kept.read_bytes())
        return loaded
    text = normalise(extract(read(path), load_pipeline().extract_options))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(text))
    return text


def changed(document: Document, how: str) -> Document:
    """Return the document as `CHANGES[how]` writes it."""
    written = CHANGES[how](document.text.text)
    if len(written) != len(document.text.text):
        raise ValueError(f"{how} changes the length of the text")
    text = replace(document.text, text=written)
    return replace(document, text=text, notices=tuple(segment(text, where) for where in split(text)))


def _misread(text: str) -> str:
    """One letter in a hundred as recognition of print takes it for another."""
    rng = Random(1)
    wrong: dict[str, list[Any]] = load("training/noise")["misread"]
    options = {letter: [one for one in others if len(one) == 1] for letter, others in wrong.items() if letter.isalpha()}
    return "".join(
        rng.choice(options[letter]) if options.get(letter) and rng.random() < 0.02 else letter for letter in text
    )


CHANGES: dict[str, Callable[[str], str]] = {
    "printed": lambda text: text,
    "no-diacritics": lambda text: without_diacritics(text, [], Random(0))[0],
    "capitals": lambda text: "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in text),
    "misread": _misread,
}


# --- the table --------------------------------------------------------------------------------------


def table(rows: Sequence[Row]) -> str:
    """Return the figures as a Markdown table."""
    lines = [f"| strict F1 | {' | '.join(LABELS)} | pages/s |", f"|---|{'---|' * (len(LABELS) + 1)}"]
    for row in rows:
        figures = [f"{row.counts[label].strict.f1:.3f}" if label in row.counts else "-" for label in LABELS]
        lines.append(f"| {row.system} | {' | '.join(figures)} | {row.pages_per_second:.0f} |")
    return "\n".join(lines)


def main() -> None:
    """Measure all systems and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--part", choices=("tuning", "held-out"))
    parser.add_argument("--as", dest="how", choices=CHANGES, default="printed")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--system", action="append", choices=SYSTEMS, help="only this one; may be given several times")
    options = parser.parse_args()
    read_once = [
        changed(one, options.how) for one in documents(options.gold, options.sources, options.part, options.keep)
    ]
    rows = [measure(name, SYSTEMS[name](), read_once) for name in options.system or SYSTEMS]
    print(table(rows))


if __name__ == "__main__":
    main()
