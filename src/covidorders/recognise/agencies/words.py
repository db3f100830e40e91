"""The words of one paragraph or table cell, as the finders of bodies and offices walk over them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from covidorders.grammar.fold import fold, new_tone
from covidorders.grammar.marks import is_capitals

_PIECE = re.compile(r"\w+(?:[&'’´`°]\w+)*|[^\w\s]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_DEFINED = re.compile(r"gọi (?:tắt |chung )?là:? [“\"]?([^\W\d_]+(?: [^\W\d_]+)?)[”\"]?\)")
_PART = re.compile(r"[^\n\t]+")
_DASHES = str.maketrans("–—−‐‑", "-----")


@dataclass(frozen=True, slots=True)
class Words:
    """Words and marks of one paragraph or cell; `starts` and `ends` are offsets into the whole text."""

    text: str
    plain: str
    """The whole text in small letters with new tone placement, of the same length."""
    starts: list[int]
    ends: list[int]
    folded: list[str]
    capitals: bool = False
    """The paragraph is printed in capitals: a capital letter says nothing."""
    bare: bool = False
    """The paragraph is printed without any tone mark or accent."""
    acronyms: frozenset[str] = frozenset()
    """Letters that stand for a body in this text, as printed: `ĐHQGHN` of `QĐ-ĐHQGHN` or `Giám đốc ĐHQGHN`."""
    defined: frozenset[str] = frozenset()
    """Short forms that the text itself defines (`sau đây gọi tắt là bộ`), in small letters."""

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, at: int) -> str:
        """The word as printed; empty behind the last."""
        return self.text[self.starts[at] : self.ends[at]] if 0 <= at < len(self.starts) else ""

    def small(self, at: int) -> str:
        """The word in small letters with new tone placement; empty outside the paragraph."""
        return self.plain[self.starts[at] : self.ends[at]] if 0 <= at < len(self.starts) else ""

    def is_plural(self, at: int) -> bool:
        """Tell whether the word is `các`, as `cac` too where all tone marks are missing."""
        return self.small(at) == "các" or (self.bare and self.folded[at : at + 1] == ["cac"])

    def is_mark(self, at: int, marks: str) -> bool:
        """Tell whether there is one of the marks at `at`."""
        return 0 <= at < len(self.folded) and self.folded[at] in marks

    def is_word(self, at: int) -> bool:
        """Tell whether there is a word, not a mark, at `at`."""
        return 0 <= at < len(self.folded) and self.folded[at][0].isalnum()

    def capital(self, at: int) -> bool:
        """Tell whether a word begins with a capital."""
        return 0 <= at < len(self.starts) and self.text[self.starts[at]].isupper()

    def abbreviation(self, at: int) -> bool:
        """Tell whether a word is an abbreviation: capitals (`KGVX`) where small letters stand too."""
        word = self.word(at)
        return not self.capitals and len(word) >= 2 and word.isupper()

    def glued(self, at: int) -> bool:
        """Tell whether nothing stands between this word and the one before it."""
        return 0 < at < len(self.starts) and self.starts[at] == self.ends[at - 1]


def paragraphs(text: str) -> Iterator[Words]:
    """Give the words of each paragraph and each table cell of `text` (NFC), in order."""
    folded = fold(text).translate(_DASHES)
    small = text.lower()
    plain = new_tone(small if len(small) == len(text) else folded)
    defined = frozenset(_DEFINED.findall(plain))
    acronyms = _acronyms(text)
    unmarked = len(text) >= _LONG and sum(map(str.isascii, text)) >= len(text) * _UNMARKED
    for part in _PART.finditer(text):
        start, end = part.span()
        line = part.group()
        spans = [piece.span() for piece in _PIECE.finditer(folded, start, end)]
        if "/" in line or "@" in line:
            spans = _without_addresses(spans, line, start)
        yield Words(
            text,
            plain,
            [a for a, _ in spans],
            [b for _, b in spans],
            [folded[a:b] for a, b in spans],
            capitals=sum(map(str.islower, line[:_SAMPLE])) <= _SMALL and is_capitals(line),
            bare=unmarked or (line.isascii() and line.count(" ") >= (2 if line.isupper() else 5)),
            acronyms=acronyms,
            defined=defined,
        )


_ISSUER = re.compile(r"/(?:[A-ZĐ]{1,3}r?|HDLN|KHLT)-([A-ZĐ]{5,10})(?![\w-])")
_LED = re.compile(
    r"(?:[Gg]iám đốc|[Hh]iệu trưởng|[Cc]hủ tịch|[Vv]iện trưởng|[Tt]hủ trưởng|[Cc]ục trưởng|[Tt]rưởng [Bb]an)"
    r" ([A-ZĐ]{4,10})(?!\w)"
)


def _acronyms(text: str) -> frozenset[str]:
    """Return the letters by which bodies are called in a text: behind an office, or as issuer in a notation.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3: behind the type a notation has the abbreviation of the issuing body.
    """
    issuers = [found for found in _ISSUER.findall(text) if _called(found, text)]
    return frozenset(found for found in (*issuers, *_LED.findall(text)) if not set(found) <= set("IVXL"))


def _called(letters: str, text: str) -> bool:
    """Tell whether letters of a notation stand by themselves too."""
    return re.search(rf"(?<![\w/-]){letters}(?![\w/-])", text) is not None


_LONG, _UNMARKED = 200, 0.995
"""A text of this many code points with so many of them in ASCII is printed without tone marks."""
_SAMPLE, _SMALL = 40, 12
"""A line with more small letters than this among its first is not in capitals; most lines are told so."""


def _without_addresses(spans: list[tuple[int, int]], line: str, offset: int) -> list[tuple[int, int]]:
    """Leave out the words of links and e-mail addresses."""
    hidden = [(found.start() + offset, found.end() + offset) for found in _ADDRESS.finditer(line)]
    return [span for span in spans if not any(a <= span[0] < b for a, b in hidden)] if hidden else spans
