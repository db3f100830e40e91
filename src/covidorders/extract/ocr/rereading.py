"""Several readings of one line, word by word the surest; where they differ in digits, nobody is sure of them.

The network's mistakes (`bắt` for `bất`, `TÓT` for `TỐT`) hang on how a tone mark falls on its few rows of pixels; cut
and stretched otherwise, it makes others, and is less sure of them. Measured in tools/bench_ocr: see the CHANGELOG.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from covidorders.extract.ocr.engine import ReadWord
from covidorders.grammar.syllables import is_syllable

_ALPHABET = frozenset("abcdđefghijklmnopqrstuvwxyz\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
"""Letters of Vietnamese and of foreign names, and the marks over them, as NFD parts them."""
_SIGNS = frozenset(".,;:/-–&_@%+()=?~*'\"‘’“”!…[]")
_LETTERS = re.compile(r"[^\W\d_]+")
_TWICE = re.compile("[ĐÐ]{2}")
"""One Đ read as two, often with the Icelandic letter among them; of abbreviations only `ĐĐBQH` has two."""


def least_sure(words: Sequence[ReadWord]) -> float:
    """Return the lowest confidence of some words, 1 where there are none."""
    return min((word.confidence for word in words), default=1.0)


def surest(words: Sequence[ReadWord], again: Sequence[ReadWord]) -> list[ReadWord]:
    """Return the words at their places, each with the surer text of two readings that part the line alike there."""
    merged = list(words)
    for one, other in _pairs(words, again):
        merged[one] = _surer(words[one], again[other])
    return merged


def _pairs(words: Sequence[ReadWord], again: Sequence[ReadWord]) -> Iterator[tuple[int, int]]:
    if len(words) == len(again):
        yield from zip(range(len(words)), range(len(again)), strict=True)
        return
    matcher = SequenceMatcher(None, [word.text for word in words], [word.text for word in again], autojunk=False)
    for _, first, last, other, last_other in matcher.get_opcodes():
        if last - first == last_other - other:
            yield from zip(range(first, last), range(other, last_other), strict=True)


def _surer(word: ReadWord, again: ReadWord) -> ReadWord:
    best = max(word, again, key=lambda one: (is_plain(one.text), one.confidence))
    unsure = _digits(word.text) != _digits(again.text)
    confidence = min(word.confidence, again.confidence) if unsure else best.confidence
    return replace(word, text=best.text, confidence=confidence)


def is_plain(text: str) -> bool:
    """Tell whether a word is spelled as Vietnamese print is: `quản`, `12/QĐ-UBND`, not `quÿ`, `cầẦm`, `QĐÐ`."""
    for letter in unicodedata.normalize("NFD", text.lower()):
        if letter not in _ALPHABET and letter not in _SIGNS and not letter.isdigit():
            return False
    return _TWICE.search(text) is None and all(map(_is_spelled, _LETTERS.findall(text)))


def _is_spelled(part: str) -> bool:
    """Names may be of other tongues (`Krông`); a word that begins with a small letter is a syllable."""
    if part.isascii() or part.isupper():
        return True
    return part[1:].islower() if part[0].isupper() else part.islower() and is_syllable(part)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
