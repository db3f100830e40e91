"""Training text: paragraphs of official prose with their mentions, made from the frames in `knowledge/training`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from covidorders.knowledge import load
from covidorders.learn.frames import Frames, Mark
from covidorders.learn.noise import noisy, tidied

FILES = ("bodies", "people", "work", "frames")
NESTED = frozenset({("POSITION", "AGENCY")})
"""(outer, inner): the only nesting of the labels that are learned."""


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph, or a few with line feeds between them; a mention never runs over a line feed."""

    text: str
    marks: tuple[Mark, ...]


def examples(count: int, seed: int) -> Iterator[Example]:
    """Yield `count` examples; the same seed gives the same ones."""
    rng = Random(seed)
    for _ in range(count):
        text, marks = tidied(*frames().fill("paragraph", rng))
        text, marks = noisy(text, _outermost(marks), rng)
        yield Example(text, tuple(_within_lines(text, marks)))


@cache
def frames() -> Frames:
    """Return the project's frames, with the gazetteers as symbols."""
    symbols: dict[str, Any] = {}
    for name in FILES:
        data = {key: value for key, value in load(f"training/{name}").items() if key != "source"}
        twice = symbols.keys() & data.keys()
        if twice:
            raise ValueError(f"training/{name}.toml defines {', '.join(sorted(twice))} again")
        symbols |= data
    return Frames(symbols | _gazetteers())


def _gazetteers() -> dict[str, list[str]]:
    provinces = load("places")["provinces"]
    districts = [name for province in provinces for name in province.get("districts", ())]
    return {
        "province": [_bare_name(province["name"]) for province in provinces],
        "district": [name[0].lower() + name[1:] for name in districts],
        "district_name": [_bare_name(name) for name in districts],
        "family": _family_names(),
    }


def _family_names() -> list[str]:
    """The first of the list are the usual ones: most people bear one of a dozen names."""
    names = [name for name in load("names")["family"] if name[-1] != "'"]
    return names[:12] * 12 + names[12:40] * 2 + names[40:]


def _bare_name(name: str) -> str:
    for kind in ("Thành phố ", "Tỉnh ", "Thị xã ", "Quận ", "Huyện "):
        name = name.removeprefix(kind)
    return name


def _outermost(marks: Sequence[Mark]) -> list[Mark]:
    """Of marks inside marks only those are mentions that the guide lets nest."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.label != "POSITION")):
        outer = [one for one in kept if one.start <= mark.start and mark.end <= one.end]
        if all((one.label, mark.label) in NESTED for one in outer):
            kept.append(mark)
    return kept


def _within_lines(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    for mark in marks:
        if "\n" not in text[mark.start : mark.end]:
            yield mark
