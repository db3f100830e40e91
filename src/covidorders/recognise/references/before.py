"""What stands before a number: the word số, the type of the document, the part of it that is cited."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache

from covidorders.grammar.doctypes import DocTypeInfo, all_types, by_code
from covidorders.grammar.fold import fold, new_tone
from covidorders.knowledge import load

_REACH = 130
"""Letters looked back for a type word."""
_LONGEST = 6
"""Words in the longest type name (quy chuẩn kỹ thuật quốc gia)."""
_GAP = 9
"""Words that may stand between type word and số: `Quyết định của Thủ tướng Chính phủ số …`."""
_TITLE_REACH = 220
"""Letters that a title between type word and số may have: `Hướng dẫn về công tác coi thi … số 6/HD-ĐT`."""
_SO = re.compile(r"(?<!\w)s[oốôóồổỗộò][ \t]{0,3}:?[ \t]{0,3}\n?$", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_EDGE = "(“\"'‘[*_"


@dataclass(frozen=True, slots=True)
class TypeWord:
    """The words before a number. `info` is None for a generic word (văn bản) and for a document without a type."""

    start: int
    info: DocTypeInfo | None
    generic: bool
    says_number: bool
    printed: str = ""
    issuer: str | None = None
    """The issuer where it stands between type word and number."""
    title: str | None = None
    """The title where it stands between type word and number."""


@dataclass(frozen=True, slots=True)
class Before:
    """Everything read before a number."""

    word: TypeWord | None
    says_number: bool
    excluded: bool
    """A form, an account, a licence: no code of a document."""


@cache
def _type_words() -> dict[str, tuple[DocTypeInfo | None, bool]]:
    """Comparable name → type and whether the word is generic; for documents without a type both are empty."""
    words: dict[str, tuple[DocTypeInfo | None, bool]] = {}
    knowledge = load("references")
    for name in knowledge["other_documents"]:
        words[_same(name)] = (None, False)
    for name in knowledge["generic"]:
        words[_same(name)] = (None, True)
    for info in all_types():
        for name in (info.name, *info.aliases, *info.short):
            words[_same(name)] = (info, False)
    return words


@cache
def _loose_type_words() -> dict[str, tuple[DocTypeInfo | None, bool]]:
    return {fold(name): value for name, value in _type_words().items() if " " in name}


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_same(word) for word in load("references")[name])


def _same(text: str) -> str:
    return " ".join(new_tone(text).lower().split())


def before(text: str, start: int, floor: int, wanted: Collection[str] | None = None) -> Before:
    """Read the words before `text[start]`, not before `floor` and not beyond the line.

    `wanted` are the type codes that the notation allows; with them a type word may stand some words further left, and
    tone marks damaged by OCR are forgiven (`Quyêt định sô`). None where there is no notation.
    """
    left = max(floor, start - _REACH, _line_start(text, start))
    said = _SO.search(text, left, start)
    stop = said.start() if said else start
    words = [(match.start(), match.group()) for match in _WORD.finditer(text, left, stop)][-_GAP - _LONGEST :]
    if _excluded(words):
        return Before(None, said is not None, True)
    words = _without_qualifiers(words)
    word = _type_at(text, words, len(words), said is not None, loose=wanted is not None)
    if word is None and said and wanted:
        word = _type_further_left(text, words, stop, wanted) or _type_before_title(text, floor, stop, wanted)
    return Before(word, said is not None, False)


def _line_start(text: str, start: int) -> int:
    """Return where the line of `text[start]` begins; a `số` left at the end of the line before still counts."""
    line = text.rfind("\n", 0, start) + 1
    if line and not text[line:start].strip() and _SO.search(text, max(0, line - 8), line - 1):
        line = text.rfind("\n", 0, line - 1) + 1
    return line


def _excluded(words: list[tuple[int, str]]) -> bool:
    names = _set("not_documents")
    tail = [_same(word.strip(_EDGE)) for _, word in words[-3:]]
    return any(" ".join(tail[n:]) in names for n in range(len(tail)))


def _without_qualifiers(words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Drop `hỏa tốc`, `(khẩn)`, `liên tịch` and the like from the end."""
    names = _set("qualifiers")
    for _ in range(3):
        for count in (2, 1):
            tail = " ".join(_same(word.strip("(),")) for _, word in words[-count:])
            if len(words) > count and tail in names and not _names_a_type(words):
                words = words[:-count]
                break
        else:
            return words
    return words


def _names_a_type(words: list[tuple[int, str]]) -> bool:
    """Tell whether the last words are a type name with its qualifier in it (thông tư liên tịch)."""
    known = _type_words()
    return any(" ".join(_same(word) for _, word in words[-count:]) in known for count in range(_LONGEST, 2, -1))


