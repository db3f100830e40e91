"""Quantities in official text: a number with its unit, what is counted, or a duration (knowledge/quantities.toml).

`600.000 đối tượng`, `1,2 triệu người`, `100% người dân trên 18 tuổi`, `5 - 7 ngày`, `mũi 02`, `24 tiếng`. Numbers are
written the Vietnamese way: a full stop between thousands, a comma before decimals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from covidorders.grammar.fold import fold, new_tone
from covidorders.grammar.number_words import AMOUNT, value_of
from covidorders.knowledge import load

_LEAST_FOLDED = 4
"""Letters that a unit must have to be known without its marks, so that `ca`, `ba`, `ho` are not."""
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d{1,9}(?:[.,]\d{1,3})?"


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity; `start` and `end` are half-open offsets in code points."""

    start: int
    end: int
    value: str
    """`600000 đối tượng`, `1200000 người`, `12/17 tuổi` for a range, `20:22 tiêu chí` for so many of so many, ISO 8601
    for a duration: `PT24H`, `P5D/P7D`."""


def _any(words: Iterable[str]) -> str:
    return "|".join(
        re.escape(new_tone(word.lower())).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True)
    )


@cache
def _marked() -> dict[str, str]:
    """Return for each plain letter a pattern of it with any marks."""
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
    groups: dict[str, str] = {}
    for letter in letters:
        groups[fold(letter)] = groups.get(fold(letter), "") + letter
    return {plain: f"[{group}]" if len(group) > 1 else group for plain, group in groups.items()}


def _any_marks(word: str) -> str:
    """Return a pattern of the word with whatever marks recognition gave its letters: `tỷ đông`, `truong hop`."""
    return "".join(_marked().get(letter, re.escape(letter)) for letter in fold(word))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a quantity with digits, of one in words, and of a numbered one (`mũi 02`)."""
    data = load("quantities")
    scale = _any(data["scales"])
    time, nouns = list(data["durations"]), data["counted"]["nouns"]
    words = [*time, *data["measures"]["words"], *nouns]
    exact = _any(words)
    plain = "|".join(
        _any_marks(word) for word in sorted(set(words), key=len, reverse=True) if len(word) >= _LEAST_FOLDED
    )
    symbols = "|".join(map(re.escape, sorted(_symbols(), key=len, reverse=True)))
    age = f"(?: (?:{_any(data['counted']['age'])}) \\d{{1,2}}(?: (?:-|–|đến) \\d{{1,2}})? tuổi)?"
    number = rf"(?P<first>{_NUMBER})(?:\s?(?P<sign1>%)?\s?(?P<to>-|–|đến|tới|/)\s?(?P<last>{_NUMBER}))?"

    def unit(noun: str = "", plain_noun: str = "", aged: str = "") -> str:
        return rf"(?:({noun}{exact})|({plain_noun}{plain}))(?!\w)({aged}{age})"

    named = unit("?P<noun>", "?P<plain>", "?P<age>")
    per = rf"(?P<per>(?:\s?/\s?(?:\d{{1,2}} )?(?:{_any([*nouns, *time, *data['measures']['per']])})(?!\w)){{0,2}})"
    digits = (
        rf"(?<![\w/.,-])(?<!\d )(?:{number})"
        rf"(?: \([^()\n\d]{{1,30}}\)(?= ))?(?:\s?(?P<scale>{scale})(?!\w))?"
        rf"(?:(?P<percent>\s?(?:%o|%|‰))(?:(?:\s|(?=kh(?!\w)))(?P<of>{unit('?:', '?:', '?:')}))?"
        rf"|\s?(?P<symbol>{symbols})(?!\w)|\s?{named}){per}"
    )
    one = rf"một(?= (?:{_any(time)})(?!\w))"
    in_words = rf"(?<!\w)(?P<first>{_any(data['number_words'])}|{one}) {named}"
    numbered = rf"(?<!\w)(?P<noun>{_any(data['counted']['numbered'])}) (?:thứ )?(?P<first>\d{{1,2}})(?![\w/.]\d|\w)"
    return re.compile(digits), re.compile(in_words), re.compile(numbered)


@cache
def _symbols() -> dict[str, str]:
    """Return the symbols of units by their small letters, as the text is compared: `usd` is `USD`."""
    return {symbol.lower(): symbol for symbol in reversed(load("quantities")["measures"]["symbols"])}


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<!định )(?:{_any(load('quantities')['not_quantities']['before'])})[ :-]{{0,2}}$")


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(load('quantities')['not_quantities']['clock_before'])}) $")


def find_quantities(text: str) -> Iterator[FoundQuantity]:
    """Yield the quantities of a text in order. `text` must be NFC; none runs over a line's end."""
    folded = new_tone(text).lower()
    if len(folded) != len(text):  # letters whose lower case is longer (İ): rare, compare them as they are
        folded = new_tone(text)
    digits, in_words, numbered = _patterns()
    hits = (hit for hit in _hits(digits, folded) if not _shouts(hit, text))
    found = [each for each in map(_with_digits, hits) if each is not None]
    found += [each for each in map(_in_words, in_words.finditer(folded)) if each is not None]
    found += [FoundQuantity(*hit.span(), f"{int(hit['first'])} {hit['noun']}") for hit in numbered.finditer(folded)]
    found += [FoundQuantity(*hit.span(), f"{value_of(hit['words'])} đồng") for hit in AMOUNT.finditer(folded)]
    found += _loose(text)
    end = 0
    apart: list[FoundQuantity] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if one.start >= end:
            apart.append(one)
            end = one.end
    yield from _ranges(apart, folded)


