"""Short forms by the longer names of the same notice: `Ban Chỉ đạo`, `Nhà trường`, `Phòng KT&ĐBCL`, `Quý cơ quan`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache, lru_cache

from covidorders.grammar.fold import fold, new_tone
from covidorders.grammar.marks import is_capitals
from covidorders.knowledge import load
from covidorders.recognise.canonical.bodies import key_of
from covidorders.recognise.canonical.party import FullName
from covidorders.recognise.canonical.territory import is_group, parted

_CALLED = re.compile(r"(?:gọi|viết) (?:tắt|chung) là:? ?[“\"']?(?P<short>[^\n,;.”\"')]{3,40})")
_ACRONYM = re.compile(r"(?<!\w)[A-ZĐ][A-ZĐ&.-]{1,12}(?!\w)")
_SCHOOL = re.compile(r"(?:Trường|Học viện)(?: \S+){3}")
_OF = re.compile(r"\b(?:cua|thuoc)\b")
_INNER = re.compile(
    r"(?<= )(?:của |thuộc )?(?P<inner>Ban Chỉ đạo|Ban Chỉ huy|Sở Chỉ huy|Tổ công tác|Hội đồng)$", re.IGNORECASE
)
_LEAST_WORDS = 4
"""A name that only lacks its territory is a short form if it is this long; shorter ones name a kind of body."""

_SURE_WORDS = 6
"""A name this long may lack its superior body as well."""
_LIKE = 0.8
"""How like two names are, 0 to 1, that are one, the first misread in a letterhead."""

_LONG_NAME = 25
"""Letters from which on a misread name of a school is put right."""
_SURE = 0.94
_FEW = 3
"""How like it must be, and by how many letters it may be longer or shorter."""


class ShortForms:
    """The longer names of one notice, for its short ones."""

    def __init__(
        self, text: str, places: Sequence[tuple[int, int]], names: Sequence[FullName], others: Iterable[FullName]
    ) -> None:
        self.spellings = _spellings([text[start:end] for start, end in places], names)
        self.names: dict[str, FullName] = {}
        for name in (*names, *others):
            if not is_group(name.name) and (name.complete or not parted(name.name, is_body=False).kind):
                self.names.setdefault(key_of(name.name), self.spelled(name))
        self.folded = [(fold(name.name), name) for name in self.names.values()]
        self.counts = Counter(key_of(name.name) for name in names)
        self.called = _called(text, places, names)

    def spelled(self, name: FullName) -> FullName:
        """Return the name as it is spelled where the notice names it first in running text."""
        return self.spellings.get(_loose_key(name.name), name)

    def head(self, name: FullName) -> FullName:
        """Return the name of a letterhead as the running text spells it, if it is only misread."""
        if name.id is not None:
            return name
        key = key_of(name.name)
        if (school := _school(key)) is not None:
            return replace(name, name=school)
        for one in self.spellings.values():
            if (
                key[:4] == key_of(one.name)[:4]
                and one.name != name.name
                and SequenceMatcher(None, key, key_of(one.name)).ratio() >= _LIKE
            ):
                return one
        return name

    def resolved(self, printed: str, name: FullName) -> FullName:
        """Return the longer name that a short form stands for, the name itself where not exactly one fits."""
        name = self.spelled(name)
        if is_group(name.name):
            return name
        if (called := self.called.get(fold(name.name))) is not None and not _is_common(printed, called):
            return called
        if printed.lower() in load("bodies")["short"]["schools"]:
            return self._one(self._schools(), name)
        if (inner := _INNER.search(name.name)) is not None:
            return self._with_inner(name, inner.start("inner"))
        if _ACRONYM.search(name.name):
            return self._one([one for one in self.names.values() if _stands_for(name.name, one.name)], name)
        if name.id is None and not name.complete and _ACRONYM.search(printed) and not is_capitals(printed):
            others = (one for one in self.names.values() if key_of(one.name) != key_of(name.name))
            whole = [one for one in others if _stands_for(printed, one.name)]
            if len(whole) == 1:
                return whole[0]
        return self._one(self._longer(printed, name), name)

    def _with_inner(self, name: FullName, start: int) -> FullName:
        """Write out the short form at the end of a name: `Tổ giúp việc của Ban Chỉ đạo`."""
        short = FullName(name.name[start:])
        whole = self.called.get(fold(short.name)) or self._one(self._longer(short.name, short), short)
        return name if whole is short else replace(name, name=f"{name.name[:start]}{whole.name}")

    def _longer(self, printed: str, name: FullName) -> list[FullName]:
        tail = parted(name.name, is_body=False)
        base, ending = fold(tail.base), fold(name.name[len(tail.base) :].strip())
        is_short, count = _is_short(tail.base, printed), len(base.split())
        if not is_short and (tail.kind or not printed[:1].isupper() or count < _LEAST_WORDS):
            return []
        opening = [one for words, one in self.folded if words.startswith(f"{base} ")]
        opening = [one for one in opening if key_of(one.name) != key_of(name.name)]
        if is_short:
            return [one for one in opening if fold(one.name).endswith(ending)] if tail.kind else opening
        if count >= _SURE_WORDS:
            return opening
        return [one for one in opening if _only_lacks(base, one.name)]

    def _schools(self) -> list[FullName]:
        return [one for one in self.names.values() if _SCHOOL.match(one.name)]

    def _one(self, fitting: list[FullName], name: FullName) -> FullName:
        """Accept a longer name if it is the only one, or the one that the notice goes on naming."""
        if len(fitting) > 1:
            fitting = [one for one in fitting if self.counts[key_of(one.name)] > 1]
        return fitting[0] if len(fitting) == 1 else name


@lru_cache(maxsize=1000)
def _school(key: str) -> str | None:
    """Return the school of that name or of one that was misread in few letters."""
    near = [one for one in load("bodies")["schools"]["names"] if abs(len(key_of(one)) - len(key)) <= _FEW]
    return max(
        (one for one in near if _alike(key, key_of(one))), key=lambda one: _ratio(key, key_of(one)), default=None
    )


def _alike(key: str, other: str) -> bool:
    return key == other or (len(key) >= _LONG_NAME and _ratio(key, other) >= _SURE)


def _ratio(key: str, other: str) -> float:
    return SequenceMatcher(None, key, other, autojunk=False).ratio()


def _loose_key(name: str) -> str:
    return key_of(_OF.sub("", fold(name)))


def _spellings(printed: Sequence[str], names: Sequence[FullName]) -> dict[str, FullName]:
    """Return for each name the spelling of its first mention, running text before lines of capitals."""
    ordered = sorted(zip(printed, names, strict=True), key=lambda one: is_capitals(one[0]))
    found: dict[str, FullName] = {}
    for words, name in ordered:
        if len(words.split()) > 2 and not is_group(name.name) and _is_proper(name.name):
            found.setdefault(_loose_key(name.name), name)
    return found


def _is_proper(name: str) -> bool:
    return sum(word[0].isupper() for word in name.split()) > 1


def _called(text: str, places: Sequence[tuple[int, int]], names: Sequence[FullName]) -> dict[str, FullName]:
    """Return what the notice says that it will call a body, the last before: `(sau đây gọi tắt là Ban Chỉ đạo)`."""
    found: dict[str, FullName] = {}
    for match in _CALLED.finditer(text):
        short = fold(new_tone(match["short"]).strip())
        before = [name for (_, end), name in zip(places, names, strict=True) if end <= match.start()]
        longer = [name for name in before if fold(name.name).startswith(short + " ")]
        if longer:
            found.setdefault(short, longer[-1])
    return found


def _stands_for(short: str, longer: str) -> bool:
    """Tell whether every word of `short` is one of `longer` or the initials of several: `Phòng KT&ĐBCL`."""
    if fold(short[:1]) != fold(longer[:1]):
        return False
    words = _words(longer)
    at = 0
    met = False
    for part in re.findall(r"[\w&.-]+", short):
        letters = re.sub(r"[^\w]", "", part)
        if at < len(words) and part.lower() == words[at].lower():
            at += 1
        elif len(letters) >= 2 and letters.isupper() and _initials(words, at, letters):
            at, met = at + len(letters), True
        else:
            return False
    return met and at >= len(words) - 2


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"\w+", name) if word.lower() != "và")


def _initials(words: Sequence[str], at: int, letters: str) -> bool:
    return [fold(word[0]) for word in words[at : at + len(letters)]] == [fold(letter) for letter in letters]


def _only_lacks(base: str, longer: str) -> bool:
    """Tell whether `base` lacks only the territory, or what it is for: `Quỹ bảo lãnh tín dụng cho doanh nghiệp`."""
    return fold(parted(longer, is_body=False).base) == base or fold(longer).startswith((f"{base} cho ", f"{base} ve "))


def _is_common(printed: str, called: FullName) -> bool:
    """`bộ` is any ministry where the notice calls its own `Bộ`."""
    return printed.islower() and " " not in printed and called.name[:1].isupper()


def _is_short(base: str, printed: str) -> bool:
    if printed[:1].islower():
        return base.lower() in load("bodies")["short"]["lower"]
    return base.lower() in _heads()


@cache
def _heads() -> frozenset[str]:
    return frozenset(head.lower() for head in load("bodies")["short"]["heads"])
