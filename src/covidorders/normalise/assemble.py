"""Put the lines of all pages together into one text, one paragraph a line, every offset right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from covidorders.grammar.marks import is_star
from covidorders.layout import Extracted, Page, Paragraph, PlacedPage, PlacedTable, PlacedWord, Text
from covidorders.model import Repair
from covidorders.normalise.draft import Draft, Item, TableDraft
from covidorders.normalise.joining import glue, goes_on, is_ornament
from covidorders.normalise.repairs import repairs_of
from covidorders.normalise.words import place_words

_MEMORY = 400
"""Characters of a paragraph by whose end is told whether it goes on: more than any title or entry of a list has."""


@dataclass(slots=True)
class _Sheet:
    """The text as far as it is written."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    words: list[PlacedWord] = field(default_factory=list)
    tables: list[PlacedTable] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    bounds: dict[int, tuple[int, int]] = field(default_factory=dict)
    last: str = ""

    def write(self, text: str) -> int:
        """Append `text`, return where it starts."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start

    def open_line(self) -> int:
        """Begin a new paragraph, return where it starts."""
        if self.paragraphs:
            self.write("\n")
        return self.length

    def write_draft(self, draft: Draft) -> int:
        """Append the words of a draft with their places and repairs, return where they start."""
        start = self.write(draft.text)
        if draft.changes:
            self.repairs.extend(repairs_of(draft, start))
        if draft.line.words:
            self.words.extend(place_words(draft, start))
        first, _ = self.bounds.get(draft.page, (start, start))
        self.bounds[draft.page] = first, self.length
        return start


def assemble(items: Iterable[Item], extracted: Extracted) -> Text:
    """Return the text of all lines and tables, with paragraphs, pages, words, tables and repairs at their offsets."""
    sheet = _Sheet()
    for item in items:
        if isinstance(item, TableDraft):
            _write_table(sheet, item)
        elif is_ornament(item.text):
            _leave_out(sheet, item)
        elif item.text:
            _write_line(sheet, item)
        elif item.changes:
            _leave_out(sheet, item)
    return Text(
        text="".join(sheet.parts),
        paragraphs=tuple(sheet.paragraphs),
        pages=tuple(_pages(sheet, extracted.pages)),
        words=tuple(sheet.words),
        tables=tuple(sheet.tables),
        furniture=extracted.furniture,
        repairs=tuple(sheet.repairs),
        warnings=extracted.warnings,
    )


def _pages(sheet: _Sheet, pages: Iterable[Page]) -> Iterator[PlacedPage]:
    """A page without text is an empty range where it would stand."""
    position = 0
    for page in pages:
        start, end = sheet.bounds.get(page.number, (position, position))
        yield PlacedPage(page.number, start, end, page.width, page.height, page.ocr, page.confidence)
        position = end


def _leave_out(sheet: _Sheet, draft: Draft) -> None:
    """Rules made of signs (`-------`) and lines of nothing but markup stand in the repair plan only."""
    was = draft.raw
    sheet.repairs.append(Repair(start=sheet.length, end=sheet.length, was=f"\n{was}\n", rule="left-out"))


def _write_line(sheet: _Sheet, draft: Draft) -> None:
    line = draft.line
    if sheet.paragraphs and _continues(sheet, draft):
        _continue_paragraph(sheet, draft)
        return
    sheet.open_line()
    start = sheet.write_draft(draft)
    sheet.paragraphs.append(
        Paragraph(start, sheet.length, draft.page, line.zone, line.bold, line.italic, line.centred, line.box)
    )
    sheet.last = draft.text


def _continues(sheet: _Sheet, draft: Draft) -> bool:
    last, line = sheet.paragraphs[-1], draft.line
    if last.table is not None or line.zone != last.zone or line.starts_paragraph or is_star(sheet.last):
        return False
    return line.starts_paragraph is False or goes_on(sheet.last, draft.text, line.zone)


def _continue_paragraph(sheet: _Sheet, draft: Draft) -> None:
    last = sheet.paragraphs[-1]
    between = glue(sheet.last, draft.text)
    joint = sheet.write(between)
    if not between:
        sheet.repairs.append(Repair(start=joint, end=joint, was="\n", rule="join-code"))
    elif draft.page != last.page:
        sheet.repairs.append(Repair(start=joint, end=sheet.length, was="\n", rule="join-page"))
    sheet.write_draft(draft)
    bold, italic = last.bold and draft.line.bold, last.italic and draft.line.italic
    sheet.paragraphs[-1] = replace(last, end=sheet.length, bold=bold, italic=italic)
    sheet.last = (sheet.last + between + draft.text)[-_MEMORY:]


def _write_table(sheet: _Sheet, table: TableDraft) -> None:
    first = sheet.length + (1 if sheet.paragraphs else 0)
    for row in table.rows:
        start = sheet.open_line()
        for column, cell in enumerate(row):
            if column:
                sheet.write("\t")
            sheet.write_draft(cell)
        sheet.paragraphs.append(
            Paragraph(start, sheet.length, table.page, zone="table", box=table.table.box, table=len(sheet.tables))
        )
    rows = tuple(tuple(cell.text for cell in row) for row in table.rows)
    sheet.tables.append(PlacedTable(first, sheet.length, table.page, rows))
    sheet.last = ""