_BETWEEN = re.compile(r" ?(?:đến|tới|-|–) ?")


def _ranges(found: list[FoundQuantity], text: str) -> Iterator[FoundQuantity]:
    """Join `30 tháng đến 60 tháng`: a range that names its unit twice."""
    index = 0
    while index < len(found):
        one = found[index]
        after = found[index + 1] if index + 1 < len(found) else None
        joined = None if after is None else _range_value(one.value, after.value)
        if after is not None and joined and _BETWEEN.fullmatch(text, one.end, after.start):
            one, index = FoundQuantity(one.start, after.end, joined), index + 1
        yield one
        index += 1


def _range_value(first: str, last: str) -> str | None:
    """Return the value of a range of two values of one unit, None for two units or of ranges themselves."""
    if "/" in first + last:
        return None
    if re.sub(r"\d[\d.]*", "", first) != re.sub(r"\d[\d.]*", "", last):
        return None
    if " " not in first:
        return f"{first}/{last}"  # durations
    number, _, unit = first.partition(" ")
    return f"{number}/{last.partition(' ')[0]} {unit}"


_LOOSE = re.compile(
    r"(?<![\w/.,-])(?:(?P<first>0\d|\d{2,5}|[Hh]ai|[Bb]a)(?P<percent>%)? (?P<noun>[A-ZĐ]{2,}[\w&-]*)"
    r"|(?P<padded>0[1-9]) (?P<small>[a-zđà-ỹ]{2,}))(?![\w/.])"
)
"""What has no unit known to us: letters for persons or things (`02 CBCT`), any noun behind a padded number."""


def _words_before(text: str, start: int) -> str:
    """Return the end of what stands before an offset in its line."""
    return text[max(text.rfind("\n", 0, start) + 1, start - 20) : start]


def _loose(text: str) -> Iterator[FoundQuantity]:
    for hit in _LOOSE.finditer(text):
        number, noun = hit["first"] or hit["padded"], hit["noun"] or hit["small"]
        before = new_tone(_words_before(text, hit.start())).lower()
        refused = load("quantities")["not_quantities"]
        if not before.strip() or before.endswith("\t") or _before().search(before) or noun.lower() in refused["words"]:
            continue
        value = load("quantities")["number_words"].get(number.lower()) or int(number)
        yield FoundQuantity(*hit.span(), f"{value} {'% ' if hit['percent'] else ''}{noun}")


