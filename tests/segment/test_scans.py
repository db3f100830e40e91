"""What a scan shows and recognition could not read: where to look for the number, the day, the signer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from covidorders.layout import Box, PlacedPage, PlacedWord, Text
from covidorders.segment import Segmented, segment
from covidorders.split import split

HEADING = """
< SỞ Y TẾ
< {number}
> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
> Độc lập - Tự do - Hạnh phúc
> {day}
THÔNG BÁO
Về việc trực dịch
Sở Y tế thông báo lịch trực như sau:
1. Thứ hai: phòng Nghiệp vụ.
2. Thứ ba: Văn phòng.
< Nơi nhận:
< - Như trên;
> GIÁM ĐỐC
> {name}
"""
NUMBER, DAY, NAME = "Số: 12/TB-SYT", "Sơn La, ngày 05 tháng 6 năm 2021", "Lò Văn Pín"


def scanned(text: Text, sure: dict[str, float], wide: dict[str, float]) -> Text:
    """Give every word a box, 6 points a letter and 10 points between words; `wide` adds points to some."""
    words: list[PlacedWord] = []
    for row, paragraph in enumerate(text.paragraphs):
        at, x = paragraph.start, 50.0
        for part in text.text[paragraph.start : paragraph.end].split(" "):
            width = 6.0 * len(part) + wide.get(part, 0.0)
            box = Box(x, 20.0 * row, x + width, 20.0 * row + 12)
            if part:
                words.append(PlacedWord(at, at + len(part), 1, box, sure.get(part, 0.96)))
            at, x = at + len(part) + 1, x + width + 10
    pages = tuple(PlacedPage(p.number, p.start, p.end, 595.0, 842.0, ocr=True) for p in text.pages)
    return replace(text, words=tuple(words), pages=pages)


@pytest.fixture
def scan_of(text_of: Callable[[str], Text]) -> Callable[..., Segmented]:
    def build(
        number: str = NUMBER,
        day: str = DAY,
        name: str = NAME,
        sure: dict[str, float] | None = None,
        wide: dict[str, float] | None = None,
    ) -> Segmented:
        text = scanned(text_of(HEADING.format(number=number, day=day, name=name)), sure or {}, wide or {})
        (where,) = split(text)
        return segment(text, where)

    return build


def boxes(parts: Segmented, code: str) -> list[tuple[int, int]]:
    """Left and right edges of the boxes of one warning."""
    (warning,) = [w for w in parts.warnings if w.code == code]
    return [(round(box.x0), round(box.x1)) for box in warning.boxes]


def test_nothing_is_wanting(scan_of: Callable[..., Segmented]) -> None:
    assert scan_of().warnings == ()


BLANKS = [
    # (number line, day line, points that a word is wider than its letters, warning, left and right edges)
    ("Số: /TB-SYT", DAY, {"Số:": 40.0}, "incomplete-code", [(70, 118)]),  # `Số:45` read as one word
    ("Số:     /TB-SYT", DAY, {}, "incomplete-code", [(68, 118)]),
    (NUMBER, "Sơn La, ngày tháng 6 năm 2021", {"ngày": 30.0}, "incomplete-issue-date", [(132, 170)]),
    (NUMBER, "Sơn La, ngày tháng năm 2021", {}, "incomplete-issue-date", [(130, 144), (170, 184)]),  # day and month
]


@pytest.mark.parametrize(("number", "day", "wide", "code", "edges"), BLANKS)
def test_where_a_blank_stands(
    scan_of: Callable[..., Segmented], number: str, day: str, wide: dict[str, float], code: str, edges: list[object]
) -> None:
    assert boxes(scan_of(number, day, wide=wide), code) == edges


def test_a_digital_file_has_no_boxes(notice_of: Callable[[str], Segmented]) -> None:
    parts = notice_of(HEADING.format(number="Số: /TB-SYT", day=DAY, name=NAME))
    assert boxes(parts, "incomplete-code") == []


SIGNERS = [
    # (confidence of words, name, warnings)
    ({}, NAME, []),
    ({"Pín": 0.85}, NAME, []),
    ({"Pín": 0.5}, NAME, ["low-confidence-signer"]),  # under a seal
    ({"Lò": 0.3, "Văn": 0.3, "Pín": 0.4}, None, ["no-signer-name"]),
]


@pytest.mark.parametrize(("sure", "name", "warnings"), SIGNERS)
def test_signers(
    scan_of: Callable[..., Segmented], sure: dict[str, float], name: str | None, warnings: list[str]
) -> None:
    parts = scan_of(sure=sure)
    assert [signature.name for signature in parts.signatures] == [name]
    assert [warning.code for warning in parts.warnings] == warnings


SEALED = [
    # (lines between post and name as read, position)
    (["ˆ + SỞ", "GIÁO DỤC š", "VÀ pÀOT,"], "GIÁM ĐỐC"),  # the legend of the seal, piece by piece
    (["+ BANCHL` HÀNH -", "Ở TRUNGƯU ."], "GIÁM ĐỐC"),
    (["SỞ Y TẾ SƠN LA"], "GIÁM ĐỐC / SỞ Y TẾ SƠN LA"),  # no seal: the post goes on
]


@pytest.mark.parametrize(("lines", "position"), SEALED)
def test_pieces_of_a_seal_between_post_and_name(
    notice_of: Callable[[str], Segmented], lines: list[str], position: str
) -> None:
    name = "\n".join(f"> {line}" for line in [*lines, NAME]).removeprefix("> ")
    parts = notice_of(HEADING.format(number=NUMBER, day=DAY, name=name))
    assert [(one.position, one.name) for one in parts.signatures] == [(position, NAME)]
    assert [copy.text for copy in parts.distribution] == ["Như trên"]


def test_pieces_of_a_seal_that_stand_outside_the_column(notice_of: Callable[[str], Segmented]) -> None:
    parts = notice_of(HEADING.format(number=NUMBER, day=DAY, name=f"vọt “HC:\nọ cờ\nKIÊN 2_\n> {NAME}"))
    assert [(one.position, one.name) for one in parts.signatures] == [("GIÁM ĐỐC", NAME)]


def test_two_words_in_capitals_alone_behind_the_copies_are_no_name(notice_of: Callable[[str], Segmented]) -> None:
    source = HEADING.format(number=NUMBER, day=DAY, name="- 'HÍNH PHỦ").replace("> GIÁM ĐỐC", "< - Lưu: VT.")
    assert notice_of(source).signatures == ()


def test_a_form_on_the_next_page_is_no_signature(notice_of: Callable[[str], Segmented]) -> None:
    source = HEADING.format(number=NUMBER, day=DAY, name="_—— Hoàng Ánà 2")
    parts = notice_of(source + "=====\n< SỞ Y TẾ SƠN LA\n> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nDANH SÁCH CÁN BỘ")
    assert [(one.position, one.name) for one in parts.signatures] == [("GIÁM ĐỐC", None)]
