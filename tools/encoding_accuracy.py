"""Share of letters with Vietnamese marks that come out right, for files that have a transcript beside them.

    python -m tools.encoding_accuracy DIR…

For each `name.ext` with a `name.gt.txt` beside it (correct Unicode text) it prints, ours beside viparse in the same
run, viparse with its defaults and with `encoding="auto"`:

diacritic accuracy
    As viparse-corpus defines it (github.com/TrizenX/viparse-corpus, METRIC.md and scripts/score.py): both sides in
    NFC with white space collapsed; cut after `.;:!?` and these pieces aligned; inside a changed region both sides are
    reduced to base letters and aligned (difflib). Of all characters of the transcript whose identity depends on a mark
    (those that decompose under NFD, and đ), the share that the aligned character of the result equals exactly.
folded
    The same with both sides in small letters: the transcripts keep the small letters that `.VnTimeH` draws as
    capitals, so a program that gives back the capitals that were printed loses in the first column.
any order
    Marked letters of those words of the transcript, in small letters, that stand anywhere in the result, each used
    once: a program that reads a letterhead column by column loses in the first two columns what it moved.

Exit status 1 if one of ours is below 0.99 in every column.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from covidorders.extract import extract, read
from covidorders.normalise import normalise

_GOAL = 0.99
_PIECE = re.compile(r"(?<=[.;:!?])\s+")
_LARGEST_REGION = 4000
_WORD = re.compile(r"[^\W_]+")


def tidy(text: str) -> str:
    """NFC, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def base_letters(text: str) -> str:
    """The letters without their marks, one for one."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")


def carries_mark(letter: str) -> bool:
    """Tell whether the identity of a letter depends on a mark."""
    return letter in "đĐ" or any(unicodedata.category(p) == "Mn" for p in unicodedata.normalize("NFD", letter))


def regions(truth: str, found: str) -> Iterator[tuple[str, str]]:
    """Yield pieces of the transcript with what stands in their place; large changed regions are cut evenly."""
    ours, theirs = _PIECE.split(truth), _PIECE.split(found)
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        one, other = "\n".join(ours[a:b]), "\n".join(theirs[c:d])
        if tag == "equal" or max(len(one), len(other)) <= _LARGEST_REGION:
            yield one, other
            continue
        count = len(one) // _LARGEST_REGION + 1
        steps = len(one) // count, len(other) // count
        for k in range(count):
            yield one[k * steps[0] : (k + 1) * steps[0]], other[k * steps[1] : (k + 1) * steps[1]]


def diacritic_accuracy(truth: str, found: str) -> float:
    """Return the share of marked letters of `truth` that are exactly right in `found`, 0..1."""
    total = right = 0
    for one, other in regions(tidy(truth), tidy(found)):
        marked = [place for place, letter in enumerate(one) if carries_mark(letter)]
        total += len(marked)
        if one == other:
            right += len(marked)
            continue
        blocks = SequenceMatcher(None, base_letters(one), base_letters(other), autojunk=False).get_matching_blocks()
        beside = {block.a + k: block.b + k for block in blocks for k in range(block.size)}
        right += sum(place in beside and other[beside[place]] == one[place] for place in marked)
    return right / total if total else 1.0


def in_any_order(truth: str, found: str) -> float:
    """Return the share of marked letters in those words of `truth` that stand in `found`, wherever, 0..1."""
    there = Counter(_WORD.findall(tidy(found).lower()))
    total = right = 0
    for word, count in Counter(_WORD.findall(tidy(truth).lower())).items():
        marked = sum(map(carries_mark, word))
        total += marked * count
        right += marked * min(count, there[word])
    return right / total if total else 1.0


def scores(truth: str, found: str) -> tuple[float, float, float]:
    """Return the three figures of the module's description."""
    folded = diacritic_accuracy(truth.lower(), found.lower())
    return diacritic_accuracy(truth, found), folded, in_any_order(truth, found)


def ours(path: Path) -> str:
    """Return the text of a file as this program reads it."""
    return normalise(extract(read(path))).text


def viparse_reader(**options: str) -> Callable[[Path], str]:
    """Return a reader that gives a file to viparse with these options."""

    def read_with_viparse(path: Path) -> str:
        import viparse

        return "\n".join(document.text for document in viparse.load(str(path), **options))

    return read_with_viparse


def main() -> int:
    """Print one line a file and a mean; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    folders = parser.parse_args().folders
    readers = {"ours": ours, "viparse": viparse_reader(), "viparse auto": viparse_reader(encoding="auto")}
    print(f"{'':36}" + "".join(f"{name:>27}" for name in readers))
    print(f"{'file':36}" + f"{'accuracy':>10} {'folded':>7} {'any ord.':>8}" * len(readers))
    sums = {name: [0.0, 0.0, 0.0] for name in readers}
    below = files = 0
    for truth in sorted(path for folder in folders for path in folder.rglob("*.gt.txt")):
        beside = sorted(truth.parent.glob(truth.name.removesuffix(".gt.txt") + ".*"))
        source = next((path for path in beside if path != truth), None)
        if source is None:
            continue
        files += 1
        row = f"{source.name[:35]:36}"
        for name, reader in readers.items():
            figures = (0.0, 0.0, 0.0)
            try:
                figures = scores(truth.read_text("utf-8"), reader(source))
            except Exception as error:  # a reader that fails scores nothing, and the run goes on
                print(f"{name}: {source.name}: {error!r}", file=sys.stderr)
            row += f"{figures[0]:10.4f} {figures[1]:7.4f} {figures[2]:8.4f}"
            sums[name] = [a + b for a, b in zip(sums[name], figures, strict=True)]
            below += name == "ours" and max(figures) < _GOAL
        print(row, flush=True)
    if files:
        means = "".join(f"{a / files:10.4f} {b / files:7.4f} {c / files:8.4f}" for a, b, c in sums.values())
        print(f"{'mean':36}{means}")
    return 1 if below or not files else 0


if __name__ == "__main__":
    sys.exit(main())
