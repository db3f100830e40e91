"""The words that were read in a strip, placed where their ink is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy
from numpy.typing import NDArray

from covidorders.extract.ocr.engine import ReadWord

Flags = NDArray[numpy.bool_]

_RUN_ON = re.compile(r"([^\W_]{1,4}[.)\-/])([^\W\d_].*)")
_SPACE = 0.3
"""The least blank of a space, in x-heights; letters stand nearer."""
_LABEL = 4.0
"""The blank after a label begins at most so many x-heights from its start."""
_OFF = 0.35
"""What a blank loses for every pixel that it lies away from where the engine saw the words part."""


def fit_to_ink(words: Sequence[ReadWord], ink: Flags) -> list[ReadWord]:
    """Move the ends of words to the blanks between their ink; `ink` tells for each column whether it has any.

    The engine tells a word's place by the step at which its network answered, some pixels too early or too late;
    columns and tables are found by the blanks between words, so the ends must be right.
    """
    if not words or not ink.any():
        return list(words)
    words = _in_order(words)
    starts, ends = _blanks(ink)
    cuts = [_cut(one, other, starts, ends) for one, other in pairwise(words)]
    borders = [0, *cuts, len(ink)]
    return [_between(word, ink, *ends) for word, ends in zip(words, pairwise(borders), strict=True)]


def _between(word: ReadWord, ink: Flags, first: int, last: int) -> ReadWord:
    """Return the word with the first and last column of its ink, as it was if there is none."""
    columns = numpy.flatnonzero(ink[first:last])
    if not len(columns):
        return word
    return replace(word, left=first + int(columns[0]), right=first + int(columns[-1]) + 1)


def _in_order(words: Sequence[ReadWord]) -> list[ReadWord]:
    """Return the words, none reaching over the beginning of the next: at times tesseract gives one the whole line."""
    ends = [min(one.right, max(other.left, one.left + 1)) for one, other in pairwise(words)]
    return [replace(word, right=end) for word, end in zip(words, [*ends, words[-1].right], strict=True)]


def _blanks(ink: Flags) -> tuple[NDArray[numpy.intp], NDArray[numpy.intp]]:
    """Return the first columns of all blanks and the columns after their last ones."""
    change = numpy.flatnonzero(numpy.diff(numpy.concatenate([[True], ink, [True]]).astype(numpy.int8)))
    return change[0::2], change[1::2]


def _cut(one: ReadWord, other: ReadWord, starts: NDArray[numpy.intp], ends: NDArray[numpy.intp]) -> int:
    """Return the column where two words part: the widest blank near the place that the engine tells."""
    place = (one.right + other.left) / 2
    middles = (starts + ends) / 2
    inside = (middles > (one.left + min(one.right, place)) / 2) & (middles < (max(other.left, place) + other.right) / 2)
    if not inside.any():
        return round(place)
    worth = numpy.where(inside, (ends - starts) - _OFF * numpy.abs(middles - place), -numpy.inf)
    return round(float(middles[worth.argmax()]))


def label_apart(words: Sequence[ReadWord], ink: Flags, x_height: float) -> list[ReadWord]:
    """Part the label from the first word (`I.NHIỆM`) if there is the blank of a space between them."""
    found = _RUN_ON.fullmatch(words[0].text) if words else None
    if found is None:
        return list(words)
    first = words[0]
    begin = int(first.left)
    starts, ends = _blanks(ink[begin : int(first.right)])
    wide = [(s, e) for s, e in zip(starts.tolist(), ends.tolist(), strict=True) if s and e - s >= _SPACE * x_height]
    if not wide or wide[0][1] > _LABEL * x_height:
        return list(words)
    label = replace(first, text=found.group(1), right=float(begin + wide[0][0]))
    return [label, replace(first, text=found.group(2), left=float(begin + wide[0][1])), *words[1:]]
