"""Which paragraphs of a body open an item: those with a label, but for what stands inside a quotation.

A decree that amends another quotes whole articles with their own labels (`“3. …” `): they are the words of the item
that quotes them. A paragraph may open two items at once (`3. a) …`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from covidorders.grammar.labels import Label, read_label
from covidorders.layout import Paragraph

_PAIRS = {"“": "”", "«": "»", '"': '"'}
_NEXT = re.compile(r"(?<=[.;])\s+(?=[\da-zđ]{1,2}[.)]\s)")
"""Before a label in running text."""
_QUOTED = 80
"""A quotation that runs over more paragraphs than this was never closed."""


@dataclass(frozen=True, slots=True)
class Opening:
    """One stretch of the body: `text[start:end]`, with the label that it opens with, if any."""

    start: int
    end: int
    label: Label | None
    table: bool = False


def openings(text: str, body: Sequence[Paragraph]) -> Iterator[Opening]:
    """Yield the stretches of a body in order; a quoted paragraph or a table row has no label."""
    quoted = 0
    for index, paragraph in enumerate(body):
        if paragraph.table is not None:
            yield Opening(paragraph.start, paragraph.end, None, table=True)
            continue
        quoted = max(quoted - 1, 0) or _quotation(text, body, index)
        if quoted:
            yield Opening(paragraph.start, paragraph.end, None)
        else:
            yield from _labelled(text, paragraph.start, paragraph.end)


def _labelled(text: str, start: int, end: int) -> Iterator[Opening]:
    label = read_label(text[start:end])
    if label is None:
        yield Opening(start, end, None)
        return
    inner = start + label.end
    nested = read_label(text[inner:end]) if not label.kind.bullet else None
    lower = nested is not None and (nested.kind.rank or 0) > (label.kind.rank or 0) and not nested.kind.bullet
    if nested is not None and lower and nested.ordinal == 1 and label.kind.name != "decimal":
        yield Opening(start, inner, label)
        for begin, stop in _run_on(text, inner, end, nested):
            yield from _labelled(text, begin, stop)
        return
    yield Opening(start, end, label)


def _run_on(text: str, start: int, end: int, first: Label) -> Iterator[tuple[int, int]]:
    """Cut a list that runs on in the paragraph that it opened (`Điều 2: 1. … 2. …`) before each next label.

    The next label stands behind a full stop or semicolon, and is the next of its kind.
    """
    begin, place = start, first.ordinal or 1
    for found in _NEXT.finditer(text, start, end):
        label = read_label(text[found.end() : end])
        if label is not None and label.kind == first.kind and label.ordinal == place + 1:
            yield begin, found.start()
            begin, place = found.end(), place + 1
    yield begin, end


def _quotation(text: str, body: Sequence[Paragraph], index: int) -> int:
    """Number of paragraphs from `index` on that one quotation holds; 0 where none begins or it is never closed."""
    opening = text[body[index].start]
    closing = _PAIRS.get(opening)
    if closing is None:
        return 0
    for ahead in range(index, min(index + _QUOTED, len(body))):
        words = text[body[ahead].start : body[ahead].end]
        if ahead > index and words.startswith(opening):
            return 0
        if closing in (words[1:] if ahead == index else words)[-4:]:
            return ahead - index + 1
    return 0
