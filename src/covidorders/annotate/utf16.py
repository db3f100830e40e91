"""Offsets of programs that count UTF-16 units, as JavaScript does: a letter outside the basic plane counts two."""

from __future__ import annotations

from itertools import accumulate

BASIC_PLANE = 0xFFFF


class Utf16Offsets:
    """Both ways between code points and UTF-16 units of one text."""

    def __init__(self, text: str) -> None:
        """Count the text once."""
        self.differs = any(ord(letter) > BASIC_PLANE for letter in text)
        """False where both counts are the same, as in nearly every notice."""
        widths = (2 if ord(letter) > BASIC_PLANE else 1 for letter in text) if self.differs else ()
        self._units = [0, *accumulate(widths)]
        self._points = {unit: point for point, unit in enumerate(self._units)}

    def units(self, point: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return self._units[point] if self.differs else point

    def points(self, unit: int) -> int | None:
        """Return the code point offset of a UTF-16 offset; None in the middle of a letter or behind the text."""
        return self._points.get(unit) if self.differs else unit
