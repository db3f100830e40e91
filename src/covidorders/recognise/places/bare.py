"""Names that stand without the word for their kind: provinces, districts, countries, parts of the country."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from covidorders.grammar.fold import fold, new_tone
from covidorders.knowledge import load
from covidorders.recognise.places.gazetteer import lookup
from covidorders.recognise.places.home import Home, in_home
from covidorders.recognise.places.names import family_names
from covidorders.recognise.places.typed import Found, ranges_of
from covidorders.recognise.places.vocabulary import Hit, Name, View

_WORD_BEFORE = re.compile(r"(?P<last>[\w'’.]+)(?P<gap>[ \u00a0]+)$")
_WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")
_BETWEEN = re.compile(r"[ \u00a0]*(?:[,;]|[-–]|và|,[ \u00a0]*và|đến|\()[ \u00a0]*")
_KINDS = {"province": "Tỉnh", "district": "", "country": "Nước", "short": "Nước", "region": ""}


def find_bare(view: View, names: list[Hit], typed: list[Found], home: Home) -> list[Found]:
    """Return the names that are places where they stand, outside `typed` and in order.

    A name inside a longer run of capitals is part of another name (`Báo Đồng Nai`, `Nguyễn Hòa Bình`). Names of
    districts and short names of countries need a reason: the notice's own province, a word before them, a named
    neighbour, or the same district with its kind elsewhere in the text.
    """
    known = {place.id for one in typed for place in one.places}
    taken = [(one.start, one.end) for one in typed]
    occupied = ranges_of(typed)
    sure: list[Hit] = []
    doubtful: list[Hit] = []
    for hit in names:
        if occupied.overlaps(hit.start, hit.end) or _in_longer_name(view, hit):
            continue
        (sure if _is_sure(view, hit, home, known) else doubtful).append(hit)
    edges = sorted([*taken, *((one.start, one.end) for one in sure)])
    for hit in doubtful:
        at = bisect_left(edges, (hit.start, hit.end))
        if any(_beside(view, hit, start, end) for start, end in edges[max(0, at - 1) : at + 1]):
            sure.append(hit)
            edges.insert(at, (hit.start, hit.end))
    return [_found(hit) for hit in sorted(sure, key=lambda hit: hit.start)]


def _found(hit: Hit) -> Found:
    word = hit.word
    assert isinstance(word, Name)
    return Found(hit.start, hit.end, _KINDS[word.kind], hit.start, (word.place,) if word.place else ())


def _in_longer_name(view: View, hit: Hit) -> bool:
    before = _WORD_BEFORE.search(view.plain, max(0, hit.start - 24), hit.start)
    if before is not None:
        last = before["last"]
        if last[0].isupper() and not last.endswith(".") and last.capitalize() not in _openers():
            return True
        folded = view.folded[max(0, hit.start - 24) : hit.start].rstrip()
        if any(folded.endswith(" " + fold(word)) for word in _barred(hit)):
            return True
    if hit.start and view.plain[hit.start - 1] in "-–" and view.plain[hit.start - 2 : hit.start - 1].isalpha():
        return True
    after = _WORD_AFTER.match(view.plain, hit.end)
    return after is not None and after[1][0].isupper() and not after[1].isupper() and not _ends_name(after[1])


def _ends_name(word: str) -> bool:
    return word in _stops()


def _barred(hit: Hit) -> tuple[str, ...]:
    data = load("placewords")
    region = isinstance(hit.word, Name) and hit.word.kind == "region"
    return tuple(data["regions"]["not_after"]) if region else tuple(data["bare"]["not_after"])


def _is_sure(view: View, hit: Hit, home: Home, known: set[str]) -> bool:
    word = hit.word
    assert isinstance(word, Name)
    if word.kind in ("province", "country", "region"):
        return True
    before = _WORD_BEFORE.search(view.plain, max(0, hit.start - 24), hit.start)
    last = before["last"].lower() if before else ""
    data = load("placewords")
    if word.kind == "short":
        if before is not None and len(before["last"]) > 1 and before["last"].isupper():
            return False  # in a line of capitals `Ý KIẾN`, `MỸ PHẨM` are no countries
        after = _WORD_AFTER.match(view.plain, hit.end)
        follows = after is not None and after[1].lower() in data["countries"]["not_before"]
        return last in data["countries"]["before"] and not follows
    if word.place is None or (word.place.short.split()[0] in family_names() and last not in data["bare"]["before"]):
        return False
    if word.place.kind == "thành phố" and len(lookup(word.place.short, 2)) == 1:
        return True  # cities are known by their names
    return word.place.id in known or in_home(word.place, home) or last in data["bare"]["before"]


def _beside(view: View, hit: Hit, start: int, end: int) -> bool:
    if end <= hit.start <= end + 8:
        return _BETWEEN.fullmatch(view.plain, end, hit.start) is not None
    return hit.end <= start <= hit.end + 8 and _BETWEEN.fullmatch(view.plain, hit.end, start) is not None


@cache
def _openers() -> frozenset[str]:
    return frozenset(map(new_tone, load("placewords")["bare"]["openers"]))


@cache
def _stops() -> frozenset[str]:
    return frozenset(map(new_tone, load("placewords")["names"]["stops"]))
