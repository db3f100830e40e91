"""The dấu đến: its words, mostly badly read, are parted from the print that they stand beside or lie upon."""

from __future__ import annotations

import pytest

from covidorders.extract.ocr.arrival import part_arrival
from covidorders.layout import Box, Word

SURE, UNSURE = 0.96, 0.4
HEIGHT = 842.0
Place = tuple[float, float]

SUBJECT = (90.0, 180.0, "phòng, chống dịch bệnh", SURE)
SENT_TO = (200.0, 215.0, "Kính gửi: Ủy ban nhân dân các xã", SURE)


def printed(x: float, top: float, text: str, sure: float, unsure: int = 0) -> list[Word]:
    """One line, 6 points a letter and 5 between words; its first `unsure` words were read badly."""
    words = []
    for number, part in enumerate(text.split()):
        words.append(Word(part, Box(x, top, x + 6.0 * len(part), top + 12), UNSURE if number < unsure else sure))
        x += 6.0 * len(part) + 5
    return words


def parted(*lines: list[Word]) -> tuple[list[str], list[list[str]]]:
    kept, stamps = part_arrival(lines, HEIGHT)
    return [" ".join(w.text for w in line) for line in kept], [[w.text for w in stamp] for stamp in stamps]


def test_a_stamp_beside_kinh_gui() -> None:
    kept, stamps = parted(
        printed(*SUBJECT),
        printed(30, 196, "SƠ NỘI VỤ", 0.9),  # the office that received it
        printed(*SENT_TO),
        printed(30, 212, "CÔNG VĂN ĐÊN", 0.93),
        printed(30, 226, "na. 20|Ÿ", UNSURE),
        printed(118, 238, "Trong thời gian qua, công tác tiêm phòng", SURE),
    )
    assert kept == ["phòng, chống dịch bệnh", SENT_TO[2], "Trong thời gian qua, công tác tiêm phòng"]
    assert stamps == [["CÔNG", "VĂN", "ĐÊN", "SƠ", "NỘI", "VỤ", "na.", "20|Ÿ"]]


def test_a_stamp_with_its_fields_right_of_den() -> None:
    kept, stamps = parted(
        printed(60, 196, "VĂN PHÒNG ỦY BAN", 0.9),
        printed(62, 212, "ĐẾN Giờ: 8", SURE),
        printed(95, 226, "Ngày: 12.8.2021", SURE),
        printed(120, 240, "Căn cứ Luật Phòng, chống bệnh truyền nhiễm;", SURE),
    )
    assert kept == ["Căn cứ Luật Phòng, chống bệnh truyền nhiễm;"]
    assert len(stamps) == 1


def test_print_that_the_stamp_lies_upon_stays() -> None:
    kept, stamps = parted(
        printed(150, 196, "® BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA X", SURE, unsure=1),
        printed(60, 212, "ĐẾN Qê =2 dựng hệ thống y tế cơ sở trong tình hình mới", SURE, unsure=3),
    )
    assert kept == ["BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA X", "dựng hệ thống y tế cơ sở trong tình hình mới"]
    assert stamps == [["ĐẾN", "®", "Qê", "=2"]]


@pytest.mark.parametrize(("below", "count"), [("Chuyển:....", 1), ("Chyn....", 0)])
def test_den_without_its_first_letter_beside_a_field(below: str, count: int) -> None:
    _, stamps = parted(printed(30, 212, "_ ẾN Nay...", SURE, unsure=3), printed(62, 224, below, SURE, unsure=1))
    assert len(stamps) == count


NO_STAMP = [
    # (left edge and top of the line, its words)
    ((150.0, 200.0), "ĐẾN NĂM 2025 VÀ ĐỊNH HƯỚNG ĐẾN NĂM 2030"),  # a title that goes on
    ((90.0, 300.0), "chuyển công văn ĐẾN các xã"),  # not in capitals before it
    ((60.0, 700.0), "CÔNG VĂN ĐẾN"),  # nothing is stamped at the foot of a page
]


@pytest.mark.parametrize(("place", "text"), NO_STAMP)
def test_no_stamp(place: Place, text: str) -> None:
    lines = [printed(*place, text, SURE), printed(place[0], place[1] + 15, "phòng, chống dịch bệnh", SURE)]
    assert parted(*lines) == ([text, "phòng, chống dịch bệnh"], [])
