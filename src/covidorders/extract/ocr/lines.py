"""Printed lines found on a page image by its connected components, without any engine.

Tesseract's own page segmentation cuts the marks off capitals (`QUYẾT` read `QUYÉT`) and loses small blocks beside
large ones; a page of print is regular enough to find every line by the height of its letters. All measures are in
units of the x-height (the height of a small letter without marks), so that they hold at any resolution.
"""

from __future__ import annotations

import cv2
import numpy
from numpy.typing import NDArray

from covidorders.extract.ocr.engine import Gray
from covidorders.extract.ocr.marks import with_marks, without_tall_marks
from covidorders.extract.ocr.shapes import Components, Ints, PrintedLine

__all__ = ["Components", "PrintedLine", "find_lines", "x_height"]

Floats = NDArray[numpy.float64]
Flags = NDArray[numpy.bool_]

SEED_HEIGHT = (0.62, 3.0)
SEED_WIDTH = (0.15, 14.0)
REACH = 0.75
"""Letters nearer than twice this are neighbours."""
JOIN_GAP = 4.0
JOIN_STEP = 0.35
MOST_SLOPE = 0.12
CAPITAL = 1.47
"""Height of a capital in Times, in x-heights."""


def x_height(found: Components) -> float | None:
    """Return the height in pixels of the page's small letters, None where there is nothing like print.

    Letter heights have two peaks, small letters and tall ones (h, l, capitals), about 2 to 3; the first is meant.
    """
    letters = (found.h >= 5) & (found.h < 120) & (found.w >= 2) & (found.w < 4 * found.h) & (found.area > 12)
    letters[0] = False
    if letters.sum() < 12:
        return None
    counts = numpy.bincount(found.h[letters], minlength=12).astype(float)
    smooth = numpy.convolve(counts, [0.5, 1.0, 1.0, 1.0, 0.5], "same")
    smooth[:5] = 0
    peak = int(smooth.argmax())
    lower = slice(max(5, round(peak * 0.55)), max(6, round(peak * 0.8)))
    first = lower.start + int(smooth[lower].argmax())
    return float(first if smooth[first] > 0.5 * smooth[peak] else peak)


def find_lines(found: Components, unit: float, walls: Gray) -> list[PrintedLine]:
    """Return the printed lines, top to bottom, `unit` being the x-height. Every letter belongs to one line at most.

    `walls` is an image of the vertical rules, which no line crosses.
    """
    seeds = _between(found.h, SEED_HEIGHT, unit) & _between(found.w, SEED_WIDTH, unit)
    seeds &= found.area > 0.08 * unit * unit
    seeds[0] = False
    groups = _rows(found, numpy.flatnonzero(seeds), unit)
    lines = _joined([_measure(found, group, unit) for group in groups], found, unit, walls)
    lines, tall = without_tall_marks(found, lines)
    seeds[tall] = False
    return sorted(with_marks(found, lines, ~seeds, unit), key=lambda line: (line.baseline, line.left))


def _between(values: Ints, limits: tuple[float, float], unit: float) -> Flags:
    return (values >= limits[0] * unit) & (values <= limits[1] * unit)


