"""What an extractor hands on: pages of lines and tables with their place on the page.

All boxes are in points (1/72 inch) with the origin at the top left corner of the page, x to the right, y down.
These classes are plain frozen data, so that they can be pickled to another process and compared in tests.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from covidorders.model import ExtractionKind, Furniture, Repair, Warning

Zone = Literal["body", "left", "right", "table"]
"""Where on the page a line stands: a full-width line, the left or right column of a two-column strip
(letterhead, signature block beside Nơi nhận), or a cell of a real table."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points, origin top left."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters without white space. `confidence` is 0..1 for recognised images, else None."""

    text: str
    box: Box
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or one whole paragraph where the format has paragraphs (DOCX, HTML).

    `text` has no line breaks and no leading or trailing white space. Where `words` is given,
    `text == " ".join(word.text for word in words)`.
    `starts_paragraph`: True, a new paragraph begins here; False, this line continues the previous one;
    None, the format does not tell (plain text) and the normaliser decides by the words.
    `font` is the dominating font's name without its subset prefix; it matters for legacy encodings only.
    """

    text: str
    box: Box | None = None
    words: tuple[Word, ...] = ()
    starts_paragraph: bool | None = None
    zone: Zone = "body"
    font: str | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `text` has no line breaks."""

    text: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with content (never a table that only lays out a letterhead or a signature block).

    Every row has the same number of cells; a merged cell stands at its first place, the others are empty.
    `continues`: the table goes on from the end of the previous page.
    """

    rows: tuple[tuple[Cell, ...], ...]
    box: Box | None = None
    continues: bool = False


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Page:
    """One page in reading order. Formats without pages give a single page without width and height."""

    number: int
    blocks: tuple[Block, ...]
    width: float | None = None
    height: float | None = None
    ocr: bool = False
    confidence: float | None = None
    needs_ocr: bool = False


@dataclass(frozen=True, slots=True)
class Extracted:
    """Everything an extractor found in one file."""

    extraction: ExtractionKind
    pages: tuple[Page, ...]
    furniture: tuple[Furniture, ...] = ()
    warnings: tuple[Warning, ...] = ()
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class RawFile:
    """One source file as read from disk. `kind` is the registry name of its extractor ("pdf", "docx", …)."""

    path: Path
    data: bytes
    kind: str
    media_type: str


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """Settings of the extract stage; a pipeline file may change them under `[covidorders.extract]`."""

    ocr: Literal["auto", "off", "force"] = "auto"
    ocr_jobs: int = 1
    office_timeout: float = 120.0
    max_pages: int = 2000
    max_bytes: int = 512 * 1024 * 1024


# --- what the normalise stage hands on ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the normalised text: `text[start:end]`, no line break inside, none at its ends."""

    start: int
    end: int
    page: int
    zone: Zone = "body"
    bold: bool = False
    italic: bool = False
    centred: bool = False
    box: Box | None = None
    table: int | None = None
    """Index into `Text.tables` when this paragraph is a row of a table."""


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of the source with its place in the normalised text and on the page."""

    start: int
    end: int
    page: int
    box: Box
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table in the text: one paragraph a row, the cells of a row separated by a tab."""

    start: int
    end: int
    page: int
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """The half-open range of the text that stands on one page."""

    number: int
    start: int
    end: int
    width: float | None
    height: float | None
    ocr: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """The normalised text of a source file: NFC, one paragraph a line, lines joined by a newline.

    All offsets are Unicode code points into `text`. `words` is ordered by `start` and empty where the source
    has no layout. `repairs` is the plan that turns the text back into what was extracted.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    pages: tuple[PlacedPage, ...]
    words: tuple[PlacedWord, ...] = ()
    tables: tuple[PlacedTable, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    repairs: tuple[Repair, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())
