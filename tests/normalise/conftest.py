"""Small extractions made by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from covidorders.layout import Box, Cell, Extracted, Line, Page, Table, Text, Word
from covidorders.normalise import normalise

Lines = list[str | Line | Table]
Normalised = Callable[..., Text]


def line(text: str, **hints: Any) -> Line:
    """A line with a box for every word."""
    boxes = [Box(10.0 * n, 0.0, 10.0 * n + 8, 12.0) for n, _ in enumerate(text.split(" "))]
    words = tuple(Word(word, box) for word, box in zip(text.split(" "), boxes, strict=True))
    return Line(text, words=words, **hints)


def table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(tuple(Cell(text) for text in row) for row in rows))


@pytest.fixture
def normalised() -> Normalised:
    """Normalise pages given as lists of lines; a plain string is a line whose paragraph the format does not tell."""

    def run(*pages: Lines, extraction: Any = "pdf-text") -> Text:
        made = tuple(
            Page(number, tuple(Line(item) if isinstance(item, str) else item for item in page))
            for number, page in enumerate(pages, 1)
        )
        return normalise(Extracted(extraction, made))

    return run


def paragraphs(text: Text) -> list[str]:
    return [text.text[p.start : p.end] for p in text.paragraphs]
