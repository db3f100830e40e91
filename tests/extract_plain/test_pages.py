"""Pages of text files: marks, numbers alone on a line, running heads, stamps."""

from __future__ import annotations

import pytest

from covidorders.extract.pagemarks import split_pages

from .conftest import Extract, zones

MARKS = [
    "\f",
    "--- PAGE BREAK ---",
    "---- page 2 ----",
    "=== Trang 2 ===",
    "<!-- page -->",
    "<!-- Page 2 -->",
    "<!-- PageBreak -->",
    "\\pagebreak",
    "\\newpage",
    '<div style="page-break-after: always;"></div>',
    "{1}------------------------------------------------",
    "[PAGE_BREAK]",
    "# Page 2",
]


@pytest.mark.parametrize("mark", MARKS)
def test_marks(mark: str, extracted: Extract) -> None:
    found = extracted(f"Trang thứ nhất.\n\n{mark}\n\nTrang thứ hai.\n")
    assert [[line.text for line in page.blocks] for page in found.pages] == [["Trang thứ nhất."], ["Trang thứ hai."]]  # type: ignore[union-attr]


NO_MARKS = ["- Trang thiết bị y tế", "-------", "Trang 5 của Kế hoạch", "* Trang bị bảo hộ", "***", "+ Trang web"]


@pytest.mark.parametrize("line", NO_MARKS)
def test_no_marks(line: str, extracted: Extract) -> None:
    assert len(extracted(f"Một.\n\n{line}\n\nHai.\n").pages) == 1


def test_marks_before_the_first_word() -> None:
    pages = split_pages("\n--- Page 1 ---\nMột.\n--- Page 2 ---\nHai.\n\f")
    assert [page.number for page in pages] == [1, 2]


def test_a_number_beside_a_mark_is_the_page_number(extracted: Extract) -> None:
    found = extracted("Một.\n\f\n2\n\nHai.\n\f\n- 3 -\n\nBa.\n")
    assert [text for _, text in zones(found)] == ["Một.", "Hai.", "Ba."]
    assert [(piece.kind, piece.text, piece.page) for piece in found.furniture] == [
        ("page-number", "2", 2), ("page-number", "- 3 -", 3),
    ]  # fmt: skip


def test_a_stamped_number_above_its_line_is_none(extracted: Extract) -> None:
    found = extracted("Hết.\n\f\n215\nSố:    /SYT-NVY\n")
    assert ("body", "215") in zones(found)


def test_numbers_that_count_on_without_blank_lines_end_pages(extracted: Extract) -> None:
    page = "\n".join(f"{number}. Rà soát danh sách đợt {number}." for number in range(1, 10))
    found = extracted(f"{page}\n2\n{page}\n3\n{page}\n")
    assert [piece.text for piece in found.furniture] == ["2", "3"]
    assert len(found.pages) == 3


def test_the_first_page_may_be_numbered_too(extracted: Extract) -> None:
    page = "\n".join(f"{number}. Rà soát danh sách đợt {number}." for number in range(1, 10))
    found = extracted(f"{page}\n1\n{page}\n2\n{page}\n3\n{page}\n")
    assert [piece.text for piece in found.furniture] == ["1", "2", "3"]


def test_numbers_of_a_table_end_no_pages(extracted: Extract) -> None:
    found = extracted("TT\n1\nGạo\n2\nMì\n3\nDầu ăn\n4\nMuối\n")
    assert found.furniture == ()
    assert len(found.pages) == 1


def test_a_number_that_breaks_a_sentence_ends_a_page(extracted: Extract) -> None:
    found = extracted("Các địa phương tiếp tục rà soát những\n\n2\n\ntrường hợp còn sót.\n")
    assert [page.number for page in found.pages] == [1, 2]
    assert [piece.text for piece in found.furniture] == ["2"]


def test_numbers_that_go_on_counting_end_pages(extracted: Extract) -> None:
    found = extracted("Một.\n\n2\n\nHai.\n\n3\n\nBa.\n")
    assert [len(page.blocks) for page in found.pages] == [1, 1, 1]


def test_a_number_alone_is_no_page_number(extracted: Extract) -> None:
    found = extracted("Tổng số ca:\n\n25\n\nTrong đó F0:\n")
    assert [text for _, text in zones(found)] == ["Tổng số ca:", "25", "Trong đó F0:"]


def test_running_heads(extracted: Extract) -> None:
    said = ["Tiếp tục giãn cách.", "Lấy mẫu lần hai.", "Mở lại chợ đầu mối.", "Tổng kết."]
    found = extracted("\n\f\n".join(f"Phòng Y tế - Báo cáo tuần {n}\n\n{text}" for n, text in enumerate(said)))
    assert [text for _, text in zones(found)] == said
    assert {piece.kind for piece in found.furniture} == {"running-head"}


def test_comments_of_converters(extracted: Extract) -> None:
    found = extracted('<!-- PageHeader="Công báo" -->\nMột.\n<!-- PageNumber="7" -->\n')
    assert [(piece.kind, piece.text) for piece in found.furniture] == [
        ("running-head", "Công báo"),
        ("page-number", "7"),
    ]
    assert [text for _, text in zones(found)] == ["Một."]


def test_signature_stamps(extracted: Extract) -> None:
    found = extracted(
        "Người ký: Sở Y tế\nEmail: soyte@example.vn\nCơ quan: Tỉnh Trà Vinh\n"
        "Thời gian ký: 02.08.2021 09:10:11 +07:00\n\n"
        "SỞ Y TẾ\n\nNgười ký: ai cũng được, miễn đúng thẩm quyền\n"
    )
    first, second = found.furniture
    assert first.kind == second.kind == "signature-stamp"
    assert first.text.startswith("Người ký: Sở Y tế Email:")
    assert first.text.endswith("+07:00")
    assert zones(found) == [("body", "SỞ Y TẾ")]
