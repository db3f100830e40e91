"""Taking the furniture out of a page."""

from __future__ import annotations

from collections.abc import Sequence

from covidorders.extract.arrange import Piece, in_rows
from covidorders.extract.arrange.pieces import LARGE
from covidorders.extract.furniture.margins import footnotes, page_numbers
from covidorders.extract.furniture.patterns import classify
from covidorders.extract.furniture.stamps import Group, arrivals, stamps
from covidorders.layout import Box
from covidorders.model import Furniture
from covidorders.model.source import FurnitureKind, Rect

_TITLE = 30.0
"""Points: no title is printed higher, however small the letters of the page's table are."""
_FEWEST_LINES = 8
"""Lines that a page must have to tell its usual letters."""


def furniture(kind: FurnitureKind, pieces: Sequence[Piece], page: int) -> Furniture:
    """Return pieces that belong together as one piece of furniture, their lines joined by a space."""
    rows = in_rows(pieces)
    box = Rect(
        x0=round(min(piece.x0 for piece in pieces), 2),
        top=round(min(piece.top for piece in pieces), 2),
        x1=round(max(piece.x1 for piece in pieces), 2),
        bottom=round(max(piece.bottom for piece in pieces), 2),
    )
    return Furniture(kind=kind, text=" ".join(row.text for row in rows), page=page, box=box)


def sift(
    pieces: Sequence[Piece], height: float, page: int, rules: Sequence[Box] = ()
) -> tuple[list[Piece], list[Furniture]]:
    """Take the furniture out of a page's pieces: return the pieces that are text, and the furniture.

    `height` is the page's, in points; `page` its number from 1; `rules` its ruling lines (for footnotes).
    """
    found: list[Furniture] = []
    rest = list(pieces)
    for kind, group in (*_watermarks(rest), *stamps(rest), *arrivals(rest)):
        taken = {id(piece) for piece in group}
        if taken <= {id(piece) for piece in rest}:
            rest = [piece for piece in rest if id(piece) not in taken]
            found.append(furniture(kind, group, page))
    for piece in list(rest):
        told = classify(piece.text)
        if told is not None:
            rest.remove(piece)
            found.append(furniture(told, [piece], page))
    for told, group in page_numbers(rest, height, page):
        rest = _without(rest, group)
        found.append(furniture(told, group, page))
    for told, group in footnotes(rest, rules, height):  # the page's number stands below them
        rest = _without(rest, group)
        found.append(furniture(told, group, page))
    return rest, found


def _without(pieces: Sequence[Piece], group: Sequence[Piece]) -> list[Piece]:
    taken = {id(piece) for piece in group}
    return [piece for piece in pieces if id(piece) not in taken]


def _watermarks(pieces: Sequence[Piece]) -> list[Group]:
    """Return words written large across the page, as drafts and portals do; each is a watermark of its own."""
    if len(pieces) < _FEWEST_LINES:
        return []
    usual = sorted(piece.height for piece in pieces)[len(pieces) // 2]
    return [("watermark", [piece]) for piece in pieces if piece.height > max(LARGE * usual, _TITLE)]
