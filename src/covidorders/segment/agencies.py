"""Lists of agencies in fixed places (Kính gửi, Nơi nhận): which commas part two agencies and which stand in a name."""

from __future__ import annotations

import re

from covidorders.grammar.fold import fold, new_tone
from covidorders.grammar.marks import opens_with
from covidorders.knowledge import load
from covidorders.model import Mention

_ENTRY = re.compile(r";\s*[-–+•]?\s*(?=\S)")
"""A semicolon parts two entries of a list written in one line (`A; B`, `- A; - B`)."""
_PART = re.compile(r"\s*[,;]\s*(?=[^\W\d_])")
_EDGE = " \t\n.;,:-–—+*•·~"


def mention(text: str, start: int, end: int) -> Mention | None:
    """Return the words of `text[start:end]` without the punctuation around them, None where nothing is left."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(_EDGE))
    end -= len(words) - len(words.rstrip(_EDGE))
    return Mention(text=" ".join(text[start:end].split()), start=start, end=end) if start < end else None


def opens_with_body(line: str) -> bool:
    """Tell whether a line opens with the kind of a body, its tones right (`Bản quy định` opens like `Ban`)."""
    words = new_tone(line).casefold()
    kinds = (new_tone(kind).casefold() for kind in load("marks")["bodies"]["heads"])
    return any(words.startswith(kind) and not words[len(kind) : len(kind) + 1].isalnum() for kind in kinds)


def split_agencies(text: str, start: int, end: int) -> tuple[Mention, ...]:
    """Part `text[start:end]` at the commas between two agencies that both have a name of their own.

    `Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh` is two; `Các sở, ban, ngành`, `Sở Văn hóa, Thể thao và Du lịch`,
    `UBND các huyện, thành phố` and `Các Sở: Y tế, Công Thương` are one each. Semicolons always part.
    """
    edges = [start, *(start + found.end() for found in _ENTRY.finditer(text[start:end])), end]
    return tuple(m for i in range(len(edges) - 1) for m in _split_entry(text, edges[i], edges[i + 1]))


def _split_entry(text: str, start: int, end: int) -> tuple[Mention, ...]:
    cuts = [start]
    words = text[start:end]
    if ":" not in words and "(" not in words:
        for found in _PART.finditer(words):
            here = start + found.end()
            if _is_named(text[cuts[-1] : start + found.start()]) and _is_named(_next(text[here:end])):
                cuts.append(here)
    edges = [*cuts, end]
    return tuple(m for i, cut in enumerate(cuts) if (m := mention(text, cut, edges[i + 1])) is not None)


def _next(words: str) -> str:
    return _PART.split(words, maxsplit=1)[0]


def _is_named(words: str) -> bool:
    """A name of its own: the kind of a body or a post with a capital, and more words behind it."""
    plain = words.strip(_EDGE)
    folded = fold(plain)
    head = opens_with(folded, "bodies", "heads") or opens_with(folded, "signing", "positions")
    return head is not None and plain[0].isupper() and len(plain) > len(head) + 1
