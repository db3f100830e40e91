"""Plain text and Markdown: bytes become pages of lines and tables.

Inline markup (`**…**`, entities, escapes) is left in the lines; the normalise stage takes it out with a repair plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from covidorders.errors import EmptyFileError
from covidorders.extract.decoding import Decoded, decode
from covidorders.extract.drafts import Draft, Grid, Run
from covidorders.extract.flattened import reopened
from covidorders.extract.frontmatter import parted
from covidorders.extract.glued import unglued
from covidorders.extract.grids import lay_out
from covidorders.extract.pagemarks import TextPage, split_pages
from covidorders.extract.pipes import table_at
from covidorders.extract.wrapping import PAGE_END, hints
from covidorders.layout import Extracted, ExtractOptions, Page, RawFile
from covidorders.model import Furniture, Warning

_LINE_END = re.compile(r"\r\n?|\u2028|\u2029")
_BAR = re.compile(r"^[ \t]*\|[ \t]*$", re.MULTILINE)
"""What is left of a table's border where a page was saved as text."""
_BREAK = re.compile(r"<br\s*/?>\s*", re.IGNORECASE)


def extract(raw: RawFile, options: ExtractOptions) -> Extracted:
    """Return the lines and tables of a text or Markdown file, page by page; pages have no size.

    Raises EmptyFileError if there is no word in it.
    """
    decoded = decode(raw.data)
    metadata, text = parted(_BAR.sub("", _LINE_END.sub("\n", decoded.text)))
    if not text.strip():
        raise EmptyFileError(f"{raw.path.name} has no words in it. Get a whole copy of it.")
    sheets = split_pages(text)[: options.max_pages]
    marks = iter(hints([line for sheet in sheets for line in [*sheet.lines, PAGE_END]]))
    pages = []
    for sheet in sheets:
        starts = [next(marks) for _ in [*sheet.lines, ""]]
        pages.append(Page(number=sheet.number, blocks=tuple(lay_out(_blocks(sheet, starts)))))
    return Extracted(
        extraction="text",
        pages=tuple(pages),
        furniture=(*_metadata(metadata), *(piece for sheet in sheets for piece in sheet.furniture)),
        warnings=tuple(_warnings(decoded)),
        encoding=decoded.encoding,
    )


def _blocks(sheet: TextPage, starts: Sequence[bool | None]) -> Iterator[Draft | Grid]:
    lines = list(reopened(sheet.lines))
    place = 0
    while place < len(lines):
        line = lines[place]
        drawn = sheet.lines[place].lstrip()[:1] in {"|", "<", "+"}
        found = table_at(sheet.lines if drawn else lines, place) if drawn or "\t" in line else None
        if found is not None:
            grid, place = found
            yield grid
            continue
        for number, piece in enumerate(_BREAK.split(line if "\t" in line else unglued(line))):
            yield Draft((Run(piece),) if piece.strip() else (), True if number else starts[place])
        place += 1


def _metadata(said: str) -> Iterator[Furniture]:
    if said:
        yield Furniture(kind="note", text=said, page=1)


def _warnings(decoded: Decoded) -> Iterator[Warning]:
    if not decoded.sure:
        yield Warning(
            code="encoding-unsure",
            message=f"The file was read as {decoded.encoding}, but not all of it reads as Vietnamese then. "
            "Save it as UTF-8 if letters are wrong.",
        )
