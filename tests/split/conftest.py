"""A text from a plain string: one paragraph a line, `>` before a line of the right column, `<` of the left one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from covidorders.layout import Paragraph, PlacedPage, Text, Zone
from covidorders.segment import Segmented, segment
from covidorders.split import split

ZONES: dict[str, Zone] = {"<": "left", ">": "right"}


def build_text(source: str) -> Text:
    """Make a text of the lines of `source`; a line of `=====` begins a new page."""
    paragraphs: list[Paragraph] = []
    lines: list[str] = []
    page, at, pages = 1, 0, [0]
    for raw in source.strip().splitlines():
        line = raw.strip()
        if not line:
            continue
        if line == "=====":
            page += 1
            pages.append(at)
            continue
        zone = ZONES.get(line[0], "body")
        words = line.lstrip("<> ")
        paragraphs.append(Paragraph(at, at + len(words), page, zone=zone))
        lines.append(words)
        at += len(words) + 1
    text = "\n".join(lines)
    ends = [*pages[1:], len(text)]
    placed = tuple(PlacedPage(i + 1, a, b, None, None) for i, (a, b) in enumerate(zip(pages, ends, strict=True)))
    return Text(text, tuple(paragraphs), placed)


@pytest.fixture
def text_of() -> Callable[[str], Text]:
    return build_text


@pytest.fixture
def notice_of() -> Callable[[str], Segmented]:
    """Segment the one notice of a string."""

    def build(source: str) -> Segmented:
        text = build_text(source)
        ranges = split(text)
        assert len(ranges) == 1
        return segment(text, ranges[0])

    return build
