"""PDF drawn straight on the page, line by line over the whole width.

Its text layer therefore interleaves the two columns of letterhead and signature block, and has no blanks between words:
what many printer drivers leave. `signed` blanks the number and the day and puts them into the appearance of a
signature field, where electronic document systems write them.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from .flow import Block, Centred, EndMatter, Letterhead, NewPage, Para, Receivers, Urgency, flow
from .inline import labelled
from .notice import Grid, Sample, Signer, Stamp
from .pdf_sheet import LEFT, MM, RIGHT, WIDTH, Piece, Sheet, fit, font, pieces
from .text import distribution_lines, receiver_lines, stamp_lines

_ISSUER_AT = LEFT + 27 * MM
_HEADING_AT = RIGHT - 48 * MM
_SIGNER_AT = RIGHT - 40 * MM
_SIZE, _LEADING, _INDENT = 14, 19, 12.7 * MM
_STAMPED = re.compile(r"(?<=Số: )\d+|(?<=ngày )\d+")


def render_drawn(sample: Sample, *, signed: bool = False) -> bytes:
    """Return the sample as PDF. `signed`: number and day stand only in a signature field."""
    writer = _Writer(signed)
    for block in flow(sample.notices, stamped=True):
        writer.write(block)
    return writer.sheet.finish()


class _Writer:
    def __init__(self, signed: bool) -> None:
        self.sheet = Sheet()
        self.signed = signed

    def write(self, block: Block) -> None:
        match block:
            case Letterhead():
                self._letterhead(block)
            case EndMatter():
                self._end_matter(block)
            case Stamp():
                self._stamp(block)
            case NewPage():
                self.sheet.turn(restart=True)
            case _:
                self._body(block)

    # --- letterhead and signature: row by row over both columns ------------------------------------------

    def _letterhead(self, block: Letterhead) -> None:
        sheet = self.sheet
        star = ("*",) if block.starred else ()
        left = [(line, False) for line in block.parent] + [(line, True) for line in block.issuer + star]
        for issuer, heading in zip_longest(left, block.right):
            sheet.down(15)
            if issuer:
                sheet.centred(issuer[0], _ISSUER_AT, 12, bold=issuer[1])
            if heading:
                sheet.centred(heading, _HEADING_AT, 12.5, bold=True)
        if block.right:
            sheet.rule(_ISSUER_AT, 22 * MM)
        sheet.down(22)
        subject = [line for text in block.subject for line in textwrap.wrap(text, 38)]
        self._stamped(block)
        sheet.down(14 if subject else 0)
        for line in subject:
            sheet.centred(line, _ISSUER_AT, 12)
            sheet.down(14)
        sheet.down(8)

    def _stamped(self, block: Letterhead) -> None:
        """Draw the number and the date line; what electronic systems stamp on later, into signature fields."""
        for text, at, size, italic in ((block.code, _ISSUER_AT, 13, False), (block.place_date, _HEADING_AT, 13, True)):
            match = _STAMPED.search(text)
            if not self.signed or not match:
                self.sheet.centred(text, at, size, italic=italic)
                continue
            look = font(italic=italic)
            before = Piece(text[: match.start()], look).width(size)
            x = at - Piece(text, look).width(size) / 2
            self.sheet.line(text[: match.start()], x, size, italic=italic)
            x += before
            self.sheet.signature_field(match.group(), x, size)
            self.sheet.line(text[match.end() :], x + Piece(match.group(), look).width(size), size, italic=italic)

    def _end_matter(self, block: EndMatter) -> None:
        left = distribution_lines(block)
        if len(block.signers) > 1:
            self._rows([(_signer(block.signers[0]), LEFT + 25 * MM), (_signer(block.signers[1]), _SIGNER_AT)])
            self._rows([(left, None)])
        else:
            wrapped = [line for text in left for line in textwrap.wrap(text, 46)]
            self._rows([(wrapped, None), (_signer(block.signers[0]), _SIGNER_AT)])

    def _rows(self, columns: Sequence[tuple[list[str], float | None]]) -> None:
        """Draw columns side by side; a column without a place is a list at the left margin, set small."""
        height = 15 * max(len(lines) for lines, _ in columns)
        self.sheet.down(12, need=height)
        for row in zip_longest(*(lines for lines, _ in columns)):
            self.sheet.down(15)
            for text, (_, place) in zip(row, columns, strict=True):
                intro = text == "Nơi nhận:"
                if text and place is None:
                    self.sheet.line(text, LEFT, 12 if intro else 11, bold=intro, italic=intro)
                elif text and place:
                    self.sheet.centred(text, place, 13.5, bold=True)

    def _stamp(self, block: Stamp) -> None:
        top = self.sheet.y
        for ordinal, line in enumerate(stamp_lines(block)):
            self.sheet.y = 16 + 8 * ordinal
            self.sheet.line(line, 24, 7)
        self.sheet.y = top

    # --- the body ------------------------------------------------------------------------------------------

    def _body(self, block: Block) -> None:
        match block:
            case Centred():
                self._centred(block)
            case Urgency():
                self._urgency(block)
            case Receivers():
                self._receivers(block)
            case Para():
                content = pieces(labelled(block.label, block.text), italic=block.italic)
                self._paragraph(content, LEFT, _INDENT)
            case Grid():
                self._grid(block)

    def _centred(self, block: Centred) -> None:
        note = block.style == "note"
        self.sheet.down(0 if block.style == "subject" else 6)
        for text in block.lines:
            look = font(bold=not note, italic=note)
            content = [Piece(piece.text, look) for piece in pieces(labelled("", text))]
            for line in fit(content, RIGHT - LEFT, _SIZE):
                self.sheet.down(17, need=4)
                width = sum(piece.width(_SIZE) for piece in line)
                self.sheet.words(line, WIDTH / 2 + 5 * MM - width / 2, 0, _SIZE)
        if block.style == "subject":
            self.sheet.down(3)
            self.sheet.rule(WIDTH / 2 + 5 * MM, 35 * MM)
            self.sheet.down(10)

    def _urgency(self, block: Urgency) -> None:
        self.sheet.box(LEFT, self.sheet.y, 30 * MM, 8 * MM, red=True)
        self.sheet.canvas.setFillColorRGB(0.85, 0, 0)
        self.sheet.y += 16
        self.sheet.centred(block.text, LEFT + 15 * MM, 13.5, bold=True)
        self.sheet.y -= 16
        self.sheet.canvas.setFillColorRGB(0, 0, 0)

    def _receivers(self, block: Receivers) -> None:
        self.sheet.down(8)
        for ordinal, text in enumerate(receiver_lines(block)):
            at = LEFT + (34 if ordinal == 0 else 46) * MM
            content = pieces(labelled("", text))
            for line in fit(content, RIGHT - at, _SIZE):
                self.sheet.down(_LEADING)
                self.sheet.words(line, at, 0, _SIZE)
        self.sheet.down(8)

    def _paragraph(self, content: list[Piece], left: float, indent: float) -> None:
        lines = list(fit(content, RIGHT - left, _SIZE, indent))
        self.sheet.down(5)
        for ordinal, line in enumerate(lines):
            self.sheet.down(_LEADING, need=4)
            first, last = ordinal == 0, ordinal == len(lines) - 1
            x = left + (indent if first else 0)
            self.sheet.words(line, x, 0 if last else RIGHT - x, _SIZE)

    def _grid(self, grid: Grid) -> None:
        total = sum(grid.widths)
        widths = [(RIGHT - LEFT) * width / total for width in grid.widths]
        self.sheet.down(8)
        for ordinal, row in enumerate(grid.rows):
            look = font(bold=ordinal == 0)
            cells = [
                list(fit([Piece(piece.text, look) for piece in pieces(labelled("", text))], width - 8, 12))
                for text, width in zip(row, widths, strict=True)
            ]
            self._grid_row(cells, widths)
        self.sheet.down(8)

    def _grid_row(self, cells: list[list[list[Piece]]], widths: list[float]) -> None:
        height = 14.0 * max(1, *(len(cell) for cell in cells)) + 6
        self.sheet.down(0, need=height)
        top, x = self.sheet.y, LEFT
        for cell, width in zip(cells, widths, strict=True):
            self.sheet.box(x, top, width, height)
            for ordinal, line in enumerate(cell):
                self.sheet.y = top + 13 + 14 * ordinal
                self.sheet.words(line, x + 4, 0, 12)
            x += width
        self.sheet.y = top + height


def _signer(signer: Signer) -> list[str]:
    return [*signer.lines, "", "", "", "", signer.name]
