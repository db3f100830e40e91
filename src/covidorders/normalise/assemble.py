"""Put the lines of all pages together into one text, one paragraph a line, every offset right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from covidorders.layout import Extracted, Line, Page, Paragraph, PlacedPage, PlacedTable, PlacedWord, Table, Text, Word
from covidorders.model import Repair
from covidorders.normalise.joining import glue, goes_on


@dataclass(slots=True)
class _Sheet:
    """The text as far as it is written."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    pages: list[PlacedPage] = field(default_factory=list)
    words: list[PlacedWord] = field(default_factory=list)
    tables: list[PlacedTable] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    last: str = ""

    def write(self, text: str) -> int:
        """Append `text`, return where it starts."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start


def assemble(extracted: Extracted) -> Text:
    """Return the text of all pages with paragraphs, pages, words and tables at their offsets."""
    sheet = _Sheet()
    for page in extracted.pages:
        before = sheet.length
        for block in page.blocks:
            if isinstance(block, Table):
                _write_table(sheet, block, page.number)
            else:
                _write_line(sheet, block, page.number)
        _close_page(sheet, page, before)
    return Text(
        text="".join(sheet.parts),
        paragraphs=tuple(sheet.paragraphs),
        pages=tuple(sheet.pages),
        words=tuple(sheet.words),
        tables=tuple(sheet.tables),
        furniture=extracted.furniture,
        repairs=tuple(sheet.repairs),
        warnings=extracted.warnings,
    )


def _close_page(sheet: _Sheet, page: Page, before: int) -> None:
    start = min(before + 1, sheet.length) if before and sheet.length > before else before
    sheet.pages.append(PlacedPage(page.number, start, sheet.length, page.width, page.height, page.ocr, page.confidence))


def _write_line(sheet: _Sheet, line: Line, page: int) -> None:
    if not line.text:
        return
    if sheet.paragraphs and _continues(sheet, line):
        _continue_paragraph(sheet, line, page)
        return
    if sheet.length:
        sheet.write("\n")
    start = sheet.write(line.text)
    sheet.paragraphs.append(
        Paragraph(start, sheet.length, page, line.zone, line.bold, line.italic, line.centred, line.box)
    )
    sheet.words.extend(_place(line.words, start, page))
    sheet.last = line.text


def _continues(sheet: _Sheet, line: Line) -> bool:
    last = sheet.paragraphs[-1]
    if last.table is not None or line.zone != last.zone or line.starts_paragraph:
        return False
    return line.starts_paragraph is False or goes_on(sheet.last, line.text)


def _continue_paragraph(sheet: _Sheet, line: Line, page: int) -> None:
    last = sheet.paragraphs[-1]
    between = glue(sheet.last, line.text)
    joint = sheet.write(between)
    start = sheet.write(line.text)
    if not between:
        sheet.repairs.append(Repair(start=joint, end=joint, was="\n", rule="join-code"))
    elif page != last.page:
        sheet.repairs.append(Repair(start=joint, end=start, was="\n", rule="join-page"))
    sheet.paragraphs[-1] = replace(
        last, end=sheet.length, bold=last.bold and line.bold, italic=last.italic and line.italic
    )
    sheet.words.extend(_place(line.words, start, page))
    sheet.last += between + line.text


def _write_table(sheet: _Sheet, table: Table, page: int) -> None:
    first = sheet.length + (1 if sheet.length else 0)
    for row in table.rows:
        if sheet.length:
            sheet.write("\n")
        start = sheet.length
        for column, cell in enumerate(row):
            if column:
                sheet.write("\t")
            at = sheet.write(cell.text)
            sheet.words.extend(_place(cell.words, at, page))
        sheet.paragraphs.append(
            Paragraph(start, sheet.length, page, zone="table", box=table.box, table=len(sheet.tables))
        )
    rows = tuple(tuple(cell.text for cell in row) for row in table.rows)
    sheet.tables.append(PlacedTable(first, sheet.length, page, rows))
    sheet.last = ""


def _place(words: Iterable[Word], start: int, page: int) -> Iterator[PlacedWord]:
    """Yield the words of a line that begins at `start`; they stand one space apart (see `layout.Line`)."""
    for word in words:
        end = start + len(word.text)
        yield PlacedWord(start, end, page, word.box, word.confidence)
        start = end + 1
