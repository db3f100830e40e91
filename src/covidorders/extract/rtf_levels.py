r"""Mends the list definitions of RTF files that LibreOffice wrote.

LibreOffice's RTF export writes every letter beyond Latin-1 in a `\leveltext` as a question mark: a list `Điều 1.` comes
back as `?i?u 1.`. The printed marker itself stands whole beside each item, in its `\listtext` group (RTF 1.9.1, "List
Text"), so the lost letters are put back from there.
"""

from __future__ import annotations

import re

_LEVEL_TEXT = re.compile(rb"\\leveltext ?(?:\\leveltemplateid-?\d+ ?)?((?:\\'[0-9a-fA-F]{2}|[^\\{}]){1,80});\}")
_LIST_TEXT = re.compile(rb"\{\\listtext\b([^{}]{1,200})\}")
_TOKEN = re.compile(
    rb"\\u(-?\d{1,6}) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}])?|\\'([0-9a-fA-F]{2})|\\([a-z]{1,32})-?\d* ?|([^\\\r\n])"
)
_LOST = b"\\'3f"
_ENOUGH = 2000
"""Markers to look at: the first items show every level's text."""


def mend(data: bytes) -> bytes:
    """Return the RTF file with the lost letters of its level texts put back; other files come back unchanged."""
    if not any(_LOST in found for found in _LEVEL_TEXT.findall(data)):
        return data
    printed: set[str] = set()
    for number, found in enumerate(_LIST_TEXT.finditer(data)):
        printed.add(_letters(found.group(1)).strip())
        if number >= _ENOUGH:
            break
    return _LEVEL_TEXT.sub(lambda match: _mended(match, printed), data)


def _mended(match: re.Match[bytes], printed: set[str]) -> bytes:
    level = match.group(1)
    if _LOST not in level:
        return match.group()
    pattern = "".join(_part(token) for token in re.findall(rb"\\'[0-9a-fA-F]{2}|.", level)[1:])
    for marker in sorted(printed):
        found = re.fullmatch(pattern.strip(), marker)
        if found:
            pieces = level.split(_LOST)
            codes = (b"\\u%d%s" % (ord(letter), _LOST) for letter in found.groups())
            restored = pieces[0] + b"".join(code + piece for code, piece in zip(codes, pieces[1:], strict=True))
            return match.group().replace(level, restored)
    return match.group()


def _part(token: bytes) -> str:
    """A lost letter is any letter, the place of a number any number, everything else itself."""
    if token == _LOST:
        return r"([^\x00-\xff])"
    if token.startswith(b"\\'"):
        code = int(token[2:], 16)
        return r"[0-9A-Za-z]{1,8}" if code < 9 else re.escape(bytes([code]).decode("cp1252", "replace"))
    return re.escape(token.decode("latin-1"))


def _letters(group: bytes) -> str:
    """Return the text of a group without control words."""
    letters = []
    for code, byte, word, plain in _TOKEN.findall(group):
        if code:
            letters.append(chr(int(code) % 65536))
        elif byte:
            letters.append(bytes([int(byte, 16)]).decode("cp1252", "replace"))
        elif plain and not word:
            letters.append(plain.decode("latin-1"))
    return "".join(letters)
