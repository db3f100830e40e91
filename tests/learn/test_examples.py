"""Training text out of the project's own frames."""

from __future__ import annotations

import pytest

from covidorders.learn import Example, examples

SOME = list(examples(600, seed=5))


def test_the_same_seed_gives_the_same_text() -> None:
    assert SOME[:80] == list(examples(80, seed=5))
    assert SOME[:80] != list(examples(80, seed=6))


def test_all_learned_labels_are_there() -> None:
    labels = {mark.label for example in SOME for mark in example.marks}
    assert labels == {"AGENCY", "PERSON", "POSITION", "LOCATION", "QUANTITY"}


@pytest.mark.parametrize("example", SOME[:200])
def test_marks(example: Example) -> None:
    for mark in example.marks:
        words = example.text[mark.start : mark.end]
        assert words == words.strip() != ""
        assert "\n" not in words
        # only a body may stand in a mention, and only in a post
        for other in example.marks:
            inside = mark.start <= other.start and other.end <= mark.end and other is not mark
            assert not inside or (mark.label, other.label) == ("POSITION", "AGENCY")


def test_there_are_paragraphs_with_nothing_in_them() -> None:
    assert sum(not example.marks for example in SOME) > 20
