"""Words typeset on an imagined page: every letter is half an em wide, a space a quarter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from covidorders.extract.arrange import arrange
from covidorders.layout import Block, Box, Line, Table, Word

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 85.0, 540.0
LETTER, SPACE = 0.45, 0.25


def width_of(text: str, size: float) -> float:
    """Width of a line in points."""
    return sum((SPACE if letter == " " else LETTER) * size for letter in text)


@dataclass
class Typesetter:
    """Collects words; places are in points from the top left corner."""

    words: list[Word] = field(default_factory=list)

    def at(self, x: float, top: float, text: str, size: float = 14.0) -> Typesetter:
        for word in text.split():
            end = x + LETTER * size * len(word)
            self.words.append(Word(word, Box(x, top, end, top + size)))
            x = end + SPACE * size
        return self

    def centred(self, centre: float, top: float, text: str, size: float = 14.0) -> Typesetter:
        return self.at(centre - width_of(text, size) / 2, top, text, size)

    def justified(self, top: float, text: str, x: float = LEFT, size: float = 14.0) -> Typesetter:
        """One line from x to the right margin."""
        words = text.split()
        letters = sum(LETTER * size * len(word) for word in words)
        gap = (RIGHT - x - letters) / max(len(words) - 1, 1)
        for word in words:
            end = x + LETTER * size * len(word)
            self.words.append(Word(word, Box(x, top, end, top + size)))
            x = end + gap
        return self

    def body(
        self, top: float, paragraphs: int = 4, pitch: float = 18.0, indent: float = 36.0, gap: float = 6.0
    ) -> float:
        """Paragraphs of three lines each; return where the next line would stand."""
        for _ in range(paragraphs):
            self.justified(
                top, "Các cơ quan đơn vị tăng cường tuyên truyền vận động nhân dân nghiêm túc", LEFT + indent
            )
            self.justified(
                top + pitch, "chấp hành các biện pháp phòng chống dịch bệnh theo hướng dẫn của ngành y tế và"
            )
            self.at(LEFT, top + 2 * pitch, "chính quyền địa phương.")
            top += 3 * pitch + gap
        return top

    def arranged(self, rules: Sequence[Box] = ()) -> tuple[Block, ...]:
        """Arrange the words, given in an order that tells nothing."""
        shuffled = sorted(self.words, key=lambda word: (word.text, word.box.x0))
        return arrange(shuffled, WIDTH, HEIGHT, rules)

    def lines(self, rules: Sequence[Box] = ()) -> list[Line]:
        return [block for block in self.arranged(rules) if isinstance(block, Line)]

    def tables(self, rules: Sequence[Box] = ()) -> list[Table]:
        return [block for block in self.arranged(rules) if isinstance(block, Table)]


@pytest.fixture
def page() -> Typesetter:
    return Typesetter()


@pytest.fixture
def ruling() -> Callable[[Sequence[float], Sequence[float]], list[Box]]:
    """The ruling lines of a full grid with these column and row borders."""

    def rules(columns: Sequence[float], rows: Sequence[float]) -> list[Box]:
        upright = [Box(x, rows[0], x + 0.5, rows[-1]) for x in columns]
        return upright + [Box(columns[0], y, columns[-1], y + 0.5) for y in rows]

    return rules
