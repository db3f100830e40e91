"""Bodies that are known by name (knowledge/bodies.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from covidorders.grammar.fold import fold
from covidorders.knowledge import load
from covidorders.recognise.places.gazetteer import Place, slug

Kind = Literal["central", "department", "own", "province", "district", "named"]


@dataclass(frozen=True, slots=True)
class Body:
    """A body's name without territory, and how it takes one."""

    name: str
    """As in running text: `Sở Lao động - Thương binh và Xã hội`."""
    kind: Kind
    """`central` has none; `department` and `province` that of the notice's province, `district` that of its
    district; `own` that of the notice;
    `named` only one that is printed."""


@lru_cache(maxsize=1 << 14)
@lru_cache(maxsize=20_000)
def key_of(name: str) -> str:
    """Return what all spellings of a name share: its letters without marks, `và`, `&`, blanks and punctuation."""
    return re.sub(r"\b(?:va)\b|[\W_]", "", fold(name))


def known(name: str) -> Body | None:
    """Return the body of that name (without territory), None if it is not known."""
    return _table().get(key_of(name))


@cache
def _table() -> dict[str, Body]:
    table: dict[str, Body] = {}
    for name, body in _listed():
        table.setdefault(key_of(name), body)
    return table


def _listed() -> Iterator[tuple[str, Body]]:
    data = load("bodies")
    for one in data["central"]:
        body = Body(one["name"], "central")
        yield from ((name, body) for name in (one["name"], *one.get("also", ())))
    for name in data["departments"]["names"]:
        yield name, Body(name, "department")
    kinds: tuple[Kind, ...] = ("own", "province", "district", "named")
    for kind in kinds:
        for name in data["local"][kind]:
            body = Body(name, kind)
            yield name, body
            if "Tổ quốc Việt Nam" in name:
                yield name.replace("Tổ quốc Việt Nam", "Tổ quốc"), body
            yield from ((short, body) for short, long in data["local"]["also"].items() if long == name)


def body_id(name: str, place: Place | None = None) -> str:
    """Return a body's id: `bo-y-te`, `so-y-te@75`, `uy-ban-nhan-dan@75/thanh-pho-bien-hoa`."""
    if place is None:
        return slug(name)
    province, _, rest = place.id.removeprefix("vn/").partition("/")
    code = province.split("-")[0]
    return f"{slug(name)}@{code}/{rest}" if rest else f"{slug(name)}@{code}"
