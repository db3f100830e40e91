"""Laws, codes, ordinances and the constitution cited by name: `Luật Phòng, chống bệnh truyền nhiễm năm 2007`.

The names are data (`knowledge/laws.toml`); a name that is not there is read by a bounded rule: up to the number or
date where one follows, else up to the first word that cannot stand in a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from covidorders.grammar.codes import CODE, parse_code
from covidorders.grammar.doctypes import by_code
from covidorders.grammar.fold import new_tone
from covidorders.knowledge import load
from covidorders.model import CalendarDate
from covidorders.recognise.references.after import date_after
from covidorders.recognise.references.before import part_before
from covidorders.recognise.references.found import FoundReference

_TYPE = re.compile(
    r"(?<!\w)(?:(?P<BL>Bộ [Ll]uật|BỘ LUẬT)|(?P<L>Luật|LUẬT)|(?P<PL>Pháp lệnh|PHÁP LỆNH)"
    r"|(?P<HP>Hiến pháp|HIẾN PHÁP))(?!\w)"
)
_AMENDING = re.compile(
    r"[ \t]*(?:về[ \t])?s[ửứừ]a đ[ổốồ]i(?:,|[ \t]và)?[ \t]*b[ổốồ] sung[ \t]+"
    r"(?:một số[ \t]+|các[ \t]+)?(?:điều|điểm|nội dung)"
    r"(?:[ \t]+của[ \t]+|[ \t]+(?=(?:Luật|Bộ luật|Pháp lệnh)[ \t]))",
    re.IGNORECASE,
)
_JOIN = re.compile(r"[ \t]*(?:,|;|,?[ \t]*và)[ \t]*(?=(?:Luật|Bộ [Ll]uật|Pháp lệnh)[ \t])")
_STATE = re.compile(r"[ \t]+nước[ \t]+(?:Cộng h(?:òa|oà) xã hội chủ nghĩa Việt Nam|CHXHCN Việt Nam)", re.IGNORECASE)
_REVISED = re.compile(r"[ \t]*\(sửa đổi\)", re.IGNORECASE)
_NUMBER = re.compile(r"[ \t]*,?[ \t]*\(?(?:số[ \t]*:?[ \t]*)(?=\d)", re.IGNORECASE)
_YEAR = re.compile(r"[ \t]+(?P<year>(?:19|20)\d\d)(?![\w/]|[.,]\d)")
_DATED = re.compile(r"[ \t]*,?[ \t]*(?:số[ \t]*:?[ \t]*\d|ngày[ \t]+\d|năm[ \t]+(?:19|20)\d\d|(?:19|20)\d\d(?!\w))")
_YEAR_ONLY = re.compile(r"[ \t]*,?[ \t]*(?:năm[ \t]+)?(?:19|20)\d\d")
_WINDOW = re.compile(r"[^;:\n\t()“”\"]{0,170}")
_MAX_WORDS = 9
_MAX_DEPTH = 3


def find_laws(text: str, *, year: int | None = None) -> Iterator[FoundReference]:
    """Yield every law, code, ordinance and constitution cited by its name, in order, none inside another."""
    done = 0
    for match in _TYPE.finditer(text):
        if match.start() < done:
            continue
        found = _law(text, match, year)
        if found is not None:
            done = found.end
            yield found


def _law(text: str, match: re.Match[str], year: int | None) -> FoundReference | None:
    kind = match.lastgroup or "L"
    if kind == "HP":
        state = _STATE.match(text, match.end())
        name, name_end = None, state.end() if state else match.end()
    else:
        if _is_no_law(text, match.start()):
            return None
        end = _name_end(text, match.end(), kind)
        if end is None:
            return None
        revised = _REVISED.match(text, end)
        name, name_end = text[match.end() : end].strip(), revised.end() if revised else end
    code_range, after_code = _code(text, name_end)
    dated = date_after(text, after_code, year)
    issued, end = (dated.value, dated.end) if dated and dated.direct else (None, after_code)
    if issued is None and (bare := _YEAR.match(text, after_code)):
        issued, end = CalendarDate(raw=bare["year"], iso=bare["year"], precision="year"), bare.end()
    info = by_code(kind)
    return FoundReference(
        start=match.start(),
        end=end,
        type=info.doc_type if info else None,
        code=parse_code(text[slice(*code_range)]) if code_range else None,
        code_range=code_range,
        issued_on=issued,
        title=name,
        part=part_before(text, match.start(), 0),
        reach=end,
    )


def _code(text: str, pos: int) -> tuple[tuple[int, int] | None, int]:
    """Return the place of the law's number after its name, and where the mention goes on."""
    said = _NUMBER.match(text, pos)
    code = CODE.match(text, said.end()) if said and "(" not in said.group() else None
    return (code.span(), code.end()) if code else (None, pos)


