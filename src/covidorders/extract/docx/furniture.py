"""Headers, footers, footnotes: printed on the page, but no part of the notice's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from covidorders.extract.docx.numbering import Numbering
from covidorders.extract.docx.ooxml import TEXT_PATH, Element, value, w
from covidorders.extract.docx.story import Story
from covidorders.extract.docx.styles import Styles
from covidorders.extract.drafts import Draft, Grid
from covidorders.extract.grids import lay_out
from covidorders.extract.landmarks import is_title_alone
from covidorders.layout import Block, Line, Table
from covidorders.model import Furniture

_PAGE_FIELD = "PAGE"


def read_margin(part: Element, styles: Styles, numbering: Numbering) -> tuple[list[Draft | Grid], list[Furniture]]:
    """Return a header or footer: as blocks of the text if the letterhead stands in it, else as furniture.

    Some drafters put the letterhead into the header of the first page, to have it on every sheet.
    """
    watermarks = [
        Furniture(kind="watermark", text=words, page=1)
        for path in part.iter(TEXT_PATH)
        if (words := (path.get("string") or "").strip())
    ]
    blocks = Story(styles, numbering, part).blocks(part)
    lines = [text for block in lay_out(blocks) for text in _texts(block)]
    lines = [line for line in lines if all(line != mark.text for mark in watermarks)]
    if any(is_title_alone(line) for line in lines):
        return blocks, watermarks
    if not lines:
        return [], watermarks
    text = " ".join(lines)
    letters = sum(letter.isalpha() for letter in text)
    numbered = _has_page_field(part) or text.strip("-–— ./").isdigit()
    if numbered and letters <= len("Trang / "):
        return [], [*watermarks, Furniture(kind="page-number", text=text, page=1)]
    return [], [*watermarks, Furniture(kind="running-head", text=text, page=1)]


def read_notes(parts: Iterable[Element], styles: Styles, numbering: Numbering) -> Iterator[Furniture]:
    """Yield the footnotes and endnotes, those that Word keeps for its separator lines left out."""
    for part in parts:
        for note in part:
            if note.get(w("type")) in {"separator", "continuationSeparator", "continuationNotice"}:
                continue
            blocks = lay_out(Story(styles, numbering, note).blocks(note))
            text = " ".join(line for block in blocks for line in _texts(block))
            if text:
                yield Furniture(kind="footnote", text=text, page=1)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Line):
        yield block.text
    elif isinstance(block, Table):
        yield from (" ".join(cell.text for cell in row if cell.text) for row in block.rows)


def _has_page_field(part: Element) -> bool:
    codes = [found.text or "" for found in part.iter(w("instrText"))]
    codes += [value(found, "instr") or "" for found in part.iter(w("fldSimple"))]
    return any(_PAGE_FIELD in code.split() for code in codes)
