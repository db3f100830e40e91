"""What follows a number: the date, the issuer, the title, `nêu trên`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from covidorders.grammar.dates import date_at
from covidorders.grammar.dates_atoms import with_marks
from covidorders.grammar.fold import new_tone
from covidorders.knowledge import load
from covidorders.model import CalendarDate

_DATE_GAP = re.compile(
    r"[ \t]*(?:\n(?=ngày[ \t]+\d))?(?P<open>[(])?(?P<place>(?:[A-ZĐ][^\s\d,;.:()]{1,8}[ ]?){1,4}(?=,[ ]ngày))?,?[ \t]*"
    r"(?P<issued>(?:được )?(?:ban hành|ký)[ \t]+"
    r"|(?:hồi|lúc)[ \t]+\d{1,2}[ \t]?(?:giờ|h)[ \t]?(?:\d\d)?[ \t]*(?:phút)?[ \t,]*"
    r"|(?:tỉnh|thành phố|huyện|quận|xã|phường)[ \t]+)?(?P<same>cùng[ \t]+)?(?=[nN]gày|NGÀY|năm|NĂM|tháng|\d)"
)
_MAX_TITLE = 400
_MAX_ISSUER_WORDS = 24
_TOKEN = re.compile(r" *(?:(?P<word>[^\s,;:.()“”\"]+(?:\.(?=\w)[^\s,;:.()“”\"]+)*)|(?P<mark>[^\t\n]))")
_SHORTENED = frozenset({"tp", "p", "q", "h", "tx", "tt"})
"""Kinds of places that are written with a full stop inside an issuer's name: `UBND TP. Biên Hòa`."""


@dataclass(frozen=True, slots=True)
class FollowingDate:
    """The date after a number. `direct`: nothing but a space or comma between, so that it belongs to the mention."""

    end: int
    value: CalendarDate
    direct: bool
    shared: bool
    """A comma or `cùng ngày` before it: it may serve the whole list (`số 193/… và số 194/…, ngày …`)."""


def date_after(text: str, pos: int, year: int | None) -> FollowingDate | None:
    """Return the date that follows `text[pos]`: `ngày 21/9/2021`, `, ngày 25-10-2017`, `(ngày …`, `năm 2021`.

    A small `ngày` at the head of the next line belongs to it: no paragraph begins so, the line was broken there.
    """
    text = with_marks(text)
    gap = _DATE_GAP.match(text, pos)
    if gap is None:
        return None
    found = date_at(text, gap.end(), year=year)
    if found is None or found.iso_end is not None:
        return None
    if not text[gap.end()].isalpha() and (found.precision != "day" or gap.end() == pos):
        return None
    value = CalendarDate(raw=text[found.start : found.end], iso=found.iso, precision=found.precision)
    shared = "," in gap.group() or bool(gap["same"])
    apart = gap["open"] or gap["issued"] or gap["place"] or "\t" in gap.group()
    return FollowingDate(found.end, value, not apart, shared)


def issuer_after(text: str, pos: int) -> tuple[str, int] | None:
    """Return the issuer after `của` and where it ends: `của Thủ tướng Chính phủ` before `về …`.

    Read word by word until a mark, a word that opens a clause, or another agency; a bound of 24 words.
    """
    opening = re.compile(r"[ \t]*[,)]?[ \t]*của[ \t]+").match(text, pos)
    if opening is None:
        return None
    start = end = opening.end()
    previous = ""
    for _ in range(_MAX_ISSUER_WORDS):
        token = _TOKEN.match(text, end)
        if token is None:
            break
        word = token["word"]
        if word is None:
            if not _mark_inside(text, token.end(), token["mark"], previous.lower()):
                break
        elif end > start and _ends_name(text, token.start("word"), word) and not (previous == "Thư" and word == "ký"):
            break
        previous, end = word or previous, token.end()
    name = text[start:end].strip(" \t,*_")
    return (name, start + len(text[start:end].rstrip(" \t,*_"))) if name and not name[0].isdigit() else None


