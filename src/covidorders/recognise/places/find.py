"""Find the places that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from covidorders.grammar.fold import fold
from covidorders.grammar.marks import is_capitals, opens_with
from covidorders.recognise.context import NoticeContext
from covidorders.recognise.found import FoundMention
from covidorders.recognise.places.bare import find_bare
from covidorders.recognise.places.full_names import full_names
from covidorders.recognise.places.home import home_of, place_named
from covidorders.recognise.places.names import run_at, syllables
from covidorders.recognise.places.typed import Found, find_members, find_typed, ranges_of
from covidorders.recognise.places.vocabulary import Name, View, either, scan

_DATE_LINE = re.compile(
    either(r"^[ \t]*(?P<place>[^\W\d_][^\n,;:()]{1,38}?)[ \t]*,[ \t]*ngày[ \t.…_]*(?:\d|tháng|[^\s]{1,4} ?tháng)"),
    re.MULTILINE | re.IGNORECASE,
)
_HOUSE = re.compile(either(r"\b[Ss]ố(?: nhà)?:? \d{1,4}(?:[A-ZĐ]|/\d{1,4})*(?=,? [^\W\d_])"))
_NATION = "cong hoa xa hoi chu nghia"


def find_places(text: str, notice: NoticeContext | None = None) -> list[FoundMention]:
    """Return the places named in `text`, in order, without overlaps.

    `notice` says which territory the notice belongs to: it decides between places of one name, and gives the parents.
    """
    view = View.of(text)
    home = home_of(notice)
    kinds, names = scan(view)
    regions = [hit for hit in names if isinstance(hit.word, Name) and hit.word.kind == "region"]
    in_region = ranges_of(regions)
    typed = find_typed(view, [hit for hit in kinds if not in_region.overlaps(hit.start, hit.start + 1)])
    typed = sorted([*typed, *_addresses(view, typed), *find_members(view, typed)], key=lambda one: one.start)
    found = [*typed, *find_bare(view, names, typed, home)]
    found = _with_date_lines(view, [one for one in found if not _in_letterhead(view, one)])
    return [
        FoundMention(one.start, one.end, "LOCATION", canonical=canonical, canonical_id=id_)
        for one, (canonical, id_) in zip(found, full_names(view, found, home), strict=True)
    ]


def _addresses(view: View, typed: Sequence[Found]) -> Iterator[Found]:
    """Yield the roads of addresses without the word for it: `số 12 Trần Phú, quận …`."""
    taken = ranges_of(typed)
    for match in _HOUSE.finditer(view.plain):
        found = syllables(view, match.end())
        end = run_at(found, 5)
        if end is None or end == found[0].end:
            continue
        if not taken.overlaps(found[0].start, end):
            yield Found(found[0].start, end, "Đường", found[0].start)


def _with_date_lines(view: View, found: Sequence[Found]) -> list[Found]:
    """Add the place of date lines: what stands before `, ngày … tháng` is a place even if it is misread."""
    dated = []
    for match in _DATE_LINE.finditer(view.plain):
        start, end = match.span("place")
        words = match["place"].split()
        if any(c.isdigit() for c in match["place"]) or len(words) > 6 or not words[0][0].isupper():
            continue
        known = place_named(match["place"])
        if known or len(words) <= 2 or words[-1][0].isupper():
            inside = next((one for one in found if start <= one.start and one.end <= end), None)
            inside = inside or Found(start, end, "", start, known)
            dated.append(replace(inside, start=start, end=end))
    taken = ranges_of(dated)
    kept = [one for one in found if not taken.overlaps(one.start, one.end)]
    return sorted([*kept, *dated], key=lambda one: one.start)


def _in_letterhead(view: View, one: Found) -> bool:
    """Quốc hiệu, and a line of capitals that goes on with the name of a body (`ỦY BAN NHÂN DÂN` / `TỈNH ĐỒNG NAI`)."""
    start = view.plain.rfind("\n", 0, one.start) + 1
    end = view.plain.find("\n", one.end)
    line = view.plain[start : end if end >= 0 else None]
    if not is_capitals(view.plain[one.start : one.end]):
        return False
    if _NATION in fold(line):
        return True
    if line[: one.start - start].strip() or start == 0:
        return False
    above = view.plain[view.plain.rfind("\n", 0, start - 1) + 1 : start - 1]
    return is_capitals(above) and opens_with(fold(above).strip(), "bodies", "heads") is not None
