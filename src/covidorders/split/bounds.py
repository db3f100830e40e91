"""Where one notice ends and the next begins, by the evidence of headings, signatures and annex lines.

A new notice needs a heading with several of its fixed lines (quốc hiệu or the Party's title, number, date, type) and,
as a rule, the end of the notice before it (Nơi nhận, a signature). A form in an annex has a letterhead too, but no
number of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from covidorders.grammar import marks
from covidorders.grammar.dates import find_dates
from covidorders.grammar.labels import read_label
from covidorders.grammar.letterhead import day_line, number_line, says_number, title_line
from covidorders.grammar.names import person
from covidorders.layout import Paragraph, Text

_WINDOW = 16
"""A heading's fixed lines stand within so many lines."""
_BODY_LINE = 260
"""A line longer than this belongs to a body (code points)."""
_ENOUGH = 2.0
_LETTERHEAD = 5
"""So many lines of a letterhead may stand above the first one that is understood."""
_SHORT = 90
"""A letterhead's line is no longer than this (code points)."""

_WEIGHTS = {
    "nation": 1.5,
    "party": 1.5,
    "number": 1.0,
    "day": 1.0,
    "title": 1.0,
    "star": 0.5,
    "addressees": 0.5,
    "subject": 0.5,
}


@dataclass(frozen=True, slots=True)
class NoticeRange:
    """The half-open range `text[start:end]` of one notice with its annexes; `ordinal` counts from 1."""

    ordinal: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The paragraphs of a file with their words and what fixed line each is."""

    paragraphs: tuple[Paragraph, ...]
    lines: tuple[str, ...]
    kinds: tuple[str | None, ...]


def split(text: Text) -> tuple[NoticeRange, ...]:
    """Return the ranges of the notices of a file in order; together they cover all of its text."""
    lines = tuple(text.text[p.start : p.end] for p in text.paragraphs)
    kinds = tuple(None if p.table is not None else _kind(line) for p, line in zip(text.paragraphs, lines, strict=True))
    sheet = _Sheet(text.paragraphs, lines, kinds)
    starts = [0, *_later_starts(sheet)] if lines else []
    edges = [text.paragraphs[i].start for i in starts[1:]]
    bounds = [0, *edges, len(text.text)]
    return tuple(NoticeRange(i + 1, bounds[i], bounds[i + 1]) for i in range(len(starts)))


def _kind(line: str) -> str | None:  # noqa: C901 - one line per kind
    if len(line) > _BODY_LINE:
        return None
    if marks.is_nation(line):
        return "nation"
    if marks.is_party_header(line) or marks.is_youth_header(line):
        return "party"
    if marks.is_star(line):
        return "star"
    if marks.is_distribution(line) or marks.is_last_copy(line):
        return "distribution"
    if says_number(line):
        return "number"
    if day_line(line):
        return "day"
    if marks.is_addressees(line):
        return "addressees"
    if marks.pattern("subject", "short", whole=False).match(line.lower()):
        return "subject"
    if marks.is_authority(line):
        return "authority"
    if title_line(line, alone_is_enough=False) and not marks.is_command(line):
        return "title"
    return None


def _later_starts(sheet: _Sheet) -> list[int]:
    starts: list[int] = []
    begin, index = 0, _first_body(sheet, 0)
    while index < len(sheet.lines):
        if sheet.kinds[index] in _WEIGHTS and sheet.kinds[index] not in {"addressees", "subject", "day"}:
            top = _walk_back(sheet, index, begin)
            if _is_heading(sheet, index, top, begin):
                starts.append(top)
                begin = top
                index = _first_body(sheet, index)
                continue
        index += 1
    return starts


def _first_body(sheet: _Sheet, start: int) -> int:
    """Index of the first line after `start` that is none of a heading's fixed lines."""
    last = start
    for index in range(start, min(start + _WINDOW, len(sheet.lines))):
        if sheet.kinds[index] in _WEIGHTS:
            last = index
        elif len(sheet.lines[index]) > _BODY_LINE or sheet.kinds[index] == "distribution":
            break
    return last + 1