def _type_at(
    text: str, words: list[tuple[int, str]], end: int, says_number: bool, *, loose: bool = False
) -> TypeWord | None:
    """Return the type whose name ends with word number `end` - 1, the longest name first."""
    for count in range(min(_LONGEST, end), 0, -1):
        start, first = words[end - count]
        printed = " ".join([first.lstrip(_EDGE), *(word for _, word in words[end - count + 1 : end])]).rstrip(":")
        key = _same(printed)
        found = _type_words().get(key) or (_loose_type_words().get(fold(key)) if loose else None)
        if found is not None and printed:
            start += len(first) - len(first.lstrip(_EDGE))
            return TypeWord(start, found[0], found[1], says_number, printed)
    return None


def _type_further_left(text: str, words: list[tuple[int, str]], stop: int, wanted: Collection[str]) -> TypeWord | None:
    """Find `Quyết định của Thủ tướng Chính phủ số`: the nearest word of the wanted type, no punctuation between."""
    for end in range(len(words) - 1, max(0, len(words) - _GAP), -1):
        if words[end][1][-1] in ';.:)”"':
            return None
        word = _type_at(text, words, end, True)
        if word is not None and word.info is not None and word.info.code in wanted:
            between = text[words[end][0] : stop].strip(" \t,")
            issuer = between.removeprefix("của ").strip() if between.startswith("của ") else None
            return replace(word, issuer=issuer)
    return None


@cache
def _titled() -> re.Pattern[str]:
    """A type's name with a capital and `về` or `V/v` right behind it, then a title without a stop."""
    names = sorted((info.name for info in all_types()), key=len, reverse=True)
    said = "|".join(re.escape(name[0].upper() + name[1:]) for name in names)
    return re.compile(rf"(?<!\w)(?P<type>{said}) (?:về|v/v|V/v) (?P<title>[^;.:()\"”\n]{{3,{_TITLE_REACH}}})$")


def _type_before_title(text: str, floor: int, stop: int, wanted: Collection[str]) -> TypeWord | None:
    left = max(floor, stop - _TITLE_REACH, _line_start(text, stop))
    match = _titled().search(text[left:stop].rstrip())
    if match is None:
        return None
    known = _type_words().get(_same(match["type"]))
    if known is None or known[0] is None or known[0].code not in wanted:
        return None
    return TypeWord(left + match.start(), known[0], False, True, match["type"], title=match["title"].strip(" ,"))


@cache
def _part() -> re.Pattern[str]:
    knowledge = load("references")["part"]
    words = set(knowledge["units"]) | {unit.capitalize() for unit in knowledge["units"]}
    units = "|".join(sorted(words, key=len, reverse=True))
    label = r"(?:\d{1,3}[a-zđ]?(?:\.\d{1,2}){0,3}|[a-zđ]|[IVX]{1,6})"
    unit = rf"(?:{units})[ \t]+{label}(?:(?:,[ \t]|[ \t]và[ \t]|[ \t]?[-–][ \t]?|[ \t]đến[ \t]){label}(?!\w)){{0,8}}"
    joints = "|".join(sorted(knowledge["joints"], key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?P<part>{unit}(?:,?[ \t](?:và[ \t]|của[ \t]|đến[ \t])?{unit}){{0,5}})"
        rf"[ \t]*[,–-]?(?:[ \t](?:{joints}))?[ \t]*$"
    )


def standard_word(text: str, start: int, floor: int) -> TypeWord | None:
    """Return the words quy chuẩn or tiêu chuẩn before the number of a standard that lacks its letters."""
    left = max(floor, start - 60, text.rfind("\n", 0, start) + 1)
    found = list(_STANDARD_WORDS.finditer(fold(text[left:start])))
    if not found:
        return None
    info = by_code("QCVN" if found[-1].group().startswith("quy") else "TCVN")
    return TypeWord(left + found[-1].start(), info, False, False)


_STANDARD_WORDS = re.compile(r"(?:quy|tieu) chuan(?= [^;.:()]{0,50}$)")


def part_before(text: str, start: int, floor: int) -> str | None:
    """Return the part of the document cited before it: `khoản 5 Điều 38` of `khoản 5 Điều 38 Luật …`."""
    left = max(floor, start - 110, text.rfind("\n", 0, start) + 1)
    match = _part().search(text, left, start)
    return match["part"].strip() if match else None


def is_letterhead(text: str, start: int) -> bool:
    """Tell whether the line begins with `Số:` right before `text[start]`: a notice's own code, not a citation.

    The Party's `Số 30-KL/BCĐ` has no colon: it is a letterhead when the line holds nothing else.
    """
    line = text.rfind("\n", 0, start) + 1
    match = _OWN.fullmatch(text, line, start)
    if match is None:
        return False
    if match["colon"]:
        return True
    end = text.find("\n", start)
    rest = text[start : end if end >= 0 else len(text)]
    return " " not in rest.strip(" *_") or "\t" in rest


_OWN = re.compile(r"[\s*_]*s[oốôó][ \t]*(?P<colon>:)?[ \t.…]*", re.IGNORECASE)
