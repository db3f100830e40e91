"""Lines over a signer's name: the form of signing written by hand, specks of a seal."""

from __future__ import annotations

import pytest

from covidorders.layout import Box, Line, Word, Zone
from covidorders.normalise.draft import Draft
from covidorders.normalise.ocr_repairs import repair_ocr


def block(lines: list[str], first: float, zone: Zone) -> list[str]:
    """Repair lines of one block; `first` is the confidence of the first word of each."""
    drafts = []
    for text in lines:
        words = [
            Word(part, Box(0.0, 0.0, 9.0, 9.0), first if n % 2 == 0 else 0.93) for n, part in enumerate(text.split())
        ]
        drafts.append(Draft(text, Line(text, words=tuple(words), zone=zone), 1))
    mended = repair_ocr(drafts, {1})
    assert [draft.raw for draft in mended] == lines  # every repair can be undone
    return [draft.text for draft in mended]


CASES = [
    # (as read, as printed or written)
    (["VT; GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),  # the deputy signs for the head
    (["TT CHỦ TỊCH", "PHÓ CHỦ TỊCH"], ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    (["V*T. GIÁM ĐỐC", "PHO GIÁM ĐỐC"], ["KT. GIÁM ĐỐC", "PHO GIÁM ĐỐC"]),
    (["VT GIÁM ĐỐC", "Lê Thị Lan"], ["KT. GIÁM ĐỐC", "Lê Thị Lan"]),  # one form is one letter away
    (["VT GIÁM ÓC", "Lê Thị Lan"], ["KT. GIÁM ĐỐC", "Lê Thị Lan"]),  # and one post
    (["VT GIÁM C", "Lê Thị Lan"], ["VT GIÁM C", "Lê Thị Lan"]),
    (["TT GIÁM ĐỐC", "Lê Thị Lan"], ["TT GIÁM ĐỐC", "Lê Thị Lan"]),  # KT., TL. and TM. are
    (["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
    (["TT BÍ THƯ", "PHÓ BÍ THƯ"], ["TT BÍ THƯ", "PHÓ BÍ THƯ"]),  # the Party writes K/T
    (["PHÓ GIÁM ĐỐC", "Lê Thị Lan"], ["PHÓ GIÁM ĐỐC", "Lê Thị Lan"]),  # a post of its own
    (["_ Lê Thị Lan"], ["Lê Thị Lan"]),
    (["-Lê Thị Lan"], ["Lê Thị Lan"]),
    (["-'GIÁM ĐỐC", "- Lê Thị Lan"], ["GIÁM ĐỐC", "Lê Thị Lan"]),
    (["PHÓ GIÁM ĐỐ", "Lê Thị Lan"], ["PHÓ GIÁM ĐỐC", "Lê Thị Lan"]),  # the last letter under a seal
    (["HÓ CHỦ TỊCH", "Lê Thị Lan"], ["PHÓ CHỦ TỊCH", "Lê Thị Lan"]),
    (["_GIÁM ĐỐC °", "HÓ GIÁM ĐÓC -"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),  # the form is not made out
    (["„ T/M BỘ CHÍNH TRỊ", "Lê Thị Lan"], ["T/M BỘ CHÍNH TRỊ", "Lê Thị Lan"]),
    (["'1/M BAN CHẤP HÀNH", "BÍ THƯ"], ["T/M BAN CHẤP HÀNH", "BÍ THƯ"]),
    (["GIÁM ĐỐC vọt “HC:", "Lê Thị Lan"], ["GIÁM ĐỐC", "Lê Thị Lan"]),
    (["GIÁM ĐỐC (tạm quyền)", "Lê Thị Lan"], ["GIÁM ĐỐC (tạm quyền)", "Lê Thị Lan"]),
    (["KT. GIÁM ĐỐC", "xử, GIÁM ĐỐC"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),  # who signs for the head is a deputy
    (["IÁM ĐỐC", "Lê Thị Lan"], ["IÁM ĐỐC", "Lê Thị Lan"]),  # of the head or of the deputy: nobody can say
    (["- Phòng Y tế", "(Lê Thị Lan)"], ["- Phòng Y tế", "(Lê Thị Lan)"]),
]


@pytest.mark.parametrize(("read", "printed"), CASES)
def test_signature_lines(read: list[str], printed: list[str]) -> None:
    assert block(read, 0.6, "right") == printed


@pytest.mark.parametrize(("read", "first", "zone"), [
    (["VT GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], 0.95, "right"),  # read surely
    (["VT GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], 0.6, "left"),  # no signature block
    (["- Lê Thị Lan"], 0.95, "right"),
])  # fmt: skip
def test_what_stays_as_read(read: list[str], first: float, zone: Zone) -> None:
    assert block(read, first, zone) == read


def test_what_stands_below_a_post_does_not_go_on_in_it() -> None:
    lines = [Line(text, zone="right", starts_paragraph=False) for text in ("GIÁM ĐỐC", "vọt “HC:", "SỞ Y TẾ")]
    mended = repair_ocr([Draft(line.text, line, 1) for line in lines], {1})
    assert [draft.line.starts_paragraph for draft in mended] == [False, True, False]
