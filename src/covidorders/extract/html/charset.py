"""From bytes to letters: byte order mark, UTF-8 if it is, then what the page declares, then a guess."""

from __future__ import annotations

import codecs
import email
import email.policy
import re

from covidorders.extract import decoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096
_LATIN_NAMES = frozenset(
    {"utf-8", "utf8", "iso-8859-1", "latin1", "us-ascii", "x-user-defined", "windows-1252", "cp1252"}
)
_LATIN = {code: letter for code in range(0x80, 0xA0) if (letter := bytes([code]).decode("cp1252", "ignore"))}
_TAG = re.compile(rb"<[^<>]{0,2000}>|&#?\w{1,12};")


def decode(data: bytes) -> tuple[str, str]:
    """Return the page's text and the name of the encoding it was read with.

    A page in TCVN3 or VNI declares windows-1252 or nothing; it comes out as its surface letters, which the
    normaliser repairs.
    """
    if re.match(rb"\s*MIME-Version:", data, re.IGNORECASE):
        return _decode_part(data)
    return _decode_page(data, None)


def _decode_part(data: bytes) -> tuple[str, str]:
    """MHTML (RFC 2557): the page is the first HTML part of the message."""
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            return _decode_page(payload, part.get_content_charset())
    return "", "ascii"


def _decode_page(data: bytes, declared: str | None) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    zeros = data[:_HEAD].count(b"\x00")
    if zeros > len(data[:_HEAD]) // 5:
        encoding = "utf-16-be" if data[:1] == b"\x00" else "utf-16-le"
        return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"  # no other encoding passes for it; declarations are often wrong
    except UnicodeDecodeError as error:
        if len(data) - error.start < 4 or _broken_share(data) < 0.01:  # cut off, or a few bytes spoilt
            return data.decode("utf-8", "replace"), "utf-8"
    found = _DECLARED.search(data, 0, _HEAD)
    return _decode_as(data, declared or (found.group(1).decode("ascii") if found else None))


def _broken_share(data: bytes) -> float:
    """Return how many of the letters beyond ASCII are no UTF-8."""
    text = data.decode("utf-8", "replace")
    beyond = sum(letter > "\x7f" for letter in text)
    return text.count("\ufffd") / max(1, beyond)


def _decode_as(data: bytes, declared: str | None) -> tuple[str, str]:
    """Believe a declaration but for the Latin ones, which pages in every legacy encoding carry."""
    name = (declared or "windows-1252").lower()
    if name not in _LATIN_NAMES:
        try:
            return data.decode(name, "replace"), name
        except LookupError:
            pass
    found = decoding.decode(_TAG.sub(b" ", data)).encoding
    try:
        return (data.decode(found, "replace"), found) if found != "windows-1252" else (_surface(data), found)
    except LookupError:  # TCVN3, VNI, …: their surface letters
        return _surface(data), found


def _surface(data: bytes) -> str:
    """Return the windows-1252 letters; the five bytes that it leaves open pass through, as in browsers and Word."""
    return data.decode("latin-1").translate(_LATIN)
