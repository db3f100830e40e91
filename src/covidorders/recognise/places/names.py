"""Where a name ends that stands behind a word for its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from covidorders.grammar.fold import fold, new_tone
from covidorders.knowledge import load
from covidorders.recognise.places.gazetteer import Place, lookup
from covidorders.recognise.places.vocabulary import View, either

_SYLLABLE = re.compile(r"(?P<gap>[ \u00a0]*[-–][ \u00a0]*|[ \u00a0]+|)(?P<word>['’‘`´]?[^\W_]+(?:['’‘`´°?\"][^\W_]+)*)")
_NUMBER = re.compile(
    either(
        r"[ \u00a0]*(?P<number>(?:số[ \u00a0]+)?\d{1,4}(?:/\d{1,2}|[A-ZĐ])?(?:-\d{1,2})?|[IVX]{1,4})(?![\w%/]|[.,]\d)"
    )
)
_AFTER_NUMBER = re.compile(
    either(
        r"[ \u00a0]*(?:$|[\n,;.:)(\]–-]|(?:và|thuộc|của|trên|đến|tại|đi|hoặc|nay|với|xã|phường|thị|huyện|quận|tỉnh"
        r"|thành|TP|ấp|thôn|khu|có|là|do|để|bị|theo)\b|[A-ZĐ])"
    )
)
_LONGEST = 6
"""Syllables of the longest name (`Các Tiểu vương quốc …` are no units)."""


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable of what may be a name, with its offsets; `gap` is what stands before it."""

    start: int
    end: int
    word: str
    gap: str


def syllables(view: View, pos: int, count: int = _LONGEST) -> list[Syllable]:
    """Return the syllables from `pos` on that stand on one line with blanks or dashes between them."""
    found: list[Syllable] = []
    while len(found) < count:
        match = _SYLLABLE.match(view.plain, pos)
        if match is None or (not match["gap"] and (found or match.start() == 0 or view.plain[pos - 1] not in " .(:/")):
            break
        found.append(Syllable(match.start("word"), match.end(), match["word"], match["gap"]))
        pos = match.end()
    return found


def unit_at(view: View, found: list[Syllable], levels: tuple[int, ...]) -> tuple[int, tuple[Place, ...]] | None:
    """Return the end of the longest name of a unit of these levels, and the units of that name.

    Provinces and districts are found with wrong marks too (`ĐẮKNÔNG`, `Đăk R'lấp`); communes only as they are written.
    """
    for count in range(len(found), 0, -1):
        last = found[count - 1]
        name = view.plain[found[0].start : last.end]
        if not name[0].isalnum() or not any(one.word[:1].isupper() for one in found[:count]):
            continue
        if found[0].word.isdigit() and count > 1:
            continue
        places = tuple(place for level in levels for place in lookup(name, level))
        written = tuple(place for place in places if _is_written(view, name, place))
        if written:
            return last.end, written
        if places and max(levels) < 3 and _near(name, count):
            return last.end, places
    return None


def _is_written(view: View, name: str, place: Place) -> bool:
    if not view.marked:
        return fold(name) == fold(place.short)
    return name.casefold() == new_tone(place.short).casefold()


def _near(name: str, count: int) -> bool:
    """A name with other marks than it should have is taken for misread if it is long enough to be no other word."""
    return count > 1 or len(name) > 5


def run_at(found: list[Syllable], longest: int) -> int | None:
    """Return the end of the run of capitals that `found` opens with, None where there is none."""
    end: int | None = None
    for index, one in enumerate(found[:longest]):
        after = found[index + 1].word if index + 1 < len(found) else ""
        if not _names_on(one, after, first=index == 0):
            break
        end = one.end
    if end is not None and found[0].end == end and found[0].word in load("placewords")["names"]["never_alone"]:
        return None
    return end


def _names_on(one: Syllable, after: str, *, first: bool) -> bool:
    word = one.word.lstrip("'’‘`´")
    if not word[:1].isupper() or (not first and one.gap.strip() and not one.gap.startswith("-")):
        return False
    if len(word) > 2 and word.isupper():
        return False
    stops, openers = _ends()
    return word not in stops and f"{word} {after}" not in openers


@cache
def _ends() -> tuple[frozenset[str], frozenset[str]]:
    names = load("placewords")["names"]
    return frozenset(map(new_tone, names["stops"])), frozenset(map(new_tone, names["openers"]))


@cache
def family_names() -> frozenset[str]:
    """Return the names that open the name of a person."""
    return frozenset(map(new_tone, load("names")["family"]))


def number_at(view: View, pos: int) -> int | None:
    """Return the end of a number that is a name: the 6 of `thôn 6 xã …`, but not that of `thôn 6 hộ`."""
    match = _NUMBER.match(view.plain, pos)
    if match is None or not _AFTER_NUMBER.match(view.plain, match.end()):
        return None
    return match.end()
