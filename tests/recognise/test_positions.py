"""Positions: each row is (sentence, the positions in order, the agencies inside or beside them)."""

from __future__ import annotations

import pytest

from covidorders.recognise import load_pipeline, recognise
from covidorders.recognise.agencies import find_agencies

Row = tuple[str, list[str], list[str]]

OFFICES: list[Row] = [
    # the office takes in the body directly behind it
    ("Chủ tịch UBND tỉnh kết luận", ["Chủ tịch UBND tỉnh"], ["UBND tỉnh"]),
    ("Bộ trưởng Bộ Y tế", ["Bộ trưởng Bộ Y tế"], ["Bộ Y tế"]),
    ("Thủ trưởng các cơ quan, đơn vị", ["Thủ trưởng các cơ quan, đơn vị"], ["các cơ quan, đơn vị"]),
    ("yêu cầu thủ trưởng các cơ sở y tế", ["thủ trưởng các cơ sở y tế"], ["các cơ sở y tế"]),
    # the body begins at its own first word
    ("Trưởng phòng Đào tạo", ["Trưởng phòng Đào tạo"], ["phòng Đào tạo"]),
    ("Chánh Văn phòng UBND tỉnh", ["Chánh Văn phòng UBND tỉnh"], ["Văn phòng UBND tỉnh"]),
    ("Trưởng Ban Chỉ đạo", ["Trưởng Ban Chỉ đạo"], ["Ban Chỉ đạo"]),
    ("Trưởng ban Ban Chỉ đạo tỉnh", ["Trưởng ban Ban Chỉ đạo tỉnh"], ["Ban Chỉ đạo tỉnh"]),
    ("Tổng Thanh tra Chính phủ", ["Tổng Thanh tra Chính phủ"], ["Thanh tra Chính phủ"]),
    # nothing behind them: no body
    ("Chánh Văn phòng, Trưởng phòng", ["Chánh Văn phòng", "Trưởng phòng"], []),
    # two offices of one person
    (
        "đồng chí Bí thư Tỉnh ủy - Trưởng Ban Chỉ đạo tỉnh",
        ["Bí thư Tỉnh ủy", "Trưởng Ban Chỉ đạo tỉnh"],
        ["Tỉnh ủy", "Ban Chỉ đạo tỉnh"],
    ),
    (
        "Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh",
        ["Phó Bí thư Thường trực Tỉnh ủy", "Chủ tịch HĐND tỉnh"],
        ["Tỉnh ủy", "HĐND tỉnh"],
    ),
    (
        "Phó Trưởng ban Thường trực Ban Chỉ đạo",
        ["Phó Trưởng ban Thường trực Ban Chỉ đạo"],
        ["Ban Chỉ đạo"],
    ),
    # the office goes on over a list of general words
    (
        "Thủ trưởng các sở, ban, ngành, cơ quan, đơn vị",
        ["Thủ trưởng các sở, ban, ngành, cơ quan, đơn vị"],
        ["các sở, ban, ngành", "cơ quan", "đơn vị"],
    ),
    ("Ủy viên Ban Thường vụ Tỉnh ủy", ["Ủy viên Ban Thường vụ Tỉnh ủy"], ["Ban Thường vụ Tỉnh ủy"]),
    # a person's name behind the body stays outside
    ("Bộ trưởng Bộ Nội vụ Trần Thị Hoa", ["Bộ trưởng Bộ Nội vụ"], ["Bộ Nội vụ"]),
    ("Thứ trưởng Lê Văn Bình", ["Thứ trưởng"], []),
    # signatures
    ("KT. CHỦ TỊCH", ["CHỦ TỊCH"], []),
    ("PHÓ GIÁM ĐỐC", ["PHÓ GIÁM ĐỐC"], []),
    ("TM. ỦY BAN NHÂN DÂN", [], ["ỦY BAN NHÂN DÂN"]),
    ("TRƯỞNG PHÒNG ĐÀO TẠO", ["TRƯỞNG PHÒNG ĐÀO TẠO"], ["PHÒNG ĐÀO TẠO"]),
    # abbreviations of a distribution list
    ("- GĐ, PGĐ SYT;", ["GĐ", "PGĐ SYT"], ["SYT"]),
    # `của` binds the body; the office of a department in capitals
    ("Phó chủ tịch của UBND xã tiếp dân", ["Phó chủ tịch của UBND xã"], ["UBND xã"]),
    ("KT. CỤC TRƯỞNG CỤC TIN HỌC", ["CỤC TRƯỞNG CỤC TIN HỌC"], ["CỤC TIN HỌC"]),
    ("- CT, các PCT UBNDTP;", ["CT", "PCT UBNDTP"], ["UBNDTP"]),
    # not offices
    ("giảng viên chủ nhiệm và cán bộ, chuyên viên", [], []),
    ("số 12/QĐ-TTg, Hội trường B", [], []),
]


@pytest.mark.parametrize(("text", "positions", "agencies"), OFFICES)
def test_positions(text: str, positions: list[str], agencies: list[str]) -> None:
    found = find_agencies(text)
    assert [text[m.start : m.end] for m in found if m.label == "POSITION"] == positions
    assert [text[m.start : m.end] for m in found if m.label == "AGENCY"] == agencies


def test_an_office_and_its_body_may_begin_in_one_token() -> None:
    text = "- CT, các PCT.UBND tỉnh;"
    found = recognise(load_pipeline("rules").nlp, text, 0, len(text))
    assert [(e.label, e.text) for e in found.entities] == [
        ("POSITION", "CT"),
        ("POSITION", "PCT.UBND tỉnh"),
        ("AGENCY", "UBND tỉnh"),
    ]
