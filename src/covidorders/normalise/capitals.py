"""TCVN3 has no capitals with tone marks: a heading is set in capital letters and small marked ones (`QUYÕT §ÞNH`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from covidorders.grammar.syllables import is_syllable
from covidorders.normalise.draft import Edit

_ASCII_LETTERS = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"\S+")
_NO_NAMES = frozenset({"ở", "à", "ạ", "ư"})


def restore_capitals(text: str, edits: Sequence[Edit], *, draws_capitals: bool) -> list[Edit]:
    """Return the edits with the words that stand among capitals in capitals.

    `draws_capitals`: the line's font draws every letter as a capital (`.VnTimeH`).
    """
    restored = []
    everywhere = draws_capitals or _all_capitals(text)
    name = not everywhere and _is_name(text)
    for edit in edits:
        if name and edit.now[:1].islower() and edit.now not in _NO_NAMES:
            restored.append(Edit(edit.start, edit.end, edit.now[:1].upper() + edit.now[1:]))
        elif everywhere or _among_capitals(text, edit.start, edit.end):
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


def _all_capitals(text: str) -> bool:
    """Tell whether the plain letters of a line are capitals, three at least (`Së Y TÕ`); abbreviations do not count."""
    words = [word for word in text.split() if not word.isascii() or is_syllable(word)]
    words = [word for word in words if "/" not in word and not any(map(str.isdigit, word))]
    plain = _ASCII_LETTERS.findall(" ".join(words))
    return len(plain) >= 3 and all(map(str.isupper, plain))


def _is_name(text: str) -> bool:
    """Tell whether a line is a person's name: two to five words, all with a capital but those that cannot have one."""
    words = text.split()
    capitals = sum(word[0].isascii() and word[0].isupper() for word in words)
    marked = sum(not word[0].isascii() for word in words)
    return 2 <= len(words) <= 5 and capitals >= 2 and capitals + marked == len(words) and words[0][0].isupper()


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether the word's own plain letters are capitals, or, of a word with one or none, both neighbours'."""
    own = _ASCII_LETTERS.findall(text[start:end])
    if any(letter.islower() for letter in own):
        return False
    if len(own) >= 2:
        return True
    before = _last_word(text[:start])
    after = _next_word(text[end:])
    around = [word for word in (before, after) if word]
    return bool(around) and all(map(_is_capital_word, around)) and len(own) + len(around) >= 2


def _is_capital_word(word: str) -> bool:
    """A word in capitals that is no abbreviation: `CHøC`, `NGHÞ`, not `TCCB`. Legacy letters stand for small ones."""
    plain = _ASCII_LETTERS.findall(word)
    return len(plain) >= 2 and all(map(str.isupper, plain)) and (not word.isascii() or is_syllable(word))


def _last_word(text: str) -> str:
    words = text.split()
    return words[-1] if words else ""


def _next_word(text: str) -> str:
    found = _WORD.search(text)
    return found.group() if found else ""
