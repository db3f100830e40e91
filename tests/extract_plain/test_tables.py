"""Tables in text and Markdown files."""

from __future__ import annotations

import pytest

from covidorders.layout import Table

from .conftest import Extract, zones

TABLES = [
    # pipes, with alignment marks and an escaped pipe
    ("| TT | Việc |\n|:---|---:|\n| 1 | Lấy \\| gộp mẫu |\n", (("TT", "Việc"), ("1", "Lấy | gộp mẫu"))),
    ("| TT | Việc |\n| 1 | Lấy mẫu |\n", (("TT", "Việc"), ("1", "Lấy mẫu"))),  # no line under the head
    ("| TT | Việc |\n|---|---|\n| 1 | Lấy mẫu;<br>gửi mẫu |\n", (("TT", "Việc"), ("1", "Lấy mẫu; gửi mẫu"))),
    ("| TT | Việc |\n|---|---|\n| 1 | Lấy mẫu;  \ngửi mẫu |\n| 2 | x |\n",
     (("TT", "Việc"), ("1", "Lấy mẫu; gửi mẫu"), ("2", "x"))),  # a row over two lines
    ("+----+---------+\n| TT | Việc    |\n+====+=========+\n| 1  | Lấy mẫu |\n|    | gộp     |\n+----+---------+\n",
     (("TT", "Việc"), ("1", "Lấy mẫu gộp"))),  # Pandoc's grid
    ("TT\tViệc\tHạn\n1\tLấy mẫu\t05/9\n2\tTổng hợp\t\n", (("TT", "Việc", "Hạn"), ("1", "Lấy mẫu", "05/9"),
                                                          ("2", "Tổng hợp", ""))),
    ("<table>\n<tr><th>TT</th><th>Việc</th></tr>\n<tr><td>1</td><td>R&amp;D<br/>và ABC</td></tr>\n"
     "<tr><td>2</td><td>x</td></tr></table>\n", (("TT", "Việc"), ("1", "R&D và ABC"), ("2", "x"))),
]  # fmt: skip


@pytest.mark.parametrize(("content", "rows"), TABLES)
def test_tables(content: str, rows: tuple[tuple[str, ...], ...], extracted: Extract) -> None:
    (page,) = extracted(f"Phân công như sau:\n\n{content}\nHết.\n").pages
    _, table, _ = page.blocks
    assert isinstance(table, Table)
    assert tuple(tuple(cell.text for cell in row) for row in table.rows) == rows


def test_a_table_that_lays_out_a_letterhead_is_none(extracted: Extract) -> None:
    content = (
        "| SỞ Y TẾ<br>Số: 5/SYT-NV | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc |\n|---|---|\n"
        "|  | Cà Mau, ngày 5 tháng 9 năm 2021 |\n\nKính gửi: Các trung tâm y tế.\n"
    )
    assert zones(extracted(content)) == [
        ("left", "SỞ Y TẾ"), ("left", "Số: 5/SYT-NV"),
        ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("right", "Độc lập - Tự do - Hạnh phúc"),
        ("right", "Cà Mau, ngày 5 tháng 9 năm 2021"), ("body", "Kính gửi: Các trung tâm y tế."),
    ]  # fmt: skip


NO_TABLES = ["| một dòng |\n", "A\tB\tC\n", "<table> chưa đóng\n", "5 < 6 | 7 > 6\n"]


@pytest.mark.parametrize("content", NO_TABLES)
def test_no_tables(content: str, extracted: Extract) -> None:
    (page,) = extracted(f"Một.\n\n{content}\nHai.\n").pages
    assert not any(isinstance(block, Table) for block in page.blocks)
