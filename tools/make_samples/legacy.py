"""Vietnamese code pages from before Unicode, for writing only: TCVN3 (ABC), VNI and windows-1258.

TCVN3: TCVN 5712:1993, table VN3, whose capitals with tone marks have no codes of their own: they print from the capital
fonts (`.VnTimeH`). VNI: a base letter and a mark byte after it (a few letters have one byte). windows-1258: code page
1258, base letters with the tone as a combining mark. The tables stand here apart from the program's own, so that a
mistake there is seen.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_TCVN3: dict[str, int] = dict(
    zip(
        "ĂÂÊÔƠƯĐăâêôơưđ" "àảãáạ" "ằẳẵắ" "ặầẩẫấậ" "è" "ẻẽéẹềểễếệìỉ" "ĩíịò" "ỏõóọồổỗốộờởỡớợù" "ủũúụừửữứựỳỷỹýỵ",
        [*range(0xA1, 0xAF), *range(0xB5, 0xBA), *range(0xBB, 0xBF), *range(0xC6, 0xCC), 0xCC, *range(0xCE, 0xD9),
         *range(0xDC, 0xE0), *range(0xE1, 0xF0), *range(0xF1, 0xFF)],
        strict=True,
    )
)  # fmt: skip

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"

_VNI_MARKS = {
    _ACUTE: 0xF9, _GRAVE: 0xF8, _HOOK: 0xFB, _TILDE: 0xF5, _DOT: 0xEF,
    _CIRCUMFLEX: 0xE2, _CIRCUMFLEX + _ACUTE: 0xE1, _CIRCUMFLEX + _GRAVE: 0xE0, _CIRCUMFLEX + _HOOK: 0xE5,
    _CIRCUMFLEX + _TILDE: 0xE3, _CIRCUMFLEX + _DOT: 0xE4,
    _BREVE: 0xEA, _BREVE + _ACUTE: 0xE9, _BREVE + _GRAVE: 0xE8, _BREVE + _HOOK: 0xFA, _BREVE + _TILDE: 0xFC,
    _BREVE + _DOT: 0xEB,
}  # fmt: skip
_VNI_LETTERS = {"đ": 0xF1, "í": 0xED, "ì": 0xEC, "ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "ỵ": 0xEE}
_VNI_HORNED = {"o": 0xF4, "u": 0xF6}
_TO_CAPITAL = 0x20


def tcvn3(text: str) -> bytes:
    """Return the bytes of a text in TCVN3. Capitals with tone marks are written with their small letter's code."""
    return bytes(_tcvn3_byte(letter) for letter in _punctuation(text))


def _tcvn3_byte(letter: str) -> int:
    if ord(letter) < 0x80:
        return ord(letter)
    return _TCVN3[letter] if letter in _TCVN3 else _TCVN3[letter.lower()]


def tcvn3_letters(text: str) -> str:
    """Return what a word processor stores for TCVN3 text in a .VnTime font: the bytes as Latin-1 letters."""
    return tcvn3(text).decode("latin-1")


def vni(text: str) -> bytes:
    """Return the bytes of a text in VNI (Windows)."""
    return bytes(byte for letter in _punctuation(text) for byte in _vni_bytes(letter))


def _vni_bytes(letter: str) -> Iterator[int]:
    capital = _TO_CAPITAL if letter.isupper() else 0
    small = letter.lower()
    base, marks = unicodedata.normalize("NFD", small)[0], _marks(small)
    if ord(letter) < 0x80:
        yield ord(letter)
    elif small in _VNI_LETTERS:
        yield _VNI_LETTERS[small] - capital
    else:
        horned = _HORN in marks
        yield (_VNI_HORNED[base] if horned else ord(base)) - capital
        rest = marks.replace(_HORN, "")
        if rest:
            yield _VNI_MARKS[rest] - capital


def _marks(letter: str) -> str:
    """Return the combining marks of a letter, the letter's own mark (â, ă, ơ) before its tone."""
    marks = unicodedata.normalize("NFD", letter)[1:]
    return "".join(sorted(marks, key=lambda mark: mark not in {_CIRCUMFLEX, _BREVE, _HORN}))


def windows_1258(text: str) -> bytes:
    """Return the bytes of a text in windows-1258: the tone as a combining mark after the letter."""
    return "".join(_letter_and_tone(letter) for letter in text).encode("cp1258")


def _letter_and_tone(letter: str) -> str:
    marks = _marks(letter)
    tone = next((mark for mark in marks if mark in {_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT}), "")
    if not tone:
        return letter
    base = unicodedata.normalize("NFD", letter)[0]
    return unicodedata.normalize("NFC", base + marks.replace(tone, "")) + tone


def mojibake(text: str) -> str:
    """Return what stands in a file whose UTF-8 bytes were once taken for windows-1252."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


def broken_letters(text: str) -> str:
    """Return a text with the letters that some PDF writers put into the text layer for others."""
    for right, wrong in (("Ư", "Ƣ"), ("ư", "ƣ"), ("Đ", "Ð"), ("HÒA", "HÕA"), ("PHÒNG", "PHÕNG")):
        text = text.replace(right, wrong)
    return text


def _punctuation(text: str) -> str:
    """Return a text without the quotes and dashes that these code pages have no place for."""
    return text.translate(str.maketrans("“”‘’–…", "\"\"''-.")).replace("\u00a0", " ")
