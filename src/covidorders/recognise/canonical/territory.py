"""The territory at the end of a body's name: printed, left open (`UBND tỉnh`), or of several units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from covidorders.recognise.places.gazetteer import Place, lookup
from covidorders.recognise.places.home import Home

_UNIT = re.compile(r"(?<!\w)(tỉnh|thành phố|thị xã|thị trấn|huyện|quận|xã|phường|đặc khu)(?!\w)", re.IGNORECASE)
_LEVELS = {"tỉnh": (1,), "thành phố": (1, 2), "quận": (2,), "huyện": (2,), "thị xã": (2,)}
_GROUP = re.compile(
    r"^(?:các|những|mọi|từng|mỗi|nhiều)\b|\s(?:các|mỗi|từng)\s(?:tỉnh|thành|quận|huyện|thị|xã|phường|cấp|địa phương)\b"
    r"|\scấp\s\w+|\b(?:tỉnh|huyện|quận|xã|phường|thị xã)\s?[,/]|\strong tỉnh\b|\scùng cấp\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tail:
    """A name parted from its territory."""

    base: str
    """The name without it."""
    kind: str = ""
    """The word for the unit's kind where one is printed, in small letters."""
    name: str = ""
    """The unit's name as printed; empty where it is left open."""
    places: tuple[Place, ...] = ()
    """The units of that name."""

    @property
    def is_open(self) -> bool:
        """Tell whether only the kind is printed: `UBND tỉnh`."""
        return bool(self.kind) and not self.name


@lru_cache(maxsize=20_000)
def parted(name: str, *, is_body: bool) -> Tail:
    """Part a name from the unit at its end; `is_body`: a bare name of a place may stand there (`Sở Y tế Đồng Nai`)."""
    for match in _UNIT.finditer(name):
        kind, rest = match[1].lower(), name[match.end() :].strip(" -,")
        base = name[: match.start()].rstrip(" -,")
        if not base:
            continue
        if not rest:
            return Tail(base, kind)
        places = _units(rest, kind)
        if places:
            return Tail(base, kind, rest, places)
    return _bare(name) if is_body else Tail(name)


def _units(name: str, kind: str) -> tuple[Place, ...]:
    own, _, above = (part.strip() for part in name.partition(","))
    for level in _LEVELS.get(kind, (3,)):
        places = lookup(own, level, kind) or lookup(own, level)
        if places and above:
            places = tuple(place for place in places if place.parent and _names(above, place.parent)) or places
        if places:
            return places
    return ()


def _names(printed: str, place: Place) -> bool:
    return any(one == place for level in (1, 2) for one in lookup(_UNIT.sub("", printed, count=1).strip(), level))


def _bare(name: str) -> Tail:
    words = name.split()
    for count in range(min(5, len(words) - 1), 0, -1):
        last = " ".join(words[-count:])
        places = lookup(last, 1) or (lookup(last, 2) if count > 1 else ())
        if places and words[-count][:1].isupper():
            return Tail(" ".join(words[:-count]).rstrip(" -,"), "", last, places)
    return Tail(name)


@lru_cache(maxsize=20_000)
def is_group(name: str) -> bool:
    """Tell whether several bodies are meant: `các sở, ngành`, `UBND các huyện, thành phố`, `UBND cấp xã`."""
    return _GROUP.search(name) is not None


def unit_of(tail: Tail, home: Home) -> Place | None:
    """Return the unit that is printed or left open; None where it is not known."""
    if tail.places:
        return _nearest(tail.places, tail.kind, home)
    if not tail.is_open:
        return None
    chain = [place for place in (home.commune, home.district, home.province) if place is not None]
    same = [place for place in chain if place.kind == tail.kind]
    if tail.kind == "thành phố" and home.province in same:
        return home.province
    if same:
        return same[0]
    level = _LEVELS.get(tail.kind, (3,))[-1]
    if tail.kind == "tỉnh":
        return home.province
    return next((place for place in chain if place.level == level and level == 2), None)


def _nearest(places: tuple[Place, ...], kind: str, home: Home) -> Place | None:
    chosen = tuple(place for place in places if place.kind == kind) or places
    if len(chosen) > 1:
        near = tuple(place for place in chosen if home.district is not None and place.parent == home.district)
        near = near or tuple(place for place in chosen if home.province is not None and place.province == home.province)
        chosen = near or chosen
    return chosen[0] if len(chosen) == 1 else None


def unit_words(place: Place) -> str:
    """Return a unit's name inside that of a body: `tỉnh Đồng Nai`."""
    return place.name[0].lower() + place.name[1:]
