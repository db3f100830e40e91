"""Two readings of one line: word by word the surer one, spelled as Vietnamese is; digits that differ are doubted."""

from __future__ import annotations

import pytest

from covidorders.extract.ocr.engine import ReadWord
from covidorders.extract.ocr.rereading import is_plain, least_sure, surest

Reading = list[tuple[str, float]]

ROWS: list[tuple[str, Reading, Reading, Reading]] = [
    (
        "the surer of two words",
        [("họp", 0.97), ("bắt", 0.84), ("thường", 0.96)],
        [("họp", 0.95), ("bất", 0.93), ("thường", 0.97)],
        [("họp", 0.97), ("bất", 0.93), ("thường", 0.97)],
    ),
    ("no letter of Vietnamese, however sure", [("quản", 0.8)], [("quÿn", 0.95)], [("quản", 0.8)]),
    ("one Đ read twice", [("12/QĐ-SYT", 0.6)], [("12/QĐÐ-SYT", 0.9)], [("12/QĐ-SYT", 0.6)]),
    ("digits that differ are as sure as the worse reading", [("17", 0.5)], [("11", 0.9)], [("11", 0.5)]),
    (
        "a word read as two stays at its place",
        [("tỉnh", 0.9), ("ĐắkNông", 0.6), ("năm", 0.8)],
        [("tỉnh", 0.95), ("Đắk", 0.9), ("Nông", 0.9), ("năm", 0.97)],
        [("tỉnh", 0.95), ("ĐắkNông", 0.6), ("năm", 0.97)],
    ),
]


@pytest.mark.parametrize(("_why", "first", "again", "kept"), ROWS, ids=[row[0] for row in ROWS])
def test_surest(_why: str, first: Reading, again: Reading, kept: Reading) -> None:
    merged = surest(words(first), words(again))
    assert [(word.text, word.confidence) for word in merged] == kept
    assert [word.left for word in merged] == [word.left for word in words(first)]


def test_least_sure() -> None:
    assert least_sure(words([("a", 0.9), ("b", 0.4)])) == 0.4
    assert least_sure([]) == 1.0


@pytest.mark.parametrize(
    "text", ["quản", "12/QĐ-UBND", "(b/c);", "UBND", "vpubnd@cantho.gov.vn", "Krông", "“phòng,", "%"]
)
def test_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize("text", ["quÿ", "cầẦm", "nghiỆP", "øiá", "KT&ĐÐBCL", "¡Gate", "bỗổ"])
def test_not_plain(text: str) -> None:
    assert not is_plain(text)


def words(reading: Reading) -> list[ReadWord]:
    return [ReadWord(text, 20.0 * n, 20.0 * n + 18, sure) for n, (text, sure) in enumerate(reading)]
