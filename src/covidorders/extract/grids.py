"""Tables of a source: those that hold content become `Table`, those that only lay out become lines in two zones.

Notices put their letterhead, and `Nơi nhận` beside the signature, into tables without printed lines (Nghị định
30/2020/NĐ-CP Phụ lục III draws its forms so). Such a table is read column by column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from covidorders.extract.drafts import Draft, Grid, GridCell, tidy, to_line
from covidorders.extract.landmarks import heads_the_right, opens_authority, opens_distribution
from covidorders.extract.strips import columns
from covidorders.layout import Block, Cell, Table, Zone

_LETTERHEAD_COLUMNS = 3
_FEW_ROWS = 6
_MOST = 0.8
_TITLE = 120
"""Letters of quốc hiệu and tiêu ngữ in one line, with rules and blanks."""


def lay_out(blocks: Iterable[Draft | Grid], zone: Zone = "body") -> list[Block]:
    """Return the lines and tables of a page, in reading order; lines without a column of their own get `zone`."""
    page: list[Block] = []
    for is_grid, group in groupby(blocks, key=lambda block: isinstance(block, Grid)):
        if is_grid:
            for grid in group:
                assert isinstance(grid, Grid)
                page += _unroll(grid, zone) if only_lays_out(grid) else _table(grid)
        else:
            drafts = [block for block in group if isinstance(block, Draft)]
            placed = columns(drafts) if zone == "body" else None
            pairs = [(p.draft, p.zone) for p in placed] if placed is not None else [(d, zone) for d in drafts]
            page += [line for draft, where in pairs if (line := to_line(draft, where))]
    return page


def only_lays_out(grid: Grid) -> bool:
    """Tell whether a table has no content of its own but places text side by side (letterhead, signatures).

    A landmark decides, then printed lines; without either, a table is content if most of its rows, three at least,
    hold two cells or more that are not all centred, as signing forms are.
    """
    filled = [[cell for cell in row if plain_text(cell)] for row in grid.rows]
    used = {cell.column for row in filled for cell in row}
    if len(used) <= 1:
        return True
    if _has_landmark(filled) and len(used) <= _LETTERHEAD_COLUMNS:
        return True
    if grid.ruled:
        return False
    full = [row for row in filled if len(row) >= 2]
    if len(full) < 3 or len(full) < len([row for row in filled if row]) / 2:
        return True
    return len(filled) <= _FEW_ROWS and _centred_share(filled) >= _MOST


def _has_landmark(rows: Sequence[Sequence[GridCell]]) -> bool:
    for row in rows:
        for number, cell in enumerate(row):
            text = plain_text(cell)
            if any(len(line) <= _TITLE and heads_the_right(line) for line in map(_text, _drafts(cell.blocks))):
                return True
            if opens_distribution(text) and ":" in text[:24]:
                return True
            if number and opens_authority(text):
                return True
    return False


def _centred_share(rows: Sequence[Sequence[GridCell]]) -> float:
    drafts = [draft for row in rows for cell in row for draft in _drafts(cell.blocks) if tidy(draft.text)]
    return sum(draft.centred for draft in drafts) / max(1, len(drafts))


def _drafts(blocks: Iterable[Draft | Grid]) -> Iterator[Draft]:
    for block in blocks:
        if isinstance(block, Draft):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from _drafts(cell.blocks)


def _text(draft: Draft) -> str:
    return tidy(draft.text)


def plain_text(cell: GridCell) -> str:
    """Return all words of a cell on one line."""
    return tidy(" ".join(text for draft in _drafts(cell.blocks) if (text := tidy(draft.text))))


def _unroll(grid: Grid, zone: Zone) -> list[Block]:
    """Read a layout table column by column; a row that is one cell over the whole width parts it into bands."""
    page: list[Block] = []
    band: list[Sequence[GridCell]] = []
    width = max((cell.column + cell.span for row in grid.rows for cell in row), default=1)
    for row in grid.rows:
        if len(row) == 1 and row[0].span >= width:
            page += _columns_of(band, zone)
            band = []
            page += lay_out(row[0].blocks, zone)
        else:
            band.append(row)
    return page + _columns_of(band, zone)


def _columns_of(rows: Sequence[Sequence[GridCell]], zone: Zone) -> list[Block]:
    """Read rows column by column: what begins in the left third of the columns is left, the rest right."""
    used = sorted({cell.column for row in rows for cell in row if plain_text(cell)})
    if len(used) == 1 and used[0] == min((cell.column for row in rows for cell in row), default=0):
        return [block for row in rows for cell in row for block in lay_out(cell.blocks, zone)]
    page: list[Block] = []
    for column in used:
        side: Zone = zone if zone != "body" else ("left" if column == used[0] and column == 0 else "right")
        for row in rows:
            for cell in row:
                if cell.column == column:
                    page += lay_out(cell.blocks, side)
    return page


def _table(grid: Grid) -> list[Block]:
    """Return a content table: every row has all columns, a merged cell stands at its first place.

    Columns in which nothing begins (parts of wider cells, spacers) are left out.
    """
    rows = [{cell.column: plain_text(cell) for cell in row if not cell.merged_up} for row in grid.rows]
    used = sorted({column for cells in rows for column, text in cells.items() if text})
    kept = [tuple(Cell(cells.get(column, "")) for column in used) for cells in rows if any(cells.values())]
    return [Table(tuple(kept))] if kept else []
