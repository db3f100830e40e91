"""The frame that a page's text is set in: margins, first-line indent, distance of lines.

Nghị định 30/2020/NĐ-CP (Phụ lục I, phần I và II.6) asks for justified lines, an indent of 1 or 1.27 cm and at least
6 pt between paragraphs; real files keep some of that, so everything is measured.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from covidorders.extract.arrange.pieces import Row

_WIDE = 0.6
"""A row of body text takes at least this share of the widest row."""
_SAME_PLACE = 3.0
"""Points within which two lines begin or end at the same place."""
_ENOUGH_LINES = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """Margins of the body text and its habits, in points; None where the page does not tell."""

    left: float
    right: float
    pitch: float | None = None
    """From line to line inside a paragraph."""
    indent: float | None = None
    """First-line indent, from the left margin."""
    indented: bool | None = None
    """Whether paragraphs begin with an indent."""
    lines: int = 0
    """How many wide lines it was measured on."""

    @property
    def centre(self) -> float:
        """Middle of the body text."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """Width of the body text."""
        return self.right - self.left

    @property
    def trusted(self) -> bool:
        """Whether there were enough lines to measure."""
        return self.lines >= _ENOUGH_LINES

    def completed(self, pooled: Frame | None) -> Frame:
        """Return the frame with what it does not tell taken from the frame of all pages."""
        if pooled is None:
            return self
        margins = self if self.trusted else pooled
        return replace(
            margins,
            pitch=self.pitch if self.pitch is not None else pooled.pitch,
            indent=self.indent if self.indent is not None else pooled.indent,
            indented=self.indented if self.indented is not None and self.trusted else pooled.indented,
        )


def measure(rows: Sequence[Row], width: float) -> Frame:
    """Measure the frame of a page of that width from its rows, top to bottom."""
    if not rows:
        return Frame(0.12 * width, 0.93 * width)
    widest = max(row.x1 - row.x0 for row in rows)
    wide = [row for row in rows if row.x1 - row.x0 >= _WIDE * widest and not _two_columns(row)]
    if widest < 0.4 * width or not wide:
        return Frame(min(0.12 * width, *(row.x0 for row in rows)), max(0.93 * width, *(row.x1 for row in rows)))
    left = _edge([row.x0 for row in wide], 1.0, 12)
    right = _edge([row.x1 for row in wide], -1.0, 5)
    indent = _indent([row.x0 - left for row in rows], 0.25 * (right - left))
    return Frame(left, right, _pitch(rows, left, right), indent, _indented(rows, left, right, indent), len(wide))


def pool(frames: Sequence[Frame]) -> Frame | None:
    """Return the frame that the pages of one size share, or None if no page was measured."""
    good = [frame for frame in frames if frame.trusted]
    if not good:
        return None
    pitches = [frame.pitch for frame in good if frame.pitch is not None]
    indents = [frame.indent for frame in good if frame.indent is not None]
    votes = [frame.indented for frame in good if frame.indented is not None]
    return Frame(
        median([frame.left for frame in good]),
        median([frame.right for frame in good]),
        median(pitches) if pitches else None,
        median(indents) if indents else None,
        sum(votes) * 2 > len(votes) if votes else None,
        sum(frame.lines for frame in good),
    )


def word_width(row: Row) -> float:
    """Return the width of the row's first word and a space: what the line above would have needed for it."""
    box = row.pieces[0].words[0].box
    return box.x1 - box.x0 + 0.22 * (box.bottom - box.top)


def is_short(row: Row, following: Row, right: float) -> bool:
    """Tell whether the first word of the following row would have had room at the end of this one."""
    return row.x1 + word_width(following) < right - 2.0


def _two_columns(row: Row) -> bool:
    pieces = row.pieces
    return len(pieces) == 2 and pieces[1].x0 - pieces[0].x1 > 1.2 * row.height and pieces[0].x1 - pieces[0].x0 > 40.0


def _edge(places: list[float], sign: float, part: int) -> float:
    """Return the outermost place (left: sign 1, right: -1) where one line in `part` begins or ends, two at least."""
    ordered = sorted(place * sign for place in places)
    needed = max(2, len(ordered) // part)
    for place in ordered:
        if sum(1 for other in ordered if place <= other <= place + _SAME_PLACE) >= needed:
            return place * sign
    return ordered[0] * sign


def _indent(offsets: list[float], most: float) -> float | None:
    counted = Counter(round(offset / _SAME_PLACE) for offset in offsets if 8.0 < offset < most)
    if not counted:
        return None
    place, times = counted.most_common(1)[0]
    return place * _SAME_PLACE if times >= 2 else None


def _pitch(rows: Sequence[Row], left: float, right: float) -> float | None:
    """Return the distance of lines inside paragraphs: below a full line, in a line that begins at the margin."""
    inside: list[float] = []
    all_pitches: list[float] = []
    for above, row in itertools.pairwise(rows):
        distance = row.level - above.level
        if not 0.6 * row.height < distance < 3.0 * row.height:
            continue
        all_pitches.append(distance)
        if above.x1 > right - 12.0 and abs(row.x0 - left) < _SAME_PLACE:
            inside.append(distance)
    if len(inside) >= 2:
        return median(inside)
    return sorted(all_pitches)[len(all_pitches) // 5] if len(all_pitches) >= _ENOUGH_LINES else None


def _indented(rows: Sequence[Row], left: float, right: float, indent: float | None) -> bool | None:
    """Vote over the lines below a short line, which surely begin a paragraph."""
    yes = no = 0
    for above, row in itertools.pairwise(rows):
        if row.x1 - row.x0 < 0.3 * (right - left) or not is_short(above, row, right):
            continue
        if abs(row.x0 - left) < _SAME_PLACE:
            no += 1
        elif indent is not None and abs(row.x0 - left - indent) < 2 * _SAME_PLACE:
            yes += 1
    return yes > no if yes or no else None
