"""Two-column strips: the letterhead and the signature block.

Letterhead: issuer and number | quốc hiệu and date. Signature block: Nơi nhận | authority, position, name.
A strip is found by geometry: rows that a gutter parts, above and below them rows that keep to one side of it. The
gutter may wander from row to row (`V/v …` beside `Kính gửi: …`). Whether it is a strip and no accident of justified
lines or a list in two columns is told by its fixed lines, or by lines centred on an axis of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from covidorders.extract.arrange.frame import Frame
from covidorders.extract.arrange.items import begins_item, is_subject
from covidorders.extract.arrange.pieces import Piece, Row, in_rows, side_by_side
from covidorders.grammar.letterhead import title_line
from covidorders.grammar.marks import (
    is_addressees,
    is_authority,
    is_capitals,
    is_distribution,
    is_motto,
    is_nation,
    is_party_header,
    is_position,
)

_MIDDLE = (0.2, 0.8)
"""The part of the frame's width in which a gutter may stand."""
_NARROWEST = 4.0
"""Points between the columns at least, where lines are not at the same height."""
_WANDER = 0.12
"""Share of the frame's width by which the gutter may wander to the left."""
_FARTHEST = 12.0
"""Line heights between the lines of a strip at most: the room for seal and signature above the name."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Rows `start` to `end` (exclusive) of the page as two columns, each from top to bottom."""

    start: int
    end: int
    left: tuple[Row, ...]
    right: tuple[Row, ...]


def find_strips(rows: Sequence[Row], frame: Frame) -> list[Strip]:
    """Return the two-column strips among a page's rows, from top to bottom."""
    strips: list[Strip] = []
    index = 0
    while index < len(rows):
        gutter = _seed(rows, index, frame)
        strip = None
        if gutter is not None:
            least = strips[-1].end if strips else 0
            strip = _Growing(rows, frame, *gutter).grow(index, least)
        if strip is None:
            index += 1
            continue
        strips.append(strip)
        index = strip.end
    return strips


def _seed(rows: Sequence[Row], index: int, frame: Frame) -> tuple[float, float] | None:
    """Return the gutter (from, to) that begins at this row, if any."""
    row = rows[index]
    gutter = _gutter(row)
    if gutter is None and index + 1 < len(rows):
        gutter = _between(row, rows[index + 1])
    if gutter is None:
        return None
    place = ((gutter[0] + gutter[1]) / 2 - frame.left) / frame.width if frame.width > 0 else 0.0
    return gutter if _MIDDLE[0] < place < _MIDDLE[1] else None


def _gutter(row: Row) -> tuple[float, float] | None:
    """Return the row's widest gap, if it is much wider than its other gaps and not that behind a list label."""
    pieces = [piece for piece in row.pieces if any(letter.isalnum() for letter in piece.text)]
    if len(pieces) < 2:
        return None
    for left, right in pairwise(pieces):
        if is_nation(right.text) or is_motto(right.text) or is_party_header(right.text):
            return left.x1, right.x0
    gaps = sorted((right.x0 - left.x1, left.x1, right.x0) for left, right in pairwise(pieces))
    widest = gaps[-1]
    if len(gaps) > 1 and gaps[-2][0] > 0.6 * widest[0]:
        return None
    if widest[1] == pieces[0].x1 and _is_label(pieces[0]):
        return None
    return widest[1], widest[2]


def _is_label(piece: Piece) -> bool:
    text = piece.text
    return len(text) <= 5 and begins_item(f"{text} x")


def _between(above: Row, below: Row) -> tuple[float, float] | None:
    """Return the gutter between two rows that overlap from top to bottom and stand apart from left to right."""
    if len(above.pieces) != 1 or len(below.pieces) != 1:
        return None
    a, b = sorted((above.pieces[0], below.pieces[0]), key=lambda piece: piece.x0)
    return (a.x1, b.x0) if b.x0 - a.x1 >= _NARROWEST and side_by_side(a, b, 0.25) else None


