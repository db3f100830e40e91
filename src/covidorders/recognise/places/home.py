"""The territory that a notice belongs to, from its letterhead and date line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from covidorders.grammar.fold import fold, new_tone
from covidorders.recognise.context import NoticeContext
from covidorders.recognise.places.gazetteer import Place, chain, key_of, lookup, provinces

_LEVELS = {"tinh": (1,), "thanh pho": (1, 2), "tp": (1, 2), "quan": (2,), "huyen": (2,), "thi xa": (2,)}
_KIND = re.compile(r"\b(thanh pho|thi tran|thi xa|phuong|huyen|tinh|quan|tp|xa)\b\.? *(?:uy +)?")


@dataclass(frozen=True, slots=True)
class Home:
    """Province, district and commune of a notice; each None where it is not known or the notice stands above it."""

    province: Place | None = None
    district: Place | None = None
    commune: Place | None = None

    @property
    def smallest(self) -> Place | None:
        """The unit whose notice it is."""
        return self.commune or self.district or self.province


def home_of(notice: NoticeContext | None) -> Home:
    """Return the territory of a notice; empty where nothing tells it.

    The letterhead decides (`UBND TỈNH ĐỒNG NAI`, `HUYỆN ỦY KRÔNG NÔ`, `SỞ Y TẾ ĐỒNG NAI`); the place of the date line
    adds the province of a district, and stands for a letterhead that names none.
    """
    if notice is None:
        return Home()
    dated = place_named(notice.place) if notice.place else ()
    parent = _of_body(notice.parent or "", dated)
    issuer = _of_body(notice.issuer or "", dated or ((parent,) if parent else ()))
    if (named := issuer or parent) is not None:
        return _home(named)
    return _home(dated[0]) if len(dated) == 1 else Home()


def _home(place: Place) -> Home:
    levels = {one.level: one for one in chain(place)}
    return Home(levels.get(1), levels.get(2), levels.get(3))


def place_named(name: str) -> tuple[Place, ...]:
    """Return the provinces, else the districts of that name, with or without the word for their kind."""
    name = re.sub(r"^(?:TP|T\.P|Tp)\b\.?\s*", "Thành phố ", new_tone(name).strip())
    kind = _KIND.match(fold(name))
    short = name[kind.end() :] if kind else name
    return lookup(short, 1) or lookup(name, 1) or lookup(short, 2)


def _of_body(body: str, dated: tuple[Place, ...]) -> Place | None:
    """Return the unit that a line of the letterhead names, the first if it names several."""
    folded = fold(body)
    for match in _KIND.finditer(folded):
        words = body[match.end() :].split()
        for count in range(min(4, len(words)), 0, -1):
            name = " ".join(words[:count])
            for level in _LEVELS.get(match[1], (3,)):
                places = _narrowed(lookup(name, level), dated)
                if len(places) == 1:
                    return places[0]
    return _at_end(body)


def _narrowed(places: tuple[Place, ...], dated: tuple[Place, ...]) -> tuple[Place, ...]:
    """Keep those that lie in (or are) what the date line names; all of them where that leaves none."""
    within = tuple(place for place in places if any(one in dated for one in chain(place)))
    above = tuple(place for place in places if any(place in chain(one) for one in dated))
    return within or above or places


def _at_end(body: str) -> Place | None:
    """A province's name at the end of a body's: `SỞ Y TẾ ĐỒNG NAI`, `Tỉnh ủy Đồng Nai`."""
    letters = key_of(body)
    for place in provinces():
        name = key_of(place.short)
        if len(name) > 4 and letters.endswith(name) and len(letters) > len(name):
            return place
    return None


def in_home(place: Place, home: Home) -> bool:
    """Tell whether a unit lies in the notice's own province."""
    return home.province is not None and place.province == home.province
