"""Names and styles of fonts: they tell legacy encodings (`.VnTimeH`), and headings by their weight."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from covidorders.extract.arrange import Piece

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6
"""Bit of a font descriptor's flags: ISO 32000-1, table 123."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font's name without its subset prefix, and its style."""

    name: str
    bold: bool
    italic: bool


class Fonts:
    """The fonts of one document, read once each."""

    def __init__(self) -> None:
        self._known: dict[tuple[bytes, int], Font] = {}
        self._buffer = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()

    def style(self, textpage: ctypes.c_void_p, pieces: Iterable[Piece], first: dict[int, int]) -> None:
        """Set font and style of pieces; `first` gives for the id of a word the index of its first letter.

        Words that are not in `first` (they come from an annotation) tell nothing.
        """
        for piece in pieces:
            known = [first[id(word)] for word in piece.words if id(word) in first]
            if not known:
                continue
            fonts = [self.at(textpage, known[0]), self.at(textpage, known[-1])]
            if fonts[0] is not fonts[1]:
                fonts.append(self.at(textpage, known[len(known) // 2]))
            names = [font.name for font in fonts]
            piece.font = max(names, key=names.count)
            piece.bold = all(font.bold for font in fonts)
            piece.italic = all(font.italic for font in fonts)

    def at(self, textpage: ctypes.c_void_p, index: int) -> Font:
        """Return the font of a letter."""
        length = pdfium.FPDFText_GetFontInfo(textpage, index, self._buffer, len(self._buffer), self._flags)
        name = self._buffer.value if 0 < length <= len(self._buffer) else b""
        key = (name, self._flags.value)
        if key not in self._known:
            self._known[key] = _font(*key)
        return self._known[key]


def _font(raw: bytes, flags: int) -> Font:
    name = _SUBSET.sub("", raw.decode("utf-8", "replace"))
    return Font(name, _BOLD.search(name) is not None, _ITALIC.search(name) is not None or bool(flags & _ITALIC_FLAG))
