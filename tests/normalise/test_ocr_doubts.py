"""Numbers and days that recognition was not sure of are told, the day of issue sooner than others."""

from __future__ import annotations

import pytest

from covidorders.layout import Box, Paragraph, PlacedPage, PlacedWord, Text
from covidorders.normalise.ocr_doubts import doubts

ROWS = [
    # (line, its one unsure word, confidence, warnings)
    ("Sơn La, ngày 05 tháng 6 năm 2021", "2021", 0.7, ["low-confidence-date"]),  # the year of a notice
    ("Sơn La, ngày 05 tháng 6 năm 2021", "2021", 0.85, []),
    ("Sơn La, ngày 05 tháng 6 năm 2021", "05", 0.5, ["low-confidence-date"]),  # told once
    ("Sơn La, ngày 05 tháng 6 năm 2021", "tháng", 0.3, []),  # no figure
    ("báo cáo trước ngày 05/6/2021 về Sở Y tế", "05/6/2021", 0.5, ["low-confidence-date"]),
    ("báo cáo trước ngày 05/6/2021 về Sở Y tế", "05/6/2021", 0.7, []),
    ("theo Kế hoạch số 45/KH-UBND của tỉnh", "45/KH-UBND", 0.5, ["low-confidence-code"]),
    ("theo Kế hoạch số 45/KH-UBND của tỉnh", "tỉnh", 0.1, []),
]


@pytest.mark.parametrize(("line", "word", "sure", "codes"), ROWS)
def test_doubts(line: str, word: str, sure: float, codes: list[str]) -> None:
    words, at = [], 0
    for part in line.split(" "):
        box = Box(6.0 * at, 0.0, 6.0 * (at + len(part)), 12.0)
        words.append(PlacedWord(at, at + len(part), 1, box, sure if part == word else 0.96))
        at += len(part) + 1
    pages = (PlacedPage(1, 0, len(line), 595.0, 842.0, ocr=True),)
    text = Text(line, (Paragraph(0, len(line), 1),), pages, words=tuple(words))
    assert [warning.code for warning in doubts(text)] == codes
