"""Bytes of a text file become a string; which encoding they are in is decided by what reads as Vietnamese."""

from __future__ import annotations

from dataclasses import dataclass

from covidorders.grammar.charsets import charsets
from covidorders.grammar.syllables import marked_share

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 1 << 14
_FEW_BAD_BYTES = 0.002
_READS = 0.25
"""Share of words that are marked Vietnamese syllables: 0.75 in notices, under 0.1 in the wrong encoding."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file. `sure` is false where no encoding gave Vietnamese words, or bytes had to be left out.

    Files in a legacy encoding of one byte a letter come out as their Windows-1252 letters; `encoding` names the
    encoding found, and the normalise stage decodes them line by line with a repair plan.
    """

    text: str
    encoding: str
    sure: bool = True


def decode(data: bytes) -> Decoded:
    """Return the text of `data`: by its byte order mark, as UTF-16 without one, as UTF-8, or in a legacy encoding."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name)
    if data[:_SAMPLE].count(0) > len(data[:_SAMPLE]) // 5:
        return _utf16(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _nearly_utf8(data) or _one_byte(data)


def _strictly(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError:
        return Decoded(data.decode(name, errors="replace"), name, sure=False)


def _utf16(data: bytes) -> Decoded:
    """UTF-16 without a mark: the byte order in which the zero bytes fall on the high half of ASCII letters."""
    little = data[1:_SAMPLE:2].count(0) >= data[0:_SAMPLE:2].count(0)
    return _strictly(data[: len(data) // 2 * 2], "utf-16-le" if little else "utf-16-be")


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes (cut off in the middle of a letter, two files put together)."""
    text = data.decode("utf-8", errors="replace")
    if text.count("\ufffd") > max(2, _FEW_BAD_BYTES * len(text)) or marked_share(text[:_SAMPLE]) < _READS:
        return None
    return Decoded(text, "utf-8", sure=False)


def _one_byte(data: bytes) -> Decoded:
    """One byte a letter: the Windows-1252 letters, and the legacy encoding in which they read best.

    VISCII has a letter (Õ) in the place of the no-break space; it is kept from being taken for a blank.
    """
    text = "".join(_LETTERS[byte] for byte in data)
    sample = text[:_SAMPLE]
    shares = {charset.name: marked_share(charset.decode(sample)) for charset in charsets()}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] >= _READS and shares[best] > marked_share(sample):
        return Decoded(text.replace("\u00a0", "\uf0a0") if best == "viscii" else text, best)
    return _guessed(data) or Decoded(text, "windows-1252", sure=marked_share(sample) >= _READS)


def _guessed(data: bytes) -> Decoded | None:
    """Any other encoding, by statistics; believed only if it gives Vietnamese words."""
    from charset_normalizer import from_bytes

    guess = from_bytes(data[: 1 << 16]).best()
    if guess is None:
        return None
    text = data.decode(guess.encoding, errors="replace")
    return Decoded(text, guess.encoding) if marked_share(text[:_SAMPLE]) >= _READS else None


_LETTERS = [bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x100)]