def _is_no_law(text: str, start: int) -> bool:
    """Tell whether the words before make it a school, a firm, a subject."""
    words = new_tone(text[max(0, start - 24) : start]).lower().split()
    return bool(words) and not {words[-1], " ".join(words[-2:])}.isdisjoint(load("laws")["not_after"])


@cache
def _names(kind: str) -> dict[str, tuple[str, ...]]:
    """Names of that kind, comparable, with and without commas, by their first two letters, longest first."""
    data = load("laws")
    lists = {"BL": data["codes"], "PL": data["ordinances"]}
    printed = [_same(name) for name in lists.get(kind, data["laws"])]
    names = sorted({*printed, *(name.replace(",", "") for name in printed)}, key=len, reverse=True)
    heads = {name[:2] for name in names}
    return {head: tuple(name for name in names if name[:2] == head) for head in heads}


def _same(text: str) -> str:
    return new_tone(text).lower()


def _name_end(text: str, pos: int, kind: str, depth: int = 0) -> int | None:
    """Return where the name after the type word ends; None if no name follows.

    `depth` counts laws that amend laws that amend laws; nothing beyond the third is read.
    """
    if text[pos : pos + 1] not in (" ", "\t"):
        return None
    start = pos + len(text[pos : pos + 8]) - len(text[pos : pos + 8].lstrip(" \t"))
    known = _known(text, start, kind)
    amending = _AMENDING.match(text, known or pos)
    if amending is not None and depth < _MAX_DEPTH:
        return _amended(text, amending.end(), depth + 1) or known
    return known or _unknown(text, start)


def _known(text: str, start: int, kind: str) -> int | None:
    ahead = _same(text[start : start + 180])
    for name in _names(kind).get(ahead[:2], ()):
        if ahead.startswith(name) and not ahead[len(name) : len(name) + 1].isalnum():
            return start + len(name)
    return None


def _amended(text: str, pos: int, depth: int) -> int | None:
    """Read the laws that an amending law amends: `của Luật X, Luật Y và Luật Z`."""
    end: int | None = None
    for _ in range(12):
        match = _TYPE.match(text, pos)
        name = _name_end(text, match.end(), match.lastgroup or "L", depth) if match else None
        if match is None or name is None:
            return end or _until_dated(text, pos)
        end = name
        joint = _JOIN.match(text, end)
        if joint is None:
            return end
        pos = joint.end()
    return end


def _until_dated(text: str, pos: int) -> int | None:
    """Return where the words before a number or date end, if they may be a name: `thuế xuất khẩu … số 04/1998/QH10`."""
    window = _WINDOW.match(text, pos)
    if window is None:
        return None
    dated = _DATED.search(text, pos, window.end())
    if dated is None or ". " in text[pos : dated.start()] or _TYPE.search(text, pos, dated.start()):
        return None
    words = text[pos : dated.start()].split()
    barred = {"theo", "thì", "được", "tại", "do", "trước", "từ", "đến", "ban", "định", "quyết", "lệnh", "của", "tư"}
    return dated.start() if 0 < len(words) <= 20 and barred.isdisjoint(word.lower() for word in words) else None


def _unknown(text: str, start: int) -> int | None:
    words = load("laws")
    first = re.match(r"\w+", text[start : start + 20])
    if first is None or first.group().lower() in words["not_laws"]:
        return None
    dated = _until_dated(text, start)
    if dated is not None and (first.group()[0].isupper() or not _YEAR_ONLY.match(text, dated)):
        return dated
    if not first.group()[0].isupper():
        return None
    end = start
    for count, match in enumerate(re.compile(r"[ \t]*([^\s,;:.()“”\"]+)").finditer(text, start, start + 120)):
        if match.start() != end or count >= _MAX_WORDS or match[1].lower() in words["stops"]:
            break
        end = match.end()
    return end if end > start else None
