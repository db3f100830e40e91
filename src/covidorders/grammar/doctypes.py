"""Types of documents (loại văn bản) and how they are named and abbreviated.

The list is data: `knowledge/doctypes.toml`, from Nghị định 30/2020/NĐ-CP Phụ lục III, Quy định 66-QĐ/TW and Luật
80/2015/QH13.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from covidorders.grammar.fold import fold, new_tone
from covidorders.knowledge import load
from covidorders.model import DocType


@dataclass(frozen=True, slots=True)
class DocTypeInfo:
    """One type of document. `code` is what the JSON says: the official abbreviation, or one of our own."""

    code: str
    name: str
    abbreviations: tuple[str, ...]
    """What stands in the type slot of a notation, the official form first; empty where the law gives none."""
    aliases: tuple[str, ...]
    short: tuple[str, ...]
    """Abbreviations that stand for the name in running text, before a number only (`CT` may also be a chủ tịch)."""
    regimes: tuple[str, ...]
    """Of `state`, `party`, `normative`, `copy`."""
    source: str
    """The legal ground of name and abbreviation."""

    @property
    def doc_type(self) -> DocType:
        """The type as the JSON has it."""
        return DocType(code=self.code, name=self.name)


@cache
def all_types() -> tuple[DocTypeInfo, ...]:
    """Return every known type, in the order of the data file."""
    return tuple(
        DocTypeInfo(
            code=entry["code"],
            name=entry["name"],
            abbreviations=tuple(entry["abbreviations"]),
            aliases=tuple(entry["aliases"]),
            short=tuple(entry.get("short", ())),
            regimes=tuple(entry["regimes"]),
            source=entry["source"],
        )
        for entry in load("doctypes")["type"]
    )


@cache
def by_code(code: str) -> DocTypeInfo | None:
    """Return the type with that code of the JSON."""
    return next((info for info in all_types() if info.code == code), None)


def by_name(text: str, *, loose: bool = False) -> DocTypeInfo | None:
    """Return the type whose name stands at the beginning of `text`, the longest name first.

    Case, runs of white space and tone placement do not matter (`TỜ TRÌNH`, `Giấy uỷ quyền`). With `loose`, tone
    marks do not matter either, for headings read by OCR; the exact reading is tried first, and only whole lines in
    capitals should be read loosely (`PHƯỜNG AN BÌNH` begins like `phương án`).
    """
    start = text.lstrip(" \t*_#")
    return _first_name(_tidy(start), loose=False) or (_first_name(fold(_tidy(start)), loose=True) if loose else None)


def by_notation(notation: str) -> DocTypeInfo | None:
    """Return the type that a notation tells: `KH-UBND` → KH, `KL/BCĐ` → KL, `2019/NĐ-CP` → NĐ, `UBND-KGVX` → CV.

    A whole code (`30-KL/BCĐ`, `11456/KH-UBND`) is understood too. A notation of agency and unit alone is a công văn's
    (Nghị định 30/2020/NĐ-CP Phụ lục I, II.3). None where the notation leaves it open: `QH14`, `UBTVQH14` (law,
    ordinance or resolution), or is no notation at all.
    """
    match = _SLOTS.fullmatch(re.sub(r"\s+", "", notation))
    if match is None:
        return None
    slot, sign, rest = match["slot"], match["sign"], match["rest"]
    if slot == "TT" and sign == "/" and not match["year"]:
        return by_code("TTri")  # 05-TT/TU: the Party's thông tri; a thông tư with a slash carries its year
    found = _by_slot(slot)
    if found is not None or _TERM.fullmatch(slot):
        return found
    if rest and _by_slot(rest) is not None and sign == "/" and match["year"] is None:
        return _by_slot(rest)  # 15/LB-TT and its like put the agency first
    return by_code("CV")


_SLOTS = re.compile(
    r"(?:\d{1,6}[a-zđ]?)?[-/:–]?(?:(?P<year>(?:19|20)\d\d)[-/])?"
    r"(?P<slot>[^\W\d_][\w&.]*)(?:(?P<sign>[-/–])(?P<rest>[\w&./–-]+))?"
)
_TERM = re.compile(r"(?:UBTV)?QH(?:\d{1,2}|[IVX]+)?")


@cache
def _by_slot(slot: str) -> DocTypeInfo | None:
    printed = slot.replace("Ð", "Đ").replace("Ɖ", "Đ")
    for info in all_types():
        if printed in info.abbreviations:
            return info
    return by_code(load("doctypes")["misspelt"].get(printed, ""))


@cache
def _names(loose: bool) -> dict[str, tuple[tuple[str, DocTypeInfo], ...]]:
    """Names and aliases, comparable, longest first, under their first two letters."""
    pairs = [
        (fold(name) if loose else _tidy(name), info) for info in all_types() for name in (info.name, *info.aliases)
    ]
    pairs.sort(key=lambda pair: -len(pair[0]))
    openings = {name[:2] for name, _ in pairs}
    return {opening: tuple(pair for pair in pairs if pair[0].startswith(opening)) for opening in openings}


def _first_name(comparable: str, *, loose: bool) -> DocTypeInfo | None:
    for name, info in _names(loose).get(comparable[:2], ()):
        if comparable.startswith(name) and not comparable[len(name) : len(name) + 1].isalnum():
            return info
    return None


def _tidy(text: str) -> str:
    return " ".join(new_tone(text[:120]).casefold().split())
