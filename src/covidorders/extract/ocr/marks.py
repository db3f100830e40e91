"""Tone marks, dots, commas and dashes: small shapes that belong to a printed line but do not make one."""

from __future__ import annotations

from dataclasses import replace

import numpy
from numpy.typing import NDArray

from covidorders.extract.ocr.shapes import Components, Ints, PrintedLine

ABOVE, BELOW = 1.45, 0.5
"""How far marks stand above the small letters of their line (a circumflex and tone on a capital), and dots below."""
MARK_REACH = 1.6
MOST_MARKS, TALL_MARK, MARK_FOOT = 3, 1.2, 1.85
"""A group of at most three marks, none taller than a small letter, stands this near over the baseline of its line."""
DASH_REACH = 4.0
BULLET, BULLET_OFF = (0.3, 1.1), 0.35
"""Height of a bullet, and how far its middle lies from that of the small letters at most, in x-heights."""
SPECK = 0.1

Flags = NDArray[numpy.bool_]


def without_tall_marks(found: Components, lines: list[PrintedLine]) -> tuple[list[PrintedLine], Ints]:
    """Take out lines that are nothing but marks over the letters of another line; return the rest and those marks.

    In bold print a circumflex and the tone over it (`ề`) touch and are as tall as a small letter.
    """
    hosts = [line for line in lines if len(line.parts) > MOST_MARKS]
    kept, marks = list(hosts), [numpy.zeros(0, int)]
    for line in lines:
        if len(line.parts) > MOST_MARKS:
            continue
        if any(_is_over(found, line, host) for host in hosts):
            marks.append(line.parts)
        else:
            kept.append(line)
    return kept, numpy.concatenate(marks)


def _is_over(found: Components, line: PrintedLine, host: PrintedLine) -> bool:
    """Tell whether all ink of a line stands where the marks over the letters of another line do."""
    if line.left < host.left or line.right > host.right:
        return False
    baseline, own = host.baseline_at((line.left + line.right) / 2), host.x_height
    foot, middle = found.bottom[line.parts], (found.y[line.parts] + found.bottom[line.parts]) / 2
    tallest = found.h[line.parts].max()
    return bool(
        tallest < TALL_MARK * own and (foot > baseline - MARK_FOOT * own).all() and (middle < baseline - own).all()
    )


def with_marks(found: Components, lines: list[PrintedLine], small: Flags, unit: float) -> list[PrintedLine]:
    """Give every mark, dot, comma and dash to the line it belongs to; specks and large shapes go to none."""
    if not lines:
        return []
    marks = numpy.flatnonzero(
        small & (found.h < 1.6 * unit) & (found.w < 4 * unit) & (found.area >= (SPECK * unit) ** 2)
    )
    marks = marks[marks > 0]
    if not len(marks):
        return lines
    baseline = numpy.array([line.baseline for line in lines])
    left, right = (numpy.array([getattr(line, side) for line in lines]) for side in ("left", "right"))
    middle = (found.y[marks] + found.bottom[marks])[:, None] / 2
    own = numpy.array([line.x_height for line in lines])[None, :]
    under = (middle - baseline[None, :]) / (BELOW * own)
    over = (baseline[None, :] - own - middle) / (ABOVE * own)
    away = numpy.maximum(under, over)
    gap = numpy.maximum(left[None, :] - found.right[marks][:, None], found.x[marks][:, None] - right[None, :])
    dash = ((found.w[marks] > 1.6 * found.h[marks]) & (numpy.abs(away).min(axis=1) < 1))[:, None]
    reach = numpy.where(dash | _is_bullet(found, marks, lines), DASH_REACH, MARK_REACH) * unit
    away = numpy.where((gap < reach) & (away < 1), away, numpy.inf)
    owner = away.argmin(axis=1)
    owned = numpy.isfinite(away.min(axis=1))
    return [_grown(found, line, marks[owned & (owner == number)]) for number, line in enumerate(lines)]


def _is_bullet(found: Components, marks: Ints, lines: list[PrintedLine]) -> Flags:
    """Tell of each mark and line whether it stands before the line, at half the height of its small letters."""
    own, baseline, left = (
        numpy.array([getattr(line, name) for line in lines])[None, :] for name in ("x_height", "baseline", "left")
    )
    height, middle = found.h[marks][:, None], (found.y[marks] + found.bottom[marks])[:, None] / 2
    level = numpy.abs(baseline - own / 2 - middle) < BULLET_OFF * own
    fits = (height >= BULLET[0] * own) & (height <= BULLET[1] * own)
    return numpy.asarray(fits & level & (found.right[marks][:, None] <= left), bool)


def _grown(found: Components, line: PrintedLine, marks: Ints) -> PrintedLine:
    if not len(marks):
        return line
    left, right = min(line.left, int(found.x[marks].min())), max(line.right, int(found.right[marks].max()))
    return replace(
        line,
        parts=numpy.concatenate([line.parts, marks]),
        left=left,
        right=right,
        top=min(line.top, int(found.y[marks].min())),
        bottom=max(line.bottom, int(found.bottom[marks].max())),
        baseline=line.baseline + line.slope * ((left + right) - (line.left + line.right)) / 2,
    )
