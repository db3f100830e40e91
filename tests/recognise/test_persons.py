"""Persons: each row is a sentence that made a rule necessary. Names are made up."""

from __future__ import annotations

import pytest

from covidorders.recognise import load_pipeline
from covidorders.recognise.persons import find_persons

ROWS = [
    # family, middle and given name
    ("Thành phần: Trần Quốc Bảo, Lê Thị Mỹ Hạnh.", ["Trần Quốc Bảo", "Lê Thị Mỹ Hạnh"]),
    # an honorific lets two words and rare family names through
    ("đồng chí Đinh Lực và ông Giàng Seo Vảng", ["Đinh Lực", "Giàng Seo Vảng"]),
    # ranks and degrees
    ("Thượng tá Phan Hữu Nghĩa; ThS.BS. Đỗ Kim Oanh", ["Phan Hữu Nghĩa", "Đỗ Kim Oanh"]),
    # an office right before the name, in small letters or with a capital
    ("Chủ tịch Võ Thành Nhân đã ký; phó giám đốc Cao Minh", ["Võ Thành Nhân", "Cao Minh"]),
    # names of the highlands
    ("già làng Y Bhuar Niê, bà H'Nga Ayun và ông K'Brêu", []),
    # roads, schools and hospitals bear names
    ("số 5 đường Trần Hưng Đạo, Trường THPT Nguyễn Trãi, Bệnh viện Lê Văn Thịnh", []),
    # bodies and offices are no names
    ("Sở Y tế, Bộ Công an và Phó Trưởng Ban Chỉ đạo", []),
    # places whose first word is a family name
    ("các tỉnh Thái Nguyên, Hà Nam, Kiên Giang và Lâm Đồng", []),
    # teachings
    ("học tập tư tưởng Hồ Chí Minh", []),
    # two words with no sign of a person
    ("Kim Sơn và Mai Sơn là hai huyện", []),
    # a family name read without its marks counts where an office leads
    ("giao đồng chí Nguyen Văn Tài theo dõi", ["Nguyen Văn Tài"]),
    # … and so does a given name with a letter misread
    ("đồng chí Lê Văn Tuắn chủ trì", ["Lê Văn Tuắn"]),
    # a signature, alone in its line, in capitals too
    ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nĐẶNG THỊ THU", ["ĐẶNG THỊ THU"]),
    # a given name alone, in a list of who gets a copy
    ("- Đ/c Tuyết (đăng trang tin);\n- đồng chí Bí thư; ông Chủ tịch, bà Giám đốc.", ["Tuyết"]),
    # names in lines of capitals
    (
        "KẾT LUẬN CỦA ĐỒNG CHÍ HÀ MINH KHÔI, PHÓ BÍ THƯ\nTHÀNH PHẦN: LÊ VĂN SỸ, SỞ Y TẾ, CÔNG AN",
        ["HÀ MINH KHÔI", "LÊ VĂN SỸ"],
    ),
    # a list in a table
    ("STT\tHọ và tên\tLớp\n1\tBùi Gia Khánh\t12A\n2\tTô Vĩ\t12B", ["Bùi Gia Khánh", "Tô Vĩ"]),
    # family names that look like bodies without their marks
    ("ông Trương Công Lý và bà Vũ Ngọc Ánh, Đoàn Hải Yến", ["Trương Công Lý", "Vũ Ngọc Ánh", "Đoàn Hải Yến"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:30] for row in ROWS])
def test_persons(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_persons(text)] == expected


def test_signers_are_persons_wherever_they_stand() -> None:
    found = find_persons("Ksor Phước ký thay; lưu Ksor Phước", signers=["Ksor Phước"])
    assert [one.score for one in found] == [1.0, 1.0]


def test_a_name_behind_an_office_that_names_its_body() -> None:
    text = "Trưởng phòng Kế hoạch Rơ Châm H'Lan báo cáo"
    office = (0, len("Trưởng phòng Kế hoạch"))
    assert [text[one.start : one.end] for one in find_persons(text, offices=[office])] == ["Rơ Châm H'Lan"]


def test_component_leaves_references_alone() -> None:
    doc = load_pipeline("rules").nlp("Nghị quyết số 5/NQ-CP do đồng chí Lưu Bình An trình bày")
    assert [span.text for span in doc.spans["covidorders"] if span.label_ == "PERSON"] == ["Lưu Bình An"]
