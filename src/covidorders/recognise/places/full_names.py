"""The full name of a place and its id: which of the units of one name is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from covidorders.recognise.places.gazetteer import Place, chain, lookup
from covidorders.recognise.places.home import Home, in_home
from covidorders.recognise.places.typed import Found
from covidorders.recognise.places.vocabulary import View

_TO_PARENT = re.compile(r"[ \u00a0]*(?:[,(–-]|thuộc|của|trực thuộc)?[ \u00a0]*")


def full_names(view: View, found: Sequence[Found], home: Home) -> list[tuple[str, str | None]]:
    """Return canonical name and id of each place, in the order of `found` (which is that of the text).

    Of several units with one name that is meant which lies in the unit named right behind it, else in one named in
    this notice's own territory; where more than one remains there is no id, and the name is that printed with its kind.
    """
    chosen: list[Place | None] = []
    parent: Place | None = None
    for index in range(len(found) - 1, -1, -1):
        one = found[index]
        behind = found[index + 1] if index + 1 < len(found) else None
        above = parent if behind is not None and _TO_PARENT.fullmatch(view.plain, one.end, behind.start) else None
        parent = choose(candidates(view, one), above, home)
        chosen.append(parent)
    named = frozenset(place for place in chosen if place is not None)
    return [_told(view, one, place, named) for one, place in zip(found, reversed(chosen), strict=True)]


def _told(view: View, one: Found, place: Place | None, named: frozenset[Place]) -> tuple[str, str | None]:
    if place is None:
        within = [other for other in candidates(view, one) if other.parent in named]
        place = within[0] if len(within) == 1 else None
    if place is None:
        return _as_printed(view, one), None
    if one.kind and one.kind.lower() != place.kind and one.name_start > one.start:
        return place.full.replace(place.name, f"{one.kind} {place.short}", 1), place.id
    return place.full, place.id


def candidates(view: View, one: Found) -> tuple[Place, ...]:
    """Return the units that a mention may be; communes by name where the gazetteer was not asked while reading."""
    if one.kind in ("Thị trấn", "Xã", "Phường", "Đặc khu") and not one.places:
        return lookup(view.plain[one.name_start : one.end], 3)
    same = tuple(place for place in one.places if place.kind == one.kind.lower())
    return same or one.places


def choose(places: Sequence[Place], above: Place | None, home: Home) -> Place | None:
    """Return the one place that is meant, None where several may be."""
    if above is not None:
        inside = [place for place in places if above in list(chain(place))[1:]]
        if len(inside) == 1:
            return inside[0]
        places = inside or places
    if len(places) > 1:
        near = [place for place in places if home.district is not None and home.district in chain(place)]
        near = near or [place for place in places if in_home(place, home)]
        places = near or places
    if len(places) == 1 and (
        places[0].level < 3 or above is not None or in_home(places[0], home) or home.province is None
    ):
        return places[0]
    return None


def _as_printed(view: View, one: Found) -> str:
    """The name with the word for its kind written out."""
    name = " ".join(view.plain[one.name_start : one.end].split())
    return f"{one.kind} {name}" if one.kind and one.kind != "Nước" else name
