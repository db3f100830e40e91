"""Words of the text layer."""

from __future__ import annotations

from typing import Any

import pytest


def test_word_is_not_split_at_a_font_change(pdf: Any, texts: Any) -> None:
    # letters with tone marks come from a fallback font: Th|ủ t|ướ|ng
    pdf.page()
    x = 85.0
    for index, part in enumerate(("Th", "ủ", " t", "ướ", "ng")):
        pdf.text(x, 100, part, bold=index % 2 == 1)
        x += 7.0 * len(part)
    assert texts(pdf.read()) == ["Thủ tướng"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Số: 1 0 9 4 3 /BYT-MT", "Số: 10943 /BYT-MT"),  # a space typed behind every digit
        ("Số: 1094 3 /BYT-MT", "Số: 1094 3 /BYT-MT"),  # not every digit stands alone: two numbers, perhaps
        ("khoản 1 2 Điều", "khoản 1 2 Điều"),  # nor do two digits make one number
    ],
)
def test_digits_set_apart(pdf: Any, texts: Any, typed: Any, read: Any) -> None:
    pdf.page()
    x = 85.0
    for letter in typed:
        size = 7.0 if letter == " " else 14.0  # a space is half as wide as a digit
        pdf.text(x, 100 + 14 - size, letter, size)
        x += size / 2
    assert texts(pdf.read()) == [read]


def test_hyphen_at_the_end_of_a_line_stays(pdf: Any, texts: Any) -> None:
    # PDFium gives it as U+0002
    pdf.page().lines(85, 100, "Công văn số 1967/CĐ-", "UBND ngày 24/12/2017")
    assert texts(pdf.read()) == ["Công văn số 1967/CĐ-", "UBND ngày 24/12/2017"]


def test_label_set_without_a_space(pdf: Any, texts: Any) -> None:
    # the label's tab is no letter, only a narrow gap
    pdf.page().text(85, 100, "10.").text(85 + 21 + 2, 100, "Khi hết thời gian")
    assert texts(pdf.read()) == ["10. Khi hết thời gian"]


def test_letters_drawn_one_by_one(pdf: Any, texts: Any) -> None:
    pdf.page()
    for index, letter in enumerate("Sở Y tế tỉnh"):
        pdf.text(85 + 7 * index, 100, letter)
    assert texts(pdf.read()) == ["Sở Y tế tỉnh"]


def test_bold_and_font_name(pdf: Any) -> None:
    pdf.page().text(85, 100, "Điều 1. Phạm vi", bold=True).text(85, 130, "Kế hoạch này quy định")
    heading, body = pdf.read().pages[0].blocks
    assert (heading.bold, heading.font) == (True, "Times-Bold")
    assert (body.bold, body.font) == (False, "Times-Roman")


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_turned_page_is_read_as_it_is_seen(pdf: Any, texts: Any, rotate: Any) -> None:
    # a landscape annex is a portrait page that is turned; what is seen upright was written sideways
    seen = (842.0, 595.0) if rotate in (90, 270) else (595.0, 842.0)
    pdf.page(*(reversed(seen) if rotate in (90, 270) else seen), rotate=rotate)
    sheet = pdf.sheets[-1]
    turns = {
        0: "1 0 0 1 0 0",
        90: f"0 1 -1 0 {sheet.width} 0",
        180: f"-1 0 0 -1 {sheet.width} {sheet.height}",
        270: f"0 -1 1 0 0 {sheet.height}",
    }
    for y, text in ((700 if rotate in (0, 180) else 500, "Dòng một"), (680 if rotate in (0, 180) else 480, "Dòng hai")):
        sheet.content.append(f"q {turns[rotate]} cm BT /F1 14 Tf 1 0 0 1 90 {y} Tm <{pdf.hex(text)}> Tj ET Q")
    extracted = pdf.read()
    assert texts(extracted) == ["Dòng một", "Dòng hai"]
    page = extracted.pages[0]
    assert (page.width, page.height) == seen
    assert page.blocks[0].box.x0 == pytest.approx(90, abs=1)
