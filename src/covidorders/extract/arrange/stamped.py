"""Numbers and days stamped beside the line that leaves room for them.

Document software prints the number after the text is set, often some points too high (`12094` above `Số:   /BNV-CCHC`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from covidorders.extract.arrange.pieces import Piece, Row
from covidorders.grammar.fold import fold

_BEFORE = ("so", "ngay", "thang")
_AFTER = ("thang", "nam")
"""Words before and behind the room: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3 and II.4."""
_NEAR = 1.2
"""Line heights between the number and its line at most."""
_LONGEST = 6
"""Digits of a number at most."""


def settle_numbers(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with each number that stands alone above or below its line put into it."""
    settled = list(rows)
    for row in rows:
        if not all(_is_number(piece) for piece in row.pieces):
            continue
        left = [number for number in row.pieces if not _settle(number, settled, row)]
        if len(left) < len(row.pieces):
            at = settled.index(row)
            settled[at : at + 1] = [Row(left)] if left else []
    return settled


def _is_number(piece: Piece) -> bool:
    return len(piece.words) == 1 and len(piece.text) <= _LONGEST and piece.text.isdigit()


def _settle(number: Piece, rows: list[Row], own: Row) -> bool:
    """Put the number into the row that has room for it; tell whether there is one."""
    for index, row in enumerate(rows):
        if row is not own and _has_room(row, number):
            number.top, number.bottom = row.top, row.bottom
            rows[index] = Row([*row.pieces, number])
            return True
    return False


def _has_room(row: Row, number: Piece) -> bool:
    if abs(row.level - number.middle) > _NEAR * max(row.height, number.height):
        return False
    return any(
        left.x1 <= number.x0 + 2.0 and right.x0 >= number.x1 - 2.0 and _opens(left) and _closes(right)
        for left, right in pairwise(row.pieces)
    )


def _opens(piece: Piece) -> bool:
    return fold(piece.words[-1].text).rstrip(":") in _BEFORE


def _closes(piece: Piece) -> bool:
    first = fold(piece.words[0].text)
    return first[0] in "/-" or first.rstrip(",.") in _AFTER
