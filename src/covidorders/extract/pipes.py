"""Tables in text files: pipe tables and HTML tables of Markdown, rows of cells parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from covidorders.extract.drafts import Draft, Grid, GridCell, Run
from covidorders.extract.glued import unglued_cell

_ROW = re.compile(r"\s*\|.*\|\s*")
_SEPARATOR = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)?")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TABLE_OPENS = re.compile(r"\s*<table\b", re.IGNORECASE)
_TABLE_CLOSES = re.compile(r"</table>\s*$", re.IGNORECASE)
_BORDER = re.compile(r"\s*\+(?:[-=:]{2,}\+)+\s*")
_LONGEST_TABLE = 4000
_LONGEST_ROW = 12
"""Lines of one row at most."""
_FEWEST_TABS = 2


def table_at(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    """Return the table that begins at line `start` and the place of the line behind it, else None."""
    if _TABLE_OPENS.match(lines[start]):
        return _html_table(lines, start)
    if lines[start].strip("\t ").count("\t") >= _FEWEST_TABS:
        return _tab_table(lines, start)
    if _BORDER.fullmatch(lines[start]):
        return _bordered_table(lines, start)
    printed, end = _rows(lines, start)
    if not printed or (len(printed) == 1 and end >= len(lines)):
        return None
    rows = [_cells(row) for row in printed if not _SEPARATOR.fullmatch(row)]
    is_table = any(_SEPARATOR.fullmatch(row) is not None for row in printed[:2])
    if not is_table and (len(rows) < 2 or len({len(row) for row in rows}) > 1):
        return None
    return _grid(rows), end


def _rows(lines: Sequence[str], start: int) -> tuple[list[str], int]:
    """Return the rows from line `start` on and the place behind them; a row may run over several lines of its cells."""
    rows: list[str] = []
    place = start
    while place < len(lines) and lines[place].lstrip().startswith("|"):
        end = next(
            (
                ahead
                for ahead in range(place, min(len(lines), place + _LONGEST_ROW))
                if lines[ahead].rstrip().endswith("|") and (ahead > place or _ROW.fullmatch(lines[ahead]))
            ),
            None,
        )
        if end is None or any(line.lstrip().startswith("|") for line in lines[place + 1 : end + 1]):
            break
        rows.append("<br>".join(line.strip() for line in lines[place : end + 1] if line.strip()))
        place = end + 1
    return rows, place


def _bordered_table(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    """A grid of Pandoc: `+---+---+` between the rows, each cell over several lines at its place in the line."""
    end = start
    while end < len(lines) and lines[end].strip()[:1] in {"+", "|"}:
        end += 1
    edges = [place for place, sign in enumerate(lines[start]) if sign == "+"]
    rows: list[list[str]] = []
    block: list[str] = []
    for line in lines[start:end]:
        if not _BORDER.fullmatch(line):
            block.append(line)
        elif block:
            cells = ([line[a + 1 : b].strip(" |") for line in block] for a, b in pairwise(edges))
            rows.append(["<br>".join(filter(None, cell)) for cell in cells])
            block = []
    return (_grid(rows), end) if rows and len(edges) > 1 else None


def _tab_table(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    """Rows of cells, three at least, parted by one tab each; empty cells at the end of a row may be missing."""
    width = lines[start].rstrip().count("\t")
    end = start
    while end < len(lines) and lines[end].strip() and 0 < lines[end].rstrip().count("\t") <= width:
        end += 1
    rows = [[cell.strip() for cell in line.split("\t")][: width + 1] for line in lines[start:end]]
    full = sum(len(list(filter(None, row))) > width for row in rows)
    if len(rows) < 2 or (2 * full < len(rows) and len({line.count("\t") for line in lines[start:end]}) > 1):
        return None
    return _grid([row + [""] * (width + 1 - len(row)) for row in rows]), end


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _CELL_BORDER.split(line.strip().strip("|"))]


def _grid(rows: Sequence[Sequence[str]]) -> Grid:
    made = (tuple(GridCell(column, 1, _drafts(text)) for column, text in enumerate(row)) for row in rows)
    return Grid(tuple(made), ruled=True)


def _drafts(text: str) -> tuple[Draft, ...]:
    pieces = enumerate(_BREAK.split(unglued_cell(text)))
    return tuple(Draft((Run(piece.strip()),), None if number else True) for number, piece in pieces)


def _html_table(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    places = range(start, min(len(lines), start + _LONGEST_TABLE))
    end = next((place for place in places if _TABLE_CLOSES.search(lines[place])), None)
    if end is None:
        return None
    from selectolax.lexbor import LexborHTMLParser

    rows = []
    for row in LexborHTMLParser("\n".join(lines[start : end + 1])).css("tr"):
        cells: list[GridCell] = []
        column = 0
        for cell in row.css("td, th"):
            wide = cell.attributes.get("colspan") or "1"
            span = int(wide) if wide.isdigit() else 1
            cells.append(GridCell(column, span, _drafts(_words(cell.html or ""))))
            column += span
        rows.append(tuple(cells))
    return Grid(tuple(rows), ruled=True), end + 1


def _words(markup: str) -> str:
    """Return the words of a cell, `<br>` kept as such."""
    from selectolax.lexbor import LexborHTMLParser

    pieces = (LexborHTMLParser(piece).text(separator=" ").split() for piece in _BREAK.split(markup))
    return "<br>".join(" ".join(words) for words in pieces)
