"""UTF-8 that was read as Windows-1252 (`Quyáº¿t Ä‘á»‹nh`) is read again as UTF-8, up to twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from covidorders.normalise.draft import Draft, Edit

_BYTES = {bytes([b]).decode("cp1252", errors="ignore") or chr(b): b for b in range(0x80, 0x100)}
_BYTES |= {chr(b): b for b in range(0x80, 0x100) if chr(b) not in _BYTES}
_LEADS = "".join(letter for letter, byte in _BYTES.items() if 0xC2 <= byte <= 0xF4)
_TRAILS = "".join(letter for letter, byte in _BYTES.items() if 0x80 <= byte <= 0xBF)
_SEQUENCE = re.compile(f"[{re.escape(_LEADS)}][{re.escape(_TRAILS)}]{{1,3}}|(?<![A-ZĐ])Ã(?= )")
_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_MEANT = re.compile("[\u0080-\u01b0\u0300-\u0323\u1ea0-\u1ef9\u2010-\u2026\ufeff]+")
_FIRM = re.compile("[a-z]Ã[\xa0-¿]|Ã[¡-¿][a-z]|Ä[\u2018\u2019\x90‚ƒ¨©]|á[º»]|Æ[°¡¯\xa0]|â€")


def mend_mojibake(draft: Draft) -> Draft:
    """Return the draft with UTF-8 sequences read aright. Lines without a sure sign of them come back as they are."""
    for _ in range(2):
        if not _FIRM.search(draft.text):
            break
        draft = draft.amend(_readings(draft.text), "mojibake")
    return draft


def _readings(text: str) -> Iterator[Edit]:
    for match in _SEQUENCE.finditer(text):
        found = match.group()
        if found == "Ã":  # the second byte of à is a non-breaking space, and many tools make a plain one of it
            yield Edit(match.start(), match.end() + 1, "à")
            continue
        data = bytes(_BYTES[letter] for letter in found)
        first = _CHARACTER.match(data)
        if first is None:
            continue
        letter = first.group().decode("utf-8", errors="ignore")
        if letter in _BYTES or _MEANT.fullmatch(letter):
            yield Edit(match.start(), match.start() + first.end(), letter)
