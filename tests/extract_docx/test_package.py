"""Packages that are broken, too large, of a sister format, or hold their text elsewhere."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tools.small_docx import package

from covidorders.errors import CovidordersError, DamagedFileError, EmptyFileError, LimitExceededError
from covidorders.extract.docx import extract
from covidorders.layout import ExtractOptions, Line, RawFile

BODY = "<w:p><w:r><w:t>Yêu cầu các đơn vị thực hiện nghiêm.</w:t></w:r></w:p>"
TEXT = ["Yêu cầu các đơn vị thực hiện nghiêm."]


def read(data: bytes, options: ExtractOptions | None = None) -> list[str]:
    pages = extract(RawFile(Path("notice.docx"), data, "docx", "x"), options or ExtractOptions()).pages
    return [block.text for block in pages[0].blocks if isinstance(block, Line)]


def changed(data: bytes, change: Callable[[str, bytes], bytes | None], more: dict[str, bytes] | None = None) -> bytes:
    """Return the package with each part passed through `change` (None drops it), and further parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.infolist():
            content = change(part.filename, old.read(part))
            if content is not None:
                new.writestr(part.filename, content)
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return stream.getvalue()


def drop(name: str) -> Callable[[str, bytes], bytes | None]:
    return lambda part, content: None if part == name else content


BROKEN: list[tuple[str, bytes, type[CovidordersError]]] = [
    ("not a package", b"PK\x03\x04 and no more", DamagedFileError),
    ("no main part", changed(package(BODY), drop("word/document.xml")), DamagedFileError),
    ("no relations", changed(package(BODY), drop("_rels/.rels")), DamagedFileError),
    (
        "XML cut off",
        changed(package(BODY), lambda part, content: content[:-40] if part == "word/document.xml" else content),
        DamagedFileError,
    ),
    ("no body", changed(package(BODY), lambda part, content: content.replace(b"w:body", b"w:bo")), DamagedFileError),
    ("no text", package("<w:p/>"), EmptyFileError),
]


@pytest.mark.parametrize(("data", "error"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_named_errors(data: bytes, error: type[CovidordersError]) -> None:
    with pytest.raises(error, match=r"notice\.docx"):
        read(data)


def test_missing_styles_and_numbering_do_not_matter() -> None:
    data = package(BODY.replace("<w:p>", '<w:p><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'))
    assert read(data) == TEXT


def test_unpacked_size_has_a_limit() -> None:
    data = package(BODY + "<w:p/>" * 50_000)
    assert len(data) < 10_000
    with pytest.raises(LimitExceededError, match="max_bytes"):
        read(data, ExtractOptions(max_bytes=100_000))


@pytest.mark.parametrize("main", ["vnd.ms-word.document.macroEnabled.main", "template.main"])
def test_macro_documents_and_templates(main: str) -> None:
    plain = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main"
    other = main if main.startswith("vnd") else f"vnd.openxmlformats-officedocument.wordprocessingml.{main}"
    assert read(changed(package(BODY), lambda _, content: content.replace(plain, other.encode()))) == TEXT


def test_strict_documents() -> None:
    def strict(name: str, content: bytes) -> bytes:
        content = content.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        return content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )

    assert read(changed(package(BODY), strict)) == TEXT


def test_html_taken_in_by_the_body() -> None:
    relation = (
        b'<Relationship Id="htm" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" '
        b'Target="page.html"/></Relationships>'
    )

    def add(name: str, content: bytes) -> bytes:
        if name == "[Content_Types].xml":
            return content.replace(b"<Override", b'<Default Extension="html" ContentType="text/html"/><Override', 1)
        return content.replace(b"</Relationships>", relation) if name.startswith("word/_rels") else content

    data = changed(package('<w:altChunk r:id="htm"/>'), add, {"word/page.html": "<ol><li>Sở Y tế</ol>".encode()})
    assert read(data) == ["1. Sở Y tế"]
