"""A page to draw on: fonts, line breaking, page numbers, and a signature fields whose appearance holds text.

Lengths are in points; y counts down from the top of the page, as in the program's own boxes.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .inline import Run, breakable, unbroken

WIDTH, HEIGHT = A4
MM = 72 / 25.4
LEFT, RIGHT = 30 * MM, WIDTH - 20 * MM
_TOP, _BOTTOM = 20 * MM, HEIGHT - 20 * MM
_STYLES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "Bold Italic"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that are not broken over lines, in one font; white space is a piece of its own."""

    text: str
    font: str

    def width(self, size: float) -> float:
        """Return the width in points."""
        return float(pdfmetrics.stringWidth(self.text, self.font, size))


def font(*, bold: bool = False, italic: bool = False) -> str:
    """Return the name of the registered serif font of that look. Raises RuntimeError if it is not installed."""
    return _register(_STYLES[bold, italic])


@cache
def _register(style: str) -> str:
    name = f"LiberationSerif-{style.replace(' ', '')}"
    # Only version 2 of the font has the Vietnamese letters; where it lies differs between Debian's releases.
    pattern = f"Liberation Serif:style={style}:lang=vi"
    listed = subprocess.run(["fc-list", "-f", "%{file}\n", pattern], capture_output=True, text=True, check=True).stdout
    found = sorted(file for file in listed.splitlines() if Path(file).stem == name)
    if not found:
        raise RuntimeError(f"{pattern} is not installed: apt-get install fontconfig fonts-liberation2")
    pdfmetrics.registerFont(TTFont(name, Path(found[0])))
    return name


def pieces(runs: Iterable[Run], *, italic: bool = False) -> list[Piece]:
    """Cut runs where a line may end: at blanks, and after `-` and `/`."""
    return [
        Piece(text, font(bold=run.bold, italic=run.italic or italic))
        for run in runs
        for text in breakable(unbroken(run.text))
    ]


def fit(content: Sequence[Piece], width: float, size: float, indent: float = 0) -> Iterator[list[Piece]]:
    """Yield the lines of a paragraph, blanks at their ends left out."""
    line: list[Piece] = []
    room = width - indent
    for piece in content:
        if piece.width(size) > room and line and not piece.text.isspace():
            yield _trimmed(line)
            line, room = [], width
        if line or not piece.text.isspace():
            line.append(piece)
            room -= piece.width(size)
    if line:
        yield _trimmed(line)


def _trimmed(line: list[Piece]) -> list[Piece]:
    while line and line[-1].text.isspace():
        line = line[:-1]
    return line


class Sheet:
    """The pages of one PDF. The same calls give the same bytes."""

    def __init__(self) -> None:
        self._out = io.BytesIO()
        self.canvas = Canvas(self._out, pagesize=A4, invariant=True)
        self.y = _TOP
        self._number = 1
        self._fields: list[pdfdoc.PDFObjectReference] = []

    def down(self, points: float, *, need: float = 0) -> None:
        """Move down; begin a new page where `need` points more do not fit."""
        self.y += points
        if self.y + need > _BOTTOM:
            self.turn()

    def turn(self, *, restart: bool = False) -> None:
        """Begin a new page with its number centred in the top margin; `restart` counts from 1 and prints none."""
        self.canvas.showPage()
        self._number = 1 if restart else self._number + 1
        self.y = _TOP
        if not restart:
            self.y = 12 * MM
            self.centred(str(self._number), WIDTH / 2, 14)
            self.y = _TOP

    def line(self, text: str, x: float, size: float, *, bold: bool = False, italic: bool = False) -> None:
        """Draw one line with its baseline at y."""
        self.canvas.setFont(font(bold=bold, italic=italic), size)
        self.canvas.drawString(x, HEIGHT - self.y, text)

    def centred(self, text: str, x: float, size: float, *, bold: bool = False, italic: bool = False) -> None:
        """Draw one line centred on x."""
        self.canvas.setFont(font(bold=bold, italic=italic), size)
        self.canvas.drawCentredString(x, HEIGHT - self.y, text)

    def words(self, line: Sequence[Piece], x: float, width: float, size: float) -> None:
        """Draw a line word by word, spread over `width`; no blank is drawn, as in many real text layers."""
        blanks = sum(piece.text.isspace() for piece in line)
        natural = sum(piece.width(size) for piece in line)
        spread = (width - natural) / blanks if blanks and width else 0
        for piece in line:
            if not piece.text.isspace():
                self.canvas.setFont(piece.font, size)
                self.canvas.drawString(x, HEIGHT - self.y, piece.text)
            x += piece.width(size) + (spread if piece.text.isspace() else 0)

    def rule(self, x: float, width: float) -> None:
        """Draw a thin line centred on x, a little below the last baseline."""
        y = HEIGHT - self.y - 6
        self.canvas.setLineWidth(0.7)
        self.canvas.line(x - width / 2, y, x + width / 2, y)

    def box(self, x: float, top: float, width: float, height: float, *, red: bool = False) -> None:
        """Draw the outline of a rectangle."""
        self.canvas.setLineWidth(1.5 if red else 0.5)
        self.canvas.setStrokeColorRGB(0.85 if red else 0, 0, 0)
        self.canvas.rect(x, HEIGHT - top - height, width, height)
        self.canvas.setStrokeColorRGB(0, 0, 0)

    def signature_field(self, text: str, x: float, size: float) -> None:
        """Add a signature field at (x, y) whose appearance alone shows the text, as document systems stamp a number."""
        canvas, name = self.canvas, f"Signature{len(self._fields) + 1}"
        width = Piece(text, font()).width(size)
        canvas.beginForm(name, 0, 0, width, size)
        canvas.setFont(font(), size)
        canvas.drawString(0, size / 4, text)
        canvas.endForm()
        bottom = HEIGHT - self.y - size / 4
        field = pdfdoc.PDFDictionary(
            {
                "Type": "/Annot", "Subtype": "/Widget", "FT": "/Sig", "T": pdfdoc.PDFString(name), "F": 132,
                "Rect": pdfdoc.PDFArray([x, bottom, x + width, bottom + size]),
                "AP": pdfdoc.PDFDictionary({"N": pdfdoc.PDFObjectReference(pdfdoc.xObjectName(name))}),
            }
        )  # fmt: skip
        canvas._addAnnotation(field, name)
        self._fields.append(canvas._doc.refAnnotation(name))
        form = {"Fields": pdfdoc.PDFArray(self._fields), "SigFlags": 3}
        canvas._doc.Catalog.AcroForm = pdfdoc.PDFDictionary(form)

    def finish(self) -> bytes:
        """Return the PDF."""
        self.canvas.save()
        return self._out.getvalue()
