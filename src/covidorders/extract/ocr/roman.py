"""Roman numerals at the beginning of a line, counted on the picture.

The network reads `III.` as `II.` or `H.`, surely and silently: equal strokes side by side are what it cannot count.
On the picture they are as many runs of ink as there are strokes, at every height between the serifs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy
from numpy.typing import NDArray

from covidorders.extract.ocr.engine import Gray, ReadWord

Floats = NDArray[numpy.floating[Any]]

_STROKES = re.compile(r"(?!1+$)(?:[IlH1|!T\]]{2,4}L?|H|[Il1|!]?[IL]L?)")
_TAILED = re.compile(r"(?P<head>[VX])[IlH1|!T\]]{1,4}L?")
"""A V or X with strokes behind it; of VII the network makes VI or VIL."""
_ONE = re.compile(r"[1Il|L]")
_TAIL = re.compile(r"[.\-–—/:)]*$")
_BANDS = ((0.22, 0.4), (0.42, 0.58), (0.6, 0.78))
"""Where strokes are counted, as shares of the letter's height; the crossbar of an H lies in the middle one."""
_VALLEY = 0.86
"""Ink between two strokes, as a share of the lighter one's, at most: coarse and bold print hardly parts them."""
_EVEN = 0.3
"""How much the distances between strokes and their darkness may differ."""
_SERIF = 0.07
"""Length of a serif beside the stem, in heights of the letter, at least."""
_MOST = 3
_LEANING = 0.055
"""How far apart a stem may stand in the upper and lower band, in its heights; the arms of a V lean by 0.14."""


def count_strokes(word: ReadWord, picture: Gray) -> ReadWord:
    """Return the word as `I`, `II` or `III` with its closing mark, if that is what the picture of the line shows."""
    tail = _TAIL.search(word.text)
    mark = tail.group() if tail else ""
    core = word.text[: len(word.text) - len(mark)]
    tailed = _TAILED.fullmatch(core)
    if tailed is None and _STROKES.fullmatch(core) is None:
        return word
    ink = 255.0 - picture[:, int(word.left) : int(word.right) + 1]
    if tailed is not None:
        stems = _stems(ink)
        point = mark or ("." if _has_point(ink) else "")
        return replace(word, text=tailed["head"] + "I" * stems + point) if stems and point else word
    if not mark:  # the point was taken for a part of the letter: `L SỰ CẦN THIẾT` for `I.`
        strokes = _strokes(ink) if _has_point(ink) else 0
        return replace(word, text="I" * strokes + ".") if strokes > 1 or (strokes and _one_or_i(ink) == "I") else word
    if _ONE.fullmatch(core):
        single = _one_or_i(ink)
        return replace(word, text=single + mark) if single else word
    strokes = _strokes(ink)
    return replace(word, text="I" * strokes + mark) if strokes else word


def _strokes(ink: Floats) -> int:
    """Return how many equal upright strokes a picture shows, a dot at the foot left out; 0 if anything else."""
    rows = numpy.flatnonzero((ink > 110).any(axis=1))
    if len(rows) < 10:
        return 0
    top, height = int(rows[0]), int(rows[-1] - rows[0] + 1)
    bands = [ink[top + int(first * height) : top + int(last * height) + 1].mean(axis=0) for first, last in _BANDS]
    found = [_peaks(band) for band in bands]
    counts = {len(peaks) for peaks in found}
    if len(counts) != 1 or not 1 <= len(found[0]) <= _MOST:
        return 0
    return len(found[0]) if all(map(_is_even, bands, found)) and not _is_wide(bands[0], height, len(found[0])) else 0


def _stems(ink: Floats) -> int:
    """Return how many equal stems stand upright behind a letter whose strokes lean; 0 if it is not so."""
    rows = numpy.flatnonzero((ink > 110).any(axis=1))
    if len(rows) < 10:
        return 0
    top, height = int(rows[0]), int(rows[-1] - rows[0] + 1)
    bands = [ink[top + int(first * height) : top + int(last * height) + 1].mean(axis=0) for first, last in _BANDS]
    upper, middle, lower = (_peaks(band) for band in bands)
    near = _LEANING * height
    stems = [at for at in upper if any(abs(at - other) <= near for other in lower)]
    stems = [at for at in stems if any(abs(at - other) <= near for other in middle)]
    behind = [at for at in upper if stems and at > stems[0]]
    if not 1 <= len(stems) <= _MOST or len(behind) != len(stems) - 1 or len(upper) - len(stems) != 2:
        return 0
    return len(stems) if _is_even(bands[0], stems) else 0


def _has_point(ink: Floats) -> bool:
    """Tell whether the last ink of a picture is a full stop: low, small, and apart from what stands before it."""
    dark = ink > 110
    rows, columns = numpy.flatnonzero(dark.any(axis=1)), numpy.flatnonzero(dark.any(axis=0))
    if len(rows) < 10:
        return False
    blanks = numpy.flatnonzero(numpy.diff(columns) > 1)
    if not len(blanks):
        return False
    point = dark[:, columns[blanks[-1] + 1] :]
    height = rows[-1] - rows[0] + 1
    inked = numpy.flatnonzero(point.any(axis=1))
    return bool(inked[0] >= rows[-1] + 1 - 0.3 * height and columns[-1] - columns[blanks[-1] + 1] < 0.3 * height)


def _one_or_i(ink: Floats) -> str | None:
    """Tell I from 1 by the serifs of a single stroke: an I has them left and right, a 1 its flag on the left only."""
    if _strokes(ink) != 1:
        return None
    rows = numpy.flatnonzero((ink > 110).any(axis=1))
    top, height = int(rows[0]), int(rows[-1] - rows[0] + 1)
    stem = ink[top + int(0.35 * height) : top + int(0.65 * height)].mean(axis=0)
    columns = numpy.flatnonzero(stem > 0.5 * stem.max())
    first, last = int(columns[0]), int(columns[-1])
    head = ink[top : top + max(2, round(0.16 * height))].max(axis=0) > 110
    left, right = _reach(head[:first][::-1]) / height, _reach(head[last + 1 :]) / height
    if min(left, right) >= _SERIF and min(left, right) >= 0.5 * max(left, right):
        return "I"
    return "1" if left >= _SERIF and right < 0.5 * _SERIF else None


def _reach(side: NDArray[numpy.bool_]) -> int:
    """Return how many pixels the ink goes on beside the stem."""
    gaps = numpy.flatnonzero(~side)
    return int(gaps[0]) if len(gaps) else len(side)


def _peaks(band: Floats) -> list[int]:
    """Return the columns where strokes are darkest: maxima with a valley before the next."""
    peaks: list[int] = []
    for column in range(len(band)):
        if band[column] < 0.45 * band.max() or band[column] < 60:
            continue
        if peaks and band[peaks[-1] : column + 1].min() > _VALLEY * min(band[peaks[-1]], band[column]):
            if band[column] > band[peaks[-1]]:
                peaks[-1] = column
        else:
            peaks.append(column)
    return peaks


def _is_even(band: Floats, peaks: list[int]) -> bool:
    steps = numpy.diff(peaks)
    dark = band[peaks]
    return bool(dark.min() >= (1 - _EVEN) * dark.max() and (len(steps) < 2 or steps.min() >= (1 - _EVEN) * steps.max()))


def _is_wide(band: Floats, height: int, count: int) -> bool:
    """Tell whether the strokes take more room than those of I's do: other letters stand there, or a second word."""
    inked = numpy.flatnonzero(band > 0.4 * band.max())
    return bool(inked[-1] - inked[0] + 1 > (0.62 * count - 0.15) * height)
