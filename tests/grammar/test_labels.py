"""Labels at the start of a paragraph: what is one, what is none, and what goes into the id."""

from __future__ import annotations

import pytest

from covidorders.grammar.labels import ordinal, read_label

LABELS = [
    # (paragraph, kind, id, rest) - one printed form a row
    ("1. Rà soát danh sách", "number", "1", "Rà soát danh sách"),
    ("1.Rà soát", "number", "1", "Rà soát"),  # no space after the dot
    ("1/ Mục đích", "number", "1", "Mục đích"),  # slash
    ("1- Qua báo cáo", "number", "1", "Qua báo cáo"),  # Party style
    ("5) Đơn vị", "number", "5", "Đơn vị"),
    ("12. 100% xã, phường", "number", "12", "100% xã, phường"),  # the item's text begins with a figure
    ("1./ Công tác", "number", "1", "Công tác"),
    ("1/. Đối tượng", "number", "1", "Đối tượng"),  # two closing marks
    ("2/- Phân công", "number", "2", "Phân công"),
    ("3)- Phân công", "number", "3", "Phân công"),
    ("II/. Tổ chức", "roman", "II", "Tổ chức"),
    ("I.- Mục đích", "roman", "I", "Mục đích"),
    ("a/- Trạm Y tế", "letter", "a", "Trạm Y tế"),
    ("2.1.- Công an xã", "decimal", "2.1", "Công an xã"),
    ("I. MỤC TIÊU", "roman", "I", "MỤC TIÊU"),
    ("IV- TỔ CHỨC", "roman", "IV", "TỔ CHỨC"),
    ("C. KINH PHÍ", "capital", "C", "KINH PHÍ"),
    ("2.1. Về nhân lực", "decimal", "2.1", "Về nhân lực"),
    ("2.1 Về nhân lực", "decimal", "2.1", "Về nhân lực"),
    ("2.2 Đảng ủy Công an", "decimal", "2.2", "Đảng ủy Công an"),  # Đ is a capital, wherever Unicode puts it
    ("3.4 Ủy ban nhân dân xã", "decimal", "3.4", "Ủy ban nhân dân xã"),
    ("Mục 2 ĐỐI TƯỢNG", "section", "2", "ĐỐI TƯỢNG"),
    ("1.1.1. Cấp xã", "decimal", "1.1.1", "Cấp xã"),
    ("I.1. Cấp tỉnh", "compound", "I.1", "Cấp tỉnh"),
    ("a) Báo cáo", "letter", "a", "Báo cáo"),
    ("a. Báo cáo", "letter", "a", "Báo cáo"),
    ("đ) Gửi", "letter", "đ", "Gửi"),  # the fifth letter of the Vietnamese alphabet
    ("a.1) Gửi", "letter", "a.1", "Gửi"),
    ("(1) Gửi", "bracket-number", "1", "Gửi"),
    ("(ii) Gửi", "bracket-roman", "ii", "Gửi"),
    ("(b) Gửi", "bracket-letter", "b", "Gửi"),
    ("Điều 3. Hiệu lực", "article", "3", "Hiệu lực"),
    ("Phần II", "part", "II", ""),
    ("Phần thứ hai", "part", "thứ hai", ""),  # only the word Phần is left out of the id
    ("PHẦN THỨ BA", "part", "THỨ BA", ""),
    ("Chương I", "chapter", "I", ""),
    ("- Giao Sở Y tế", "dash", "", "Giao Sở Y tế"),
    ("-Giao Sở Y tế", "dash", "", "Giao Sở Y tế"),
    ("– Giao Sở Y tế", "dash", "", "Giao Sở Y tế"),
    ("+ Cấp huyện", "plus", "", "Cấp huyện"),
    ("* Lưu ý", "star", "", "Lưu ý"),
    ("• Cấp xã", "dot", "", "Cấp xã"),
    ("Bước 2: Khử khuẩn", "step", "Bước 2", "Khử khuẩn"),
    ("Cấp độ 3: Lây lan rộng", "step", "Cấp độ 3", "Lây lan rộng"),
]

NOT_LABELS = [
    "24/7 trực chốt",  # round the clock
    "3 tại chỗ, 1 cung đường",  # a count, no label
    "01/10/2021 là hạn cuối",  # a date
    "1.000 liều vắc xin",  # dots group thousands
    "1,2 triệu người",
    "1.5 độ C",
    "2.1 đến 2.3 nêu trên",  # small đ
    "1.2 triệu liều",  # a decimal written with a dot
    "2021. Trong đó",  # a year that begins a broken line
    "25 - 30 người mỗi ca",  # a range
    "1-2 ngày",
    "12-CT/TU của Tỉnh ủy",  # a Party code at the start of a broken line
    "16h30 hằng ngày",
    "TP. Biên Hòa",
    "Điều 2 của Quyết định",  # cites an article, does not open one
    "-----",
    "*",
]


@pytest.mark.parametrize(("paragraph", "kind", "part", "rest"), LABELS)
def test_reads_label(paragraph: str, kind: str, part: str, rest: str) -> None:
    label = read_label(paragraph)
    assert label is not None
    assert (label.kind.name, label.id, paragraph[label.end :]) == (kind, part, rest)


@pytest.mark.parametrize("paragraph", NOT_LABELS)
def test_leaves_other_openings_alone(paragraph: str) -> None:
    assert read_label(paragraph) is None


@pytest.mark.parametrize(
    ("kind", "part", "place"),
    [("letter", "đ", 5), ("letter", "g", 7), ("roman", "IX", 9), ("decimal", "2.11", 11), ("part", "THỨ NHẤT", 1)],
)
def test_place_in_sequence(kind: str, part: str, place: int) -> None:
    assert ordinal(kind, part) == place
