"""Tables: ruling lines make a grid, the words in its cells make rows.

The grid is found by pdfplumber's own table functions, which take ruling lines from anywhere; the PDF is not read twice.
A grid that only lays out a letterhead, a signature block or a single box (HỎA TỐC) is no table.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from covidorders.extract.arrange.pieces import Piece, gather, in_rows
from covidorders.grammar.marks import is_authority, is_distribution, is_motto, is_nation, is_party_header
from covidorders.layout import Box, Cell, Table, Word

_THICKEST = 3.0
"""Points: a ruling line is not thicker."""
_SNAP = 3.0
"""Points within which pdfplumber takes ruling lines for one."""
_MOST_RULES = 1500
"""More ruling lines than a printed page holds are a drawing."""
_BROKEN_DATE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{0,3})?")
_WHOLE_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\W?")

_Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of one table as boxes; `columns` and `rows` are the left and top edges that cells begin at."""

    cells: tuple[_Bounds, ...]
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    bounds: _Bounds

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the grid."""
        left, top, right, bottom = self.bounds
        return left <= x <= right and top <= y <= bottom


def lift_tables(pieces: Sequence[Piece], rules: Sequence[Box]) -> tuple[list[Table], list[Piece]]:
    """Return the tables with content, from top to bottom, and the pieces that stand in none of them."""
    tables: list[Table] = []
    rest = list(pieces)
    for grid in find_grids(rules):
        inside = [piece for piece in rest if grid.holds(piece.centre, piece.middle)]
        table = _fill(grid, [word for piece in inside for word in piece.words])
        if table is None:
            continue
        tables.append(table)
        taken = {id(piece) for piece in inside}
        rest = [piece for piece in rest if id(piece) not in taken]
    return tables, rest


def find_grids(rules: Sequence[Box]) -> list[Grid]:
    """Return the grids that ruling lines make, from top to bottom."""
    edges = [_edge(rule) for rule in rules]
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright < 2 or len(edges) - upright < 2 or len(edges) > _MOST_RULES:
        return []
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    merged = merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
    cells = intersections_to_cells(edges_to_intersections(merged, _SNAP, _SNAP))
    return [_grid(group) for group in cells_to_tables(cells)]


def _edge(rule: Box) -> dict[str, float | str]:
    """Return a ruling line in the form of pdfplumber's functions, without thickness."""
    if rule.x1 - rule.x0 >= rule.bottom - rule.top:
        y = (rule.top + rule.bottom) / 2
        box = {"x0": rule.x0, "x1": rule.x1, "top": y, "bottom": y}
        return {**box, "width": rule.x1 - rule.x0, "height": 0.0, "orientation": "h"}
    x = (rule.x0 + rule.x1) / 2
    box = {"x0": x, "x1": x, "top": rule.top, "bottom": rule.bottom}
    return {**box, "width": 0.0, "height": rule.bottom - rule.top, "orientation": "v"}


def _grid(cells: Iterable[_Bounds]) -> Grid:
    boxes = tuple(sorted((tuple(map(float, cell)) for cell in cells), key=lambda cell: (cell[1], cell[0])))
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    bounds = (min(lefts), min(tops), max(rights), max(bottoms))
    return Grid(boxes, tuple(sorted(set(lefts))), tuple(sorted(set(tops))), bounds)  # type: ignore[arg-type]


def _fill(grid: Grid, words: Sequence[Word]) -> Table | None:
    """Put the words into the cells; None where the grid is only there for the layout."""
    if len(grid.columns) < 2 or not words:
        return None
    cells = {_at(grid, cell): cell for cell in grid.cells}
    owners = _owners(grid, cells)
    filled: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        box = word.box
        column = bisect_right(grid.columns, (box.x0 + box.x1) / 2) - 1
        row = bisect_right(grid.rows, (box.top + box.bottom) / 2) - 1
        place = owners.get((max(row, 0), max(column, 0)), (max(row, 0), max(column, 0)))
        filled.setdefault(place, []).append(word)
    texts = {place: _cell(found) for place, found in filled.items()}
    if _is_layout(grid, texts):
        return None
    empty = Cell("")
    rows = tuple(
        tuple(texts.get((row, column), empty) for column in range(len(grid.columns))) for row in range(len(grid.rows))
    )
    return Table(tuple(row for row in rows if any(cell.text for cell in row)) or rows, Box(*grid.bounds))


def _at(grid: Grid, cell: _Bounds) -> tuple[int, int]:
    return grid.rows.index(cell[1]), grid.columns.index(cell[0])


def _owners(grid: Grid, cells: dict[tuple[int, int], _Bounds]) -> dict[tuple[int, int], tuple[int, int]]:
    """Say for every place of the grid which cell covers it; a merged cell covers several."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for place, (_, _, right, bottom) in cells.items():
        for row in range(place[0], len(grid.rows)):
            if grid.rows[row] > bottom - _THICKEST:
                break
            for column in range(place[1], len(grid.columns)):
                if grid.columns[column] > right - _THICKEST:
                    break
                owners.setdefault((row, column), place)
    return owners


def _cell(words: Sequence[Word]) -> Cell:
    """Return the words of a cell line by line, a space between lines; a date broken by the cell's border is joined."""
    ordered: list[Word] = []
    for row in in_rows(gather(words)):
        first, *others = row.words
        last = ordered[-1] if ordered else first
        if _BROKEN_DATE.fullmatch(last.text) and _WHOLE_DATE.fullmatch(last.text + first.text):
            ordered[-1:] = [Word(last.text + first.text, last.box, last.confidence), *others]
        else:
            ordered += [first, *others]
    return Cell(" ".join(word.text for word in ordered), tuple(ordered))


def _is_layout(grid: Grid, texts: dict[tuple[int, int], Cell]) -> bool:
    """Tell grids that lay out letterhead or signatures, and boxes around text, from tables."""
    columns = {column for _, column in texts}
    rows = {row for row, _ in texts}
    if len(columns) < 2 or (len(rows) < 2 and len(grid.columns) < 3):
        return True
    if len(grid.columns) > 3:
        return False
    return any(_is_fixed(row.text) for cell in texts.values() for row in in_rows(gather(cell.words)))


def _is_fixed(text: str) -> bool:
    return is_nation(text) or is_motto(text) or is_party_header(text) or is_distribution(text) or is_authority(text)
