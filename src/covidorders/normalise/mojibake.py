"""UTF-8 that was read as Windows-1252 (`Quyáº¿t Ä‘á»‹nh`) is read again as UTF-8, up to twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from covidorders.normalise.draft import Draft, Edit

_BYTES = {bytes([b]).decode("cp1252", errors="ignore") or chr(b): b for b in range(0x80, 0x100)}
_BYTES |= {chr(b): b for b in range(0x80, 0x100) if chr(b) not in _BYTES}
_LEADS = "".join(letter for letter, byte in _BYTES.items() if 0xC2 <= byte <= 0xF4)
_TRAILS = "".join(letter for letter, byte in _BYTES.items() if 0x80 <= byte <= 0xBF)
_WITHOUT_LAST = {"Ã": "à", "Æ": "Ơ", "áº": "Ạ", "á»": "Ỡ"}
"""Letters whose last byte is a non-breaking space: many tools make a plain one of it, or cut it off a line's end."""
_SEQUENCE = re.compile(f"[{re.escape(_LEADS)}][{re.escape(_TRAILS)}]{{1,3}}|(?:{'|'.join(_WITHOUT_LAST)})(?= |$)")
_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_MEANT = re.compile("[\u0080-\u01b0\u0300-\u0323\u1ea0-\u1ef9\u2010-\u2026\ufeff]+")
_MODERN = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
_FIRM = re.compile("[a-z]Ã[\xa0-¿]|Ã[¡-¿][a-z]|Ä[\u2018\u2019\x90‚ƒ¨©]|á[º»]|Æ[°¡¯\xa0]|â€")
_ENOUGH = 3
"""Lines with a sure sign from which on the lines without one are believed to be in the same state."""


def mend_mojibake(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with UTF-8 sequences read aright.

    A line needs a sure sign of its own, or stands in a file where most lines have one. Without any such sign the
    drafts come back as they are: `XÃ”` before a quotation mark is no sign.
    """
    firm = [_FIRM.search(draft.text) is not None for draft in drafts]
    if not any(firm):
        return list(drafts)
    marked = sum(not draft.text.isascii() for draft in drafts)
    everywhere = sum(firm) >= max(_ENOUGH, marked // 2)
    return [
        _mend(draft) if sure or (everywhere and not _MODERN.search(draft.text)) else draft
        for draft, sure in zip(drafts, firm, strict=True)
    ]


def _mend(draft: Draft) -> Draft:
    draft = draft.amend(_readings(draft.text), "mojibake")
    return draft.amend(_readings(draft.text), "mojibake") if _FIRM.search(draft.text) else draft


def _readings(text: str) -> Iterator[Edit]:
    for match in _SEQUENCE.finditer(text):
        found = match.group()
        if found in _WITHOUT_LAST:
            yield Edit(match.start(), min(match.end() + 1, len(text)), _WITHOUT_LAST[found])
            continue
        first = _CHARACTER.match(bytes(_BYTES[letter] for letter in found))
        if first is None:
            continue
        letter = first.group().decode("utf-8", errors="ignore")
        if letter in _BYTES or _MEANT.fullmatch(letter):
            yield Edit(match.start(), match.start() + first.end(), letter)
