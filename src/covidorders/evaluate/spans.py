"""Spans found against spans of the gold: what is right, what is nearly right, what is missed and what is extra.

Two measures, both by label:

- **strict**: a found span counts if its label, start and end are those of a gold span (CoNLL 2003; nervaluate's and
  spaCy's exact span match). Precision = right / found, recall = right / gold.
- **partial**: a span of the same label that overlaps with a gold span counts one half (nervaluate's `partial`, with the
  label required): precision = (right + overlapping / 2) / found, recall = (right + overlapping / 2) / gold.

Every span is used once: equal spans are paired first, of the rest those with the longest overlap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

Span = tuple[int, int, str]
"""Start, end (half-open, any unit as long as it is one) and label."""
Pair = tuple[Span, Span]
"""A gold span and the found span that was taken for it."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, each 0..1; 0 where there is nothing to divide by."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Counts:
    """How many spans are in the gold, are found, are found exactly (`right`), overlap with one of the gold."""

    gold: int = 0
    found: int = 0
    right: int = 0
    overlapping: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.gold + other.gold,
            self.found + other.found,
            self.right + other.right,
            self.overlapping + other.overlapping,
        )

    @property
    def strict(self) -> Score:
        """Only exact spans count."""
        return _score(self.right, self.found, self.gold)

    @property
    def partial(self) -> Score:
        """An overlapping span of the same label counts one half."""
        return _score(self.right + self.overlapping / 2, self.found, self.gold)


@dataclass(frozen=True, slots=True)
class Matching:
    """Gold and found spans of one text, paired. What is in no pair is `missed` or `extra`."""

    right: tuple[Span, ...]
    overlapping: tuple[Pair, ...]
    confused: tuple[Pair, ...]
    """Overlapping spans of different labels, of those that are in no other pair."""
    missed: tuple[Span, ...]
    extra: tuple[Span, ...]

    def counts(self) -> dict[str, Counts]:
        """Return the counts by label, labels in alphabetical order. A confused pair is one missed and one extra."""
        gold = Counter(label for _, _, label in self._gold())
        found = Counter(label for _, _, label in self._found())
        right = Counter(label for _, _, label in self.right)
        near = Counter(label for (_, _, label), _ in self.overlapping)
        return {
            label: Counts(gold[label], found[label], right[label], near[label]) for label in sorted({*gold, *found})
        }

    def _gold(self) -> Iterator[Span]:
        yield from (*self.right, *self.missed)
        yield from (one for one, _ in (*self.overlapping, *self.confused))

    def _found(self) -> Iterator[Span]:
        yield from (*self.right, *self.extra)
        yield from (one for _, one in (*self.overlapping, *self.confused))


def score_spans(gold: Iterable[Span], found: Iterable[Span]) -> dict[str, Counts]:
    """Return the counts by label of the spans of one text; `.strict` and `.partial` of them are the scores.

    Counts of several texts are added: `counts["AGENCY"] + more["AGENCY"]` (see `added`).
    """
    return match_spans(gold, found).counts()


def added(parts: Iterable[dict[str, Counts]]) -> dict[str, Counts]:
    """Return the counts by label over several texts, labels in alphabetical order (micro-average)."""
    total: defaultdict[str, Counts] = defaultdict(Counts)
    for part in parts:
        for label, counts in part.items():
            total[label] += counts
    return dict(sorted(total.items()))


def all_labels(by_label: dict[str, Counts]) -> Counts:
    """Return the counts over all labels."""
    return sum(by_label.values(), Counts())


def match_spans(gold: Iterable[Span], found: Iterable[Span]) -> Matching:
    """Pair the spans of one text: equal ones first, then those of a label that overlap, then those of two labels."""
    wanted, got = Counter(gold), Counter(found)
    right = sorted((wanted & got).elements())
    missed, extra = sorted((wanted - got).elements()), sorted((got - wanted).elements())
    overlapping, missed, extra = _pair_off(missed, extra, lambda one, other: one[2] == other[2])
    confused, missed, extra = _pair_off(missed, extra, lambda one, other: one[2] != other[2])
    return Matching(tuple(right), tuple(overlapping), tuple(confused), tuple(missed), tuple(extra))


def _pair_off(
    gold: Sequence[Span], found: Sequence[Span], may_pair: Callable[[Span, Span], bool]
) -> tuple[list[Pair], list[Span], list[Span]]:
    """Pair overlapping spans, longest overlap first, each once; return the pairs and what is left of both sides."""
    overlaps = [
        (min(gold[i][1], found[j][1]) - max(gold[i][0], found[j][0]), i, j)
        for i, j in _overlapping(gold, found)
        if may_pair(gold[i], found[j])
    ]
    used: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(overlaps, key=lambda one: (-one[0], one[1], one[2])):
        if i not in used and j not in taken:
            used[i] = j
            taken.add(j)
    pairs = [(gold[i], found[j]) for i, j in sorted(used.items())]
    return (
        pairs,
        [one for i, one in enumerate(gold) if i not in used],
        [one for j, one in enumerate(found) if j not in taken],
    )


def _overlapping(gold: Sequence[Span], found: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of all spans that share a character; both sides are in order of their start."""
    longest = max((end - start for start, end, _ in found), default=0)
    for i, (start, end, _) in enumerate(gold):
        # No found span that begins further back can reach this far.
        for j in range(bisect_left(found, start - longest, key=itemgetter(0)), len(found)):
            if found[j][0] >= end:
                break
            if found[j][1] > start:
                yield i, j


def _score(right: float, found: int, gold: int) -> Score:
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0)
