"""How recognition holds up on worse text: F1 per label on clean text, without marks, in capitals, with OCR errors.

    python -m tools.entity_noise GOLD SOURCES [--pipeline NAME] [--part tuning] [--digital]

GOLD holds marked documents (docs/gold.md), SOURCES the files they were marked in. Each text is read once, split and
segmented clean; then the same notice is recognised on altered text of the same length, so that the marks keep their
places. Errors of recognition are 1 % of the letters, each replaced by one it is read as (training/noise.toml),
the same in every run.
"""

from __future__ import annotations

import argparse
import random
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from rich.console import Console
from rich.table import Table

from covidorders.evaluate.anchor import anchor
from covidorders.evaluate.gold import GoldDocument, gold_files, read_gold
from covidorders.evaluate.lookup import FileIndex
from covidorders.evaluate.spans import Counts, Span, added, all_labels, score_spans
from covidorders.extract import extract, read
from covidorders.knowledge import load
from covidorders.layout import Text
from covidorders.normalise import normalise
from covidorders.pipeline import read_notice
from covidorders.recognise import Pipeline, load_pipeline
from covidorders.segment import segment
from covidorders.split import split

ERRORS = 0.01
"""Share of the letters that noise replaces."""


def without_marks(text: str) -> str:
    """`Sở Y tế` → `So Y te`, of the same length."""
    return "".join("Dd"[letter == "đ"] if letter in "Đđ" else _plain(letter) for letter in text)


def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if letter.isalpha() else letter


def capitals(text: str) -> str:
    """`Sở Y tế` → `SỞ Y TẾ`, of the same length."""
    return "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in text)


@cache
def _taken_for() -> dict[str, str]:
    """Return for each letter those, one for one, that recognition reads instead of it."""
    table = load("training/noise")["misread"]
    return {letter: single for letter, read in table.items() if (single := "".join(r for r in read if len(r) == 1))}


def misread(text: str) -> str:
    """Replace one letter in a hundred by one that it is taken for; the same text gives the same errors."""
    chance = random.Random(len(text))
    table = _taken_for()
    return "".join(
        chance.choice(table[letter]) if letter in table and chance.random() < ERRORS else letter for letter in text
    )


VARIANTS: dict[str, Callable[[str], str]] = {
    "clean": str,
    "without marks": without_marks,
    "all capitals": capitals,
    "1 % of letters misread": misread,
}


def found_in(text: Text, worse: Callable[[str], str], pipeline: Pipeline, until: int) -> list[Span]:
    """Return the spans that are recognised once the text is made worse."""
    altered = replace(text, text=worse(text.text))
    notices = [read_notice(altered, segment(text, part), pipeline, "0" * 64) for part in split(text)]
    return [(e.start, e.end, e.label) for notice in notices for e in notice.entities if e.start < until]


def score(
    gold: list[GoldDocument], sources: Path, pipeline: Pipeline, *, digital: bool
) -> dict[str, dict[str, Counts]]:
    """Return the counts by label for each variant."""
    index = FileIndex(sources)
    parts: dict[str, list[dict[str, Counts]]] = {name: [] for name in VARIANTS}
    for document in gold:
        path = index.find(document.source)
        if path is None:
            raise SystemExit(f"{document.source} is not in {sources}.")
        extracted = extract(read(path), pipeline.extract_options)
        if digital and extracted.extraction == "ocr":
            continue
        text = normalise(extracted)
        marked = anchor(document, text.text).gold
        wanted = [one.span for one in marked.entities]
        for name, worse in VARIANTS.items():
            parts[name].append(score_spans(wanted, found_in(text, worse, pipeline, marked.until)))
    return {name: added(scores) for name, scores in parts.items()}


def main() -> None:
    """Score every variant and print F1 per label."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("sources", type=Path)
    parser.add_argument("--pipeline", default=None)
    parser.add_argument("--part", default="tuning", choices=["tuning", "held-out"])
    parser.add_argument("--digital", action="store_true", help="leave scans out, which have errors of their own")
    given = parser.parse_args()
    gold = [one for one in map(read_gold, gold_files(given.gold)) if one.part == given.part]
    scores = score(gold, given.sources, load_pipeline(given.pipeline), digital=given.digital)
    labels = sorted({label for counts in scores.values() for label in counts})
    table = Table("text", *labels, "all", title=f"strict F1, {given.part} gold")
    for name, counts in scores.items():
        figures = [f"{counts[label].strict.f1:.3f}" if label in counts else "" for label in labels]
        table.add_row(name, *figures, f"{all_labels(counts).strict.f1:.3f}")
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