def _is_heading(sheet: _Sheet, index: int, top: int, begin: int) -> bool:
    window = range(top, min(top + _WINDOW, len(sheet.lines)))
    seen: dict[str, int] = {}
    for at in window:
        if len(sheet.lines[at]) > _BODY_LINE or (at > index and sheet.kinds[at] in {"distribution", "authority"}):
            break
        kind = sheet.kinds[at]
        if kind in _WEIGHTS:
            seen.setdefault(kind, at)
    score = sum(_WEIGHTS[kind] for kind in seen)
    code = number_line(sheet.lines[seen["number"]]) if "number" in seen else None
    numbered = code is not None and code.notation is not None
    if score < _ENOUGH or not ({"nation", "party", "number"} & seen.keys()):
        return False
    if not _ended(sheet, begin, top):
        return (
            numbered
            and code is not None
            and code.complete
            and bool({"nation", "party"} & seen.keys())
            and (sheet.paragraphs[top].page != sheet.paragraphs[top - 1].page)
        )
    if _after_annex(sheet, begin, top):
        return numbered and code is not None and code.complete
    return numbered or ("party" in seen and "title" in seen) or _dated_letterhead(sheet, seen, top)


def _dated_letterhead(sheet: _Sheet, seen: dict[str, int], top: int) -> bool:
    """A letterhead at the top of a page whose number could not be read, but with its day and what it is about."""
    if "nation" not in seen or "day" not in seen or not {"addressees", "title"} & seen.keys():
        return False
    if sheet.paragraphs[top].page == sheet.paragraphs[top - 1].page:
        return False
    days = find_dates(sheet.lines[seen["day"]])
    return bool(days) and days[0].precision in {"day", "month"}


def _ended(sheet: _Sheet, begin: int, stop: int) -> bool:
    """Tell whether the notice that begins at `begin` has come to its end matter before `stop`."""
    return any(
        sheet.kinds[at] in {"distribution", "authority"} or (at > begin + 3 and _is_signer(sheet, at))
        for at in range(begin, stop)
    )


def _is_signer(sheet: _Sheet, at: int) -> bool:
    """A person's name alone on its line within a few lines below a post."""
    if person(sheet.lines[at]) is None:
        return False
    return any(marks.is_position(sheet.lines[above]) for above in range(max(0, at - 5), at))


def _after_annex(sheet: _Sheet, begin: int, stop: int) -> bool:
    """Tell whether an annex or a form stands between the end matter and `stop`."""
    end = max((at for at in range(begin, stop) if sheet.kinds[at] in {"distribution", "authority"}), default=begin)
    return any(
        len(sheet.lines[at]) < 120
        and sheet.lines[at][:1].isupper()
        and marks.pattern("annex", "open", whole=False).match(marks.folded(sheet.lines[at])) is not None
        for at in range(end, stop)
    )


def _walk_back(sheet: _Sheet, index: int, begin: int) -> int:
    """The first line of the heading that `index` belongs to: over issuer lines and fixed lines, back to a signature."""
    top = index
    while top - 1 > begin:
        line, kind = sheet.lines[top - 1], sheet.kinds[top - 1]
        if kind in {"distribution", "authority", "title"} or len(line) > 120 or read_label(line) is not None:
            break
        if kind not in _WEIGHTS and not _is_letterhead(line):
            break
        top -= 1
    return _page_top(sheet, top, begin)


def _page_top(sheet: _Sheet, top: int, begin: int) -> int:
    """A heading a few lines below the top of a page begins there: what stands above it is part of its letterhead."""
    for above in range(top, max(begin, top - _LETTERHEAD), -1):
        if sheet.paragraphs[above].page != sheet.paragraphs[above - 1].page:
            return above
        if sheet.kinds[above - 1] in {"distribution", "authority"} or len(sheet.lines[above - 1]) > _SHORT:
            return top
    return top


def _is_letterhead(line: str) -> bool:
    if not any(c.isalnum() for c in line) or marks.is_motto(line) or marks.is_contact(line):
        return True
    plain = line.strip("*_ ")
    if not marks.is_capitals(plain) or marks.is_position(plain):
        return False
    folded = marks.folded(plain)
    return bool(
        marks.opens_with(folded, "bodies", "heads")
        or marks.opens_with(folded, "bodies", "places")
        or person(plain) is None
    )
