"""Legacy Vietnamese encodings as decoders from the letters they come out as (knowledge/encodings.toml)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from covidorders.knowledge import load

_PRIVATE = 0xF000
"""Fonts marked as symbol fonts give their bytes as U+F000 + byte."""


@dataclass(frozen=True, slots=True)
class Charset:
    """One legacy encoding. `decode` turns what came out of a file or font into NFC Unicode.

    `letters` are all characters that stand for a letter in it; a text without them is not in this encoding.
    """

    name: str
    letters: frozenset[str]
    fonts: tuple[str, ...]
    capital_fonts: str | None
    decode: Callable[[str], str]

    def has_font(self, font: str | None) -> bool:
        """Tell whether a font's name is one of this encoding's."""
        return font is not None and font.lower().startswith(self.fonts)

    def draws_capitals(self, font: str | None) -> bool:
        """Tell whether the font draws small letters as capitals (`.VnTimeH`)."""
        family = (font or "").split("-")[0].split(",")[0]
        return self.capital_fonts is not None and self.has_font(font) and family.endswith(self.capital_fonts)


@cache
def charsets() -> tuple[Charset, ...]:
    """Return all legacy encodings known, the more usual ones first."""
    data = load("encodings")
    made = [_of_bytes(name, data[name], data["surfaces"]) for name in ("tcvn3", "viscii", "vps", "windows-1258")]
    return made[0], _vni(data["vni"]), *made[1:]


def _surfaces(byte: int, aliases: dict[str, Any]) -> set[str]:
    """All characters that a byte comes out as: Latin-1, Windows-1252, symbol fonts, and the aliases met."""
    found = {chr(byte), chr(_PRIVATE + byte), *aliases.get(chr(byte), ())}
    windows = bytes([byte]).decode("cp1252", errors="ignore")
    return found | {windows} if windows else found


def _of_bytes(name: str, data: dict[str, Any], aliases: dict[str, Any]) -> Charset:
    """A single-byte encoding: one table, then NFC for tones that stand behind their letter."""
    if "codec" in data:
        pairs = {byte: bytes([byte]).decode(data["codec"], errors="ignore") for byte in range(0x80, 0x100)}
        meant = {byte: to for byte, to in pairs.items() if to and (to.isalpha() or unicodedata.combining(to))}
    else:
        rows = "".join(data["high"])
        meant = {0x80 + place: letter for place, letter in enumerate(rows) if letter != " "}
        meant |= {ord(control): letter for control, letter in data.get("low", {}).items()}
    table = {ord(shown): letter for byte, letter in meant.items() for shown in _surfaces(byte, aliases)}
    table |= {_PRIVATE + code: chr(code) for code in range(0x21, 0x7F)}

    def decode(text: str) -> str:
        return unicodedata.normalize("NFC", text.translate(table))

    letters = frozenset(chr(code) for code in table)
    return Charset(name, letters, tuple(data["fonts"]), data.get("capital_fonts"), decode)


def _vni(data: dict[str, Any]) -> Charset:
    """VNI: a base letter and a sign of its marks (`aù` = á, `oä` = ộ), six letters of their own (`ö` = ư)."""
    letters = _both_cases(data["letters"])
    signs = _both_cases(data["signs"])
    own = {shown: unicodedata.normalize("NFC", meant) for shown, meant in letters.items()}
    pattern = re.compile(f"([AEIOUYaeiouyÔÖôö])([{''.join(signs)}])|([{''.join(letters)}])")

    def put(match: re.Match[str]) -> str:
        base, sign, alone = match.groups()
        if alone:
            return own[alone]
        composed = unicodedata.normalize("NFC", own.get(base, base) + signs[sign])
        return composed if len(composed) == 1 else match.group()

    def decode(text: str) -> str:
        return pattern.sub(put, text)

    return Charset("vni", frozenset({*letters, *signs}), tuple(data["fonts"]), None, decode)


def _both_cases(pairs: dict[str, str]) -> dict[str, str]:
    return pairs | {key.upper(): value.upper() for key, value in pairs.items()}
