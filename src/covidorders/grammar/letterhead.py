"""Lines of a letterhead that carry facts: the number, the place and date, the type's name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from covidorders.grammar.codes import parse_code
from covidorders.grammar.doctypes import DocTypeInfo, by_name
from covidorders.grammar.fold import fold
from covidorders.grammar.marks import is_capitals, is_motto, is_nation, pattern
from covidorders.knowledge import load
from covidorders.model import Code

_NUMBER = re.compile(r"\W{0,3}s[oóòỏõọôốồổỗộ]\s*[:.;,]?(?=\W|\d|$)\s*", re.IGNORECASE)
_NUMBER_MISREAD = re.compile(
    r"\W{0,3}(?:[s8$][oóòôốồ60eé]?|s[ốô])\s*[:;](?=\s*[\dlI|O])\s*|s[ốôó](?=\s?[lI|]\s?\d)\s?", re.IGNORECASE
)
"""`Số:` as scanning reads it (`86:`, `$6:`, `S:`, `sốl 0688/…`); a whole code must follow."""
_DIGIT_RUN = re.compile(r"[\dlI|O ]{1,8}(?=\s?[/-])")
_GAZETTE = re.compile(r"\s+của\s\D{3,80}?\bsố\s*:?\s*\d", re.IGNORECASE)
_SLOT = re.compile(
    r"(?<=ngày)\s*[\dlI|Oo]{1,2}\s*(?=th)|(?<=áng)\s*[\dlI|Oo]{1,2}\s*(?=n)|(?<=năm)\s*[\dlI|Oo]{4}(?!\w)"
)
_DATE_WORDS = tuple(
    (word, re.compile(misread, re.IGNORECASE))
    for word, misread in (("ngày", r"\bng[aàáảãạăâ]y"), ("tháng", r"th[aàáảãạăâ]ng"), ("năm", r"\bn[aàáảãạăắằâ]m"))
)
_AS_DIGITS = str.maketrans("lI|Oo", "11100")
_UNIT = frozenset({"tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "trấn", "phường", "đảo", "-", "–"})


_APOSTROPHE = re.compile(r"\s?['’‘]\s?")
"""Inside names of the Central Highlands (`Đắk R'lấp`), where scanning sets it apart."""
_UNREAD_NOTATION = re.compile(r"\s*(?P<number>\d{1,6})\s?/\s?[^\s\d]\S{2,15}\W{0,3}")
_LONGEST_NUMBER = 70
_SAYS_ONLY = re.compile(r"[*_\s]*s[ốỐ]\s*:?[*_\s]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DayLine:
    """Địa danh và thời gian: `Đồng Nai, ngày 21 tháng 9 năm 2021` as place and the words of the date."""

    place: str
    date: str
    date_start: int


def number_line(line: str) -> Code | None:
    """Return the code that a letterhead's number line carries (`Số: 12/CT-UBND`, `Số 30-KL/BCĐ`), else None.

    The line must say `Số`, a type's name may stand before it (`Nghị quyết số: 17/2022/UBTVQH15`); a blank number gives
    an incomplete code. Digits alone (`Số: 558`) count too.
    """
    if len(line) > _LONGEST_NUMBER:
        return None
    found = _NUMBER.match(line)
    if found is None:
        return _numbered_title(line) or _misread_number(line)
    rest = line[found.end() :]
    code = parse_code(rest)
    if code is None and "/" in rest and len(rest) <= 40:  # a number that could not be read: only the notation stands
        code = parse_code(rest[rest.index("/") :])
    unread = _UNREAD_NOTATION.fullmatch(rest) if code is None else None
    if unread is not None:  # the notation is not made out (`62 /KH-I'I'D`), the number is
        code = Code(raw=rest.strip(), number=unread["number"], notation=None, complete=False)
    return code


def _numbered_title(line: str) -> Code | None:
    """`Nghị quyết số: 17/2022/UBTVQH15`, `Luật số: 51/2019/QH14`: the National Assembly's form, alone on its line."""
    info = by_name(line)
    name, colon, rest = line.partition(":")
    if info is None or not colon or not line[:1].isupper() or fold(name.strip()) != f"{fold(info.name)} so":
        return None
    code = parse_code(rest)
    return code if code is not None and code.complete else None


def _misread_number(line: str) -> Code | None:
    found = _NUMBER_MISREAD.match(line)
    digits = _DIGIT_RUN.match(line, found.end()) if found else None
    if found is None or digits is None:
        return None
    number = digits.group().translate(_AS_DIGITS).replace(" ", "")
    code = parse_code(number + line[digits.end() :].strip())
    return code if code is not None and code.complete else None


