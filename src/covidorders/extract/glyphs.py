"""Letters of symbol fonts (Symbol, Wingdings): what they look like in Unicode, and list bullets among them.

Such fonts put their pictures on private-use code points (U+F0xx) or on plain letters (`o` of Courier New, `§` and `ü`
of Wingdings), which mean nothing without the font. A bullet keeps its look as far as it matters for the rank of an
item: dashes become `-`, the plus stays `+`, the other pictures become one of a few Unicode bullets, so that two levels
of a list that are printed differently stay different.
"""

from __future__ import annotations

import re
from functools import cache

from covidorders.knowledge import load

_PRIVATE = re.compile("[\uf020-\uf0ff]")


@cache
def _font(name: str) -> dict[str, str]:
    table: dict[str, str] = load("glyphs")["fonts"].get(name, {})
    return table


@cache
def _bullets() -> dict[str, str]:
    return {glyph: mark for mark, glyphs in load("glyphs")["bullets"].items() for glyph in glyphs}


def _key(font: str | None) -> str:
    """Return the name under which the data file holds a font ("Wingdings 2" is "wingdings2")."""
    return "".join((font or "").lower().split())


def symbol(code: int, font: str | None) -> str:
    """Return the Unicode letter of a symbol font's code (`w:sym`), the code itself where the picture is not known."""
    letter = chr(code - 0xF000 if code >= 0xF000 else code)
    return _font(_key(font)).get(letter, chr(code))


def readable(text: str, font: str | None) -> str:
    """Return `text` with the private-use letters of a symbol font read.

    Other fonts' private-use letters are left alone: LibreOffice puts TCVN3 letters there when `.VnTime` was declared a
    symbol font, and the normaliser knows them.
    """
    if not _PRIVATE.search(text) or not _font(_key(font)):
        return text
    return _PRIVATE.sub(lambda match: symbol(ord(match.group()), font), text)


def bullet(text: str, font: str | None) -> str:
    """Return the mark to print for a bullet level whose text is `text` in `font`; empty if it prints nothing."""
    text = text.strip(" \t\u00a0")
    if not text:
        return ""
    letter = text[0]
    if _PRIVATE.match(letter):
        # Writers of DOCX often leave the font out beside a private-use letter: Symbol is Word's own choice.
        letter = symbol(ord(letter), font if _font(_key(font)) else "Symbol")
        letter = "•" if _PRIVATE.match(letter) else letter
    elif letter in _font(_key(font)):
        letter = _font(_key(font))[letter]
    elif letter == "o":  # Word's second bullet, a letter of Courier New that stands for a circle
        return "◦"
    return _bullets().get(letter, text if text[1:] else letter)
