"""Mend letters that came broken out of a text layer (knowledge/letters.toml); every mending is recorded.

Nothing is guessed: a letter is changed only where its code point cannot be meant. Tone placement is left as printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from covidorders.grammar.syllables import is_syllable
from covidorders.knowledge import load
from covidorders.normalise.draft import Draft, Edit
from covidorders.normalise.spacing import close_gaps, has_gaps

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+"
)
_SPACES = re.compile("[\x0b\x0c\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_SOFT_HYPHEN = re.compile("\u00ad")
_WIDE = re.compile("[\uff01-\uff5e]")
_FOREIGN_WORD = re.compile("[\\w\u0300-\u036f]*[\u0370-\u03ff\u0400-\u052f][\\w\u0300-\u036f]*")
_CAPITAL_WORD = re.compile(r"[^\W\d_]*[ÕÖ][^\W\d_]*")
_MINUS_IN_CODE = re.compile(r"(?<=[A-ZĐ\d])[\u2212\u2012](?=[A-ZĐ])")
_WORD = re.compile(r"\S+")
_SUSPICIOUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\xd0\xd5\xd6\xf0\u0131\u0189\u01a2\u01a3\u0256\u0300-\u052f\u1680\u180e\u2000-\u2012"
    "\u2028-\u202f\u205f-\u2064\u2212\u3000\ue000-\uf8ff\ufb00-\ufb06\ufeff\uff01-\uff5e\ufffe]"
)

Mending = Callable[[str], Iterator[Edit]]


def mend_letters(draft: Draft) -> Draft:
    """Return the draft with its broken letters mended and in NFC. Clean lines come back as they are."""
    text = draft.text
    if text.isascii() and text.isprintable():
        return close_gaps(draft) if has_gaps(text) else draft
    if _SUSPICIOUS.search(text):
        for rule, mending in _rules():
            draft = draft.amend(mending(draft.text), rule)
    if not unicodedata.is_normalized("NFC", draft.text):
        draft = draft.amend(_compositions(draft.text), "nfc")
        draft = draft.amend(_word2007(draft.text), "word-2007")
    return close_gaps(draft) if has_gaps(draft.text) else draft


@cache
def _rules() -> tuple[tuple[str, Mending], ...]:
    groups = [(group["rule"], _replacing(group["map"])) for group in load("letters")["letters"]]
    return (
        ("", lambda text: _all(_SPACES, text, lambda found: " ")),
        ("hyphen", _soft_hyphens),
        ("hyphen", lambda text: _all(_MINUS_IN_CODE, text, lambda found: "-")),
        ("invisible", lambda text: _all(_INVISIBLE, text, lambda found: "")),
        *groups,
        ("full-width", lambda text: _all(_WIDE, text, lambda found: chr(ord(found) - 0xFEE0))),
        ("look-alike", _homoglyphs),
        ("word-2007", _word2007),
    )


def _all(pattern: re.Pattern[str], text: str, change: Callable[[str], str]) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        yield Edit(*match.span(), change(match.group()))


def _replacing(pairs: dict[str, str]) -> Mending:
    pattern = re.compile("[" + "".join(map(re.escape, pairs)) + "]")
    return lambda text: _all(pattern, text, pairs.__getitem__)


def _compositions(text: str) -> Iterator[Edit]:
    return _all(_WORD, text, lambda word: unicodedata.normalize("NFC", word))


def _soft_hyphens(text: str) -> Iterator[Edit]:
    """A soft hyphen at the start of a line or beside a capital or a digit was printed (`QĐ-UBND`); others were not."""
    for match in _SOFT_HYPHEN.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        shown = not before.strip() or not after.strip() or any(c.isupper() or c.isdigit() for c in (before, after))
        yield Edit(*match.span(), "-" if shown else "")


def _homoglyphs(text: str) -> Iterator[Edit]:
    """Cyrillic and Greek letters inside a word that is Latin otherwise, or that reads as Vietnamese when put right."""
    pairs = load("letters")["homoglyphs"]["map"]
    for match in _FOREIGN_WORD.finditer(text):
        word = match.group()
        latin = unicodedata.normalize("NFC", "".join(pairs.get(letter, letter) for letter in word))
        if _FOREIGN_WORD.search(latin):
            continue
        if any(letter.isascii() and letter.isalpha() for letter in word) or is_syllable(latin):
            yield Edit(*match.span(), latin)


def _word2007(text: str) -> Iterator[Edit]:
    """`HÕA` is HÒA and `PHÖ` is PHÚ; `VÕ` and `NGÕ` stay."""
    data = load("letters")["word2007"]
    table = str.maketrans(data["map"])
    for match in _CAPITAL_WORD.finditer(text):
        word = match.group()
        meant = word.translate(table)
        if word.isupper() and word.lower() not in data["right_with_tilde"] and is_syllable(meant):
            yield Edit(*match.span(), meant)
