"""What goes on from page to page."""

from __future__ import annotations

from typing import Any

import pytest

from covidorders.extract.arrange import join_pages
from covidorders.layout import Box, Cell, Line, Page, Table, Word

RIGHT = 540.0


def line(text: str, x0: float = 85.0, x1: float = RIGHT, starts: bool | None = False) -> Line:
    width = 7.0 * len(text.split(maxsplit=1)[0])
    words = (
        Word(text.split(maxsplit=1)[0], Box(x0, 100, x0 + width, 114)),
        Word(text.rsplit(maxsplit=1)[-1], Box(x1 - 20, 100, x1, 114)),
    )
    return Line(text, Box(x0, 100, x1, 114), words, starts_paragraph=starts)


def table(*cells: str, x0: float = 85.0, x1: float = RIGHT) -> Table:
    return Table((tuple(Cell(cell) for cell in cells),), Box(x0, 100, x1, 200))


def joined(last: Any, first: Any) -> Any:
    before = Page(1, (line("Một"), line("Hai"), line("Ba"), last), 595, 842)
    return join_pages([before, Page(2, (first,), 595, 842)])[1].blocks[0]


@pytest.mark.parametrize(
    ("last", "first", "expected"),
    [
        # the last line of the page is full and its sentence unfinished
        (line("báo cáo Ủy ban nhân dân"), line("tỉnh trước ngày 30/9/2021.", starts=None), False),
        # full, the sentence is finished: words must tell
        (line("theo quy định hiện hành."), line("Sở Y tế chủ trì.", starts=None), None),
        # full and finished, and an item begins
        (line("theo quy định hiện hành."), line("2. Sở Y tế chủ trì.", starts=None), True),
        # the last line has room left
        (line("theo quy định.", x1=250.0), line("Sở Y tế chủ trì.", starts=None), True),
        # a heading without a full stop, room left in its line
        (line("Điều 2. Bãi bỏ", x1=250.0), line("Bãi bỏ khoản 1 Điều 3.", starts=False), True),
        # an indent has told already
        (line("báo cáo Ủy ban nhân dân"), line("Sở Y tế chủ trì.", starts=True), True),
    ],
)
def test_first_line(last: Any, first: Any, expected: Any) -> None:
    assert joined(last, first).starts_paragraph is expected


def test_blank_pages_between_are_passed_over() -> None:
    before = Page(1, (line("Một"), line("Hai"), line("Ba"), line("báo cáo Ủy ban")), 595, 842)
    pages = join_pages([before, Page(2, (), 595, 842), Page(3, (line("nhân dân tỉnh.", starts=None),), 595, 842)])
    assert [page.number for page in pages] == [1, 2, 3]
    assert pages[2].blocks[0].starts_paragraph is False


@pytest.mark.parametrize(
    ("first", "continues"),
    [
        (table("4", "Sở Y tế"), True),
        (table("4", "Sở Y tế", x0=60.0), False),  # another table, with other borders
    ],
)
def test_table(first: Any, continues: Any) -> None:
    assert joined(table("3", "Công an tỉnh"), first).continues is continues
