"""Frames: templates with symbols, numbers, choices and marks."""

from __future__ import annotations

from random import Random

import pytest

from covidorders.learn.frames import Frames, Mark

# each row: symbols; the text of the symbol `a`; its marks
FILLED = [
    ({"a": ["Sở Y tế"]}, "Sở Y tế", []),
    ({"a": ["giao {b};"], "b": ["[AGENCY Sở {c}]"], "c": "Y tế"}, "giao Sở Y tế;", [Mark(5, 12, "AGENCY")]),
    # an inner mark comes before its outer one, as it ends first
    (
        {"a": ["[POSITION Giám đốc [AGENCY Sở Y tế]]"]},
        "Giám đốc Sở Y tế",
        [Mark(9, 16, "AGENCY"), Mark(0, 16, "POSITION")],
    ),
    ({"a": ["{^b}"], "b": "ủy ban | ủy ban"}, "ỦY BAN", []),
    ({"a": ["{+b}"], "b": ["{c} họp"], "c": "ủy ban"}, "Ủy ban họp", []),
    ({"a": ["<x|x>{07..07}-{7..7}"]}, "x07-7", []),
    # a bar inside a choice does not cut the string
    ({"a": "<x|x> y | <x|x> y"}, "x y", []),
]


@pytest.mark.parametrize(("symbols", "text", "marks"), FILLED)
def test_filled(symbols: dict[str, str | list[str]], text: str, marks: list[Mark]) -> None:
    assert Frames(symbols).fill("a", Random(1)) == (text, marks)


@pytest.mark.parametrize(
    ("symbols", "fault"),
    [
        ({"a": ["{b}"]}, "calls b"),
        ({"a": ["[AGENCY Sở"]}, "not a frame"),
        ({"a": ["<x|y"]}, "not a frame"),
        ({"a": ["{b"]}, "not a frame"),
    ],
)
def test_a_frame_that_cannot_be_read(symbols: dict[str, list[str]], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        Frames(symbols)


def test_a_symbol_that_calls_itself() -> None:
    with pytest.raises(ValueError, match="calls itself"):
        Frames({"a": ["{a}"]}).fill("a", Random(1))