def says_number(line: str) -> bool:
    """Tell whether a line is a number line, be its number blank, or unreadable."""
    found = _NUMBER.match(line)
    if found is None or len(line) > _LONGEST_NUMBER:
        return found is None and number_line(line) is not None
    rest = line[found.end() :]
    return number_line(line) is not None or (len(rest) <= 24 and ("/" in rest or not rest.strip(" ._…")))


def day_line(line: str) -> DayLine | None:
    """Return place and date of a place-and-date line, else None; the day may be blank."""
    plain = line.strip("*_ ()")
    found = pattern("date", "line").match(fold(plain)) if len(plain) <= 90 else None
    if found is None:
        return None
    place = plain[: found.end("place")].strip(" ,.;")
    if not _is_place(place):
        return None
    begin = fold(plain).index("ngay", found.end("place"))
    return DayLine(place, plain[begin:].strip(), line.index(plain) + begin)


def is_broken(line: str, rest: str) -> bool:
    """Tell whether two lines are one fixed line of a letterhead that was broken: quốc hiệu, tiêu ngữ, number or day.

    `CỘNG HÒA XÃ` + `HỘI CHỦ NGHĨA VIỆT NAM`, `Số:` + `12/CT-UBND`, `Lâm Hà, ngày` + `01 tháng 7 năm 2021`.
    """
    if len(line) + len(rest) > _LONGEST_NUMBER or not line or not rest:
        return False
    whole = f"{line} {rest}"
    if is_nation(line):
        return fold(rest) == "viet nam" and not fold(line).endswith("viet nam")
    if any(test(whole) and not test(line) and not test(rest) for test in (is_nation, is_motto)):
        return True
    if _SAYS_ONLY.fullmatch(line):
        code = number_line(whole)
        return code is not None and code.complete and number_line(rest) is None
    return day_line(whole) is not None and day_line(line) is None and day_line(rest) is None and "ngay" in fold(whole)


def is_gazette_title(rest: str) -> bool:
    """Tell whether what follows a type's name is the gazette's `của … số …`."""
    return _GAZETTE.match(rest) is not None


def with_digits(date: str) -> str:
    """Return a place-and-date line's date with letters in the place of digits read as those digits (`l8` as `18`).

    Only in the slots of day, month and year, where nothing but digits can stand, and only l, I, | for 1 and O for 0.
    The words ngày, tháng, năm get their marks back.
    """
    for word, misread in _DATE_WORDS:
        date = misread.sub(word, date)
    return _SLOT.sub(lambda found: " " + found.group().strip().translate(_AS_DIGITS) + " ", date)


def _is_place(words: str) -> bool:
    """A place is a name: at most seven words, all with a capital but the kinds of unit (`Hà nội` is met too)."""
    parts = _APOSTROPHE.sub("'", words).split()
    if words.casefold().startswith(tuple(f"{time} " for time in load("marks")["date"]["times"])):
        return False
    if len(parts) == 2 and parts[0][0].isupper() and fold(words) != "can cu":
        return True
    return 0 < len(parts) <= 7 and all(part[0].isupper() or part.lower() in _UNIT for part in parts)


def title_line(line: str, *, alone_is_enough: bool = True) -> tuple[DocTypeInfo, int] | None:
    """Return the type that a title line names and the length of its name in the line, else None.

    A title is the type's name alone on its line (`KẾ HOẠCH`, also with `(lần 2)`), or a line in capitals that
    opens with it (`THÔNG BÁO KẾT LUẬN CỦA …`), or the name in capitals with the subject behind it.
    """
    plain = line.strip("*_# ")
    info = by_name(plain)
    loosely = info is None and is_capitals(plain)
    info = by_name(plain, loose=True) if loosely else info
    if info is None:
        return None
    length = _name_length(plain, info)
    rest = plain[length:]
    if loosely and rest.strip(" :.*_–-"):  # PHƯỜNG AN BÌNH opens like PHƯƠNG ÁN once its tones are gone
        return None
    offset = line.index(plain)
    if not rest.strip(" :.*_–-"):
        alone = is_capitals(plain) or (alone_is_enough and plain[0].isupper())
        return (info, offset + length) if alone else None
    if is_gazette_title(rest):
        return info, offset + length
    if is_capitals(plain[:length]) and (not rest[0].isalnum()) and not rest.lstrip().startswith(":"):
        return info, offset + length
    return None


def _name_length(plain: str, info: DocTypeInfo) -> int:
    """Length of the longest name or alias of the type at the start of the line."""
    folded = " ".join(fold(plain).split())
    lengths = [len(name) for name in (info.name, *info.aliases) if folded.startswith(fold(name))]
    return max(lengths, default=len(info.name))
