"""Tone marks of set phrases: `Chính phú` is Chính phủ, `tố chức` is tổ chức (knowledge/ocr.toml, tones).

Only marks change, never a letter; only where official language has one phrase with these letters; and only a tone that
recognition takes for another. Other marks that are missing (`nhiêm vụ`) are left: that is what people mistype, and what
the document says is kept. Measured in tools/ocr_repair_accuracy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from covidorders.grammar.fold import fold, new_tone
from covidorders.knowledge import load
from covidorders.normalise.draft import Draft, Edit
from covidorders.normalise.ocr_repairs.confidence import confidence

RULE = "ocr-tone"
SURE = 0.97
"""A word of a phrase read more surely stays: most right words are, and so is what no list foresees (`lũy kế từ`)."""
FAINT_SURE = 0.94
"""The same for tones that people mistype too (`tô chức`, `bỗ sung`)."""
ALONE_SURE = 0.9
"""A word that stands in no phrase is put right only where recognition was less sure of it."""
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters at an offset of its line."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset after its last letter."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    gaps: tuple[str, ...]


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """Return the phrases by their first word without marks, long ones first."""
    table: dict[str, list[_Phrase]] = {}
    for said in re.split(r"[;\n]", load("ocr")["tones"]["phrases"]):
        tokens = tokens_of(said.strip())
        if tokens:
            words = tuple(new_tone(token.text) for token in tokens)
            gaps = tuple(said.strip()[a.end : b.start] for a, b in pairwise(tokens))
            table.setdefault(fold(words[0]), []).append(_Phrase(words, gaps))
    return {first: tuple(sorted(found, key=lambda p: -len(p.words))) for first, found in table.items()}


@cache
def _words() -> dict[str, tuple[str, tuple[str, ...]]]:
    return {entry["read"]: (entry["meant"], tuple(entry.get("unless", ()))) for entry in load("ocr")["tones"]["words"]}


def tokens_of(text: str) -> list[Token]:
    """Return the runs of letters of a text."""
    return [Token(found.group(), found.start()) for found in _LETTERS.finditer(text)]


def mend_tones(draft: Draft, following: str = "") -> Draft:
    """Return the line with the marks of set phrases put right; `following` is the line that it runs on into."""
    text = draft.text
    whole = f"{text} {following[:40]}" if following else text
    tokens = tokens_of(whole)
    edits: dict[int, Edit] = {}
    phrases = [_phrase_at(whole, tokens, number) for number in range(len(tokens))]
    right = _read_right(tokens, phrases)
    for number, (token, phrase) in enumerate(zip(tokens, phrases, strict=True)):
        here = range(number, number + len(phrase))
        if phrase and not any(_crosses(here, other) for other in right):
            _mend_phrase(edits, tokens[here.start : here.stop], phrase, draft)
        meant, unless = _words().get(token.text.lower(), ("", ()))
        unsure = bool(meant) and confidence(draft, token.start, token.end) < ALONE_SURE
        said = token.start in edits or any(number in other for other in right)
        if unsure and not said and not _named(tokens, number, unless):
            _add(edits, token, meant, draft)
    return draft.amend([edits[start] for start in sorted(edits)], RULE)


def _crosses(one: range, other: range) -> bool:
    """Tell whether a phrase read right begins before another one and reaches into it, or goes on behind it."""
    return (
        one.start < other.stop
        and other.start < one.stop
        and not (one.start <= other.start and other.stop <= one.stop and len(other) < len(one))
    )


def _mend_phrase(edits: dict[int, Edit], here: Sequence[Token], phrase: Sequence[str], draft: Draft) -> None:
    """Add the edits of a phrase; where one word of it is unsure, a surer one beside it was misread the same way."""
    unsure = [confidence(draft, part.start, part.end) for part in here]
    faint = min(unsure) < FAINT_SURE and " ".join(phrase) not in load("ocr")["tones"]["not_faint"]
    if not all(looks_like(part.text, word, faint=faint) for part, word in zip(here, phrase, strict=True)):
        return
    if min(unsure) < SURE:
        for part, word in zip(here, phrase, strict=True):
            _add(edits, part, word, draft)


def _read_right(tokens: Sequence[Token], phrases: Sequence[Sequence[str]]) -> list[range]:
    """Return where phrases stand as read: the last word of `thông báo` begins no `bảo vệ`."""
    right = []
    for number, phrase in enumerate(phrases):
        here = tokens[number : number + len(phrase)]
        if phrase and all(new_tone(token.text.lower()) == word for token, word in zip(here, phrase, strict=True)):
            right.append(range(number, number + len(phrase)))
    return right


def _phrase_at(text: str, tokens: Sequence[Token], number: int) -> tuple[str, ...]:
    """Return the words of the longest phrase whose letters stand at a token, () if there is none."""
    for phrase in _phrases().get(fold(tokens[number].text), ()):
        here = tokens[number : number + len(phrase.words)]
        if len(here) == len(phrase.words) and all(
            fold(token.text) == fold(word) for token, word in zip(here, phrase.words, strict=True)
        ):
            gaps = tuple(text[a.end : b.start] for a, b in pairwise(here))
            if gaps == phrase.gaps and not _is_name(here, phrase):
                return phrase.words
    return ()


def _is_name(here: Sequence[Token], phrase: _Phrase) -> bool:
    """Tell whether a name stands here or begins: words with a capital (`Việt Nam` is a phrase), all or the last ones.

    `cổ phần Cấp nước` has no phrase `phần cấp` in it.
    """
    if len(here) < 2 or phrase.words[:2] == ("việt", "nam"):
        return False
    if here[0].text.islower() and phrase.words[0] != "phó":
        return not all(token.text.islower() for token in here)
    return all(token.text.istitle() for token in here)


def _named(tokens: Sequence[Token], number: int, unless: Sequence[str]) -> bool:
    """Tell whether the word stands in a phrase in which it is right as it was read, or begins a name."""
    around = [token.text.lower() for token in tokens[max(0, number - 1) : number + 2]]
    at = min(number, 1)
    pairs = {" ".join(around[at - 1 : at + 1]) if at else "", " ".join(around[at : at + 2])}
    return not pairs.isdisjoint(unless)


def _add(edits: dict[int, Edit], token: Token, meant: str, draft: Draft) -> None:
    now = in_case_of(token.text, meant)
    if token.end > len(draft.text) or new_tone(now) == new_tone(token.text):
        return
    edits[token.start] = Edit(token.start, token.end, now)


@cache
def _misread() -> tuple[dict[str, str], dict[str, str]]:
    """Return for letters with a tone those that may be meant, and those for faint ones (knowledge/ocr.toml, tones)."""
    table = load("ocr")["tones"]
    return table["misread"], table["faint"]


def looks_like(read: str, meant: str, *, faint: bool = False) -> bool:
    """Tell whether every letter is the same or one that recognition takes it for."""
    sure, unsure = _misread()
    return all(
        a == b or b in sure.get(a, "") or (faint and b in unsure.get(a, ""))
        for a, b in zip(new_tone(read).lower(), new_tone(meant).lower(), strict=True)
    )


def in_case_of(read: str, meant: str) -> str:
    """Return `meant` with capitals where `read`, of the same length, has them."""
    if len(read) != len(meant):
        return meant.upper() if read.isupper() else meant
    return "".join(m.upper() if r.isupper() else m.lower() for r, m in zip(read, meant, strict=True))
