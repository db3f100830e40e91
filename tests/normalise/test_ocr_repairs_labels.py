"""Labels read as no label, put right by their sequence; phrases and codes over the end of a line."""

from __future__ import annotations

import pytest

from covidorders.layout import Box, Line, Word
from covidorders.normalise.draft import Draft
from covidorders.normalise.ocr_repairs import repair_ocr


def lines(*texts: str) -> list[str]:
    drafts = []
    for text in texts:
        words = tuple(Word(word, Box(20.0 * n, 0.0, 20.0 * n + 18, 12.0), 0.8) for n, word in enumerate(text.split()))
        drafts.append(Draft(text, Line(text, words=words, starts_paragraph=text[:1].islower() is False or None), 1))
    mended = repair_ocr(drafts, {1})
    assert [draft.raw for draft in mended] == list(texts)
    return [draft.text for draft in mended]


SEQUENCES = [
    # (labels as read, as printed)
    (["I.", "H.", "HI.", "1V."], ["I.", "II.", "III.", "IV."]),
    (["a)", "b)", "©)", "d)"], ["a)", "b)", "c)", "d)"]),
    (["c)", "đ)", "đ)", "e)"], ["c)", "d)", "đ)", "e)"]),  # the stroke is seen where there is none
    (["c)", "d)", "d)", "e)"], ["c)", "d)", "đ)", "e)"]),
    (["đ)", "e)", "ø)", "h)"], ["đ)", "e)", "g)", "h)"]),
    (["1.", "2.", "3.", "4.", "§."], ["1.", "2.", "3.", "4.", "5."]),
    (["6.", "7.", "§."], ["6.", "7.", "8."]),
    (["I.", "2.", "3."], ["1.", "2.", "3."]),  # a 1 with a foot
    (["I.", "2.", "II."], ["I.", "2.", "II."]),
    (["I.", "2.", "H."], ["I.", "2.", "II."]),  # the first of its list was not read
    (["I.", "II.", "II.", "IV."], ["I.", "II.", "III.", "IV."]),  # a stroke too few, and one numeral is wanting
    (["I-", "I-", "III-"], ["I-", "II-", "III-"]),  # with the Party's sign
    (["a)", "b)", "e)", "d)", "e)"], ["a)", "b)", "c)", "d)", "e)"]),  # a c closed by a speck
    (["a)", "b)", "e)"], ["a)", "b)", "c)"]),  # the last of its list
    (["a)", "b)", "e)", "a)", "b)"], ["a)", "b)", "c)", "a)", "b)"]),
    (["I.", "II.", "II:", "IV."], ["I.", "II.", "III.", "IV."]),  # and its sign misread
    (["1.", "2,", "3."], ["1.", "2.", "3."]),
    (["1-", "2~", "3-"], ["1-", "2-", "3-"]),
    ([". 1,", "2."], ["1.", "2."]),  # a speck before the first
    (["3.", "4..", "5."], ["3.", "4.", "5."]),
    (["e)", "ø).", "h)"], ["e)", "g)", "h)"]),
    # what can be a label stays what it says
    (["1,", "2,", "3,"], ["1,", "2,", "3,"]),  # some print it so
    (["I.", "II.", "II."], ["I.", "II.", "II."]),  # none is wanting
    (["a)", "e)", "g)"], ["a)", "e)", "g)"]),
    (["1.", "2.", "4."], ["1.", "2.", "4."]),
    (["a)", "c)", "d)"], ["a)", "c)", "d)"]),
    (["a)", "b)", "d)"], ["a)", "b)", "d)"]),
    (["I.", "III.", "II."], ["I.", "III.", "II."]),
    (["§.", "1."], ["§.", "1."]),  # nothing is taken for the first of a list
    (["1.", "H."], ["1.", "H."]),  # an H. that goes on where no list of Roman numerals stopped
    (["a.", "b.", "©)"], ["a.", "b.", "©)"]),  # another mark, another list
]


@pytest.mark.parametrize(("read", "printed"), SEQUENCES)
def test_labels(read: list[str], printed: list[str]) -> None:
    assert lines(*(f"{label} Nội dung thứ mấy" for label in read)) == [f"{label} Nội dung thứ mấy" for label in printed]


def test_a_first_roman_numeral_above_a_fresh_list() -> None:
    read = ["1. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "II. NỘI DUNG"]
    assert lines(*read) == ["I. MỤC ĐÍCH, YÊU CẦU", *read[1:]]
    plain = ["1. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "2. NỘI DUNG"]
    assert lines(*plain) == plain


def test_a_roman_numeral_before_a_title_stays() -> None:
    read = ["I. MỤC ĐÍCH", "2. Yêu cầu", "3. Thời gian"]
    assert lines(*read) == read


def test_a_figure_before_a_title_where_a_roman_numeral_is_wanting() -> None:
    read = ["III- NHIỆM VỤ", "1- Tuyên truyền", "IV- GIẢI PHÁP", "1- Tiêm chủng", "9- TỔ CHỨC THỰC HIỆN", "1- Sở Y tế"]
    assert lines(*read) == [*read[:4], "V- TỔ CHỨC THỰC HIỆN", read[5]]
    plain = [*read[:4], "9- Tổ chức thực hiện"]
    assert lines(*plain) == plain
