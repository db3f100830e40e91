"""What happens to official text on its way to us: lost marks, capitals, old spelling, misread letters, odd spaces.

Every kind of noise takes a text with its marks and gives it back with the marks at their new places.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from covidorders.knowledge import load
from covidorders.learn.frames import Mark

Marked = tuple[str, list[Mark]]

_OLD_TONE = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "òe": "oè", "óe": "oé", "ỏe": "oẻ", "ùy": "uỳ",
    "úy": "uý", "ủy": "uỷ", "ụy": "uỵ",
}  # fmt: skip
_NEW_TONE = re.compile(r"(?<![qQ])(?:" + "|".join(_OLD_TONE) + r")(?!\w)", re.IGNORECASE)
_SMALL = re.compile(r"(?<!\w)[a-zđà-ỹ]{2,7}(?!\w)")
_SPACES = re.compile(r" {2,}| +(?=[,;:.)\n])|(?<=\() +| +$", re.MULTILINE)


def replaced(text: str, marks: Sequence[Mark], letters: Sequence[str]) -> Marked:
    """Return the text with every letter `i` replaced by `letters[i]`, and the marks that still hold something."""
    places = [0]
    for letter in letters:
        places.append(places[-1] + len(letter))
    moved = [Mark(places[mark.start], places[mark.end], mark.label) for mark in marks]
    return trimmed("".join(letters), moved)


def trimmed(text: str, marks: Sequence[Mark]) -> Marked:
    """Take white space off the ends of the marks, and the marks away that hold nothing else."""
    tight = []
    for mark in marks:
        inside = text[mark.start : mark.end]
        start = mark.start + len(inside) - len(inside.lstrip())
        end = mark.end - len(inside) + len(inside.rstrip())
        if start < end:
            tight.append(Mark(start, end, mark.label))
    return text, tight


def tidied(text: str, marks: Sequence[Mark]) -> Marked:
    """Take out the spaces that empty alternatives of a frame leave behind."""
    letters = list(text)
    for found in _SPACES.finditer(text):
        keep = 1 if len(found.group()) > 1 and text[found.end() : found.end() + 1] not in ",;:.)\n" else 0
        for index in range(found.start() + keep, found.end()):
            letters[index] = ""
    return replaced(text, marks, letters)


# --- kinds of noise ---------------------------------------------------------------------------------


def without_diacritics(text: str, marks: Sequence[Mark], rng: Random) -> Marked:
    """`ủy ban` → `uy ban`."""
    return replaced(text, marks, [_bare(letter) for letter in text])


def in_capitals(text: str, marks: Sequence[Mark], rng: Random) -> Marked:
    """`Ủy ban` → `ỦY BAN`."""
    return replaced(text, marks, [letter.upper() for letter in text])


def in_small_letters(text: str, marks: Sequence[Mark], rng: Random) -> Marked:
    """`Ủy ban` → `ủy ban`."""
    return replaced(text, marks, [letter.lower() for letter in text])


def old_spelling(text: str, marks: Sequence[Mark], rng: Random) -> Marked:
    """`hòa`, `ủy` → `hoà`, `uỷ`."""

    def old(match: re.Match[str]) -> str:
        new = match.group()
        return "".join(o.upper() if n.isupper() else o for n, o in zip(new, _OLD_TONE[new.lower()], strict=True))

    return trimmed(_NEW_TONE.sub(old, text), marks)


def misread(text: str, marks: Sequence[Mark], rng: Random) -> Marked:
    """One letter in a hundred, or in thirty, as recognition of print gets it wrong."""
    wrong = load("training/noise")["misread"]
    share = rng.choice((0.01, 0.01, 0.03))
    letters = [rng.choice(wrong[letter]) if letter in wrong and rng.random() < share * 2 else letter for letter in text]
    return replaced(text, marks, letters)


def odd_spaces(text: str, marks: Sequence[Mark], rng: Random) -> Marked:
    """Spaces doubled, left out behind a comma or put before one."""
    letters = list(text)
    for index, letter in enumerate(text):
        chance = rng.random()
        if letter == " " and text[index - 1 : index] in ",;:" and chance < 0.3:
            letters[index] = ""
        elif letter == " " and chance < 0.03:
            letters[index] = "  "
        elif letter in ",;:" and chance < 0.15:
            letters[index] = " " + letter
    return replaced(text, marks, letters)


def unknown_words(text: str, marks: Sequence[Mark], rng: Random) -> Marked:
    """Words that no list holds, in place of ordinary ones: the model must not rest on knowing every word.

    Outside mentions any word of small letters may go; inside, those behind the third.
    """
    syllables = load("training/noise")["unknown"]
    firm = [(mark.start, _third_word(text, mark)) for mark in marks]
    letters = list(text)
    for word in _SMALL.finditer(text):
        if rng.random() < 0.2 and not any(start <= word.start() < end for start, end in firm):
            made = rng.choice(syllables["onsets"]) + rng.choice(syllables["rhymes"])
            letters[word.start() : word.end()] = [made, *[""] * (len(word.group()) - 1)]
    return replaced(text, marks, letters)


def _third_word(text: str, mark: Mark) -> int:
    if mark.label != "AGENCY":
        return mark.end
    place = mark.start
    for _ in range(3):
        place = text.find(" ", place + 1, mark.end)
        if place < 0:
            return mark.end
    return place


def broken_lines(text: str, marks: Sequence[Mark], rng: Random) -> Marked:
    """A long line in two paragraphs, as in letterheads: a mention across the break is two."""
    spaces = [index for index, letter in enumerate(text) if letter == " " and 12 < index < len(text) - 8]
    if not spaces or "\n" in text:
        return text, list(marks)
    cut = rng.choice(spaces)
    halves = [
        Mark(max(mark.start, start), min(mark.end, end), mark.label)
        for mark in marks
        for start, end in ((0, cut), (cut + 1, len(text)))
        if mark.start < end and mark.end > start
    ]
    return trimmed(text[:cut] + "\n" + text[cut + 1 :], halves)


KINDS: tuple[tuple[float, Callable[[str, Sequence[Mark], Random], Marked]], ...] = (
    (0.06, without_diacritics),
    (0.04, in_capitals),
    (0.02, in_small_letters),
    (0.06, old_spelling),
    (0.12, misread),
    (0.06, odd_spaces),
    (0.03, broken_lines),
    (0.25, unknown_words),
)
"""Share of the paragraphs that each kind of noise falls on; the rest stays clean."""


def noisy(text: str, marks: Sequence[Mark], rng: Random) -> Marked:
    """Return the text with one kind of noise or none, drawn by the shares of `KINDS`."""
    chance = rng.random()
    for share, make in KINDS:
        if chance < share:
            return make(text, marks, rng)
        chance -= share
    return text, list(marks)


@cache
def _bare(letter: str) -> str:
    if letter in "đĐ":
        return "d" if letter == "đ" else "D"
    return unicodedata.normalize("NFD", letter)[0]
