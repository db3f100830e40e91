"""Tables from ruling lines; grids that only lay out a page are none."""

from __future__ import annotations

from typing import Any

import pytest

from covidorders.layout import Box, Line, Table

COLUMNS = [85.0, 120.0, 300.0, 420.0, 540.0]
ROWS = [200.0, 230.0, 280.0, 330.0]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def fill(page: Any, rows_of_cells: Any, columns: Any = COLUMNS, tops: Any = ROWS) -> None:
    for cells, top in zip(rows_of_cells, tops, strict=False):
        for cell, x in zip(cells, columns, strict=False):
            for index, line in enumerate(cell.split("\n")):
                page.at(x + 4, top + 4 + 15 * index, line, 12)


TASKS = [
    ["STT", "Nội dung", "Chủ trì", "Thời hạn"],
    ["1", "Xét nghiệm\ndiện rộng", "Sở Y tế", "30/9/2021"],
    ["2", "Kiểm soát", "Công an tỉnh", "Hằng ngày"],
]


def test_grid_becomes_a_table_in_its_place(page: Any, ruling: Any) -> None:
    page.body(60, paragraphs=2)
    fill(page, TASKS)
    page.body(360, paragraphs=2)
    blocks = page.arranged(ruling(COLUMNS, ROWS))
    assert [type(block) for block in blocks] == [Line] * 6 + [Table] + [Line] * 6
    assert rows(blocks[6]) == [
        ["STT", "Nội dung", "Chủ trì", "Thời hạn"],
        ["1", "Xét nghiệm diện rộng", "Sở Y tế", "30/9/2021"],
        ["2", "Kiểm soát", "Công an tỉnh", "Hằng ngày"],
    ]
    assert blocks[7].starts_paragraph is True


def test_table_without_ruling_lines_stays_lines(page: Any) -> None:
    fill(page, TASKS)
    assert page.tables() == []


def test_merged_cell_stands_at_its_first_place(page: Any) -> None:
    # the heading covers two columns, the first cell two rows
    columns, tops = [85.0, 200.0, 320.0, 540.0], [100.0, 130.0, 160.0, 190.0]
    rules = [Box(x, tops[0], x + 0.5, tops[-1]) for x in (85.0, 200.0, 540.0)]
    rules += [Box(320.0, tops[1], 320.5, tops[-1])]
    rules += [Box(85.0, y, 540.0, y + 0.5) for y in (tops[0], tops[2], tops[3])]
    rules += [Box(200.0, tops[1], 540.0, tops[1] + 0.5)]
    fill(page, [["Đơn vị", "Số hồ sơ"], ["", "Tiếp nhận", "Giải quyết"], ["Sở Tài chính", "460", "433"]], columns, tops)
    (table,) = page.tables(rules)
    assert rows(table) == [
        ["Đơn vị", "Số hồ sơ", ""],
        ["", "Tiếp nhận", "Giải quyết"],
        ["Sở Tài chính", "460", "433"],
    ]


def test_date_broken_by_a_narrow_cell(page: Any, ruling: Any) -> None:
    fill(page, [["STT", "Ngày thi", "Môn"], ["1", "19/02/2\n022", "Vật lý"]], COLUMNS[:4], ROWS)
    (table,) = page.tables(ruling(COLUMNS[:4], ROWS[:3]))
    assert rows(table)[1] == ["1", "19/02/2022", "Vật lý"]


def test_empty_rows_are_left_out(page: Any, ruling: Any) -> None:
    fill(page, TASKS[:2])
    (table,) = page.tables(ruling(COLUMNS, ROWS))
    assert len(table.rows) == 2


def test_heading_alone_at_the_foot_of_a_page_is_a_table(page: Any, ruling: Any) -> None:
    fill(page, TASKS[:1])
    (table,) = page.tables(ruling(COLUMNS, ROWS[:2]))
    assert rows(table) == [["STT", "Nội dung", "Chủ trì", "Thời hạn"]]


@pytest.mark.parametrize(
    ("columns", "tops", "cells"),
    [
        # a box around a mark of urgency
        ([85.0, 200.0], [100.0, 130.0], [["HỎA TỐC"]]),
        # letterhead in a bordered table of two cells
        (
            [60.0, 300.0, 560.0],
            [60.0, 140.0],
            [["UBND TỈNH\nSỞ Y TẾ\nSố: 1/SYT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"]],
        ),
        # letterhead in a bordered table of two rows
        (
            [60.0, 300.0, 560.0],
            [60.0, 100.0, 140.0],
            [["UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Số: 1/SYT", "Bến Tre, ngày 1 tháng 2 năm 2021"]],
        ),
        # signature block in a bordered table
        ([60.0, 300.0, 560.0], [60.0, 140.0, 160.0], [["Nơi nhận:\n- Như trên;", "CHỦ TỊCH"], ["", "Lê Văn Hòa"]]),
    ],
)
def test_grid_for_the_layout_is_no_table(page: Any, ruling: Any, columns: Any, tops: Any, cells: Any) -> None:
    fill(page, cells, columns, tops)
    page.body(300)
    assert page.tables(ruling(columns, tops)) == []
    assert {word for row in cells for cell in row for word in cell.split()} <= {word.text for word in page.words}


def test_underlines_make_no_grid(page: Any) -> None:
    page.body(60)
    rules = [Box(85.0, y, 300.0, y + 0.5) for y in (80.0, 98.0, 116.0)]
    assert page.tables(rules) == []


def test_drawing_of_thousands_of_lines_is_passed_over(page: Any) -> None:
    page.body(60)
    rules = [Box(float(x), 60.0, x + 0.3, 800.0) for x in range(60, 560)]
    rules += [Box(60.0, y / 2, 560.0, y / 2 + 0.3) for y in range(120, 1400)]
    assert page.tables(rules) == []
