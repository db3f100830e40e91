"""DOCX as a typist makes it: two-column tables for letterhead and signature, automatic numbering, page fields.

Sizes, margins and places: Nghị định 30/2020/NĐ-CP, Phụ lục I (A4, 20/20/30/20 mm, Times New Roman 13-14, page number
centred in the top margin but for page 1); Party notices: Hướng dẫn 36-HD/VPTW (right margin 15 mm).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import docx
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from .flow import Block, Centred, EndMatter, Letterhead, NewPage, Para, Receivers, Urgency, flow
from .inline import Run, accepted, glued, runs, unbroken
from .notice import Grid, Sample, Signer, Stamp
from .numbering import Numbering
from .text import distribution_lines, receiver_lines, stamp_lines
from .word_parts import fixed, frame, page_number, rule, text_box, track

_TEXT_WIDTH_MM = 160
_LEFT_MM, _RIGHT_MM = 64, 102
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER


@dataclass(frozen=True, slots=True)
class Face:
    """How letters are stored: the font's name, and what stands for each text (legacy code pages)."""

    font: str = "Times New Roman"
    encode: Callable[[str], str] = str


UNICODE = Face()


@dataclass(frozen=True, slots=True)
class Style:
    """What a DOCX is made for.

    `review` keeps tracked changes and comments; else they are accepted and left out. `stamped` prints the text of a
    digital signature, which only the PDF made from the file should have. `plain_lists`: see `Numbering`;
    `typed`: no automatic numbering at all.
    """

    review: bool = False
    stamped: bool = False
    plain_lists: bool = False
    typed: bool = False
    face: Face = UNICODE


PLAIN = Style()


def render_word(sample: Sample, style: Style = PLAIN) -> bytes:
    """Return the sample as DOCX."""
    return Writer(sample, style).whole(sample)


