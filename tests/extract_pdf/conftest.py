"""Small PDF files made at test time: text at a place, ruling lines, images, annotations with an appearance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from covidorders.extract.pdf import extract
from covidorders.layout import Extracted, ExtractOptions, Line, RawFile, Table

LETTER = 0.5
"""Width of every letter, in em."""


@dataclass
class Sheet:
    """One page. Places are in points from the top left corner."""

    width: float = 595.0
    height: float = 842.0
    rotate: int = 0
    content: list[str] = field(default_factory=list)
    annotations: list[dict[str, Any]] = field(default_factory=list)
    image: bool = False


class PdfMaker:
    """Writes PDF files with one font whose letters are told by a ToUnicode map."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.codes: dict[str, int] = {}
        self.private = False

    def page(self, width: float = 595.0, height: float = 842.0, rotate: int = 0) -> PdfMaker:
        self.sheets.append(Sheet(width, height, rotate))
        return self

    def hex(self, text: str) -> str:
        return "".join(f"{self.codes.setdefault(letter, len(self.codes) + 33):02X}" for letter in text)

    def text(self, x: float, top: float, text: str, size: float = 14.0, bold: bool = False) -> PdfMaker:
        sheet = self.sheets[-1]
        font = "F2" if bold else "F1"
        baseline = sheet.height - top - 0.8 * size
        sheet.content.append(f"BT /{font} {size} Tf 1 0 0 1 {x} {baseline} Tm <{self.hex(text)}> Tj ET")
        return self

    def lines(self, x: float, top: float, *lines: str, size: float = 14.0, pitch: float = 18.0) -> PdfMaker:
        for index, line in enumerate(lines):
            self.text(x, top + index * pitch, line, size)
        return self

    def centred(self, centre: float, top: float, text: str, size: float = 14.0, bold: bool = False) -> PdfMaker:
        return self.text(centre - len(text) * LETTER * size / 2, top, text, size, bold)

    def rule(self, x0: float, top: float, x1: float, bottom: float) -> PdfMaker:
        height = self.sheets[-1].height
        self.sheets[-1].content.append(f"0.5 w {x0} {height - top} m {x1} {height - bottom} l S")
        return self

    def grid(self, columns: list[float], rows: list[float]) -> PdfMaker:
        for x in columns:
            self.rule(x, rows[0], x, rows[-1])
        for y in rows:
            self.rule(columns[0], y, columns[-1], y)
        return self

    def scan(self, share: float = 1.0) -> PdfMaker:
        sheet = self.sheets[-1]
        sheet.image = True
        sheet.content.insert(0, f"q {sheet.width} 0 0 {sheet.height * share} 0 0 cm /Im Do Q")
        return self

    def annotation(
        self, x: float, top: float, *lines: str, size: float = 10.0, subtype: str = "Widget", pitch: float = 12.0
    ) -> PdfMaker:
        self.sheets[-1].annotations.append(
            {"x": x, "top": top, "lines": lines, "size": size, "subtype": subtype, "pitch": pitch}
        )
        return self

    def picture(self, x: float, top: float, width: float, height: float, picture: Image.Image) -> PdfMaker:
        """Put a picture into the appearance of a signature widget, as deep in it as signing programs do."""
        self.sheets[-1].annotations.append(
            {"x": x, "top": top, "lines": (), "size": 10.0, "subtype": "Widget", "pitch": 12.0}
            | {"picture": picture.convert("L"), "width": width, "height": height}
        )
        return self

    def data(self) -> bytes:
        return _Writer(self).write()

    def read(self, **options: Any) -> Extracted:
        """Run the extractor on the file."""
        raw = RawFile(Path("sheet.pdf"), self.data(), "pdf", "application/pdf")
        return extract(raw, ExtractOptions(**({"ocr": "off"} | options)))


