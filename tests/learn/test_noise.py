"""Noise: the marks go with their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pytest

from covidorders.learn import noise
from covidorders.learn.frames import Mark

Kind = Callable[[str, Sequence[Mark], Random], noise.Marked]
TEXT = "Giao Ủy ban nhân dân tỉnh hòa giải, báo cáo"
MARK = Mark(5, 25, "AGENCY")


def _marked(text: str, marks: Sequence[Mark]) -> list[str]:
    return [text[mark.start : mark.end] for mark in marks]


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (noise.without_diacritics, "Giao Uy ban nhan dan tinh hoa giai, bao cao", "Uy ban nhan dan tinh"),
        (noise.in_capitals, "GIAO ỦY BAN NHÂN DÂN TỈNH HÒA GIẢI, BÁO CÁO", "ỦY BAN NHÂN DÂN TỈNH"),
        (noise.in_small_letters, "giao ủy ban nhân dân tỉnh hòa giải, báo cáo", "ủy ban nhân dân tỉnh"),
        (noise.old_spelling, "Giao Uỷ ban nhân dân tỉnh hoà giải, báo cáo", "Uỷ ban nhân dân tỉnh"),
    ],
)
def test_kinds(kind: Kind, text: str, words: str) -> None:
    made, marks = kind(TEXT, [MARK], Random(1))
    assert (made, _marked(made, marks)) == (text, [words])


@pytest.mark.parametrize("seed", range(20))
def test_misread_letters_and_odd_spaces_keep_the_ends(seed: int) -> None:
    for kind in (noise.misread, noise.odd_spaces):
        made, marks = kind(TEXT, [MARK], Random(seed))
        (words,) = _marked(made, marks)
        assert words == words.strip()
        assert abs(len(words) - 20) < 8


@pytest.mark.parametrize("seed", range(20))
def test_unknown_words_leave_the_head_of_a_name(seed: int) -> None:
    made, marks = noise.unknown_words(TEXT, [MARK], Random(seed))
    assert _marked(made, marks)[0].startswith("Ủy ban nhân")


def test_a_mention_across_a_break_is_two() -> None:
    name = "Ủy ban nhân dân thành phố Đà Lạt"
    made, marks = noise.broken_lines(name, [Mark(0, len(name), "AGENCY")], Random(1))
    assert "\n".join(_marked(made, marks)) == made
    assert len(marks) == 2


def test_spaces_of_empty_alternatives_go() -> None:
    assert noise.tidied("Sở  Y tế  ;", [Mark(0, 9, "AGENCY")]) == ("Sở Y tế;", [Mark(0, 7, "AGENCY")])
