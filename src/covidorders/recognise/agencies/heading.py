"""Lines of a letterhead: a body whose name runs over several lines of capitals."""

from __future__ import annotations

from covidorders.grammar.doctypes import by_name
from covidorders.grammar.fold import fold
from covidorders.grammar.letterhead import says_number
from covidorders.grammar.marks import is_motto, is_nation
from covidorders.recognise.agencies.territory import central_end, territory_end
from covidorders.recognise.agencies.words import Words

_LINES = 10
"""Paragraphs in which a letterhead stands at most."""


def broken_end(words: Words, first: int, end: int) -> int:
    """Return where the rest of a name ends that the paragraph above left at its end; `first` where none stands.

    `first` to `end`: the words of the paragraph without the marks around them. `ỦY BAN NHÂN DÂN` / `THÀNH PHỐ A`,
    `CỤC TIN HỌC` / `VÀ THỐNG KÊ`, `UBND các tỉnh, thành phố` / `trực thuộc Trung ương`.
    """
    central = central_end(words, first)
    if central > first or not words.capitals:
        return central
    if words.folded[first] == "va" or words.folded[first:end] == ["toi", "cao"] or territory_end(words, first) == end:
        return end
    return first


class Heading:
    """Follows the first paragraphs of a notice; `continues` tells whether one goes on with the body above it."""

    def __init__(self) -> None:
        self._lines = 0
        self._open = True
        self._body = False

    def skips(self, line: str) -> bool:
        """Tell whether a paragraph is the quốc hiệu, the motto or the Party's line there: nothing is marked."""
        return is_nation(line) or is_motto(line) or fold(line) == "dang cong san viet nam"

    def continues(self, words: Words, line: str, *, found: bool) -> bool:
        """Tell whether a line of capitals is the body of the letterhead, or goes on with the one above.

        `found`: a body begins the line by itself.
        """
        self._lines += 1
        if not self._open:
            return False
        if self._lines > _LINES or says_number(line) or by_name(line) is not None:
            self._open = False
            return False
        if not words.capitals or len(words) < 2:
            self._body = False
            return False
        going_on, self._body = self._body, self._body or found
        return going_on or found
