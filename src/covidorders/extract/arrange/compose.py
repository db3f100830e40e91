"""The rows and tables of a page become blocks in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from covidorders.extract.arrange.frame import Frame, measure
from covidorders.extract.arrange.paragraphs import Placed, mark_body, mark_column
from covidorders.extract.arrange.pieces import Piece, Row
from covidorders.extract.arrange.stamped import settle_numbers
from covidorders.extract.arrange.strips import Strip, find_strips
from covidorders.grammar.letterhead import title_line
from covidorders.grammar.marks import is_addressees, is_capitals, secrecy, worn_urgency
from covidorders.layout import Block, Line, Table, Zone

_FAR = 3.0
"""Letter heights between a centred line and a stamp beside it."""
_CENTRED = 8.0
"""Points by which the middle of a centred line may be off that of the frame."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page surveyed: its rows from top to bottom, which of them are two-column strips, its tables and its frame."""

    rows: tuple[Row, ...]
    tables: tuple[Table, ...]
    strips: tuple[Strip, ...]
    frame: Frame


def survey(rows: Sequence[Row], tables: Sequence[Table], width: float) -> Sheet:
    """Find the strips and measure the frame of a page of that width (points) on the rows outside them."""
    rows = settle_numbers(rows)
    strips = find_strips(rows, measure(rows, width))
    inside = {index for strip in strips for index in range(strip.start, strip.end)}
    body = [row for index, row in enumerate(rows) if index not in inside]
    return Sheet(tuple(rows), tuple(tables), tuple(strips), measure(body, width))


def compose(sheet: Sheet, pooled: Frame | None = None) -> tuple[Block, ...]:
    """Return the blocks in reading order; `pooled`, the frame of all pages, completes what this page does not tell."""
    frame = sheet.frame.completed(pooled)
    strips = {strip.start: strip for strip in sheet.strips}
    tables = list(sheet.tables)
    blocks: list[Block] = []
    waiting: list[Row] = []
    index = 0
    while index <= len(sheet.rows):
        row = sheet.rows[index] if index < len(sheet.rows) else None
        strip = strips.get(index)
        tabled = bool(tables) and (row is None or _top(tables[0]) < row.top)
        if tabled or strip is not None or row is None:
            blocks += _body(waiting, frame, opens_page=not blocks)
            waiting = []
        if tabled:
            blocks.append(tables.pop(0))
        elif strip is not None:
            blocks += _columns(strip)
            index = strip.end
        else:
            waiting += [row] if row is not None else []
            index += 1
    return tuple(blocks)


def _top(table: Table) -> float:
    return table.box.top if table.box is not None else 0.0


def _body(rows: Sequence[Row], frame: Frame, *, opens_page: bool) -> list[Block]:
    """Full-width lines; a mark of urgency or secrecy beside or between them stands in a line of its own before them."""
    blocks: list[Block] = []
    plain: list[Row] = []
    for row in rows:
        marks, others = _marks(row, frame)
        blocks += [_line(Placed(Row([piece]), True), "left") for piece in marks]
        plain += [Row(others)] if marks and others else [] if marks else [row]
    for placed in mark_body(plain, frame, opens_page=opens_page):
        if _at_right(placed.row, frame):
            blocks.append(_line(Placed(placed.row, True), "right"))
        else:
            blocks.append(_line(placed, "body"))
    return blocks


def _marks(row: Row, frame: Frame) -> tuple[list[Piece], list[Piece]]:
    """Part from a row what stands beside its line: marks of urgency or secrecy, and stamps.

    What stands before Kính gửi, before a title's first line or far from a centred line is such, be it unreadable.
    """
    pieces = row.pieces
    if len(pieces) < 2:
        return (pieces, []) if worn_urgency(row.text) else ([], pieces)
    marks = [piece for piece in pieces if worn_urgency(piece.text) or secrecy(piece.text)]
    for index, piece in enumerate(pieces[1:], 1):
        titled = is_capitals(piece.text) and title_line(piece.text) is not None
        if titled or is_addressees(piece.text) or _is_apart(pieces[index - 1], piece, frame):
            marks = pieces[:index]
    others = [piece for piece in pieces if piece not in marks]
    return (marks, others) if others else ([], pieces)


def _is_apart(before: Piece, piece: Piece, frame: Frame) -> bool:
    """Tell whether a piece is centred in the frame, far from what stands before it."""
    return piece.x0 - before.x1 > _FAR * piece.height and abs(piece.centre - frame.centre) < _CENTRED


def _at_right(row: Row, frame: Frame) -> bool:
    """Tell whether a line keeps to the right half, as a signature without Nơi nhận beside it does."""
    return row.x0 > frame.centre - 0.08 * frame.width and row.centre > frame.left + 0.6 * frame.width


def _columns(strip: Strip) -> list[Block]:
    left = [_line(placed, "left") for placed in mark_column(strip.left)]
    right = [_line(placed, "right") for placed in mark_column(strip.right)]
    return [*left, *right]


def _line(placed: Placed, zone: Zone) -> Line:
    row = placed.row
    words = row.words
    main = max(row.pieces, key=lambda piece: piece.x1 - piece.x0)
    return Line(
        row.text,
        row.box,
        words,
        starts_paragraph=True if zone == "right" and placed.starts is None else placed.starts,
        zone=zone,
        font=main.font,
        bold=all(piece.bold for piece in row.pieces),
        italic=all(piece.italic for piece in row.pieces),
        centred=placed.centred,
    )
