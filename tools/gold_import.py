"""Marks made by hand become gold files: `python -m tools.gold_import MARKS… --sources DIR -o GOLD --part tuning`.

MARKS are JSON files, or folders of them, as a person's tool wrote them:

    {"file": NAME, "until": N, "entities": [{"start", "end", "label", "text", "canonical"?}, …]}

beside each `NAME.json` lies `NAME.text`, the text that the offsets count in. `file` is looked for below DIR, and its
path from there becomes the gold's `source`. An agency without `canonical` is its own full name, as printed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from covidorders.evaluate import FileIndex, GoldDocument, GoldMention, Part, gold_of, write_gold


def main() -> int:
    """Write the gold files; exit status 1 if a document is not among the sources."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marks", type=Path, nargs="+")
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--part", choices=["tuning", "held-out"], required=True)
    given = parser.parse_args()
    index = FileIndex(given.sources)
    missing = 0
    for path in _mark_files(given.marks):
        gold = convert(path, index, given.part)
        if gold is None:
            print(f"{path}: its document is not below {given.sources}", file=sys.stderr)
            missing += 1
            continue
        write_gold(gold, given.output / f"{Path(gold.source).name}.json")
        print(f"{gold.source}: {len(gold.entities)} mentions")
    return 1 if missing else 0


def convert(path: Path, index: FileIndex, part: Part) -> GoldDocument | None:
    """Return the gold of one file of marks; None if its document is not in the folder of the index."""
    marks = json.loads(path.read_text("utf-8"))
    text = path.with_suffix(".text").read_text("utf-8")
    document = index.find(marks["file"])
    if document is None:
        return None
    source = document.relative_to(index.folder).as_posix()
    mentions = [_mention(one, text) for one in marks["entities"]]
    return gold_of(source, text, mentions, until=marks["until"], part=part)


def _mention(mark: dict[str, Any], text: str) -> GoldMention:
    start, end = mark["start"], mark["end"]
    if text[start:end] != mark["text"]:
        raise ValueError(f"{start}..{end} is {text[start:end]!r}, not {mark['text']!r}")
    canonical = (mark.get("canonical") or mark["text"]) if mark["label"] == "AGENCY" else None
    return GoldMention(start=start, end=end, label=mark["label"], text=mark["text"], canonical=canonical)


def _mark_files(given: list[Path]) -> Iterator[Path]:
    for path in given:
        yield from sorted(path.glob("*.json")) if path.is_dir() else [path]


if __name__ == "__main__":
    sys.exit(main())
