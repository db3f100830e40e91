"""Names behind a word for their kind (`tỉnh Đồng Nai`), and the names that share it (`các huyện Cư Jút, Krông Nô`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from covidorders.grammar.fold import fold
from covidorders.knowledge import load
from covidorders.recognise.places.gazetteer import Place
from covidorders.recognise.places.names import Syllable, family_names, number_at, run_at, syllables, unit_at
from covidorders.recognise.places.vocabulary import Hit, KindWord, View, either
from covidorders.recognise.taken import Taken

_PLURAL = re.compile(
    either(
        r"(?:(?P<before>[^\W\d_]+)[ \u00a0]+)?(?<!\w)(?:các|những|hai|ba|bốn|năm|sáu|(?P<count>\d{1,2}))"
        r"(?: \(\d{1,2}\))? (?:(?:tỉnh|thành phố|quận|huyện|thị xã|thị trấn|xã|phường|thôn|ấp|khóm|buôn|bon|TP|TX)"
        r"(?:, ?| và | ?/ ?| - | ))*\Z"
    ),
    re.IGNORECASE,
)
_OPENING = re.compile(either(r"[ \u00a0]*(?:(?:gồm|như|là|sau)?[ \u00a0]*:|\(|gồm[ \u00a0])[ \u00a0]*"), re.IGNORECASE)
_NEXT = re.compile(
    either(r"[ \u00a0]*(?:[,;][ \u00a0]*(?:và[ \u00a0]+)?|[-–](?=[ \u00a0])|(?:và|hoặc|đến)(?=[ \u00a0]))"),
    re.IGNORECASE,
)
_BRACKET = re.compile(either(r"[ \u00a0]*(?:\(|:|gồm:?[ \u00a0]|là:?[ \u00a0])[ \u00a0]*"), re.IGNORECASE)
_NUMBERED = re.compile(r" \d{1,2}(?=[ \u00a0]*(?:[,.](?!\d)|[;)\n]|\Z))")
_MANY = 40
"""No list of places is longer."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place as printed, what its kind is, and the units it may be."""

    start: int
    end: int
    kind: str
    """The word for its kind written out, for a member of a list that of the list: `Huyện`."""
    name_start: int
    places: tuple[Place, ...] = ()


def ranges_of(found: Sequence[Found | Hit]) -> Taken:
    """Return the ranges of places or hits that are in order and apart from each other."""
    return Taken(tuple(one.start for one in found), tuple(one.end for one in found))


def find_typed(view: View, kinds: list[Hit]) -> list[Found]:
    """Return the places named behind a word for their kind, in order."""
    found: list[Found] = []
    for hit in kinds:
        if (found and hit.start < found[-1].end) or not isinstance(hit.word, KindWord):
            continue
        found.extend(_named(view, hit, hit.word))
    return found


def _named(view: View, hit: Hit, word: KindWord) -> Iterator[Found]:
    before = view.plain[max(0, hit.start - 40) : hit.start]
    if _other_word(word, before, view.plain[hit.start]):
        return
    plural = _is_plural(before.rpartition("\n")[2])
    start = hit.end
    opening = _OPENING.match(view.plain, start) if plural else None
    first = _name_at(view, opening.end() if opening else start, word, plural=plural)
    if first is None:
        return
    name_start, end, places = first
    following = list(_following(view, end, word, plural=plural))
    shared = plural and (opening is not None or bool(following))
    yield Found(name_start if shared else hit.start, end, word.name, name_start, places)
    yield from following


def find_members(view: View, typed: list[Found]) -> Iterator[Found]:
    """Yield the communes named behind their district, in brackets or after a colon: `huyện Nhơn Trạch (Phú Hội)`."""
    for index, one in enumerate(typed):
        opening = _BRACKET.match(view.plain, one.end)
        above = one.places[0] if len(one.places) == 1 and one.places[0].level == 2 else None
        if opening is None or above is None:
            continue
        limit = typed[index + 1].start if index + 1 < len(typed) else len(view.plain)
        pos = opening.end()
        for _ in range(_MANY):
            found = syllables(view, pos)
            known = unit_at(view, found, (3,)) if found else None
            inside = tuple(place for place in known[1] if place.parent == above) if known else ()
            if known is None or not inside or known[0] > limit:
                break
            yield Found(found[0].start, known[0], "", found[0].start, inside)
            joint = _NEXT.match(view.plain, known[0])
            if joint is None:
                break
            pos = joint.end()


def _is_plural(before: str) -> bool:
    """Tell whether several places are announced: `các`, `hai`, `03`, but not the 8 of `thôn 8 xã …`."""
    found = _PLURAL.search(before)
    if found is None or found["count"] is None or found["before"] is None:
        return found is not None
    word = found["before"]
    return not word[0].isupper() and word.lower() not in (
        "thôn",
        "ấp",
        "buôn",
        "bon",
        "khóm",
        "số",
        "phố",
        "khu",
        "quận",
    )


