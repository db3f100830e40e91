"""What kind of file is this? Content first, name second.

Real folders hold RTF and HTML files named .doc, PDF files named .docx and text files with no suffix at all, so the
name only decides where the content is plain text (Markdown or not).
"""

from __future__ import annotations

import re
from pathlib import Path

from covidorders.errors import (
    EmptyFileError,
    LimitExceededError,
    UnknownFormatError,
    UnreadableFileError,
)
from covidorders.extract.containers import OLE2_MAGIC, ZIP_MAGIC, ole2_kind, zip_kind
from covidorders.layout import ExtractOptions, RawFile

_KINDS_BY_SUFFIX = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".doc": "doc",
    ".dot": "doc",
    ".rtf": "rtf",
    ".odt": "odt",
    ".ott": "odt",
    ".fodt": "odt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mht": "html",
    ".mhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".tif": "image",
    ".tiff": "image",
}

_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
    "html": "text/html",
    "text": "text/plain",
    "markdown": "text/markdown",
}

_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)

_REFUSED = (
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a Linux program"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"GIF8", "a GIF image"),
    (b"%!PS", "a PostScript file"),
)

_PDF = re.compile(rb"%PDF-\d")
_HEAD = 4096
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML_OPENING = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|span|font|center|h[1-6])[\s>]", re.I
)
_HTML_WHOLE = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.I)
_MHTML = re.compile(rb"^MIME-Version:", re.I | re.M)
_OFFICE_XML = re.compile(rb"progid=\"Word\.Document\"|schemas\.microsoft\.com/office/word/2003/wordml")
_FLAT_ODT = re.compile(rb"office:mimetype=\"application/vnd\.oasis\.opendocument\.text")
_BINARY_CONTROL = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f")) + b"\x7f"


def suffix_kind(path: Path) -> str | None:
    """Return the kind that a file's name promises, or None if the suffix says nothing."""
    return _KINDS_BY_SUFFIX.get(path.suffix.lower())


def known_suffixes() -> frozenset[str]:
    """Return the suffixes, in lower case with their dot, of files that a folder run should pick up."""
    return frozenset(_KINDS_BY_SUFFIX)


def read(path: Path, options: ExtractOptions | None = None) -> RawFile:
    """Read `path` and find out what it is.

    Raises UnreadableFileError (folder, no permission), EmptyFileError, LimitExceededError (more bytes than
    `options.max_bytes`), UnknownFormatError, EncryptedFileError, DamagedFileError.
    """
    data = _load(path, (options or ExtractOptions()).max_bytes)
    if not data.strip(b"\x00\t\n\v\f\r \xef\xbb\xbf\xfe\xff"):
        what = f"{len(data):,} bytes, all of them blank" if data else "no bytes"
        raise EmptyFileError(f"{path.name} is empty: it has {what}. Get a whole copy of it.")
    kind, media_type = sniff(data, path)
    return RawFile(path=path, data=data, kind=kind, media_type=media_type)


def _load(path: Path, max_bytes: int) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFileError(f"{path} is a folder. Give the files in it, or give the folder to `parse`.")
        size = path.stat().st_size
        if size > max_bytes:
            raise LimitExceededError(
                f"{path.name} has {size:,} bytes, more than the limit of {max_bytes:,}. "
                "Split it, or raise max_bytes in the pipeline file."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(f"{path} does not exist. Check the name.") from error
    except OSError as error:
        raise UnreadableFileError(
            f"{path} cannot be read ({error.strerror}). Give yourself the right to read it: chmod u+r '{path}'"
        ) from error


def sniff(data: bytes, path: Path) -> tuple[str, str]:
    """Return the kind and the media type of `data`; `path` decides only where the content leaves it open."""
    kind, media_type = _by_magic(data, path.name) or (_text_kind(data, path), None)
    return kind, media_type or _MEDIA_TYPES[kind]


def _by_magic(data: bytes, name: str) -> tuple[str, str | None] | None:
    for magic, media_type in _IMAGES:
        if data.startswith(magic):
            return "image", media_type
    if _PDF.search(data, 0, 1024):  # PDF 32000-1 Annex H: readers accept the header within the first 1024 bytes
        return "pdf", None
    if data.startswith(OLE2_MAGIC):
        return ole2_kind(data, name), None
    if data.startswith(ZIP_MAGIC):
        return zip_kind(data, name), None
    if data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\x00").startswith(b"{\\rtf"):
        return "rtf", None
    for magic, what in _REFUSED:
        if data.startswith(magic):
            raise _refusal(name, what)
    return None


def _text_kind(data: bytes, path: Path) -> str:
    """Tell HTML, Word XML, flat OpenDocument and plain text apart; refuse bytes that are no text."""
    ascii_head = data[:_HEAD].replace(b"\x00", b"")
    for mark in _BYTE_ORDER_MARKS:
        ascii_head = ascii_head.removeprefix(mark)
    head = ascii_head.lstrip()
    promised = suffix_kind(path)
    if _OFFICE_XML.search(head):
        return "doc"
    if _FLAT_ODT.search(head):
        return "odt"
    if _is_html(head, promised):
        return "html"
    if head.startswith(b"<?xml"):
        raise _refusal(path.name, "an XML file of an unknown vocabulary")
    if not _looks_like_text(data):
        raise _refusal(path.name, "of no known format")
    return "markdown" if promised == "markdown" else "text"


def _is_html(head: bytes, promised: str | None) -> bool:
    if _MHTML.match(head):
        return True
    if _HTML_WHOLE.search(head) and (head.startswith(b"<") or promised == "html"):
        return True
    if promised in {"text", "markdown"}:  # both may carry a few tags of their own
        return False
    return bool(_HTML_OPENING.match(head)) or (promised == "html" and bool(_HTML_OPENING.search(head)))


def _looks_like_text(data: bytes) -> bool:
    """Single-byte Vietnamese encodings use any byte from 0x80 up, VISCII a few controls too: only many controls tell.

    UTF-16 and UTF-32 are known by their zero bytes standing on one side of every pair.
    """
    sample = data[: 1 << 16]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    zeros = sample.count(b"\x00")
    if zeros:
        one_sided = max(sample[::2].count(b"\x00"), sample[1::2].count(b"\x00"))
        return zeros > len(sample) // 5 and one_sided > 0.9 * zeros
    controls = len(sample) - len(sample.translate(None, _BINARY_CONTROL))
    return controls <= len(sample) // 50


def _refusal(name: str, what: str) -> UnknownFormatError:
    return UnknownFormatError(
        f"{name} is {what}. Readable are PDF, DOCX, DOC, RTF, ODT, HTML, Markdown, plain text, PNG, JPEG and TIFF; "
        "save the notice as one of these."
    )
