"""Letterhead and signature block come column by column, whatever the order of the words."""

from __future__ import annotations

from typing import Any

import pytest

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LEFT_AXIS, RIGHT_AXIS = 165.0, 415.0


def letterhead(
    page: Any, issuer: Any = ("UBND TỈNH BẾN TRE", "SỞ Y TẾ"), number: Any = "Số: 2871/SYT-NVY", shift: Any = 0.0
) -> None:
    for index, line in enumerate(issuer):
        page.centred(LEFT_AXIS, 60 + 16 * index, line, 13)
    page.centred(LEFT_AXIS, 100, number, 13)
    page.centred(RIGHT_AXIS, 60 + shift, NATION, 12)
    page.centred(RIGHT_AXIS, 76 + shift, MOTTO, 13)
    page.centred(RIGHT_AXIS, 100 + shift, "Bến Tre, ngày 05 tháng 9 năm 2021", 13)


def zones(page: Any) -> list[tuple[str, str]]:
    return [(line.zone, line.text) for line in page.lines()]


LETTERHEAD = [
    ("left", "UBND TỈNH BẾN TRE"),
    ("left", "SỞ Y TẾ"),
    ("left", "Số: 2871/SYT-NVY"),
    ("right", NATION),
    ("right", MOTTO),
    ("right", "Bến Tre, ngày 05 tháng 9 năm 2021"),
]


@pytest.mark.parametrize(
    "shift",
    [
        0.0,  # both columns on the same lines
        5.0,  # the right column stands a third of a line lower
        8.0,  # lines of the two columns interleave
    ],
)
def test_letterhead_column_by_column(page: Any, shift: Any) -> None:
    letterhead(page, shift=shift)
    page.body(160)
    assert zones(page)[:6] == LETTERHEAD
    assert zones(page)[6][0] == "body"


def test_title_under_the_letterhead_is_no_line_of_the_right_column(page: Any) -> None:
    letterhead(page)
    page.centred(312, 124, "KẾ HOẠCH")  # begins right of the gutter, but is centred on the page
    page.centred(312, 142, "Tổ chức tiêm vắc-xin phòng bệnh cho người lao động")
    page.body(180)
    found = zones(page)
    assert found[:6] == LETTERHEAD
    assert found[6:8] == [("body", "KẾ HOẠCH"), ("body", "Tổ chức tiêm vắc-xin phòng bệnh cho người lao động")]


def test_subject_of_several_lines_beside_addressees(page: Any) -> None:
    # V/v … runs over four lines under the number; Kính gửi begins at the height of the third of them
    letterhead(page)
    for index, line in enumerate(("V/v tăng cường các biện pháp", "phòng, chống dịch bệnh", "trong tình hình mới")):
        page.centred(LEFT_AXIS, 120 + 16 * index, line, 12)
    page.at(300, 136, "Kính gửi:").at(300, 154, "- Các bệnh viện;").at(300, 172, "- Các trung tâm y tế.")
    page.body(200)
    assert zones(page)[:12] == [
        *LETTERHEAD[:3],
        ("left", "V/v tăng cường các biện pháp"),
        ("left", "phòng, chống dịch bệnh"),
        ("left", "trong tình hình mới"),
        *LETTERHEAD[3:],
        ("right", "Kính gửi:"),
        ("right", "- Các bệnh viện;"),
        ("right", "- Các trung tâm y tế."),
    ]


def test_kinh_gui_below_the_subject_belongs_to_no_column(page: Any) -> None:
    letterhead(page)
    page.centred(LEFT_AXIS, 120, "V/v hướng dẫn cách ly", 12)
    page.at(120, 150, "Kính gửi:").at(190, 168, "- Các sở, ban, ngành tỉnh;").at(190, 186, "- UBND các huyện.")
    page.body(210)
    assert zones(page)[7:10] == [
        ("body", "Kính gửi:"),
        ("body", "- Các sở, ban, ngành tỉnh;"),
        ("body", "- UBND các huyện."),
    ]


@pytest.mark.parametrize("mark", ["HỎA TỐC", "KHẨN", "MẬT"])
def test_mark_of_urgency_beside_kinh_gui_is_a_line_of_its_own(page: Any, mark: Any) -> None:
    letterhead(page)
    page.at(95, 150, mark).at(190, 150, "Kính gửi: Ủy ban nhân dân các huyện, thành phố")
    page.body(190)
    found = zones(page)
    assert found[6:8] == [("left", mark), ("body", "Kính gửi: Ủy ban nhân dân các huyện, thành phố")]