def _following(view: View, end: int, word: KindWord, *, plural: bool) -> Iterator[Found]:
    """Yield the names that share the word: each after a comma or `và`."""
    for _ in range(_MANY):
        joint = _NEXT.match(view.plain, end)
        if joint is None:
            return
        following = _name_at(view, joint.end(), word, plural=plural, listed=True)
        if following is None:
            return
        start, end, places = following
        yield Found(start, end, word.name if plural or not places else "", start, places)


def _other_word(word: KindWord, before: str, first: str) -> bool:
    """Tell whether the syllable belongs to another word: the `cầu` of `yêu cầu`, the `xã` of `Thông tấn xã`."""
    data = load("placewords")
    if word.group == "site" and first.isupper() and word.form in data["sites"]["lower_only"]:
        return True
    barred = data["sites" if word.group == "site" else "below"]["not_after"].get(word.form, ())
    if word.group == "unit":
        barred = next((unit.get("not_after", ()) for unit in data["units"] if unit["name"] == word.name), ())
    last = re.search(r"(\w+) $", before) if barred else None
    return last is not None and last[1].lower() in barred


def _name_at(
    view: View, pos: int, word: KindWord, *, plural: bool, listed: bool = False
) -> tuple[int, int, tuple[Place, ...]] | None:
    """Return start and end of the name at `pos` and its units.

    A name that the gazetteer lacks is taken right behind its word, and in a list behind a plural (`các xã A, B`).
    """
    loose = plural or not listed
    if word.numbered and (end := number_at(view, pos)) is not None:
        start = pos + len(view.plain[pos:end]) - len(view.plain[pos:end].lstrip())
        known = unit_at(view, syllables(view, pos, 1), word.levels) if word.group == "unit" else None
        return start, end, known[1] if known else ()
    found = syllables(view, pos)
    if not found:
        return None
    if word.group == "unit":
        return _unit(view, found, word, loose=loose and view.marked and not _in_capitals(found), listed=listed)
    if (not view.marked and " " not in word.form) or _in_capitals(found):
        return None  # `cho`, `dao`, `duong` are many words; in capitals no name ends
    if listed and not loose:
        return None
    end = _site(view, found, word, plural=plural)
    return (found[0].start, end, ()) if end is not None else None


def _in_capitals(found: list[Syllable]) -> bool:
    """Tell whether the words go on in capitals (`HUYỆN ĐỂ TRIỂN KHAI`)."""
    return (
        len(found) > 1 and all(one.word.isupper() for one in found[:2]) and any(len(one.word) > 2 for one in found[:2])
    )


def _unit(
    view: View, found: list[Syllable], word: KindWord, *, loose: bool, listed: bool
) -> tuple[int, int, tuple[Place, ...]] | None:
    start = found[0].start
    known = unit_at(view, found, word.levels)
    run = run_at(found, 4) if loose and not word.abbreviated and 1 not in word.levels else None
    if word.levels == (3,) and loose and (numbered := _numbered_end(view, max(run or 0, known[0] if known else 0))):
        return start, numbered, ()
    if known is not None and (run is None or run <= known[0] or word.levels != (3,)):
        return start, *known
    if run is None or (known is None and _is_person(found, run, listed=listed)):
        return None if known is None else (start, *known)
    return start, run, ()


def _numbered_end(view: View, end: int) -> int | None:
    """Return where the number of a commune's name ends (`xã Cát Tiên 3`, of July 2025); a count has its noun behind."""
    number = _NUMBERED.match(view.plain, end) if end else None
    return number.end() if number is not None else None


def _is_person(found: list[Syllable], end: int, *, listed: bool) -> bool:
    """`Chủ tịch UBND xã Y Khăm`: a family name and more is a person, unless the gazetteer knows the place."""
    words = [one.word for one in found if one.end <= end]
    return words[0] in family_names() and len(words) >= (2 if listed else 3)


def _site(view: View, found: list[Syllable], word: KindWord, *, plural: bool) -> int | None:
    data = load("placewords")
    only = data["sites"]["only"].get(word.form)
    if only is not None:
        return next(
            (found[0].start + len(name) for name in only if _at(view, found[0].start, name)),
            None,
        )
    end = run_at(found, 5)
    if end is None:
        return None
    joined = next((index for index, one in enumerate(found) if one.start > end), len(found))
    if word.form in data["sites"]["joined"] and joined < len(found) and found[joined].gap.strip() in ("-", "–"):
        end = run_at(found[joined:], 3) or end
    if word.form in data["below"]["parented"] and not plural and not _parented(view, end):
        return None
    number = re.compile(r" (?:\d{1,2}|[IVX]{1,4})(?![\w/%]|[.,]\d)").match(view.plain, end)
    return number.end() if number and word.form.startswith(("khu ", "kcn", "KCN", "cụm ")) else end


def _at(view: View, start: int, name: str) -> bool:
    end = start + len(name)
    return view.plain[start:end] == name and re.match(r"\w| [A-ZĐ]", view.plain[end : end + 2]) is None


def _parented(view: View, end: int) -> bool:
    behind = fold(view.plain[end : end + 14]).lstrip(" ,(-")
    return behind.startswith(("xa ", "phuong ", "thi tran ", "huyen "))
