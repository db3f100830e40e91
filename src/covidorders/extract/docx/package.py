"""Opens a DOCX package: the parts that hold text, styles and numbering, as XML trees."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from lxml import etree

from covidorders.errors import DamagedFileError, LimitExceededError
from covidorders.extract.containers import BROKEN_PACKAGE
from covidorders.extract.docx.ooxml import Element
from covidorders.layout import ExtractOptions, RawFile

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = (
    # ISO 29500 Strict and Transitional name the same things differently; the second is what python-docx knows.
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _RELATION.rstrip("/").encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
# python-docx adds its own: a part, a relation or an attribute that is not there.
_BROKEN = (*BROKEN_PACKAGE, etree.XMLSyntaxError, KeyError, AttributeError, PythonDocxError, OpcError)


@dataclass(frozen=True, slots=True)
class Package:
    """The XML roots of a document. `headers` and `footers` are in the order of their relations."""

    body: Element
    styles: Element | None
    numbering: Element | None
    headers: tuple[Element, ...]
    footers: tuple[Element, ...]
    footnotes: tuple[Element, ...]
    chunks: dict[str, bytes]
    """HTML texts that the body takes in (`w:altChunk`), by the id of their relation."""
    has_pictures: bool


def open_package(raw: RawFile, options: ExtractOptions) -> Package:
    """Open the package in `raw`. Raises DamagedFileError, LimitExceededError (unpacked size over `max_bytes`)."""
    try:
        data = _within_limits(raw, options)
        return _parts(data)
    except LimitExceededError:
        raise
    except _BROKEN as error:
        raise DamagedFileError(
            f"{raw.path.name} is a broken DOCX ({error}). Open it in Word or LibreOffice, let it be repaired, save it."
        ) from error


def _within_limits(raw: RawFile, options: ExtractOptions) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw.data)) as package:
        unpacked = sum(part.file_size for part in package.infolist())
        if unpacked > options.max_bytes:
            raise LimitExceededError(
                f"{raw.path.name} unpacks to {unpacked:,} bytes, more than the limit of {options.max_bytes:,}. "
                "Raise max_bytes in the pipeline file if the file is to be trusted."
            )
        if b"purl.oclc.org/ooxml" not in package.read("_rels/.rels"):
            return raw.data
        return _as_transitional(package)


def _as_transitional(package: zipfile.ZipFile) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in package.infolist():
            content = package.read(part)
            if part.filename.endswith((".xml", ".rels")):
                for strict, transitional in _STRICT:
                    content = content.replace(strict, transitional)
            copy.writestr(part.filename, content)
    return stream.getvalue()


def _parts(data: bytes) -> Package:
    main = OpcPackage.open(io.BytesIO(data)).main_document_part
    root = _root(main)
    body = root.find("{*}body")
    if body is None:
        raise ValueError("its main part has no body")
    found: dict[str, list[Element]] = {}
    for relation in main.rels.values():
        kind = relation.reltype.removeprefix(_RELATION)
        if not relation.is_external and kind in _WANTED:
            found.setdefault(kind, []).append(_root(relation.target_part))
    return Package(
        body=body,
        styles=next(iter(found.get("styles", ())), None),
        numbering=next(iter(found.get("numbering", ())), None),
        headers=tuple(found.get("header", ())),
        footers=tuple(found.get("footer", ())),
        footnotes=(*found.get("footnotes", ()), *found.get("endnotes", ())),
        chunks={
            relation.rId: relation.target_part.blob
            for relation in main.rels.values()
            if not relation.is_external and relation.reltype == _RELATION + "aFChunk"
        },
        has_pictures=any(relation.reltype == _RELATION + "image" for relation in main.rels.values()),
    )


_WANTED = frozenset({"styles", "numbering", "header", "footer", "footnotes", "endnotes"})


def _root(part: Any) -> Element:  # noqa: ANN401 - a part of python-docx, which has no types
    """python-docx parses the parts it knows and keeps the bytes of the others (.docm, footnotes)."""
    element = getattr(part, "element", None)
    if element is not None:
        return element
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(part.blob, parser)
