"""Vietnamese persons' names as they stand in a signature block (knowledge/names.toml)."""

from __future__ import annotations

import re
from functools import cache

from covidorders.grammar.fold import fold
from covidorders.grammar.marks import is_position, opens_with
from covidorders.knowledge import load

_BEFORE = " *_.–-'‘“\"`°|~"
_BEHIND = " *_.,;'’”\"`°|~"
"""Signs around a name: markup, and specks of a seal that were read as quotes."""
_SPECKS = re.compile(r"(?: (?:\d|[^\w\s]){1,2})+$")
_WORD = re.compile(r"[^\W\d_]+(?:['’`.-]?[^\W\d_]+)*['’]?")


@cache
def _family() -> frozenset[str]:
    return frozenset(fold(name) for name in load("names")["family"])


@cache
def _titles() -> re.Pattern[str]:
    titles = "|".join(re.escape(fold(title)) for title in sorted(load("names")["titles"], key=len, reverse=True))
    return re.compile(rf"(?:(?:{titles})(?:[.,:\s]|(?=\b))\s*)+")


def person(line: str, *, known_family: bool = True) -> tuple[int, int] | None:
    """Return the range of a person's name that fills the line (titles before it left out), else None.

    A name is two to six words, each beginning with a capital, the first a known family name unless
    `known_family` is false (right under a post the place itself is evidence enough).
    """
    start = len(line) - len(line.lstrip(_BEFORE))
    found = _titles().match(fold(line), start)
    if found and found.end() < len(line.rstrip()):
        start = found.end()
    rest = line[start:].rstrip(_BEHIND)
    rest = _SPECKS.sub("", rest)
    parts = rest.split()
    if not 2 <= len(parts) <= 6 or len(rest) > 45:
        return None
    if not all(_WORD.fullmatch(part) and part[0].isupper() for part in parts):
        return None
    if opens_with(fold(rest), "bodies", "heads") == fold(rest):
        return None  # VĂN PHÒNG
    if len(parts) > 2 and rest.isupper() and is_position(" ".join(parts[1:])):
        return None  # PHÓ GIÁM ĐỐC without its first letter, which is like the family name Hồ
    if known_family and fold(parts[0]).rstrip(".") not in _family():
        return None
    return start, start + len(rest)