class _Writer:
    def __init__(self, maker: PdfMaker) -> None:
        self.maker = maker
        self.objects: list[bytes] = []

    def add(self, body: str | bytes) -> int:
        self.objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.objects)

    def stream(self, entries: str, content: str) -> int:
        data = content.encode("latin-1")
        return self.add(f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream")

    def write(self) -> bytes:
        drawn = [self.annotations(sheet) for sheet in self.maker.sheets]  # first, so that all letters have codes
        catalog, pages = self.add(""), self.add("")
        fonts = self.fonts()
        image = self.stream(
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x"
        )
        kids: list[int] = []
        widgets: list[int] = []
        for sheet, appearances in zip(self.maker.sheets, drawn, strict=True):
            handles = [
                self.place(one, content, fonts) for one, content in zip(sheet.annotations, appearances, strict=True)
            ]
            widgets += [
                handle for handle, one in zip(handles, sheet.annotations, strict=True) if one["subtype"] == "Widget"
            ]
            content = self.stream("", "\n".join(sheet.content))
            annotations = " ".join(f"{handle} 0 R" for handle in handles)
            kids.append(
                self.add(
                    f"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] "
                    f"/Rotate {sheet.rotate} /Contents {content} 0 R /Annots [{annotations}] "
                    f"/Resources << /Font << {fonts} >> /XObject << /Im {image} 0 R >> >> >>"
                )
            )
        listed = " ".join(f"{kid} 0 R" for kid in kids)
        fields = " ".join(f"{widget} 0 R" for widget in widgets)
        form = f"/AcroForm << /Fields [{fields}] >>" if widgets else ""
        self.objects[catalog - 1] = f"<< /Type /Catalog /Pages {pages} 0 R {form} >>".encode()
        self.objects[pages - 1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{listed}] >>".encode()
        return self.assemble(catalog)

    def annotations(self, sheet: Sheet) -> list[str]:
        drawn = []
        for one in sheet.annotations:
            height = len(one["lines"]) * one["pitch"]
            parts = [
                f"BT /F1 {one['size']} Tf 1 0 0 1 0 {height - index * one['pitch'] - 0.8 * one['size']} Tm "
                f"<{self.maker.hex(line)}> Tj ET"
                for index, line in enumerate(one["lines"])
            ]
            drawn.append("\n".join(parts))
        return drawn

    def place(self, one: dict[str, Any], content: str, fonts: str) -> int:
        if "picture" in one:
            return self.place_picture(one)
        sheet = next(sheet for sheet in self.maker.sheets if one in sheet.annotations)
        width = max(len(line) for line in one["lines"]) * LETTER * one["size"] + 2
        height = len(one["lines"]) * one["pitch"]
        top = sheet.height - one["top"]
        form = self.stream(
            f"/Type /XObject /Subtype /Form /BBox [0 0 {width} {height}] /Resources << /Font << {fonts} >> >>", content
        )
        kind = f"/FT /Sig /T (s{form})" if one["subtype"] == "Widget" else ""
        return self.add(
            f"<< /Type /Annot /Subtype /{one['subtype']} {kind} /F 4 "
            f"/Rect [{one['x']} {top - height} {one['x'] + width} {top}] /AP << /N {form} 0 R >> >>"
        )

    def place_picture(self, one: dict[str, Any]) -> int:
        sheet = next(sheet for sheet in self.maker.sheets if one in sheet.annotations)
        picture, width, height = one["picture"], one["width"], one["height"]
        inner = self.stream(
            f"/Type /XObject /Subtype /Image /Width {picture.width} /Height {picture.height} /BitsPerComponent 8 "
            "/ColorSpace /DeviceGray",
            picture.tobytes().decode("latin-1"),
        )
        content = f"q {width} 0 0 {height} 0 0 cm /In Do Q"
        for _ in range(3):
            inner = self.stream(
                f"/Type /XObject /Subtype /Form /BBox [0 0 {width} {height}] /Resources "
                f"<< /XObject << /In {inner} 0 R >> >>",
                content,
            )
            content = "/In Do"
        top = sheet.height - one["top"]
        return self.add(
            f"<< /Type /Annot /Subtype /Widget /FT /Sig /T (s{inner}) /F 4 "
            f"/Rect [{one['x']} {top - height} {one['x'] + width} {top}] /AP << /N {inner} 0 R >> >>"
        )

    def fonts(self) -> str:
        pairs = list(self.maker.codes.items())
        if self.maker.private:  # what a broken font subset says of its letters
            pairs = [(chr(0xE000 + code), code) for _, code in pairs]
        mapped = "\n".join(f"<{code:02X}> <{letter.encode('utf-16-be').hex()}>" for letter, code in pairs)
        cmap = self.stream(
            "",
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "1 begincodespacerange <00> <FF> endcodespacerange\n"
            f"{len(pairs)} beginbfchar\n{mapped}\nendbfchar\nendcmap end end",
        )
        widths = " ".join(["500"] * 224)
        entries = []
        for name, base in (("F1", "Times-Roman"), ("F2", "Times-Bold")):
            font = self.add(
                f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /FirstChar 32 /LastChar 255 /Widths [{widths}] "
                f"/ToUnicode {cmap} 0 R >>"
            )
            entries.append(f"/{name} {font} 0 R")
        return " ".join(entries)

    def assemble(self, catalog: int) -> bytes:
        out = bytearray(b"%PDF-1.7\n")
        offsets = []
        for number, body in enumerate(self.objects, 1):
            offsets.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        xref = len(out)
        out += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
        out += f"trailer << /Size {len(offsets) + 1} /Root {catalog} 0 R >>\nstartxref\n{xref}\n%%EOF\n".encode()
        return bytes(out)


@pytest.fixture
def pdf() -> PdfMaker:
    """A PDF file to be written; call `page()` first."""
    return PdfMaker()


@pytest.fixture
def texts() -> Callable[[Extracted, int], list[str]]:
    """The lines of a page; a table's rows with the cells parted by ` | `."""

    def lines(extracted: Extracted, number: int = 1) -> list[str]:
        found: list[str] = []
        for block in extracted.pages[number - 1].blocks:
            if isinstance(block, Table):
                found += [" | ".join(cell.text for cell in row) for row in block.rows]
            else:
                assert isinstance(block, Line)
                found.append(block.text)
        return found

    return lines