def _hits(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches that stand in one line and one cell of a table."""
    for hit in pattern.finditer(text):
        if "\n" not in hit.group() and "\t" not in hit.group():
            yield hit


def _shouts(hit: re.Match[str], text: str) -> bool:
    """Tell whether a capital says that it is none: `1G`, the rubbish of scans, or `3 Xã Bảo Lâm` of a list."""
    if hit["noun"] and text[hit.start("noun")].isupper() and text[hit.end("noun") :][:2].strip().isupper():
        return not text[: hit.start()].rpartition("\n")[2].strip()
    return len(hit["symbol"] or "") == 1 and text[hit.start("symbol")].isupper()


def _with_digits(hit: re.Match[str]) -> FoundQuantity | None:
    text, start = hit.string, hit.start()
    before = _words_before(text, start)
    unit = _unit(hit)
    if _before().search(before) and not hit["scale"] and not hit["percent"]:
        return None
    if unit == "giờ" and (_clock().search(before) or re.match(r" ?(?:\d|ngày)", text[hit.end() :][:6])):
        return None
    if hit.group().startswith(("24/24", "24/7")):
        return None
    if unit == "phút" and before.endswith("giờ "):
        return None
    if unit in {"năm", "tháng", "ngày"} and re.match(r" \d{1,4}(?!\d| ?%| ?[-–] ?\d{4})", text[hit.end() :][:14]):
        return None  # `12 tháng 9`, `9 năm 2021`: parts of a date
    if unit == "năm" and len(hit["first"]) == 4:
        return None
    if unit in {"khóa", "khoá"} and re.match(r" [ivx]+(?!\w)", text[hit.end() :][:6]):
        return None  # `Trung ương 6 khóa XIII`
    if unit in {"điều", "khoản", "chương"} and re.match(r" \d", text[hit.end() : hit.end() + 2]):
        return None  # `khoản 2 Điều 69`
    if any(text.startswith(" " + word, hit.end("first")) for word in load("quantities")["not_quantities"]["after"]):
        return None
    value = _value(hit, unit)
    return FoundQuantity(start, hit.end(), value) if value else None


def _in_words(hit: re.Match[str]) -> FoundQuantity | None:
    unit = _unit(hit)
    ambiguous = unit in {"bên", "điểm", "lần", "nhà", "ban", "nước"}
    if ambiguous or _before().search(_words_before(hit.string, hit.start())):
        return None
    number = Decimal(load("quantities")["number_words"].get(hit["first"], 1))
    return FoundQuantity(*hit.span(), _said(str(number), None, unit, hit["age"]))


def _unit(hit: re.Match[str]) -> str:
    groups = hit.groupdict()
    if groups.get("percent"):
        sign = "%" if groups["percent"].strip() == "%" else "‰"
        return sign + (f" {_spelled(groups['of'])}" if groups.get("of") else "")
    if groups.get("symbol"):
        return _symbols()[groups["symbol"]]
    return _spelled(groups["noun"] or groups["plain"] or "")


@cache
def _spellings() -> dict[str, str]:
    data = load("quantities")
    words = [*data["durations"], *data["measures"]["words"], *data["counted"]["nouns"]]
    return {fold(word): new_tone(word) for word in reversed(words) if len(word) >= _LEAST_FOLDED}


def _spelled(unit: str) -> str:
    """Return the unit with its marks where it was printed or recognised without them."""
    return unit if unit in _exact() else _spellings().get(fold(unit), unit)


@cache
def _exact() -> frozenset[str]:
    data = load("quantities")
    words = [*data["durations"], *data["measures"]["words"], *data["counted"]["nouns"]]
    return frozenset(new_tone(word.lower()) for word in words)


def _value(hit: re.Match[str], unit: str) -> str | None:
    first, last = _number(hit["first"]), _number(hit["last"]) if hit["last"] else None
    if first is None:
        return None
    scale = load("quantities")["scales"].get(hit["scale"], 1) if hit["scale"] else 1
    per = re.sub(r"\s", "", hit["per"] or "")
    until = _plain(last * scale) if last is not None else None
    if until is not None and hit["to"] == "/":
        return f"{_plain(first * scale)}:{until} {unit}{per}"
    return _said(_plain(first * scale), until, unit, hit["age"]) + per


def _said(first: str, last: str | None, unit: str, age: str | None) -> str:
    sign = load("quantities")["durations"].get(unit)
    if sign is not None:
        return "/".join(_iso(number, sign) for number in (first, last) if number is not None)
    numbers = first if last is None else f"{first}/{last}"
    return f"{numbers} {unit}{age or ''}"


def _iso(number: str, sign: str) -> str:
    return f"PT{number}{sign[1]}" if sign.startswith("T") else f"P{number}{sign}"


def _number(printed: str) -> Decimal | None:
    """`1.234,5` is 1234.5; a full stop before other than three digits is a decimal point."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", printed):
        printed = printed.replace(".", "")
    return Decimal(printed.replace(",", "."))


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")
