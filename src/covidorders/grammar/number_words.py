"""Amounts written out in words: `năm mươi nghìn đồng`, `một trăm linh năm triệu đồng`."""

from __future__ import annotations

import re

_DIGITS = {
    **{"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5},
    **{"sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9},
}
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_WORD = "|".join((*_DIGITS, "mười", "mươi", "trăm", "lẻ", "linh", *_SCALES))
AMOUNT = re.compile(rf"(?<!\w)(?P<words>(?:{_WORD})(?:,? (?:{_WORD})){{1,16}}) (?P<unit>đồng(?: việt nam)?)(?!\w)")
"""Two number words or more before `đồng`, in lower case and new tone placement."""


def value_of(words: str) -> int:
    """Return the number that the words say: `hai nghìn tỷ` is 2,000,000,000,000."""
    total = group = digit = 0
    for word in words.replace(",", "").split():
        if word in _DIGITS:
            digit = _DIGITS[word]
        elif word in {"mười", "mươi"}:
            group, digit = group + 10 * (digit if word == "mươi" else 1), 0
        elif word == "trăm":
            group, digit = group + 100 * digit, 0
        elif word in _SCALES:
            said = group + digit
            total = total + said * _SCALES[word] if said else total * _SCALES[word]
            group = digit = 0
    return total + group + digit