def test_mark_of_urgency_and_kinh_gui_left_of_the_gutter_are_no_lines_of_the_letterhead(page: Any) -> None:
    letterhead(page)
    page.centred(LEFT_AXIS, 120, "V/v ứng phó dịch bệnh", 12)
    page.at(80, 146, "HỎA TỐC").at(200, 150, "Kính gửi:").at(285, 150, "Các cơ sở y tế trong tỉnh.")
    page.body(190)
    found = zones(page)
    assert ("left", "V/v ứng phó dịch bệnh") in found
    assert found[7:9] == [("left", "HỎA TỐC"), ("body", "Kính gửi: Các cơ sở y tế trong tỉnh.")]


@pytest.mark.parametrize("read", ["HỎA TỐC", "THỎA TỐC"])
def test_mark_of_urgency_beside_an_entry_that_runs_over_the_line_stands_before_kinh_gui(page: Any, read: str) -> None:
    letterhead(page)
    page.at(120, 150, "Kính gửi:").at(230, 168, "- Ủy ban nhân dân các huyện của tỉnh và các")
    page.at(85, 184, read).at(230, 184, "thành phố;").at(230, 200, "- Các sở.")
    page.body(230)
    found = [text for _, text in zones(page)]
    assert found[6:8] == [read, "Kính gửi:"]
    assert found[8:10] == ["- Ủy ban nhân dân các huyện của tỉnh và các", "thành phố;"]


@pytest.mark.parametrize("higher", [3.0, 9.0, 14.0])
def test_number_and_day_stamped_too_high_stand_in_their_lines(page: Any, higher: Any) -> None:
    # the number on a line above its "Số:" (12094 / Số: /BNV-CCHC)
    page.centred(LEFT_AXIS, 60, "BỘ NỘI VỤ", 13).centred(RIGHT_AXIS, 60, NATION, 12).centred(RIGHT_AXIS, 74, MOTTO, 13)
    page.at(110, 110, "Số:", 13).at(135, 110 - higher, "12094", 13).at(172, 110, "/BNV-CCHC", 13)
    page.at(330, 110, "Hà Nội, ngày", 13).at(410, 110 - higher, "15", 13).at(430, 110, "tháng", 13)
    page.at(472, 110, "năm 2025", 13).at(463, 110 - higher, "9", 13)
    page.body(160)
    assert ("left", "Số: 12094 /BNV-CCHC") in zones(page)
    assert ("right", "Hà Nội, ngày 15 tháng 9 năm 2025") in zones(page)


def test_party_letterhead(page: Any) -> None:
    page.centred(LEFT_AXIS, 60, "TỈNH ỦY ĐỒNG NAI").centred(LEFT_AXIS, 78, "*").centred(LEFT_AXIS, 94, "Số 30-KL/TU")
    page.centred(RIGHT_AXIS, 60, "ĐẢNG CỘNG SẢN VIỆT NAM").centred(RIGHT_AXIS, 94, "Đồng Nai, ngày 21 tháng 9 năm 2021")
    page.body(160)
    assert [zone for zone, _ in zones(page)[:5]] == ["left"] * 3 + ["right"] * 2


def test_speck_of_a_scan_in_the_gutter(page: Any) -> None:
    letterhead(page, issuer=("UBND TỈNH ĐẮK NÔNG", "VĂN PHÒNG"))
    page.at(265, 66, "_", 6)
    page.body(160)
    found = zones(page)
    assert found[3][1].endswith(NATION)
    assert [zone for zone, _ in found[:6]] == ["left"] * 3 + ["right"] * 3


def signature(
    page: Any, top: Any = 300.0, entries: Any = ("- Như trên;", "- Bộ Y tế;", "- Lưu: VT, KGVX."), lower: Any = 0.0
) -> None:
    page.at(85, top, "Nơi nhận:", 12)
    for index, line in enumerate(entries):
        page.at(85, top + 15 + 13 * index, line, 11)
    page.centred(430, top + lower, "KT. CHỦ TỊCH").centred(430, top + 17 + lower, "PHÓ CHỦ TỊCH")
    page.centred(430, top + 95, "Lê Văn Hòa")