class Writer:
    """Writes the blocks of a sample one after the other."""

    def __init__(self, sample: Sample, style: Style) -> None:
        self.document = docx.Document()
        self.stamped = style.stamped
        auto = sample.numbering == "auto" and not style.typed
        self.numbering = Numbering(plain=style.plain_lists) if auto else None
        self.review = style.review
        self.face = style.face
        self.changes = 100
        self.stamp: Stamp | None = None
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = style.face.font, Pt(14)
        normal.element.rPr.rFonts.set(qn("w:cs"), style.face.font)
        normal.paragraph_format.space_after = Pt(0)
        normal.paragraph_format.widow_control = False
        self._set_section(self.document.sections[0], party=sample.notices[0].regime == "party")

    def _set_section(self, section: Section, *, party: bool = False) -> None:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15 if party else 20)
        section.header_distance = Mm(10)
        section.different_first_page_header_footer = True
        section._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
        header = section.header.paragraphs[0]
        if not header._p.findall(qn("w:fldSimple")):
            header.alignment = _CENTRE
            page_number(header)

    def whole(self, sample: Sample) -> bytes:
        """Return the bytes of the file."""
        for block in flow(sample.notices, stamped=self.stamped):
            self.write(block)
        if self.numbering:
            self.document.part.numbering_part._element = parse_xml(self.numbering.xml())
        return fixed(self.document)

    def write(self, block: Block) -> None:
        """Write one block."""
        match block:
            case Letterhead():
                self.letterhead(block)
                self._stamp()
            case EndMatter():
                self.end_matter(block)
            case Stamp():
                self.stamp = block
            case NewPage():
                self._set_section(self.document.add_section(WD_SECTION.NEW_PAGE))
                if self.numbering:
                    self.numbering.new_list()
            case _:
                self._body(block)

    def _body(self, block: Block) -> None:
        match block:
            case Centred():
                self._centred(block)
            case Urgency():
                text_box(self.paragraph(), self.face.encode(block.text), width_mm=32, height_mm=10)
            case Receivers():
                self._receivers(block)
            case Para():
                self._item(block)
            case Grid():
                self._grid(block)

    # --- paragraphs -----------------------------------------------------------------------------------

    def paragraph(self, cell: _Cell | None = None) -> Paragraph:
        return cell.add_paragraph() if cell else self.document.add_paragraph()

    def letters(self, paragraph: Paragraph, run: Run, size: float | None = None) -> None:
        added = paragraph.add_run(self.face.encode(unbroken(run.text)))
        added.bold, added.italic = run.bold or None, run.italic or None
        added.font.size = Pt(size) if size else None
        if run.comment:
            self.document.add_comment(added, run.comment, "Phòng Ngân sách", "NS")
        if run.change:
            self.changes += 1
            track(added, run.change, self.changes)

    def _line(self, cell: _Cell, run: Run, size: float, *, centred: bool = True) -> None:
        paragraph = cell.paragraphs[0] if _unused(cell) else cell.add_paragraph()
        paragraph.alignment = _CENTRE if centred else None
        self.letters(paragraph, run, size)

    def _item(self, block: Para) -> None:
        paragraph = self.paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
        place = self.numbering.place(block.label, block.level) if self.numbering and not glued(block.text) else None
        shown = runs(block.text) if self.review else accepted(block.text)
        if place:
            properties = paragraph._p.get_or_add_pPr()
            number = properties.get_or_add_numPr()
            number.get_or_add_ilvl().val = place.level
            number.get_or_add_numId().val = place.number_id
            if shown[0].bold:
                properties.append(parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>"))
        else:
            paragraph.paragraph_format.first_line_indent = Mm(12.7)
            if block.label:
                gap = "" if glued(block.text) else " "
                self.letters(paragraph, Run(block.label + gap, bold=shown[0].bold))
        for run in shown:
            self.letters(paragraph, Run(run.text, run.bold, run.italic or block.italic, run.change, run.comment))

    def _centred(self, block: Centred) -> None:
        note = block.style == "note"
        for ordinal, line in enumerate(block.lines):
            paragraph = self.paragraph()
            paragraph.alignment = _CENTRE
            first = ordinal == 0 and block.style != "subject"
            paragraph.paragraph_format.space_before = Pt(8 if first else 0)
            self.letters(paragraph, Run(line, bold=not note, italic=note))
        if block.style == "subject":
            rule(self.paragraph(), (62, 62))

    def _receivers(self, block: Receivers) -> None:
        lines = receiver_lines(block)
        for ordinal, line in enumerate(lines):
            paragraph = self.paragraph()
            paragraph.paragraph_format.left_indent = Mm(30 if ordinal == 0 else 42)
            paragraph.paragraph_format.space_before = Pt(10 if ordinal == 0 else 0)
            paragraph.paragraph_format.space_after = Pt(10 if ordinal == len(lines) - 1 else 0)
            self.letters(paragraph, Run(line))

    def _stamp(self) -> None:
        """Print the stamp in frames, which need a paragraph after them to hang on: not the letterhead's table."""
        for line in stamp_lines(self.stamp) if self.stamp else []:
            paragraph = self.paragraph()
            frame(paragraph, 8, 5, 52)
            self.letters(paragraph, Run(line), 7)
        self.stamp = None

    # --- tables ---------------------------------------------------------------------------------------

    def _columns(self, rows: int) -> list[tuple[_Cell, _Cell]]:
        table = self.document.add_table(rows, 2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        _set_widths(table, (_LEFT_MM, _RIGHT_MM))
        for row in table.rows:
            row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        return [(row.cells[0], row.cells[1]) for row in table.rows]

    def letterhead(self, block: Letterhead) -> None:
        rows = self._columns(2)
        (issuer, heading), (number, date) = rows
        for line in block.parent:
            self._line(issuer, Run(line), 12)
        for line in block.issuer:
            self._line(issuer, Run(line, bold=True), 12)
        for ordinal, line in enumerate(block.right):
            self._line(heading, Run(line, bold=True), 12 + ordinal if len(block.right) > 1 else 15)
        if block.starred:
            self._line(issuer, Run("*"), 13)
        else:
            rule(issuer.add_paragraph(), (20, 20))
        if block.right:
            rule(heading.add_paragraph(), (15, 15))
        for ordinal, line in enumerate(entry for entry in (block.code, *block.subject) if entry):
            self._line(number, Run(line), 13 if ordinal == 0 else 12)
        if block.place_date:
            self._line(date, Run(block.place_date, italic=True), 14)

    def end_matter(self, block: EndMatter) -> None:
        self.paragraph().paragraph_format.line_spacing = Pt(10)
        if len(block.signers) > 1:
            for cell, signer in zip(self._columns(1)[0], block.signers, strict=True):
                self._signer(cell, signer)
            for line in distribution_lines(block):
                paragraph = self.paragraph()
                paragraph.paragraph_format.keep_with_next = True
                self.letters(paragraph, Run(line, bold=line.endswith(":"), italic=line.endswith(":")), 12)
            return
        left, right = self._columns(1)[0]
        for ordinal, line in enumerate(distribution_lines(block)):
            look = Run(line, bold=not ordinal, italic=not ordinal)
            self._line(left, look, 11 if ordinal else 12, centred=False)
        self._signer(right, block.signers[0])
        self.paragraph().paragraph_format.line_spacing = Pt(1)  # a table must not be the last thing in a file

    def _signer(self, cell: _Cell, signer: Signer) -> None:
        for line in signer.lines:
            self._line(cell, Run(line, bold=True), 14)
        for _ in range(4):
            cell.add_paragraph()
        self._line(cell, Run(signer.name, bold=True), 14)

    def _grid(self, grid: Grid) -> None:
        table = self.document.add_table(len(grid.rows), len(grid.widths))
        table.style = self.document.styles["Table Grid"]
        table.autofit = False
        _set_widths(table, tuple(_TEXT_WIDTH_MM * width / sum(grid.widths) for width in grid.widths))
        for ordinal, (row, texts) in enumerate(zip(table.rows, grid.rows, strict=True)):
            for cell, text in zip(row.cells, texts, strict=True):
                self._line(cell, Run(text, bold=ordinal == 0), 12, centred=ordinal == 0)
        self.paragraph().paragraph_format.line_spacing = Pt(6)


def _set_widths(table: Table, widths_mm: Sequence[float]) -> None:
    for ordinal, width in enumerate(widths_mm):
        table.columns[ordinal].width = Mm(width)
        for cell in table.columns[ordinal].cells:
            cell.width = Mm(width)


def _unused(cell: _Cell) -> bool:
    return len(cell.paragraphs) == 1 and not cell.paragraphs[0]._p.findall(qn("w:r"))