def _mark_inside(text: str, pos: int, mark: str, previous: str) -> bool:
    """Tell whether a mark stands inside a name: `phòng, chống`, `TP. Biên Hòa`."""
    after = _TOKEN.match(text, pos)
    word = ((after["word"] or "") if after else "").lower()
    return (mark == "," and (previous, word) in _commas()) or (mark == "." and previous in _SHORTENED)


@cache
def _commas() -> frozenset[tuple[str, str]]:
    return frozenset((a, b) for a, b in load("references")["issuer"]["commas"])


def _ends_name(text: str, start: int, word: str) -> bool:
    """Tell whether the lower-case word at `start` ends the issuer's name."""
    if not word.islower():
        return False
    ahead = new_tone(text[start : start + 40])
    if word == "và":
        return not any(ahead[3:].lstrip().startswith(name) for name in load("references")["issuer"]["after_and"])
    return _stops().match(ahead) is not None


@cache
def _stops() -> re.Pattern[str]:
    stops = sorted(load("references")["issuer"]["stops"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, stops))})(?!\w)")


@cache
def _title_opening() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("references")["title"]
    about = "|".join(words["about"])
    verbs = "|".join(words["verbs"])
    clauses = "|".join(words["clauses"])
    return (
        re.compile(
            rf"[ \t]*(?:,?[ \t]*(?P<about>{about})(?!\w)|(?P<verb>{verbs})(?!\w|[ \t]ngày))[ \t:]*", re.IGNORECASE
        ),
        re.compile(
            rf"[;)\n\t:]|\.(?=\s|/|$)|,[ \t]*(?=(?:{clauses})(?!\w))|,[ \t]+(?=[A-ZĐ])|[ \t]\("
            r"|(?:,|[ \t]và)[ \t]+(?:số[ \t]+)?(?=\d{1,6}[ \t]?[/-][ \t]?[A-ZĐ]{2})"
            rf"|[ \t](?=(?:{'|'.join(words['ends'])})(?!\w))"
        ),
    )


def title_after(text: str, pos: int, ceiling: int) -> tuple[str, int] | None:
    """Return the title (trích yếu) that follows and where it ends, at most at `ceiling`.

    It opens with `về`, `V/v` or a verb such as `ban hành`; it ends with the clause. Words in quotation marks end
    with the closing mark.
    """
    opening, ending = _title_opening()
    match = opening.match(text, pos)
    if match is None:
        return None
    start = match.start("verb") if match["verb"] else match.end()
    limit = min(ceiling, match.end() + _MAX_TITLE)
    if text[match.end() : match.end() + 1] == "“":
        close = text.find("”", match.end(), limit)
        if close > 0:
            return text[match.end() + 1 : close].strip(), close + 1
    stop = ending.search(text, match.end(), limit)
    end = stop.start() if stop else limit
    title = text[start:end].strip(" \t,.;*_“”/")
    return (title, start + len(text[start:end].rstrip())) if len(title) > 2 else None


@cache
def _anaphora() -> re.Pattern[str]:
    return re.compile(rf"[ \t]*(?:{'|'.join(load('references')['anaphora'])})(?!\w)", re.IGNORECASE)


def is_anaphoric(text: str, pos: int) -> bool:
    """Tell whether `nêu trên` or its like follows."""
    return _anaphora().match(text, pos) is not None


@cache
def _after_number() -> re.Pattern[str]:
    words = "|".join(sorted(load("references")["after_number"], key=len, reverse=True))
    return re.compile(rf"[ \t]*(?:$|[\n,;.):&”\"](?!\d)|(?:{words})(?!\w)|năm[ \t]+(?:19|20)\d\d)")


def may_end_number(text: str, pos: int) -> bool:
    """Tell whether a number cited alone may end at `text[pos]`: no unit, no counted noun follows."""
    return _after_number().match(text, pos) is not None
