"""What lies inside an OLE2 or ZIP container: a Word document, an OpenDocument text, something locked, or neither.

Sources: [MS-CFB] (OLE2 compound files), [MS-DOC] 2.5.1 (FibBase.fEncrypted), [MS-OFFCRYPTO] 2.3.2 (EncryptedPackage),
ECMA-376 Part 2 (OPC packages), OpenDocument 1.3 Part 2 (packages).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from covidorders.errors import DamagedFileError, EncryptedFileError, UnknownFormatError

OLE2_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MAGIC = b"PK\x03\x04"

# What zipfile raises on packages whose tables are spoilt.
BROKEN_PACKAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)

_WORD_PART = b"wordprocessingml."
_ODT_TYPES = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template")
_UNLOCK = "Open it with its password in the program it was made with, save a copy without one, and give that."
_NOT_TEXT = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "Workbook": "an Excel workbook",
    "Book": "an Excel workbook",
    "PowerPoint Document": "a PowerPoint presentation",
    "__properties_version1.0": "an Outlook message",
}


def ole2_kind(data: bytes, name: str) -> str:
    """Return "doc" for an OLE2 file that holds a Word document.

    Raises EncryptedFileError for locked documents (old .doc and new .docx alike, both are OLE2 files then),
    UnknownFormatError for other Office files, DamagedFileError if the container cannot be read.
    """
    import olefile  # late: only such files need it

    try:
        with olefile.OleFileIO(data) as ole:
            if ole.exists("EncryptedPackage"):
                raise EncryptedFileError(f"{name} is locked with a password. {_UNLOCK}")
            if ole.exists("WordDocument"):
                _refuse_locked_word(ole.openstream("WordDocument").read(32), name)
                return "doc"
            streams = {entry[-1] for entry in ole.listdir()}
    except (OSError, IndexError, ValueError) as error:
        raise DamagedFileError(f"{name} is a broken Office file ({error}). Get a whole copy of it.") from error
    raise UnknownFormatError(_other_than_text(streams, name))


def _refuse_locked_word(fib: bytes, name: str) -> None:
    """FibBase: the flag word at offset 10 has fEncrypted as its bit 8 ([MS-DOC] 2.5.1)."""
    if len(fib) < 12:
        raise DamagedFileError(f"{name} is a Word file that was cut off. Get a whole copy of it.")
    if int.from_bytes(fib[10:12], "little") & 0x0100:
        raise EncryptedFileError(f"{name} is locked with a password. {_UNLOCK}")


def zip_kind(data: bytes, name: str) -> str:
    """Return "docx" or "odt" for a ZIP package that holds a text document.

    Raises EncryptedFileError, UnknownFormatError (workbooks, archives) or DamagedFileError (truncated).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _package_kind(package, name)
    except BROKEN_PACKAGE as error:
        raise DamagedFileError(f"{name} is a package that was cut off or broken. Get a whole copy of it.") from error


def _package_kind(package: zipfile.ZipFile, name: str) -> str:
    parts = {part.filename: part for part in package.infolist()}
    if "mimetype" in parts and package.read("mimetype").strip() in _ODT_TYPES:
        if b"encryption-data" in _peek(package, "META-INF/manifest.xml", parts):
            raise EncryptedFileError(f"{name} is locked with a password. {_UNLOCK}")
        return "odt"
    if any(part.flag_bits & 1 for part in parts.values()):
        raise EncryptedFileError(f"{name} is a package locked with a password. {_UNLOCK}")
    if "word/document.xml" in parts or _WORD_PART in _peek(package, "[Content_Types].xml", parts):
        return "docx"
    raise UnknownFormatError(_other_than_text(set(parts), name))


def _peek(package: zipfile.ZipFile, part: str, parts: dict[str, zipfile.ZipInfo]) -> bytes:
    """Read at most 1 MB of a small control part, so that a hostile package cannot fill the memory."""
    if part not in parts:
        return b""
    with package.open(part) as stream:
        return stream.read(1 << 20)


def _other_than_text(parts: set[str], name: str) -> str:
    for part, what in _NOT_TEXT.items():
        if part in parts:
            return f"{name} is {what}, not a text. Save the notice as DOCX or PDF and give that."
    return f"{name} is an archive or another kind of container. Unpack it and give the notices inside."