def _rows(found: Components, seeds: Ints, unit: float) -> list[Ints]:
    """Chain letters that stand side by side; a chain over several lines (letters that touch) is cut at baselines."""
    height, width = found.labels.shape
    reach = round(REACH * unit)
    canvas = numpy.zeros((height, width), numpy.uint8)
    for n in seeds:
        inset = found.h[n] // 8
        top, bottom = found.y[n] + inset, found.bottom[n] - inset
        canvas[top:bottom, max(0, found.x[n] - reach) : found.right[n] + reach] = 255
    _, chains = cv2.connectedComponents(canvas, connectivity=4)
    chain_of = chains[found.y[seeds] + found.h[seeds] // 2, found.x[seeds] + found.w[seeds] // 2]
    order = numpy.argsort(chain_of, kind="stable")
    cuts = numpy.flatnonzero(numpy.diff(chain_of[order])) + 1
    return [row for chain in numpy.split(seeds[order], cuts) if len(chain) for row in _cut(found, chain, unit)]


def _cut(found: Components, chain: Ints, unit: float) -> list[Ints]:
    """Cut a chain of letters into its baselines: peaks of the letters' feet, at least 1.5 x-heights apart."""
    feet = found.bottom[chain]
    if found.bottom[chain].max() - found.y[chain].min() < 3.2 * unit:
        return [chain]
    low = int(feet.min())
    counts = numpy.bincount(feet - low, weights=numpy.minimum(found.w[chain], 3 * unit))
    width = max(1, round(0.3 * unit)) * 2 + 1
    smooth = numpy.convolve(counts, numpy.hanning(width + 2)[1:-1], "same")
    peaks: list[int] = []
    for at in numpy.argsort(-smooth):
        if smooth[at] < 0.12 * smooth.max() or smooth[at] < unit:
            break
        if all(abs(at - peak) > 1.5 * unit for peak in peaks):
            peaks.append(int(at))
    if not peaks:  # a few narrow strokes one below the other: nothing stands on a line here
        return [chain]
    nearest = numpy.abs((feet - low)[:, None] - numpy.array(peaks)[None, :]).argmin(axis=1)
    return [chain[nearest == number] for number in range(len(peaks))]


def _measure(found: Components, parts: Ints, unit: float) -> PrintedLine:
    """Take the baseline where most feet stand (descenders stand lower, by a quarter of the letters at most)."""
    left, right = int(found.x[parts].min()), int(found.right[parts].max())
    slope = _slope(found, parts, unit)
    middles = found.x[parts] + found.w[parts] / 2
    feet = numpy.sort(found.bottom[parts] - slope * (middles - (left + right) / 2))
    return PrintedLine(
        parts,
        left,
        right,
        int(found.y[parts].min()),
        int(found.bottom[parts].max()),
        float(numpy.median(feet[: max(1, round(len(feet) * 0.85))])),
        _own_x_height(found.h[parts], unit),
        slope,
    )


def _slope(found: Components, parts: Ints, unit: float) -> float:
    """Return the slope of a line of at least some words: the straight line through its feet, descenders left out."""
    if len(parts) < 8:
        return 0.0
    x, y = found.x[parts] + found.w[parts] / 2, found.bottom[parts].astype(float)
    keep = numpy.ones(len(parts), bool)
    slope = 0.0
    for _ in range(3):
        spread = x[keep] - x[keep].mean()
        slope = float((spread * (y[keep] - y[keep].mean())).sum() / max((spread**2).sum(), 1.0))
        rest = y - slope * x
        keep = numpy.abs(rest - numpy.median(rest)) < 0.3 * unit
        if keep.sum() < 6:
            return 0.0
    return slope if abs(slope) < MOST_SLOPE else 0.0


def _own_x_height(heights: Ints, unit: float) -> float:
    """Return the x-height of one line. A line whose letters are all of one height is of capitals or digits."""
    if len(heights) < 6:
        return unit
    low = float(numpy.percentile(heights, 25))
    own = float(numpy.median(heights[heights < 1.2 * low]))
    tall = ((heights > 1.25 * own) & (heights < 2.2 * own)).mean()
    if tall < 0.12 and own > 1.2 * unit:
        own /= CAPITAL
    return min(max(own, 0.6 * unit), 2.0 * unit)


def _joined(lines: list[PrintedLine], found: Components, unit: float, walls: Gray) -> list[PrintedLine]:
    """Join pieces on one baseline whose gap is no wider than a stretched space or a tab after a number."""
    done: list[PrintedLine] = []
    for line in sorted(lines, key=lambda each: each.left):
        near = [
            (_step(other, line), number)
            for number, other in enumerate(done)
            if -unit < line.left - other.right < JOIN_GAP * unit
            and _step(other, line) < JOIN_STEP * unit
            and not _parted(other, line, walls)
        ]
        if near:
            number = min(near)[1]
            done[number] = _measure(found, numpy.concatenate([done[number].parts, line.parts]), unit)
        else:
            done.append(line)
    return done


def _step(one: PrintedLine, other: PrintedLine) -> float:
    """Return how far apart two baselines are between the pieces."""
    x = (one.right + other.left) / 2
    return abs(one.baseline_at(x) - other.baseline_at(x))


def _parted(one: PrintedLine, other: PrintedLine, walls: Gray) -> bool:
    """Tell whether a vertical rule stands between two pieces."""
    middle = round(one.baseline - 0.5 * one.x_height)
    return bool(walls[middle, one.right : max(one.right, other.left)].any())
