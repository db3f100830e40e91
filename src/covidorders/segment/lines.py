"""A cursor over the paragraphs of one notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from covidorders.layout import Paragraph, Text


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive paragraphs of one notice with their words."""

    text: str
    paragraphs: tuple[Paragraph, ...]

    @classmethod
    def within(cls, text: Text, start: int, end: int) -> Passage:
        """Return the paragraphs of `text` that begin in `text[start:end]`."""
        return cls(text.text, tuple(p for p in text.paragraphs if start <= p.start < end))

    def words(self, index: int) -> str:
        """Return the words of the paragraph at `index`; empty behind the last one."""
        if not 0 <= index < len(self.paragraphs):
            return ""
        paragraph = self.paragraphs[index]
        return self.text[paragraph.start : paragraph.end]

    def __len__(self) -> int:
        return len(self.paragraphs)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return ((index, self.words(index)) for index in range(len(self.paragraphs)))

    def joined(self, indexes: Sequence[int], separator: str = "\n") -> str:
        """Return the words of several paragraphs."""
        return separator.join(self.words(index) for index in indexes)
