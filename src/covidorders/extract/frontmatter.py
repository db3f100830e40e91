"""The metadata (front matter, YAML) that converters write at the head of a Markdown file: no words of a notice."""

from __future__ import annotations

import re

_BORDER = "---"
_FIELD = re.compile(r"[a-z_][\w-]{0,40}:(?:\s.*)?|\s+\S.*|-\s.*|#.*|\s*")
"""A field, its value on lines of its own, a comment. Keys are plain small letters: `Số: 12/KH-SYT` is none."""
_LONGEST = 60
"""Lines of a front matter at most."""


def parted(text: str) -> tuple[str, str]:
    """Return front matter and the rest of a text; the first is empty where there is none.

    Its lines stand between two lines of three hyphens, the first of which opens the file (Jekyll, Pandoc, Hugo).
    """
    start = len(text) - len(text.lstrip("\ufeff\n "))
    lines = text[start:].split("\n", _LONGEST)
    if lines[0].rstrip() != _BORDER:
        return "", text
    end = next((place for place, line in enumerate(lines[1:_LONGEST], 1) if line.rstrip() == _BORDER), 0)
    fields = lines[1:end]
    if not any(":" in line for line in fields) or not all(_FIELD.fullmatch(line.rstrip()) for line in fields):
        return "", text
    return "\n".join(line.rstrip() for line in fields), "\n".join(lines[end + 1 :])
