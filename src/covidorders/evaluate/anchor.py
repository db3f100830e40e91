"""Finds the mentions of a gold document again after the extraction of its text has changed.

The old text is not kept, only the surfaces of the mentions in order. So: surfaces that occur once on both sides are
laid down first (the longest run of them in order); between them every other mention may stand where it occurs, and
the chain of places whose shift changes least is taken; a surface that occurs nowhere (a letter is read better now) is
sought near the place where its neighbours say that it should stand. Last, a surface that stands once where nothing else
was placed is taken even out of order: columns may be read one before the other now.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from math import log2

from covidorders.errors import DamagedFileError
from covidorders.evaluate.gold import GoldDocument, GoldMention, gold_of, text_digest
from covidorders.grammar.fold import fold

NEAREST = 8
"""Places looked at for one mention: those nearest to where it is expected."""
MAY_BE_LEFT_OUT = 6
"""Mentions in a row of which none is found before the chain breaks."""
LEFT_OUT = 150.0
"""Cost of a mention without a place; a change of shift by n characters costs 20·log2(1 + n), 133 for n = 100."""
REACH = 60
"""Characters to both sides of the expected place in which a changed surface is sought."""
LIKE_ENOUGH = 0.8
"""Share of letters in common from which on a changed surface is taken (difflib's ratio)."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Anchored:
    """Gold whose offsets count in the text given; mentions that could not be placed are left out of it."""

    gold: GoldDocument
    unplaced: tuple[GoldMention, ...] = ()
    reworded: int = 0
    """Mentions whose surface reads otherwise now."""


def anchor(gold: GoldDocument, text: str) -> Anchored:
    """Return the gold for this text: as it is if it was made on the same text, else with every mention found again.

    Raises DamagedFileError where the gold was made on this text and a mention does not read as it says.
    """
    if text_digest(text) == gold.sha256:
        for one in gold.entities:
            if text[one.start : one.end] != one.text:
                raise DamagedFileError(
                    f"{gold.source}: the gold says {one.text!r} at {one.start}; it does not read so."
                )
        return Anchored(gold)
    mentions = sorted(gold.entities, key=lambda one: (one.start, -one.end))
    places = _chain(mentions, _candidates(mentions, text, gold.length))
    _near_the_neighbours(mentions, places, text)
    _moved_away(mentions, places, text)
    placed = [_moved(one, place, text) for one, place in zip(mentions, places, strict=True) if place]
    return Anchored(
        gold_of(gold.source, text, placed, until=_until(gold, mentions, places, text), part=gold.part),
        tuple(one for one, place in zip(mentions, places, strict=True) if place is None),
        sum(fold(one.text) != fold(new.text) for one, new in zip(_with_place(mentions, places), placed, strict=True)),
    )


def _with_place(mentions: Sequence[GoldMention], places: Sequence[Place | None]) -> list[GoldMention]:
    return [one for one, place in zip(mentions, places, strict=True) if place]


def _moved(mention: GoldMention, place: Place, text: str) -> GoldMention:
    start, end = place
    return mention.model_copy(update={"start": start, "end": end, "text": text[start:end]})


def _until(gold: GoldDocument, mentions: Sequence[GoldMention], places: Sequence[Place | None], text: str) -> int:
    """Return where the annotated part ends now: shifted as its last mention is, to the end of that line."""
    if gold.until == gold.length:
        return len(text)
    known = [(one, place) for one, place in zip(mentions, places, strict=True) if place]
    if not known:
        return 0
    last, place = max(known, key=lambda pair: pair[0].end)  # not the furthest: some were moved away
    shifted = min(len(text), max(place[1], gold.until + place[0] - last.start))
    # The shift is only known at the mention; a line more or less would make mentions extra that nobody looked for.
    line_end = text.rfind("\n", place[1], shifted + 2)
    return line_end if line_end >= 0 else _end_of_line(text, place[1])


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


# --- where a surface occurs -----------------------------------------------------------------------


def _candidates(mentions: Sequence[GoldMention], text: str, old_length: int) -> list[list[Place]]:
    """Return for each mention the places of its surface nearest to where it is expected, in order."""
    folded = fold(text)
    found: dict[str, list[Place]] = {}
    for one in mentions:
        if one.text not in found:
            found[one.text] = list(_occurrences(one.text, text)) or list(_occurrences(fold(one.text), folded))
    expected = _expectation(mentions, found, len(text), old_length)
    return [
        sorted(sorted(found[one.text], key=lambda place, at=at: abs(place[0] - at))[:NEAREST])  # type: ignore[misc]
        for one, at in zip(mentions, expected, strict=True)
    ]


def _occurrences(surface: str, text: str) -> Iterator[Place]:
    """Yield where the surface stands as whole words."""
    before = r"(?<!\w)" if surface[:1].isalnum() else ""
    after = r"(?!\w)" if surface[-1:].isalnum() else ""
    for match in re.finditer(f"{before}{re.escape(surface)}{after}", text):
        yield match.span()


def _expectation(
    mentions: Sequence[GoldMention], found: dict[str, list[Place]], length: int, old_length: int
) -> list[float]:
    """Return where each mention should start: on the straight line between the sure mentions beside it."""
    times = Counter(one.text for one in mentions)
    single = [(one.start, found[one.text][0][0]) for one in mentions if times[one.text] == len(found[one.text]) == 1]
    line = [(-1, -1), *_longest_rising(single), (old_length + 1, length + 1)]
    olds = [old for old, _ in line]
    expected = []
    for one in mentions:
        right = min(bisect_right(olds, one.start), len(line) - 1)
        (old_a, new_a), (old_b, new_b) = line[right - 1], line[right]
        expected.append(new_a + (one.start - old_a) * (new_b - new_a) / max(1, old_b - old_a))
    return expected


def _longest_rising(points: Sequence[Place]) -> list[Place]:
    """Return the longest subsequence whose second numbers rise (patience sorting)."""
    ends: list[int] = []
    piles: list[int] = []
    back: list[int] = []
    for index, (_, new) in enumerate(points):
        pile = bisect_left(ends, new)
        back.append(piles[pile - 1] if pile else -1)
        if pile == len(ends):
            ends.append(new)
            piles.append(index)
        else:
            ends[pile], piles[pile] = new, index
    chain, index = [], piles[-1] if piles else -1
    while index >= 0:
        chain.append(points[index])
        index = back[index]
    return chain[::-1]


# --- the chain of places ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Step:
    """The best chain that ends at one place of one mention; `before` is the mention and place before it."""

    cost: float
    before: tuple[int, int] | None


def _chain(mentions: Sequence[GoldMention], candidates: Sequence[Sequence[Place]]) -> list[Place | None]:
    """Return a place for each mention, or None: in order, nested as before, with the least changes of shift."""
    steps: list[list[_Step]] = []
    for index, one in enumerate(mentions):
        steps.append([_best_step(index, one, place, mentions, candidates, steps) for place in candidates[index]])
    places: list[Place | None] = [None] * len(mentions)
    ends = [
        (step.cost + (len(mentions) - 1 - index) * LEFT_OUT, index, which)
        for index, row in enumerate(steps)
        for which, step in enumerate(row)
    ]
    at = min(ends)[1:] if ends else None
    while at is not None:
        index, which = at
        places[index] = candidates[index][which]
        at = steps[index][which].before
    return places


def _best_step(  # noqa: PLR0913, PLR0917 - the state of the search
    index: int,
    mention: GoldMention,
    place: Place,
    mentions: Sequence[GoldMention],
    candidates: Sequence[Sequence[Place]],
    steps: Sequence[Sequence[_Step]],
) -> _Step:
    best = _Step(index * LEFT_OUT, None)
    for earlier in range(max(0, index - MAY_BE_LEFT_OUT), index):
        left_out = (index - earlier - 1) * LEFT_OUT
        for which, other in enumerate(candidates[earlier]):
            if not _stand_alike(mentions[earlier], mention, other, place):
                continue
            change = (place[0] - mention.start) - (other[0] - mentions[earlier].start)
            cost = steps[earlier][which].cost + left_out + 20 * log2(1 + abs(change))
            if cost < best.cost:
                best = _Step(cost, (earlier, which))
    return best


def _stand_alike(first: GoldMention, second: GoldMention, first_place: Place, second_place: Place) -> bool:
    """Tell whether two mentions stand to each other as before: one after the other, or one inside the other."""
    if second.start >= first.end:
        return second_place[0] >= first_place[1]
    return first_place[0] <= second_place[0] and second_place[1] <= first_place[1]


# --- surfaces that read otherwise now -----------------------------------------------------------------


def _near_the_neighbours(mentions: Sequence[GoldMention], places: list[Place | None], text: str) -> None:
    """Give mentions without a place the words most like them near where their neighbours say that they stand."""
    for index, one in enumerate(mentions):
        if places[index] is None:
            shift = _shift_beside(index, mentions, places)
            if shift is not None:
                alike = _alike(one.text, one.start + shift, text)
                places[index] = next((place for place in alike if _fits_in(index, place, mentions, places)), None)


def _shift_beside(index: int, mentions: Sequence[GoldMention], places: Sequence[Place | None]) -> int | None:
    known = [(abs(other.start - mentions[index].start), place[0] - other.start)
             for other, place in zip(mentions, places, strict=True) if place]  # fmt: skip
    return min(known)[1] if known else None


def _alike(surface: str, expected: int, text: str) -> list[Place]:
    """Return the runs of whole words near `expected` that are like enough to the surface, the most alike first."""
    low, high = max(0, expected - REACH), min(len(text), expected + len(surface) + REACH)
    words = [(low + found.start(), low + found.end()) for found in re.finditer(r"\w+(?:[/&.-]+\w+)*", text[low:high])]
    matcher = SequenceMatcher(None, "", fold(surface), autojunk=False)
    rated = []
    for start, _ in words:
        for _, end in words:
            lines = text.count("\n", start, end)
            if not 0.7 * len(surface) <= end - start <= 1.4 * len(surface) or lines != surface.count("\n"):
                continue
            matcher.set_seq1(fold(text[start:end]))
            if matcher.ratio() >= LIKE_ENOUGH:
                rated.append((-matcher.ratio(), abs(start - expected), (start, end)))
    return [place for _, _, place in sorted(rated)]


def _fits_in(index: int, place: Place, mentions: Sequence[GoldMention], places: Sequence[Place | None]) -> bool:
    order = [(one, at) for one, at in zip(mentions, places, strict=True) if at or one is mentions[index]]
    filled = [(one, at or place) for one, at in order]
    return all(_stand_alike(a, b, at_a, at_b) for (a, at_a), (b, at_b) in pairwise(filled))


# --- mentions that stand in another order now -----------------------------------------------------------


def _moved_away(mentions: Sequence[GoldMention], places: list[Place | None], text: str) -> None:
    """Give a mention without a place the only free one where its surface stands."""
    lost = Counter(one.text for one, place in zip(mentions, places, strict=True) if place is None)
    for index, one in enumerate(mentions):
        if places[index] is None and lost[one.text] == 1:
            free = [place for place in _occurrences(one.text, text) if _is_free(one, place, mentions, places)]
            if len(free) == 1:
                places[index] = free[0]


def _is_free(
    mention: GoldMention, place: Place, mentions: Sequence[GoldMention], places: Sequence[Place | None]
) -> bool:
    """Tell whether nothing was placed there but what held the mention, or stood in it, before."""
    for other, taken in zip(mentions, places, strict=True):
        if taken is None or taken[1] <= place[0] or place[1] <= taken[0]:
            continue
        pair = sorted([(mention, place), (other, taken)], key=lambda one: (one[0].start, -one[0].end))
        (first, first_place), (second, second_place) = pair
        if first.end <= second.start or not _stand_alike(first, second, first_place, second_place):
            return False
    return True
