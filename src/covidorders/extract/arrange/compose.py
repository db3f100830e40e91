"""Pieces of printed lines become blocks in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from covidorders.extract.arrange.frame import Frame, measure
from covidorders.extract.arrange.grids import lift_tables
from covidorders.extract.arrange.paragraphs import Placed, mark_body, mark_column
from covidorders.extract.arrange.pieces import Piece, Row, in_rows
from covidorders.extract.arrange.strips import Strip, find_strips
from covidorders.grammar.marks import secrecy, urgency
from covidorders.layout import Block, Box, Line

_Side = Literal["body", "left", "right"]


def compose(
    pieces: Sequence[Piece], width: float, height: float, rules: Sequence[Box] = (), frame: Frame | None = None
) -> tuple[Block, ...]:
    """Return the blocks of a page in reading order; `frame`, if given, overrules what the page itself shows."""
    del height
    tables, pieces = lift_tables(pieces, rules)
    rows = in_rows(pieces)
    strips = find_strips(rows, frame or measure(rows, width))
    frame = frame or measure(_outside(rows, strips), width)
    blocks: list[Block] = []
    waiting: list[Row] = []
    index = 0
    while index <= len(rows):
        strip = next((one for one in strips if one.start == index), None)
        top = rows[index].top if index < len(rows) else float("inf")
        table = tables[0] if tables and tables[0].box is not None and tables[0].box.top < top else None
        if table is not None or strip is not None or index == len(rows):
            blocks += _body(waiting, frame, opens_page=not blocks)
            waiting = []
        if table is not None:
            blocks.append(tables.pop(0))
            continue
        if strip is not None:
            blocks += _columns(strip)
            index = strip.end
            continue
        if index < len(rows):
            waiting.append(rows[index])
        index += 1
    return tuple(blocks)


def _outside(rows: Sequence[Row], strips: Sequence[Strip]) -> list[Row]:
    inside = {index for strip in strips for index in range(strip.start, strip.end)}
    return [row for index, row in enumerate(rows) if index not in inside]


def _body(rows: Sequence[Row], frame: Frame, *, opens_page: bool) -> list[Block]:
    """Full-width lines; a mark of urgency or secrecy at their height stands in a line of its own before them."""
    blocks: list[Block] = []
    plain: list[Row] = []
    for row in rows:
        marks = [piece for piece in row.pieces if len(row.pieces) > 1 and (urgency(piece.text) or secrecy(piece.text))]
        if not marks or len(marks) == len(row.pieces):
            plain.append(row)
            continue
        blocks += [_line(Placed(Row([piece]), True), "left") for piece in marks]
        plain.append(Row([piece for piece in row.pieces if piece not in marks]))
    blocks += [
        _line(placed, "right" if _at_right(placed, frame) else "body")
        for placed in mark_body(plain, frame, opens_page=opens_page)
    ]
    return blocks


def _at_right(placed: Placed, frame: Frame) -> bool:
    """Tell whether a line keeps to the right half, as a signature without Nơi nhận beside it does."""
    row = placed.row
    return row.x0 > frame.centre - 0.08 * frame.width and row.centre > frame.left + 0.6 * frame.width


def _columns(strip: Strip) -> list[Block]:
    left = [_line(placed, "left") for placed in mark_column(strip.left)]
    right = [_line(placed, "right") for placed in mark_column(strip.right)]
    return [*left, *right]


def _line(placed: Placed, zone: _Side) -> Line:
    row = placed.row
    words = row.words
    starts = True if zone == "right" and placed.starts is None else placed.starts
    main = max(row.pieces, key=lambda piece: piece.x1 - piece.x0)
    return Line(
        " ".join([word.text for word in words]),
        row.box,
        words,
        starts_paragraph=starts,
        zone=zone,
        font=main.font,
        bold=main.bold,
        italic=main.italic,
        centred=placed.centred,
    )
