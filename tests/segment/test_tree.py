"""The ids of directives: ranks, repeats, gaps, bullets, decimals, and marks that take their rank from the notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from covidorders.layout import Text
from covidorders.segment.parts import Item
from covidorders.segment.tree import build_tree

TREES = [
    # (name, lines of the body, ids in order)
    ("khoản and điểm", "1. Sở Y tế\na) Tổ chức tiêm;\nb) Báo cáo.\n2. Công an tỉnh trực chốt.", "1 1.a 1.b 2"),
    ("a repeated number keeps both", "1. A.\n2. B\na) C.\n2. D\na) E.\n3. F.", "1 2 2.a 2~2 2~2.a 3"),
    ("a gap is kept as printed", "1- A.\n2- B.\n4- C.", "1 2 4"),
    ("dashes of an unnumbered body", "- A.\n- B.\n- C.", "-1 -2 -3"),
    ("dashes below a number", "1. A:\n- B;\n- C.\n2. D:\n- E.", "1 1.-1 1.-2 2 2.-1"),
    ("plus below dash", "3. A:\n- B:\n+ C;\n+ D.\n- E.", "3 3.-1 3.-1.-1 3.-1.-2 3.-2"),
    ("a letter closes the dash before it", "1. A:\n- B.\na) C.", "1 1.-1 1.a"),
    ("Roman above Arabic above letter", "I. A\n1. B\na) C.\nII. D\n1. E", "I I.1 I.1.a II II.1"),
    ("Party numbering", "I- A\n1- B.\n2- C.\nII- D", "I I.1 I.2 II"),
    ("decimals are not doubled", "II. A\n2. B\n2.1. C.\n2.2. D.", "II II.2 II.2.1 II.2.2"),
    ("decimals of three parts", "1. A\n1.1. B\n1.1.1. C.\n1.1.2. D.\n1.2. E.", "1 1.1 1.1.1 1.1.2 1.2"),
    ("decimals without their number", "I. A\n1.1. B.\n1.2. C.", "I I.1.1 I.1.2"),
    ("letter below decimal", "1. A\n1.1. B\na) C.\n1.2. D.", "1 1.1 1.1.a 1.2"),
    ("articles", "Điều 1. A:\n1. B.\na) C.\nĐiều 2. D.", "1 1.1 1.1.a 2"),
    # a list that runs on in the article's own paragraph; what only looks like its next label stays in the words
    (
        "a list running on",
        "Điều 2: 1. Sở Y tế chủ trì; 2. Sở Tài chính cấp kinh phí. 3. Các huyện.\nĐiều 3. D.",
        "2 2.1 2.2 2.3 3",
    ),
    ("letters running on", "3. a) Lấy mẫu; b) Báo cáo.\n4. D.", "3 3.a 3.b 4"),
    ("no list running on", "Điều 1. 1. Hỗ trợ theo khoản 1. 3. Mức chi theo mục 2. Đơn vị.\nĐiều 2. D.", "1 1.1 2"),
    ("small Roman numerals", "1. A:\ni) B;\nii) C;\niii) D;\niv) E;\nv) F.\n2. G.", "1 1.i 1.ii 1.iii 1.iv 1.v 2"),
    ("the letter i", "1. A\nh) B;\ni) C;\nk) D.", "1 1.h 1.i 1.k"),
    ("Roman numerals inside an article", "Điều 1. A:\nI. B\n1. C.\nĐiều 2. D.", "1 1.I 1.I.1 2"),
    ("parts above Roman numerals", "Phần I\nI. A\n1. B.\nPhần II\nI. C", "I I.I I.I.1 II II.I"),
    ("the fifth letter is đ", "1. A\nc) B;\nd) C;\nđ) D;\ne) E.", "1 1.c 1.d 1.đ 1.e"),
    ("brackets below a dash that leads in", "- A:\n(1) B;\n(2) C.\n- D.", "-1 -1.1 -1.2 -2"),
    ("brackets above their dashes", "(1) A:\n- B.\n(2) C:\n- D.", "1 1.-1 2 2.-1"),
    ("stars over dashes", "* Cấp tỉnh:\n- A.\n- B.\n* Cấp huyện:\n- C.", "-1 -1.-1 -1.-2 -2 -2.-1"),
    ("a star that heads the next dashes", "1. A\n- B.\n* Cấp huyện\n- C.", "1 1.-1 1.-2 1.-2.-1"),
    (
        "counted headings above numbers",
        "I. A\nCấp độ 1: B\n1. C\n2. D\nCấp độ 2: E\n1. F",
        "I I.Cấp độ 1 I.Cấp độ 1.1 I.Cấp độ 1.2 I.Cấp độ 2 I.Cấp độ 2.1",
    ),
    (
        "a star that heads letters",
        "1. A.\n2. B\n* Vùng đỏ:\na) C;\nb) D.\n* Vùng xanh:\na) E.",
        "1 2 2.-1 2.-1.a 2.-1.b 2.-2 2.-2.a",
    ),
    (
        "a star that heads letters after dashes",
        "1. A\n- B.\n* Vùng đỏ:\na) C;\nb) D.\n2. E.",
        "1 1.-1 1.-2 1.-2.a 1.-2.b 2",
    ),
    ("steps", "1. A:\nBước 1: B.\nBước 2: C.", "1 1.Bước 1 1.Bước 2"),
    ("two digits", "9. A.\n10. B.\n11. C.", "9 10 11"),
    ("two labels in one paragraph", "Điều 1. A.\n3. a) B.\nb) C.\n4. D.", "1 1.3 1.3.a 1.3.b 1.4"),
    ("an article that opens with its first khoản", "Điều 4. 1. A.\n2. B.\nĐiều 5. C.", "4 4.1 4.2 5"),
    ("quoted labels open no items", "1. Sửa khoản 3 như sau:\n“3. A:\na) B;\nb) C.”\n2. D.", "1 2"),
    ("a quotation that is never closed hides nothing", "1. Sửa như sau:\n“3. A.\n2. B.\na) C.", "1 2 2.a"),
    ("letters may skip đ", "1. A\nd) B;\ne) C.", "1 1.d 1.e"),
    ("II. read as H.", "I. A\n1. B.\nH. C\n1. D.\nIII. E.", "I I.1 II II.1 III"),
    ("capital letters up to H. stay", "A. A\nI. B.\nH. C.", "A A.I H"),
    ("1. read as L.", "I. A\nL. B.\n2. C.", "I I.1 I.2"),
    ("a far figure opens no item", "1. A.\n115. Gọi cấp cứu.\n2. B.", "1 2"),
]


def ids(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield item.id
        yield from ids(item.children)


@pytest.mark.parametrize(("name", "body", "expected"), TREES, ids=[name for name, _, _ in TREES])
def test_ids(name: str, body: str, expected: str, text_of: Callable[[str], Text]) -> None:
    text = text_of(body)
    items, _ = build_tree(text.text, text.paragraphs)
    assert "|".join(ids(items)) == "|".join(
        expected.replace("Bước ", "Bước_").replace("Cấp độ ", "Cấp_độ_").split()
    ).replace("_", " ")


def test_gap_and_repeat_are_reported(text_of: Callable[[str], Text]) -> None:
    text = text_of("1. A.\n2. B.\n2. C.\n5. D.")
    _, warnings = build_tree(text.text, text.paragraphs)
    assert [w.code for w in warnings] == ["repeated-label", "label-gap"]
    assert [text.text[w.start : w.end] for w in warnings] == ["2.", "5."]


@pytest.mark.parametrize(
    ("body", "warned"),
    [
        ("Chương I\nĐiều 1. A.\nChương II\nĐiều 2. B.", []),  # articles count on through the chapters
        ("Chương I\nĐiều 1. A.\nChương II\nĐiều 4. B.", ["label-gap"]),
        ("Chương I\nĐiều 1. A.\nChương II\nĐiều 1. B.", []),  # or begin again
    ],
)
def test_articles_in_chapters(body: str, warned: list[str], text_of: Callable[[str], Text]) -> None:
    text = text_of(body)
    _, warnings = build_tree(text.text, text.paragraphs)
    assert [warning.code for warning in warnings] == warned


def test_title_with_its_own_paragraph_is_the_heading(text_of: Callable[[str], Text]) -> None:
    text = text_of("1. Công tác xét nghiệm:\nTăng cường lấy mẫu tại cơ sở.\n2. Sở Tài chính: Chủ trì bố trí kinh phí.")
    (first, second), _ = build_tree(text.text, text.paragraphs)
    assert first.heading is not None
    assert text.text[slice(*first.heading)] == "Công tác xét nghiệm"
    assert [text.text[a:b] for a, b in first.own] == ["Tăng cường lấy mẫu tại cơ sở."]
    assert second.heading is None


def test_title_over_several_lines_in_capitals(text_of: Callable[[str], Text]) -> None:
    text = text_of("Chương I\nQUY ĐỊNH CHUNG\nVỀ CÁCH LY TẬP TRUNG\nĐiều 1. Phạm vi\nÁp dụng cho mọi khu cách ly.")
    (chapter,), _ = build_tree(text.text, text.paragraphs)
    assert chapter.heading is not None
    assert text.text[slice(*chapter.heading)] == "QUY ĐỊNH CHUNG\nVỀ CÁCH LY TẬP TRUNG"
    assert chapter.own == ()
    assert chapter.children[0].heading is not None


def test_item_of_several_paragraphs_keeps_them_all(text_of: Callable[[str], Text]) -> None:
    text = text_of("1. Sở Y tế rà soát vật tư.\nNgành y tế bố trí nhân lực.\n2. Công an trực chốt.")
    (first, _), _ = build_tree(text.text, text.paragraphs)
    assert [text.text[a:b] for a, b in first.own] == ["Sở Y tế rà soát vật tư.", "Ngành y tế bố trí nhân lực."]
    assert text.text[first.start : first.end].endswith("nhân lực.")


def test_line_broken_in_mid_sentence_is_no_heading(text_of: Callable[[str], Text]) -> None:
    text = text_of("1. Giao Sở Y tế chủ trì tham mưu kế hoạch\ntiêm chủng mũi 2.\n2. B.")
    (first, _), _ = build_tree(text.text, text.paragraphs)
    assert first.heading is None
