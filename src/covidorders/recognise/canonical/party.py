"""Committees of the Party and their organs: `Thường trực Tỉnh ủy`, and a letterhead of one below the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from covidorders.grammar.fold import fold
from covidorders.knowledge import load
from covidorders.recognise.canonical.bodies import body_id, known
from covidorders.recognise.places.gazetteer import Place, slug
from covidorders.recognise.places.home import Home, place_named

_PARTY = re.compile(
    r"^(?P<before>.*?)(?P<party>(?:Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|đoàn))(?: (?P<rest>.+))?$", re.IGNORECASE
)
_OF_PROVINCE = re.compile(r"TU(?!\w)")
_CENTRE = "ban-chap-hanh-trung-uong-dang-cong-san-viet-nam"


@dataclass(frozen=True, slots=True)
class FullName:
    """A canonical name."""

    name: str
    id: str | None = None
    complete: bool = False
    """True where a territory was printed or added, so that short forms may stand for it."""


def of_city(printed: str, name: str, home: Home) -> str:
    """Return `name` with `Thành ủy` for what `TU` was written out to, where a city under the centre is meant."""
    is_city = home.province is not None and home.province.kind == "thành phố"
    return name.replace("Tỉnh ủy", "Thành ủy") if is_city and _OF_PROVINCE.search(printed) else name


def below_committee(organ: str, committee: FullName) -> FullName | None:
    """Return an organ printed in the line below a committee: `VĂN PHÒNG` below `TỈNH ỦY ĐỒNG NAI`; None for others."""
    if slug(organ) not in _organs() or committee.id is None:
        return None
    if committee.id == _CENTRE:
        body = known(f"{organ} Trung ương")
        return FullName(body.name, body_id(body.name), complete=True) if body is not None else None
    if _PARTY.fullmatch(committee.name) is None or not fold(committee.name).startswith(_committees()):
        return None
    return FullName(f"{organ} {committee.name}", f"{slug(organ)}-{committee.id}", complete=True)


@cache
def _committees() -> tuple[str, ...]:
    party = load("bodies")["party"]
    return tuple(f"{fold(name)} " for name in (*party["province"], *party["district"]))


def of_committee(name: str, home: Home) -> FullName | None:
    """`Thường trực Tỉnh ủy` is `Thường trực Tỉnh ủy Đồng Nai`."""
    match = _PARTY.match(name)
    if match is None:
        return None
    party = match["party"][0].upper() + match["party"][1:].lower()
    place = _seat(party, match["rest"], home)
    head = f"{match['before']}{party}"
    if place is None:
        return FullName(f"{head} {match['rest']}" if match["rest"] else head)
    organ = match["before"].strip()
    has_id = not organ or slug(organ) in _organs()
    return FullName(f"{head} {place.short}", body_id(head, place) if has_id else None, complete=True)


def _seat(party: str, rest: str | None, home: Home) -> Place | None:
    if rest:
        name = re.sub(r"^(?:tỉnh|huyện|quận|thị xã|thành phố) ", "", rest, flags=re.IGNORECASE)
        places = place_named(name)
        wanted = 1 if party.startswith("Tỉnh") else 2
        places = tuple(place for place in places if place.level == wanted) or places
        return places[0] if len(places) == 1 else None
    if party.startswith("Tỉnh"):
        return home.province
    if party.startswith("Thành") and home.province is not None and home.province.kind == "thành phố":
        return home.province
    kind = {"Huyện": "huyện", "Quận": "quận", "Thị": "thị xã", "Thành": "thành phố"}[party.split(maxsplit=1)[0]]
    return home.district if home.district is not None and home.district.kind == kind else None


@cache
def _organs() -> frozenset[str]:
    return frozenset(map(slug, load("bodies")["party"]["organs"]))
