"""A list number in the format that Word prints (ECMA-376 Part 1 §17.18.59, ST_NumberFormat)."""

from __future__ import annotations

import re
from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_LARGEST = 32767
_PADDED = re.compile(r"0*1")


def format_number(count: int, style: str, custom: str | None = None) -> str:
    """Return `count` as `style` prints it; a style that is not known prints decimal, as Word does.

    `custom` is the `w:format` of `style` "custom": its first members, "001, 002, 003, ..." or "a, b, c, d, đ, ...".
    """
    if style == "custom" and custom:
        return _custom(count, custom)
    if style in {"none", "bullet"}:
        return ""
    formatter = _FORMATS.get(style, str)
    return formatter(count) if 0 < count <= _LARGEST or formatter in {str, _two_digits} else str(count)


def _two_digits(count: int) -> str:
    return f"{count:02d}"


def _roman(count: int) -> str:
    letters = []
    for size, letter in _ROMAN:
        repeats, count = divmod(count, size)
        letters.append(letter * repeats)
    return "".join(letters)


def _letter(count: int) -> str:
    """Count a … z, aa, bb … zz, aaa as Word does; its alphabet is the Latin one, so there is no đ."""
    repeats, position = divmod(count - 1, 26)
    return chr(ord("a") + position) * (repeats + 1)


def _ordinal(count: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{count}{'th' if count % 100 in (11, 12, 13) else endings.get(count % 10, 'th')}"


def _vietnamese(count: int) -> str:
    """Return the number word; beyond 99 digits are clearer and Word prints them too."""
    if count < 10:
        return _DIGITS[count]
    if count > 99:
        return str(count)
    tens, unit = divmod(count, 10)
    word = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if not unit:
        return word
    last = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(unit, _DIGITS[unit])
    return f"{word} {last}"


def _from(first: str, size: int) -> Callable[[int], str]:
    return lambda count: chr(ord(first) + count - 1) if count <= size else str(count)


def _symbols(count: int) -> str:
    """Chicago Manual of Style: *, †, ‡, §, then each doubled."""
    repeats, position = divmod(count - 1, 4)
    return "*†‡§"[position] * (repeats + 1)


def _custom(count: int, custom: str) -> str:
    members = [member.strip() for member in custom.split(",") if member.strip().strip(".")]
    if members and _PADDED.fullmatch(members[0]):
        return str(count).zfill(len(members[0]))
    return members[count - 1] if 0 < count <= len(members) else str(count)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": _two_digits,
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "ordinal": _ordinal,
    "vietnameseCounting": _vietnamese,
    "numberInDash": lambda count: f"- {count} -",
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "hex": lambda count: f"{count:X}",
    "chicago": _symbols,
}
