"""Stamps and other furniture in text files, where only the words and the order of the lines can tell."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from covidorders.extract.furniture import classify
from covidorders.grammar.fold import fold
from covidorders.knowledge import load
from covidorders.model.source import FurnitureKind

_LONGEST_STAMP = 16
"""Lines of a signature stamp at most."""
_REPEATS = 3
"""Pages on which a line must be first or last to be a running head."""
_DIGITS = re.compile(r"\d+")

Found = tuple[FurnitureKind, list[int]]
"""A kind of furniture and the places of its lines."""


def stamps(lines: Sequence[str]) -> Iterator[Found]:
    """Yield the lines of a page that are furniture by their words; the lines of one stamp together."""
    place = 0
    while place < len(lines):
        group = _signature(lines, place) if ":" in lines[place] or ";" in lines[place] else None
        if group is not None:
            yield ("signature-stamp", group)
            place = group[-1] + 1
            continue
        kind = classify(lines[place]) if lines[place].strip() else None
        if kind is not None:
            yield (kind, [place])
        place += 1


def _signature(lines: Sequence[str], start: int) -> list[int] | None:
    """Return the places from `Người ký: …` down to the time of signing, with no blank line between."""
    if _pattern("open").fullmatch(_plain(lines[start])) is None:
        return None
    for place in range(start, min(len(lines), start + _LONGEST_STAMP)):
        if not lines[place].strip():
            return None
        if place > start and _pattern("close").fullmatch(_plain(lines[place])):
            return list(range(start, place + 1))
    return None


def running_heads(pages: Sequence[Sequence[str]]) -> set[str]:
    """Return the keys (see `head_key`) of lines that are the first or last of several pages, numbers apart."""
    edges = [[line for line in page if line.strip()] for page in pages]
    counted = Counter(head_key(line) for filled in edges for line in {*filled[:1], *filled[-1:]})
    needed = max(_REPEATS, len(pages) // 2)
    return {key for key, times in counted.items() if times >= needed}


def head_key(line: str) -> str:
    """Return what is the same in a running head on every page: its words without numbers."""
    return _DIGITS.sub("#", _plain(line))


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(load("furniture")["stamp"][key])


def _plain(text: str) -> str:
    return " ".join(fold(unicodedata.normalize("NFC", text)).split())
