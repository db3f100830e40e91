"""TCVN3 has no capitals with tone marks: a heading is set in capital letters and small marked ones (`QUYÕT §ÞNH`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from covidorders.normalise.draft import Edit

_ASCII_LETTERS = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"\S+")


def restore_capitals(text: str, edits: Sequence[Edit], *, draws_capitals: bool) -> list[Edit]:
    """Return the edits with the words that stand among capitals in capitals.

    `draws_capitals`: the line's font draws every letter as a capital (`.VnTimeH`).
    """
    restored = []
    for edit in edits:
        if draws_capitals or _among_capitals(text, edit.start, edit.end):
            restored.append(Edit(edit.start, edit.end, edit.now.upper()))
        else:
            restored.append(edit)
    return _with_plain_words(text, restored) if draws_capitals else restored


def _with_plain_words(text: str, edits: list[Edit]) -> list[Edit]:
    """Under a font that draws capitals the unmarked words are capitals too."""
    done = 0
    full: list[Edit] = []
    for edit in [*edits, Edit(len(text), len(text), "")]:
        between = text[done : edit.start]
        full += [Edit(done, edit.start, between.upper()), edit]
        done = edit.end
    return [edit for edit in full if edit.end > edit.start]


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether the word's own plain letters, or else its neighbours' on both sides, are capitals."""
    own = _ASCII_LETTERS.findall(text[start:end])
    if any(letter.islower() for letter in own):
        return False
    if len(own) >= 2:
        return True
    before = _ASCII_LETTERS.findall(_last_word(text[:start]))
    after = _ASCII_LETTERS.findall(_next_word(text[end:]))
    around = before + after
    if any(letter.islower() for letter in around):
        return False
    return len(around) >= 2 and ((bool(before) and bool(after)) or len(own) + len(around) >= 4)


def _last_word(text: str) -> str:
    words = text.split()
    return words[-1] if words else ""


def _next_word(text: str) -> str:
    found = _WORD.search(text)
    return found.group() if found else ""
