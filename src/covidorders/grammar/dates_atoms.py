"""Single dates as printed, each with what it gives of day, month, quarter and year, before neighbours complete them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from covidorders.knowledge import load
from covidorders.model import Precision


@dataclass(frozen=True, slots=True)
class Atom:
    """One date as printed: `text[start:end]`. What is not printed, or blank, is None."""

    start: int
    end: int
    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    last_month: int | None = None
    """`tháng 8 - 9/2021` gives 9."""
    last_year: int | None = None
    """`giai đoạn 2021 - 2025` gives 2025."""
    weak: bool = False
    """Day and month alone without the word ngày: needs a reason to be a date."""
    blank: bool = False
    """Dots or spaces stand for a part: `ngày … tháng 9 năm 2021`. No year is taken from elsewhere then."""

    def iso(self) -> tuple[str | None, Precision]:
        """Return ISO 8601 and precision; None and "none" without a year, or where the calendar has no such day."""
        if self.year is None:
            return None, "none"
        if self.quarter is not None:
            return f"{self.year}-Q{self.quarter}", "quarter"
        if self.month is None:
            return str(self.year), "year"
        if self.day is None:
            return f"{self.year}-{self.month:02}", "month"
        try:
            return date(self.year, self.month, self.day).isoformat(), "day"
        except ValueError:
            return None, "none"


_S = r"[ \t]{0,8}"
_BLANK = r"[ \t.…_]{0,40}"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d ?\d"
"""Scanning sets the last digit apart (`8/10/202 1`)."""
_DAY_WORD = r"(?:(?<!\w)|(?-i:(?<=[A-ZĐ])))ngày"
"""Scanning loses the blank between a code and its day (`660/BYT-MTngày 16/8/2021`)."""
_LONGEST_PERIOD = 10
"""Years that two bare years may lie apart and still be a period."""
_OF_YEAR = rf"(?:{_S}[/.–-]{_S}|{_S},?{_S}năm{_S})"
_ENDS = r"(?![\w/]|[.,:]\d)"
_YEARS_COUNTED = re.compile(r"năm[ \t]+\d", re.IGNORECASE)
_TIME = r"(?:\d{1,2}[ \t]?(?:giờ|h|g|:)[ \t]?(?:\d{2})?(?:[ \t]?phút)?[ \t]?,?[ \t]?)?"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@cache
def _atom() -> re.Pattern[str]:
    """Compile the forms, tried in this order at each place; every repetition has an upper bound."""
    periods = "|".join(sorted(load("dates")["period"], key=len, reverse=True))
    of_year = rf"(?:{_BLANK},?{_S}(?P<word>năm){_BLANK}(?P<y>{_YEAR})?|{_S}/{_S}(?P<y2>{_YEAR}))?(?!\d)"
    words = (
        rf"(?:(?P<says>{_DAY_WORD}){_BLANK}(?P<d>{_DAY})?{_BLANK}tháng{_BLANK}(?P<m>{_MONTH}(?!\d))?"
        rf"|(?<![\w/.,-])(?P<d2>{_DAY}){_BLANK}tháng{_BLANK}(?P<m2>{_MONTH}(?!\d))){of_year}"
    )
    spoken = "|".join(sorted(load("dates")["months"], key=len, reverse=True))
    named = (
        rf"(?:(?:{_DAY_WORD}{_S})?(?<![\w/.,-])(?P<sd>{_DAY}){_S})?(?<!\w)tháng{_S}(?P<wm>{spoken})"
        rf"(?:{_S},?{_S}năm{_S}|{_S}/{_S})(?P<wy>{_YEAR}){_ENDS}"
    )
    numeric = (
        rf"(?:(?P<said>{_DAY_WORD}[ \t:]{{0,4}})|(?<![\w/.])(?<!\d[,:]))(?P<nd>{_DAY})"
        rf"(?: ?(?P<sign>[/.–-]) ?(?P<nm>{_MONTH}) ?(?P=sign) ?(?P<ny>{_YEAR})(?!\d|/\w|[.,:]\d)"
        rf"| ?/ ?(?P<sm>{_MONTH})(?:/(?P<sy>\d\d))?(?![\w/%]|[.,:]\d))"
    )
    month = (
        rf"(?<!\w)tháng{_S}(?P<tm>{_MONTH})"
        rf"(?:{_S}(?:[-–,]|và|đến){_S}(?P<tl>{_MONTH})(?={_OF_YEAR}{_YEAR}))?(?:{_OF_YEAR}(?P<ty>{_YEAR}))?{_ENDS}"
    )
    quarter = rf"(?<!\w)qu[ýí]{_S}(?P<q>I{{1,3}}|IV|[1-4])(?:(?:{_OF_YEAR}|[ \t])(?P<qy>{_YEAR}))?{_ENDS}"
    years = rf"(?:(?<!\w)(?:{periods})[ \t]|(?<![\w/.,:-])(?<![-–] ))"
    period = rf"{years}(?P<from>{_YEAR}){_S}(?:[-–—]|đến){_S}(?P<to>{_YEAR}){_ENDS}"
    ahead = "|".join(rf"(?<={word} )" for word in load("dates")["before_year"])
    year = rf"(?:(?<!\w)năm{_S}|{ahead})(?P<only>{_YEAR})(?:{_ENDS})"
    return re.compile("|".join((named, words, numeric, month, quarter, period, year)), re.IGNORECASE)


_A = "aàáảãạăằắẳẵặâầấẩẫậ"
_UNMARKED = re.compile(
    rf"(?<!\w)(?:(?P<day>[Nn]g[{_A}]y)(?=[ \t]{{1,3}}\d)|(?P<month>(?<!theo )[Tt]h[{_A}]ng)(?=[ \t]{{1,3}}\d)"
    rf"|(?<![Vv]iệt )(?<![Vv]iet )(?<!iền )(?<!ien )(?P<year>n[{_A}]m)(?=[ \t]{{1,3}}(?:19|20)\d\d(?!\d))"
    rf"|(?P<to>[dđ]en)(?=[ \t](?:ng[{_A}]y[ \t])?\d))"
)
_WORDS = {"day": "ngày", "month": "tháng", "year": "năm", "to": "đến"}


@lru_cache(maxsize=8)
def with_marks(text: str) -> str:
    """Return the text with the words before numbers of a date as they are spelled: `ngay 21 thang 9 nam 2021`.

    Of the same length. Typists leave the marks out, and recognition reads others: `thảng 9`, `nãm 2021`.
    """

    def spelled(match: re.Match[str]) -> str:
        said = match.group()
        word = _WORDS[match.lastgroup or "day"]
        return said[0].upper() + word[1:] if said[0].isupper() else word

    return _UNMARKED.sub(spelled, text)


def atoms_of(text: str, start: int = 0, *, anchored: bool = False) -> list[Atom]:
    """Return every date as printed from `start` on, in order; with `anchored` only one that begins right there."""
    if anchored:
        match = _atom().match(text, start)
        found = [match] if match else []
    else:
        found = list(_atom().finditer(text, start))
    return [atom for match in found if (atom := _read(match)) is not None]


def _read(match: re.Match[str]) -> Atom | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    here = Atom(match.start(), match.end())
    if "nd" in groups and ":" in groups.get("said", ""):
        here = Atom(match.start("nd"), match.end())  # `vào các ngày: 02/5/2019`
    if "nd" in groups:
        return _numeric(here, groups)
    if "wm" in groups:
        spoken = load("dates")["months"].index(groups["wm"].lower()) + 1
        return replace(here, year=_int(groups["wy"]), month=spoken, day=_int(groups.get("sd")))
    if "tm" in groups:
        last = int(groups["tl"]) if "tl" in groups else None
        return replace(here, year=_int(groups.get("ty")), month=int(groups["tm"]), last_month=last)
    if "q" in groups:
        return replace(here, year=_int(groups.get("qy")), quarter=_QUARTERS[groups["q"].lower()])
    if "from" in groups:
        return _period(here, match)
    if "only" in groups:
        return replace(here, year=_int(groups["only"]))
    return _worded(here, match.group(), groups)


def _period(here: Atom, match: re.Match[str]) -> Atom | None:
    """Read `giai đoạn 2021 - 2025`; without the word, years in order and not far apart: `mùa khô 2020 - 2021`."""
    first, last = int(match["from"].replace(" ", "")), int(match["to"].replace(" ", ""))
    said = match.start("from") > match.start()
    if said and _YEARS_COUNTED.match(match.group()) and re.search(r"\d $", match.string[: match.start()][-2:]):
        here, said = replace(here, start=match.start("from")), False  # `kế hoạch 03 năm 2018 - 2020`
    return replace(here, year=first, last_year=last) if said or 0 < last - first <= _LONGEST_PERIOD else None


def _numeric(here: Atom, groups: dict[str, str]) -> Atom | None:
    said = "said" in groups
    if "ny" in groups:
        return replace(here, year=_int(groups["ny"]), month=int(groups["nm"]), day=int(groups["nd"]))
    if "sy" in groups and not said:
        return None  # `12/5/21` without the word ngày may be anything
    year = 2000 + int(groups["sy"]) if "sy" in groups else None
    return replace(here, year=year, month=int(groups["sm"]), day=int(groups["nd"]), weak=not said)


def _worded(here: Atom, printed: str, groups: dict[str, str]) -> Atom | None:
    day, month = _int(groups.get("d") or groups.get("d2")), _int(groups.get("m") or groups.get("m2"))
    year = _int(groups.get("y") or groups.get("y2"))
    if year is None and (month is None or day is None):
        return None
    trimmed = here.start + len(printed.rstrip(" \t.…_"))
    blank = day is None or month is None or ("word" in groups and year is None)
    day = None if month is None else day
    return replace(here, end=trimmed, year=year, month=month, day=day, weak="says" not in groups, blank=blank)


def _int(digits: str | None) -> int | None:
    return int(digits.replace(" ", "")) if digits else None


@cache
def _joints() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("dates")
    range_ = "|".join(words["range"])
    list_ = "|".join(words["list"])
    return (
        re.compile(rf"[ \t]?(?:[-–—]|{range_})[ \t]?{_TIME}", re.IGNORECASE),
        re.compile(rf"[ \t]?(?:[,;]|,?[ \t]?(?:{list_}))[ \t]?{_TIME}", re.IGNORECASE),
    )


def joint(text: str, end: int, start: int) -> str:
    """Tell how two dates are joined by `text[end:start]`: `range`, `list`, or the empty string."""
    between = text[end:start]
    if not 0 < len(between) <= 32:
        return ""
    range_, list_ = _joints()
    if range_.fullmatch(between):
        return "range"
    return "list" if list_.fullmatch(between) else ""


@cache
def _trigger() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(load('dates')['before_day'])})[ \t(]{{1,2}}$", re.IGNORECASE)


def says_day(text: str, atom: Atom) -> bool:
    """Tell whether what stands around a weak atom makes it a date, and it does not look like a fraction."""
    if atom.day is None or atom.month is None:
        return False
    bracketed = text[atom.start - 1 : atom.start] + text[atom.end : atom.end + 1] == "()"  # `đêm nay (31/10)`
    if not bracketed and not _trigger().search(text[max(0, atom.start - 12) : atom.start]):
        return False
    return atom.day > atom.month or text[atom.start] == "0" or "tháng" in text[atom.start : atom.end].lower()


@cache
def _bare_day() -> re.Pattern[str]:
    words = load("dates")
    joined = rf"[-–—,]|,?[ \t]?(?:{'|'.join(words['list'] + words['range'])})"
    return re.compile(
        rf"(?P<says>(?<!\w)ngày[ \t]{{0,4}})?(?<![\w/.,:-])(?P<d>{_DAY})(?P<how>[ \t]?(?:{joined})[ \t]?{_TIME})$",
        re.IGNORECASE,
    )


def bare_days_before(text: str, atom: Atom, floor: int) -> Iterator[tuple[Atom, str]]:
    """Yield the days that share the month of `atom`, from right to left: 28 and 27 of `27, 28 và 29/9/2021`.

    A list needs the word ngày or `và` (`khoản 3, 12/9/2021` is none); nothing before `floor` is read.
    """
    chain: list[tuple[Atom, str]] = []
    sure, last = False, atom
    while match := _bare_day().search(text, max(floor, last.start - 40), last.start):
        day = int(match["d"])
        if last.day is None or day >= last.day:
            break
        how = joint(text, match.end("d"), last.start)
        last = replace(atom, start=match.start(), end=match.end("d"), day=day, weak=False)
        chain.append((last, how))
        sure = sure or bool(match["says"]) or "," not in match["how"]
    if sure:
        yield from chain
