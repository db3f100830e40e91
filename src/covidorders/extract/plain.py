"""Plain text and Markdown: bytes become pages of lines."""

from __future__ import annotations

import re

from covidorders.layout import Extracted, ExtractOptions, Line, Page, RawFile

_PAGE_MARK = re.compile(r"\f|^[ \t]*-+[ \t]*PAGE BREAK[ \t]*-+[ \t]*$|^\\(?:pagebreak|newpage)[ \t]*$", re.MULTILINE)


def extract(raw: RawFile, options: ExtractOptions) -> Extracted:
    """Return the lines of a text or Markdown file, page by page."""
    del options
    text = raw.data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    pages = []
    for number, content in enumerate(_PAGE_MARK.split(text), 1):
        pages.append(Page(number=number, blocks=tuple(_lines(content))))
    return Extracted(extraction="text", pages=tuple(pages), encoding="utf-8")


def _lines(content: str) -> list[Line]:
    lines = []
    after_blank = True
    for text in content.split("\n"):
        text = text.strip()
        if text:
            lines.append(Line(text=text, starts_paragraph=None if after_blank else True))
        after_blank = not text
    return lines