@dataclass(slots=True)
class _Growing:
    """A strip while it takes in rows. `low` and `high` are the gutter: right end of the left column, and so on."""

    rows: Sequence[Row]
    frame: Frame
    low: float
    high: float
    left: list[Piece] = field(default_factory=list)
    right: list[Piece] = field(default_factory=list)
    distribution: bool = False
    """Whether the left column holds Nơi nhận."""
    addressed: float | None = None
    """Where Kính gửi begins, if it stands in the right column."""

    def grow(self, index: int, least: int) -> Strip | None:
        """Take in the rows around `index`, not above row `least`; None if it is no strip after all."""
        end = index
        while end < len(self.rows) and self._near(end, index) and self._take(self.rows[end], self._beside(end)):
            end += 1
        start = index
        while start > least and self._heads(start) and self._take(self.rows[start - 1], False):
            start -= 1
        left, right = in_rows(self.left), in_rows(self.right)
        if not left or not right or not _is_formal(left, right):
            return None
        return Strip(start, end, tuple(left), tuple(right))

    def _near(self, end: int, index: int) -> bool:
        if end == index:
            return True
        above, row = self.rows[end - 1], self.rows[end]
        return row.top - above.bottom < _FARTHEST * row.height

    def _beside(self, end: int) -> bool:
        """Tell whether the row stands beside lines of the strip.

        Such is one level with the row above it, or beside a subject (`V/v …`) that goes on below it in the left column.
        """
        if end and (self.left or self.right):
            above, row = self.rows[end - 1], self.rows[end]
            if min(above.bottom, row.bottom) - max(above.top, row.top) > 0.5 * min(above.height, row.height):
                return True
        if end + 1 >= len(self.rows) or not any(is_subject(piece.text) for piece in self.left):
            return False
        row, below = self.rows[end], self.rows[end + 1]
        return below.top < row.bottom + 0.5 * row.height and below.pieces[0].x1 < self.high - 2.0

    def _heads(self, start: int) -> bool:
        """Tell whether the row above belongs to the strip.

        Such are lines in capitals (letterhead, authority), and up to their heading the entries of Nơi nhận.
        """
        above, row = self.rows[start - 1], self.rows[start]
        if row.top - above.bottom >= 1.5 * row.height:
            return False
        text = above.text
        if is_capitals(text):
            return True
        if self.distribution:
            return False
        tall = max((piece.height for piece in self.right), default=0.0)
        return is_distribution(text) or text[:1] in "-–" or (above.height < 0.8 * tall and self._same_margin(above))

    def _take(self, row: Row, beside: bool) -> bool:
        sides = self._part(row.pieces, beside)
        if sides is None:
            return False
        left, right = sides
        if self._begins_anew(right):
            return False
        self.distribution = self.distribution or any(is_distribution(piece.text) for piece in left)
        if self.addressed is None and right and is_addressees(right[0].text):
            self.addressed = right[0].x0
        self.left += left
        self.right += right
        if left and left[-1].x1 < self.high:
            self.low = max(self.low, left[-1].x1)
        return True

    def _begins_anew(self, right: list[Piece]) -> bool:
        """Tell whether the letterhead of the next notice begins below a signature block."""
        signed = self.distribution or any(is_authority(piece.text) for piece in self.right)
        return signed and any(is_nation(piece.text) or is_party_header(piece.text) for piece in right)

    def _part(self, pieces: Sequence[Piece], beside: bool) -> tuple[list[Piece], list[Piece]] | None:
        middle = (self.low + self.high) / 2
        left = [piece for piece in pieces if piece.centre < middle]
        right = [piece for piece in pieces if piece.centre >= middle]
        if left and right:
            return (left, right) if self._is_parted(left, right) else None
        if left:
            return (left, []) if self._keeps_left(left) else None
        return ([], right) if self._keeps_right(right, beside) else None

    def _is_parted(self, left: list[Piece], right: list[Piece]) -> bool:
        """Tell whether pieces left and right of the gutter belong to the columns, and not to Kính gửi or a title."""
        parted = right[0].x0 > left[-1].x1 - 1.0
        wandered = right[0].x0 < (self.low + self.high) / 2 - _WANDER * self.frame.width
        if not parted or wandered or any(is_addressees(piece.text) for piece in left):  # HỎA TỐC may stand before it
            return False
        text = " ".join(piece.text for piece in right)
        return not is_capitals(text) or title_line(text) is None

    def _keeps_left(self, pieces: list[Piece]) -> bool:
        first = pieces[0]
        if any(is_addressees(piece.text) for piece in pieces):
            return False
        if self.distribution:
            return pieces[-1].x1 < self.high or self._small(first)
        if begins_item(first.text) and not first.text.startswith("-"):
            return False
        return pieces[-1].x1 < self.high - 2.0

    def _same_margin(self, piece: Piece | Row) -> bool:
        return not self.left or abs(piece.x0 - min(one.x0 for one in self.left)) < 4.0

    def _small(self, piece: Piece) -> bool:
        """A line of Nơi nhận that runs on under the signature: at the column's margin, in smaller letters."""
        tall = max((one.height for one in self.right), default=0.0)
        return self._same_margin(piece) and piece.height < 0.9 * tall

    def _keeps_right(self, pieces: list[Piece], beside: bool) -> bool:
        """Tell a row of the right column from a title that is centred on the page and begins beyond the gutter."""
        x0 = pieces[0].x0
        if x0 < self.low + 2.0:
            return False
        if beside or (self.addressed is not None and x0 > self.addressed - 3.0):
            return True
        centre = (x0 + pieces[-1].x1) / 2
        axis = max(self.right, key=lambda piece: piece.x1 - piece.x0).centre if self.right else self.high
        return abs(centre - self.frame.centre) > abs(centre - axis) - 3.0


def _is_formal(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Tell whether two columns are a letterhead or a signature block."""
    if any(is_distribution(row.text) for row in left):
        return True
    for row in right:
        text = row.text
        if is_nation(text) or is_motto(text) or is_party_header(text) or is_authority(text):
            return True
    capitals = is_capitals(right[0].text)
    if capitals and is_capitals(left[0].text) and (is_position(left[0].text) or is_position(right[0].text)):
        return True
    return len(right) >= 2 and _stacked(right) and (_stacked(left) or is_listed(left) or capitals)


def is_listed(rows: Sequence[Row]) -> bool:
    """Tell whether a column is a list of dashes, as Nơi nhận is."""
    return sum(row.text[:1] in "-–" for row in rows) >= 2


def _stacked(rows: Sequence[Row]) -> bool:
    """Tell whether lines are centred on one axis: same middle, different ends."""
    if len(rows) == 1:
        return is_capitals(rows[0].text)
    first, second = rows[0], rows[1]
    near = 0.6 * first.height
    return abs(first.centre - second.centre) < near and abs(first.x0 - second.x0) > near
