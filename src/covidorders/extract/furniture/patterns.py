"""Furniture by its words alone: the patterns of knowledge/furniture.toml."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from covidorders.grammar.fold import fold
from covidorders.knowledge import load
from covidorders.model.source import FurnitureKind

_LONGEST = 260
"""Letters of a line that may be furniture."""


@cache
def _lines() -> tuple[tuple[FurnitureKind, ...], re.Pattern[str]]:
    """Return the kinds and one pattern for all; the group that matched tells which kind it was."""
    entries = load("furniture")["line"]
    every = "|".join(f"(?P<k{index}>{entry['pattern']})" for index, entry in enumerate(entries))
    return tuple(entry["kind"] for entry in entries), re.compile(every)


@cache
def pattern(section: str, key: str) -> re.Pattern[str]:
    """Return the compiled pattern `furniture.toml[section][key]`; it is matched against `plain` text."""
    return re.compile(load("furniture")[section][key])


def plain(text: str) -> str:
    """Return the text folded, with single spaces."""
    return " ".join(fold(unicodedata.normalize("NFC", text)).split())


def matches(section: str, key: str, text: str) -> bool:
    """Tell whether a whole line is what the pattern says."""
    return pattern(section, key).fullmatch(plain(text)) is not None


def classify(text: str) -> FurnitureKind | None:
    """Return the kind of furniture that a line is by its words alone, else None.

    A number alone on a line may be a page number or not; that takes its place on the page: see `is_page_number`.
    """
    words = plain(text)
    if not words or len(words) > _LONGEST:
        return None
    kinds, every = _lines()
    found = every.fullmatch(words)
    return kinds[int((found.lastgroup or "k0")[1:])] if found is not None else None


def is_page_number(text: str) -> bool:
    """Tell whether a line at the head or foot of a page is its number."""
    return matches("page_number", "bare", text)


def is_stamp(text: str) -> bool:
    """Tell whether the words of a box on the page (a signature's appearance) are those of a signature stamp."""
    words = plain(text)
    if any(pattern("stamp", key).search(words) is not None for key in ("open", "close", "address")):
        return True
    return classify(text) in ("signature-stamp", "copy-stamp")
