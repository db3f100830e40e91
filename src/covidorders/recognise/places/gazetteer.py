"""Administrative units of Vietnam by name: provinces, districts and communes of 2021 to June 2025, and their ids.

An id is a path that never changes: `vn/75-dong-nai`, `vn/75-dong-nai/thanh-pho-bien-hoa`,
`vn/75-dong-nai/thanh-pho-bien-hoa/phuong-an-binh`. The province's part is its code of the General Statistics Office and
its name, every other part the kind and the name. A unit that was merged keeps its id; `merged_into` names the unit of
1 July 2025.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from covidorders.grammar.fold import fold
from covidorders.knowledge import load

KINDS = ("thành phố", "đặc khu", "thị trấn", "thị xã", "phường", "huyện", "quận", "tỉnh", "xã")
"""Words for the kinds of units, longer ones first."""
_DAK = re.compile(r"\bdac(?=[A-Z]|\W|l\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative unit."""

    id: str
    """`vn/75-dong-nai/thanh-pho-bien-hoa`."""
    name: str
    """With the word for its kind: `Thành phố Biên Hòa`."""
    level: int
    """1 province, 2 district, 3 commune."""
    parent: Place | None
    merged_into: str | None
    """The unit of 1 July 2025 that it went into; for a district None, for it went into several."""

    @property
    def kind(self) -> str:
        """The word for its kind, in lower case: `thành phố`."""
        return kind_of(self.name)

    @property
    def short(self) -> str:
        """The name without the word for its kind: `Biên Hòa`."""
        return self.name[len(self.kind) + 1 :]

    @property
    def province(self) -> Place:
        """The province that it lies in, or itself."""
        return self.parent.province if self.parent else self

    @property
    def full(self) -> str:
        """The name with those of its parents: `Thành phố Biên Hòa, tỉnh Đồng Nai`."""
        parents: list[str] = []
        above = self.parent
        while above is not None:
            parents.append(above.name[0].lower() + above.name[1:])
            above = above.parent
        return ", ".join((self.name, *parents))


@lru_cache(maxsize=1 << 14)
def kind_of(name: str) -> str:
    """Return the word for a unit's kind that `name` opens with, in lower case; empty where there is none."""
    lower = name.lower()
    return next((kind for kind in KINDS if lower.startswith(kind + " ")), "")


@lru_cache(maxsize=1 << 14)
def key_of(name: str) -> str:
    """Return the letters and digits of a name without marks, blanks and leading zeros: `Đăk R'lấp` is `dakrlap`."""
    letters = re.sub(r"[\W_]", "", _DAK.sub("dak", fold(name)))
    return letters.lstrip("0") if letters.isdigit() else letters


def slug(name: str) -> str:
    """Return a name as a part of an id: `Đắk R'lấp` is `dak-r-lap`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


@cache
def provinces() -> tuple[Place, ...]:
    """Return the 63 provinces of 2008 to June 2025."""
    return tuple(
        Place(f"vn/{one['code']}-{slug(_short(one['name']))}", one["name"], 1, None, one["merged_into"])
        for one in load("places")["provinces"]
    )


@cache
def districts() -> tuple[Place, ...]:
    """Return the districts of 2021, and those set up or raised until June 2025."""
    return tuple(
        _below(name, parent)
        for parent, one in zip(provinces(), load("places")["provinces"], strict=True)
        for name in (*one["districts"], *one.get("later", ()))
    )


@cache
def communes() -> tuple[Place, ...]:
    """Return the communes of June 2025 (10,000: they are read at first use)."""
    above = {(place.id[3:5], key_of(place.name)): place for place in districts()}
    found: list[Place] = []
    text = files("covidorders.knowledge").joinpath("wards.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, district, wards = line.split("\t")
        parent = above[code, key_of(district)]
        for ward in wards.split("|"):
            old, _, new = ward.partition(">")
            found.append(_below(old, parent, new or old))
    return tuple(found)


def _below(name: str, parent: Place, merged_into: str | None = None) -> Place:
    return Place(f"{parent.id}/{slug(name)}", name, 2 if parent.parent is None else 3, parent, merged_into)


def _short(name: str) -> str:
    return name[len(kind_of(name)) + 1 :]


Index = dict[str, tuple[Place, ...]]


@cache
def units(level: int) -> Index:
    """Return the units of a level by the key of their name without its kind."""
    index: defaultdict[str, list[Place]] = defaultdict(list)
    for place in (provinces, districts, communes)[level - 1]():
        index[key_of(place.short)].append(place)
    for alias, place in aliases() if level == 1 else ():
        key = key_of(_short(alias) or alias)
        if place not in index[key]:
            index[key].append(place)
    return {key: tuple(places) for key, places in index.items()}


@cache
def aliases() -> tuple[tuple[str, Place], ...]:
    """Return other names of provinces: `Đắc Lắc`, `TP.HCM`, `TT-Huế`."""
    listed = zip(provinces(), load("places")["provinces"], strict=True)
    return tuple((alias.partition(" (")[0], place) for place, one in listed for alias in one.get("aliases", ()))


def lookup(name: str, level: int, kind: str = "") -> tuple[Place, ...]:
    """Return the units of a level with that name (without its kind), of that kind only where one is given."""
    found = units(level).get(key_of(name), ())
    return tuple(place for place in found if place.kind == kind) if kind else found


def chain(place: Place) -> Iterator[Place]:
    """Yield a unit and those above it, from the smallest to the province."""
    here: Place | None = place
    while here is not None:
        yield here
        here = here.parent
