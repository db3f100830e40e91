"""HTML tables as grids: where each cell stands, and whether the table's lines are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from covidorders.extract.drafts import Draft, Grid, GridCell
from covidorders.extract.html.style import declarations, has_line

_PARTS = frozenset({"thead", "tbody", "tfoot"})
_WIDEST, _TALLEST = 1000, 65534
"""The limits of the HTML Living Standard §4.9.11 for colspan and rowspan."""
_RULED_CLASSES = ("tablegrid", "table-bordered", "bordered")

ReadCell = Callable[[LexborNode], tuple[Draft | Grid, ...]]


def read_table(table: LexborNode, read_cell: ReadCell) -> Grid:
    """Return `table` as a grid; `read_cell` gives the blocks of a cell."""
    taken: dict[int, int] = {}
    """How many further rows a column is taken by a cell from above."""
    lines = []
    for row in _rows(table):
        cells = []
        column = 0
        for cell in row.iter():
            if cell.tag not in {"td", "th"}:
                continue
            while taken.get(column):
                column += 1
            span = _span(cell, "colspan", _WIDEST)
            height = _span(cell, "rowspan", _TALLEST)
            cells.append(GridCell(column, span, read_cell(cell)))
            for covered in range(column, column + span):
                taken[covered] = height
            column += span
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
        lines.append(tuple(cells))
    return Grid(tuple(lines), _is_ruled(table))


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in _PARTS:
            yield from (row for row in child.iter() if row.tag == "tr")


def _span(cell: LexborNode, name: str, most: int) -> int:
    digits = (cell.attributes.get(name) or "1").strip()
    return min(max(int(digits), 1), most) if digits.isdecimal() and len(digits) < 9 else 1


def _is_ruled(table: LexborNode) -> bool:
    border = (table.attributes.get("border") or "0").strip().rstrip("px")
    if border not in {"", "0"} or (table.attributes.get("rules") or "none").lower() not in {"none", "groups"}:
        return not _cells_say_none(table)
    classes = (table.attributes.get("class") or "").lower()
    if any(name in classes for name in _RULED_CLASSES):
        return not _cells_say_none(table)
    cells = [declarations(cell) for row in _rows(table) for cell in row.iter() if cell.tag in {"td", "th"}]
    return sum(has_line(style) for style in cells) * 2 > len(cells)


def _cells_say_none(table: LexborNode) -> bool:
    """Editors write `border="1"` on the table and take the lines away from every cell again."""
    cells = [declarations(cell) for row in _rows(table) for cell in row.iter() if cell.tag in {"td", "th"}]
    return bool(cells) and all(
        "border" in style and style["border"].lower().startswith(("none", "0")) and not has_line(style)
        for style in cells
    )
