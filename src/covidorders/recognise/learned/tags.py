"""From mentions to the tags of tokens and back.

A token has the tag of the innermost mention, so a POSITION is tagged up to the AGENCY inside it. Back again, a POSITION
right before an AGENCY takes it in: `Giám đốc` + `Sở Y tế` is `Giám đốc Sở Y tế`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from covidorders.recognise.learned.lines import Line

OUTSIDE = "O"
_NEVER_FIRST = frozenset(",;:.-–—()“”\"'/*+°%|`") | {"và", "của"}
_NEVER_LAST = frozenset(",;:(“\"'-–—/*+°|`") | {"và", "của", "các", "tại", "với"}
Piece = tuple[int, int, str]
"""First token, token behind the last, label."""


def encode(line: Line, mentions: Iterable[tuple[int, int, str]]) -> list[str]:
    """Return the tag of every token. `mentions`: half-open offsets and labels, an inner one after its outer one."""
    tags = [OUTSIDE] * len(line.forms)
    for start, end, label in mentions:
        inside = [i for i, (a, b) in enumerate(zip(line.starts, line.ends, strict=True)) if a < end and b > start]
        for i in inside:
            tags[i] = f"I-{label}"
        if inside:
            tags[inside[0]] = f"B-{label}"
    return tags


def pieces(tags: Sequence[str]) -> Iterator[Piece]:
    """Yield the runs of tags. An `I-` that goes on from nothing opens a run."""
    start, label = 0, ""
    for i, tag in enumerate((*tags, OUTSIDE)):
        if label and tag != f"I-{label}":
            yield start, i, label
            label = ""
        if tag != OUTSIDE and not label:
            start, label = i, tag[2:]


def decode(line: Line, tags: Sequence[str]) -> Iterator[tuple[Piece, int]]:
    """Yield the runs, each with the token behind its mention: for a POSITION that takes in an AGENCY, behind that."""
    found = [piece for piece in (_trimmed(line, piece) for piece in pieces(tags)) if piece[0] < piece[1]]
    for piece, after in zip_longest(found, found[1:], fillvalue=(0, 0, "")):
        takes = piece[2] == "POSITION" and after[2] == "AGENCY" and _adjoins(line, piece[1], after[0])
        yield piece, after[1] if takes else piece[1]


def _trimmed(line: Line, piece: Piece) -> Piece:
    """No mention begins or ends with a sign or with a word that only binds."""
    first, last, label = piece
    while first < last and line.forms[first] in _NEVER_FIRST:
        first += 1
    while first < last and line.forms[last - 1] in _NEVER_LAST:
        last -= 1
    return first, last, label


def _adjoins(line: Line, end: int, start: int) -> bool:
    return end == start and 0 <= line.starts[start] - line.ends[end - 1] <= 1