SIGNATURE = [
    ("left", "Nơi nhận:"),
    ("left", "- Như trên;"),
    ("left", "- Bộ Y tế;"),
    ("left", "- Lưu: VT, KGVX."),
    ("right", "KT. CHỦ TỊCH"),
    ("right", "PHÓ CHỦ TỊCH"),
    ("right", "Lê Văn Hòa"),
]


@pytest.mark.parametrize(
    "lower",
    [
        0.0,  # Nơi nhận and the authority on one line
        7.0,  # half a line lower
        -26.0,  # the authority stands above Nơi nhận
    ],
)
def test_signature_block_column_by_column(page: Any, lower: Any) -> None:
    end = page.body(60)
    page.at(85 + 36, end, "Yêu cầu các đơn vị nghiêm túc thực hiện./.")
    signature(page, end + 55, lower=lower)
    found = zones(page)
    assert found[-8] == ("body", "Yêu cầu các đơn vị nghiêm túc thực hiện./.")
    assert found[-7:] == SIGNATURE


def test_entry_of_noi_nhan_that_runs_on_under_the_signature(page: Any) -> None:
    end = page.body(60)
    long = "- Các Phó Chủ tịch, Ủy viên Ủy ban nhân dân tỉnh phụ trách các lĩnh vực;"
    signature(page, end + 20, ("- Như trên;", "- Bộ Y tế;", "- Sở Y tế;", long, "- Lưu: VT."))
    assert zones(page)[-8:-3] == [
        ("left", "- Như trên;"),
        ("left", "- Bộ Y tế;"),
        ("left", "- Sở Y tế;"),
        ("left", long),
        ("left", "- Lưu: VT."),
    ]


def test_two_signers_side_by_side(page: Any) -> None:
    # biên bản: secretary and chair, no Nơi nhận (Nghị định 30/2020/NĐ-CP, mẫu 1.9)
    end = page.body(60)
    page.centred(180, end + 20, "THƯ KÝ").centred(430, end + 20, "CHỦ TỌA")
    page.centred(180, end + 90, "Trần Thị Mai Lan").centred(430, end + 90, "Võ Tấn Lực")  # as long as CHỦ TỌA
    assert zones(page)[-4:] == [
        ("left", "THƯ KÝ"),
        ("left", "Trần Thị Mai Lan"),
        ("right", "CHỦ TỌA"),
        ("right", "Võ Tấn Lực"),
    ]


def test_signature_without_noi_nhan_keeps_to_the_right(page: Any) -> None:
    end = page.body(60)
    page.centred(430, end + 20, "CHỦ TỊCH").centred(430, end + 90, "Lê Văn Hòa")
    assert zones(page)[-2:] == [("right", "CHỦ TỊCH"), ("right", "Lê Văn Hòa")]


def test_stretched_line_is_one_line(page: Any) -> None:
    # a justified line of few words has gaps as wide as a gutter
    end = page.body(60)
    page.justified(end, "+ Nội dung nộp theo cú pháp:", 121).at(85, end + 18, "hovaten.donvi")
    page.body(end + 42)
    assert ("body", "+ Nội dung nộp theo cú pháp:") in zones(page)


def test_label_set_off_by_a_tab_is_no_column(page: Any) -> None:
    end = page.body(60)
    page.at(121, end, "1.").at(165, end, "Sở Tài chính bố trí kinh phí.")
    page.at(121, end + 22, "2.").at(165, end + 22, "Sở Y tế tổng hợp.")
    found = zones(page)
    assert found[-2:] == [("body", "1. Sở Tài chính bố trí kinh phí."), ("body", "2. Sở Y tế tổng hợp.")]


def test_second_letterhead_in_the_middle_of_a_page(page: Any) -> None:
    # a bundle: one notice ends, the next begins on the same page
    end = page.body(60, paragraphs=2)
    signature(page, end + 10)
    top = end + 160
    page.centred(LEFT_AXIS, top, "BỘ Y TẾ", 13).centred(RIGHT_AXIS, top, NATION, 12)
    page.centred(LEFT_AXIS, top + 20, "Số: 665/CĐ-BYT", 13).centred(RIGHT_AXIS, top + 20, MOTTO, 13)
    page.body(top + 60, paragraphs=2)
    found = zones(page)
    at = found.index(("left", "BỘ Y TẾ"))
    assert found[at - 7 : at] == SIGNATURE
    assert found[at : at + 4] == [
        ("left", "BỘ Y TẾ"),
        ("left", "Số: 665/CĐ-BYT"),
        ("right", NATION),
        ("right", MOTTO),
    ]
