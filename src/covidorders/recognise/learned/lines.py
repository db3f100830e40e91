"""Paragraphs as the CRF sees them: sequences of tokens, each citation and each date one token."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from covidorders.recognise.tokenizer import token_pattern

_LINE = re.compile(r"[^\n]+")

Taken = tuple[int, int, str]
"""Half-open offsets and the form of the token that stands for what lies between."""


@dataclass(frozen=True, slots=True)
class Line:
    """Tokens of one paragraph: their forms, and their half-open offsets into the whole text."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@cache
def _token() -> re.Pattern[str]:
    """The tokens of the pipeline, and the border between two cells of a table."""
    return re.compile("\t|" + token_pattern().pattern)


def lines_of(
    text: str, taken: Sequence[Taken] = (), wanted: Callable[[str, int, int], bool] | None = None
) -> Iterator[Line]:
    """Yield the paragraphs of `text` that hold letters, all or those that are `wanted` by their place.

    `taken`: what is known already and is no mention of the learned labels (references, dates), sorted, without overlap.
    """
    find = _token().finditer
    index = 0
    for paragraph in _LINE.finditer(text):
        if wanted is not None and not wanted(text, *paragraph.span()):
            continue
        forms: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        place, end = paragraph.span()
        while place < end:
            while index < len(taken) and taken[index][1] <= place:
                index += 1
            start, stop, form = taken[index] if index < len(taken) else (end, end, "")
            for token in find(text, place, min(start, end)):
                forms.append(token.group())
                starts.append(token.start())
                ends.append(token.end())
            if start >= end:
                break
            forms.append(form)
            starts.append(max(start, place))
            ends.append(min(stop, end))
            place = stop
        if forms:
            yield Line(tuple(forms), tuple(starts), tuple(ends))


def without_overlap(taken: Iterable[Taken]) -> list[Taken]:
    """Sort by place; of two that overlap the first and longer one stays."""
    kept: list[Taken] = []
    for one in sorted(taken, key=lambda one: (one[0], -one[1])):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept
