"""The rows and cells of a `w:tbl`, with the columns they cover (ECMA-376 Part 1 §17.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from covidorders.extract.docx.ooxml import Element, number, value, w
from covidorders.extract.docx.styles import Styles

_WRAPPERS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_INVISIBLE = frozenset({"nil", "none"})
_INSIDE = ("insideH", "insideV")
_SIDES = ("top", "bottom", "left", "right", "start", "end")


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A `w:tc` with the grid column it begins at, the columns it covers, and whether it goes on from above."""

    element: Element
    column: int
    span: int
    merged_up: bool


def rows(table: Element) -> Iterator[list[PlacedCell]]:
    """Yield the rows of a table that are not deleted by a tracked change."""
    for row in _children(table, w("tr")):
        properties = row.find(w("trPr"))
        if properties is not None and properties.find(w("del")) is not None:
            continue
        column = (number(properties.find(w("gridBefore"))) or 0) if properties is not None else 0
        cells = []
        for element in _children(row, w("tc")):
            cell = element.find(w("tcPr"))
            span = max(1, (number(cell.find(w("gridSpan"))) or 1) if cell is not None else 1)
            merge = cell.find(w("vMerge")) if cell is not None else None
            merged_up = merge is not None and value(merge) != "restart"
            if cell is None or cell.find(w("cellDel")) is None:
                cells.append(PlacedCell(element, column, span, merged_up))
            column += span
        yield cells


def _children(parent: Element, name: str) -> Iterator[Element]:
    """Yield the children of that name, through content controls around rows and cells."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, name)


def is_ruled(table: Element, styles: Styles) -> bool:
    """Tell whether the table's lines are printed: those of the table, of its style, or of most of its cells."""
    properties = table.find(w("tblPr"))
    borders = None if properties is None else properties.find(w("tblBorders"))
    if borders is not None:
        if _draws(borders, _INSIDE):
            return True
    elif properties is not None and styles.rules_tables(value(properties.find(w("tblStyle")))):
        return True
    cells = list(table.iter(w("tcBorders")))
    drawn = sum(_draws(cell, _SIDES) >= 2 for cell in cells)
    return drawn * 2 > sum(1 for _ in table.iter(w("tc")))


def _draws(borders: Element, sides: tuple[str, ...]) -> int:
    """Return how many of the sides have a visible line."""
    found = (borders.find(w(side)) for side in sides)
    return sum(side is not None and value(side) not in _INVISIBLE for side in found)
