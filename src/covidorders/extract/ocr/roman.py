"""Roman numerals at the beginning of a line, counted on the picture.

The network reads `III.` as `II.` or `H.`, surely and silently: equal strokes side by side are what it cannot count.
On the picture they are as many runs of ink as there are strokes, at every height between the serifs.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy
from numpy.typing import NDArray

from covidorders.extract.ocr.engine import Gray, ReadWord

_STROKES = re.compile(r"[IlH1|!T\]]{2,4}L?|H|I?[IL]L?")
_TAIL = re.compile(r"[.\-–—/:)]*$")
_HEIGHTS = (0.25, 0.35, 0.45, 0.5, 0.55, 0.65, 0.75)
"""Where strokes are counted, from the top of the letter to its foot; the crossbar of an H lies at the middle ones."""
_DARK = 150
_WIDEST = 0.4
"""Width of a stroke, in heights of the letter, at most: that of a bold I is 0.3."""
_MOST = 3


def count_strokes(word: ReadWord, picture: Gray) -> ReadWord:
    """Return the word as `I`, `II` or `III` with its closing mark, if that is what the picture of the line shows."""
    tail = _TAIL.search(word.text)
    mark = tail.group() if tail else ""
    core = word.text[: len(word.text) - len(mark)]
    if not mark or _STROKES.fullmatch(core) is None:
        return word
    strokes = _strokes(picture[:, int(word.left) : int(word.right) + 1] < _DARK)
    return replace(word, text="I" * strokes + mark) if strokes else word


def _strokes(ink: NDArray[numpy.bool_]) -> int:
    """Return how many equal upright strokes the ink consists of, a dot at the foot left out; 0 if of anything else."""
    rows = numpy.flatnonzero(ink.any(axis=1))
    if len(rows) < 10:
        return 0
    top, height = int(rows[0]), int(rows[-1] - rows[0] + 1)
    counts = set()
    for share in _HEIGHTS:
        runs = _runs(ink[top + int(share * height)])
        if not runs or max(runs) > _WIDEST * height or max(runs) > 2.2 * min(runs) + 1:
            return 0
        counts.add(len(runs))
    return counts.pop() if len(counts) == 1 and max(counts, default=0) <= _MOST else 0


def _runs(row: NDArray[numpy.bool_]) -> list[int]:
    """Return the lengths of the runs of ink in a row of pixels."""
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate([[False], row, [False]]).astype(numpy.int8)))
    return (edges[1::2] - edges[0::2]).tolist()
