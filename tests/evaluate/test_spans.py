"""Spans against gold spans: strict and partial counts, and what is taken for what."""

from __future__ import annotations

import pytest

from covidorders.evaluate import Counts, added, all_labels, match_spans, score_spans

A, B = "AGENCY", "POSITION"

COUNTS = [
    # (gold, found, counts by label), one comment why
    # nothing at all
    ([], [], {}),
    # equal
    ([(0, 5, A)], [(0, 5, A)], {A: Counts(1, 1, 1, 0)}),
    # a letter short: half
    ([(0, 5, A)], [(0, 4, A)], {A: Counts(1, 1, 0, 1)}),
    # touching is not overlapping
    ([(0, 5, A)], [(5, 9, A)], {A: Counts(1, 1, 0, 0)}),
    # same place, other label: missed in one, extra in the other
    ([(0, 5, A)], [(0, 5, B)], {A: Counts(1, 0, 0, 0), B: Counts(0, 1, 0, 0)}),
    # an agency inside a post: both right, neither taken for the other
    ([(0, 9, B), (4, 9, A)], [(0, 9, B), (4, 9, A)], {A: Counts(1, 1, 1, 0), B: Counts(1, 1, 1, 0)}),
    # one long span over two of the gold: only one of them is half found
    ([(0, 5, A), (7, 12, A)], [(0, 12, A)], {A: Counts(2, 1, 0, 1)}),
    # found twice: the second is extra
    ([(0, 5, A)], [(0, 5, A), (0, 5, A)], {A: Counts(1, 2, 1, 0)}),
    # the exact span is taken, whatever overlaps too
    ([(0, 5, A)], [(0, 7, A), (0, 5, A)], {A: Counts(1, 2, 1, 0)}),
]


@pytest.mark.parametrize(("gold", "found", "expected"), COUNTS)
def test_counts(
    gold: list[tuple[int, int, str]], found: list[tuple[int, int, str]], expected: dict[str, Counts]
) -> None:
    assert score_spans(gold, found) == expected
    assert score_spans(reversed(gold), reversed(found)) == expected


def test_scores() -> None:
    counts = Counts(gold=10, found=8, right=6, overlapping=1)
    assert (counts.strict.precision, counts.strict.recall) == (6 / 8, 6 / 10)
    assert counts.strict.f1 == pytest.approx(2 * 6 / (8 + 10))
    assert (counts.partial.precision, counts.partial.recall) == (6.5 / 8, 6.5 / 10)
    assert Counts().strict.f1 == Counts(gold=3).strict.precision == 0.0


def test_what_is_taken_for_what() -> None:
    matching = match_spans([(0, 5, A), (10, 20, A), (30, 35, B)], [(0, 5, B), (11, 20, A), (50, 55, A)])
    assert matching.confused == (((0, 5, A), (0, 5, B)),)
    assert matching.overlapping == (((10, 20, A), (11, 20, A)),)
    assert (matching.missed, matching.extra) == (((30, 35, B),), ((50, 55, A),))


def test_the_longest_overlap_is_paired() -> None:
    matching = match_spans([(0, 10, A)], [(0, 2, A), (1, 10, A)])
    assert matching.overlapping == (((0, 10, A), (1, 10, A)),)
    assert matching.extra == ((0, 2, A),)


def test_adding_up() -> None:
    total = added([{A: Counts(1, 1, 1, 0)}, {B: Counts(2, 0, 0, 0), A: Counts(1, 2, 0, 1)}])
    assert list(total.items()) == [(A, Counts(2, 3, 1, 1)), (B, Counts(2, 0, 0, 0))]
    assert all_labels(total) == Counts(4, 3, 1, 1)


def test_many_spans_in_no_time() -> None:
    gold = [(10 * i, 10 * i + 8, A) for i in range(20_000)]
    found = [(10 * i + 1, 10 * i + 8, A) for i in range(20_000)]
    assert score_spans(gold, found)[A] == Counts(20_000, 20_000, 0, 20_000)
