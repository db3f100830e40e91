"""What kind of file: content first, name second, and a named error with the mend for everything else."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from covidorders import extract as extract_stage
from covidorders import registry
from covidorders.errors import (
    CovidordersError,
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    LimitExceededError,
    UnknownFormatError,
    UnreadableFileError,
)
from covidorders.extract import read
from covidorders.layout import Extracted, ExtractOptions, Line, Page, RawFile

NOTICE = "ỦY BAN NHÂN DÂN TỈNH ĐỒNG NAI\nSố: 12/TB-UBND\nYêu cầu các sở, ban, ngành thực hiện.\n"


def package(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def compound(streams: dict[str, bytes]) -> bytes:
    """A smallest OLE2 file ([MS-CFB]): one FAT sector, one directory sector, each stream in sectors of its own."""
    free, end, fat_mark = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    fat, sectors, entries = [fat_mark, end], [], []
    for name, content in streams.items():
        start, padded = len(fat), content.ljust(4096, b"\x00")
        count = -(-len(padded) // 512)
        fat += [start + i + 1 for i in range(count - 1)] + [end]
        sectors.append(padded.ljust(count * 512, b"\x00"))
        entries.append((name, 2, start, len(padded)))

    def entry(name: str, kind: int, start: int, size: int, *, right: int, child: int) -> bytes:
        raw = name.encode("utf-16-le")
        head = raw.ljust(64, b"\x00") + struct.pack("<HBB", len(raw) + 2, kind, 1)
        return head + struct.pack("<III", free, right, child) + bytes(36) + struct.pack("<IQ", start, size)

    directory = entry("Root Entry", 5, end, 0, right=free, child=1)
    for position, (name, kind, start, size) in enumerate(entries, 1):
        right = position + 1 if position < len(entries) else free
        directory += entry(name, kind, start, size, right=right, child=free)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<I", 0)
    header = header.ljust(512, b"\xff")
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
    return header + table + directory.ljust(512, b"\x00") + b"".join(sectors)


def word_stream(flags: int) -> bytes:
    return struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x0409, 0, flags)


DOCX = package({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>"})
ODT = package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})

KINDS = [
    # (name, bytes, kind): what the content is decides …
    ("a.pdf", b"%PDF-1.4\n...", "pdf"),
    ("junk-before.pdf", b"\r\n\r\nHTTP header\r\n%PDF-1.7\n", "pdf"),
    ("a.docx", DOCX, "docx"),
    # the main part of a package may have another name; its content type tells
    ("b.docx", package({"[Content_Types].xml": "wordprocessingml.document.main+xml", "word/d2.xml": ""}), "docx"),
    ("a.doc", compound({"WordDocument": word_stream(0)}), "doc"),
    ("a.rtf", b"{\\rtf1\\ansi Kinh gui}", "rtf"),
    ("a.odt", ODT, "odt"),
    ("a.png", b"\x89PNG\r\n\x1a\n....", "image"),
    ("a.jpg", b"\xff\xd8\xff\xe0....", "image"),
    ("a.tif", b"II*\x00....", "image"),
    ("b.tif", b"MM\x00*....", "image"),
    ("a.html", "<p>Kính gửi: Sở Y tế</p>".encode(), "html"),
    ("bom.html", "<!DOCTYPE html><html><body>x</body></html>".encode("utf-16"), "html"),
    ("mail.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", "html"),
    ("a.txt", NOTICE.encode(), "text"),
    ("utf16.txt", NOTICE.encode("utf-16"), "text"),
    ("utf16-no-mark.txt", NOTICE.encode("utf-16-le"), "text"),
    ("utf16-big.txt", NOTICE.encode("utf-16-be"), "text"),
    ("tcvn3.txt", b"Uy ban nh\xa9n d\xa9n t\xb8m th\xb8ng b\xb8o k\xd5t lu\xcbn", "text"),
    ("a.md", b"**TM. BAN**\n\n- a <br> b\n", "markdown"),
    ("no-suffix", NOTICE.encode(), "text"),
    # … and a wrong name does not mislead: portals serve HTML and RTF as .doc, PDF as .docx
    ("portal.doc", b"<html><body><p>x</p></body></html>", "html"),
    ("portal2.doc", b"{\\rtf1 x}", "rtf"),
    ("word2003.doc", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "doc"),
    ("really.docx", b"%PDF-1.5\n", "pdf"),
    ("really.pdf", DOCX, "docx"),
    ("scan.pdf", b"\xff\xd8\xff\xe0....", "image"),
    # a text that only talks of tags stays a text
    ("tags.txt", b"<p> is a tag of HTML\n", "text"),
]


@pytest.mark.parametrize(("name", "data", "kind"), KINDS, ids=[row[0] for row in KINDS])
def test_kind_by_content(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    raw = read(path)
    assert (raw.kind, raw.data, raw.path) == (kind, data, path)
    assert "/" in raw.media_type


LOCKED_ODT = package(
    {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<manifest:encryption-data/>"}
)

ERRORS = [
    # (name, bytes, error, what the sentence must say to do)
    ("empty.docx", b"", EmptyFileError, "Get a whole copy"),
    ("zeros.pdf", bytes(5000), EmptyFileError, "Get a whole copy"),
    ("only-mark.txt", b"\xef\xbb\xbf \r\n", EmptyFileError, "Get a whole copy"),
    ("book.xlsx", package({"[Content_Types].xml": "", "xl/workbook.xml": ""}), UnknownFormatError, "Excel"),
    ("book.xls", compound({"Workbook": b""}), UnknownFormatError, "Excel"),
    ("many.zip", package({"a.txt": "x"}), UnknownFormatError, "Unpack"),
    ("setup.exe", b"MZ\x90\x00" + bytes(range(256)), UnknownFormatError, "save the notice"),
    ("noise.bin", bytes(range(1, 32)) * 40, UnknownFormatError, "save the notice"),
    ("data.xml", b'<?xml version="1.0"?><rows/>', UnknownFormatError, "save the notice"),
    ("cut.docx", DOCX[: len(DOCX) // 2], DamagedFileError, "whole copy"),
    ("cut.doc", compound({"WordDocument": word_stream(0)})[:900], DamagedFileError, "whole copy"),
    ("locked.docx", compound({"EncryptedPackage": b"", "EncryptionInfo": b""}), EncryptedFileError, "password"),
    ("locked.doc", compound({"WordDocument": word_stream(0x0100)}), EncryptedFileError, "password"),
    ("locked.odt", LOCKED_ODT, EncryptedFileError, "password"),
]


@pytest.mark.parametrize(("name", "data", "error", "mend"), ERRORS, ids=[row[0] for row in ERRORS])
def test_named_errors(tmp_path: Path, name: str, data: bytes, error: type[CovidordersError], mend: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error, match=mend) as raised:
        read(path)
    assert name in str(raised.value)


def test_folder_and_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="folder"):
        read(tmp_path)
    with pytest.raises(UnreadableFileError, match="does not exist"):
        read(tmp_path / "absent.pdf")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, os.strerror(13), str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)  # the tests may run as root, who may read anything
    with pytest.raises(UnreadableFileError, match="chmod"):
        read(path)


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text(NOTICE)
    with pytest.raises(LimitExceededError, match="max_bytes"):
        read(path, ExtractOptions(max_bytes=10))


def test_wrong_suffix_is_read_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    def fake(raw: RawFile, options: ExtractOptions) -> Extracted:
        return Extracted(extraction="text", pages=(Page(1, (Line(raw.data.decode()),)),))

    monkeypatch.setattr(registry, "load", lambda group, name: fake)
    wrong = extract_stage.extract(RawFile(Path("a.docx"), b"x", "text", "text/plain"))
    right = extract_stage.extract(RawFile(Path("a.txt"), b"x", "text", "text/plain"))
    assert [warning.code for warning in wrong.warnings] == ["wrong-suffix"]
    assert right.warnings == ()
