"""Find the lines that are in an encoding from before Unicode and decode them, word by word.

Spelling decides, not the font's name: an encoding is believed where it makes Vietnamese syllables of words that were
none. A line that reads both ways (`Tù do` is `Tự do` in TCVN3) goes with its neighbours and with lines in its font.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from covidorders.grammar.charsets import Charset, charsets
from covidorders.grammar.syllables import is_syllable
from covidorders.normalise.capitals import restore_capitals
from covidorders.normalise.draft import Draft, Edit

SIGNS = re.compile(
    "[\x02-\x06\x10-\x15\x19\x1c-\x1e\x80-\x9f¡-¦¨ª¬\xad¯²-¶¸¹º¼-¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ\uf0a0-\uf0ff]"
    "|(?<=[a-zâêô])[ÌÒ]|(?<=[aâeêoôuy])[ìò]"
)
"""Characters that Unicode Vietnamese hardly has and every legacy encoding is full of: the cheap first test."""

_FEWEST_SIGNS = 3
_TOKEN = re.compile(r"[^ \t\r\n\u00A0\d!-/:-@\[-`{-~]+")
_MODERN = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
_LATIN = re.compile("[\x80-\xff\uf0a0-\uf0ff∙−]")
_QUOTES = "“”‘’\"'…–—•«»"
_HYPHEN_FOR_U = re.compile(r"[^\W\d_]{0,4}-[\x80-\xff][^\W\d_\s]*|(?<![\w-])[b-hk-np-tvx]{1,3}-[a-z]{0,3}(?![\w-])")
_UNICODE, _EITHER, _SILENT = "unicode", "reads both ways", "says nothing"
_OPEN = frozenset({_EITHER, _SILENT})
_TOO_MANY_TO_DOUBT = 5
"""Words that are syllables as they stand: a line of so many of them is not in a legacy encoding."""
_LEAST_WON = 3
"""Syllables that one line must win to prove an encoding."""


@dataclass(frozen=True, slots=True)
class _Weight:
    """How the words of a line read in one encoding: touched by it, well read then, well read only then or before."""

    touched: int
    good: int
    won: int
    lost: int

    @property
    def gain(self) -> int:
        """Words won less words lost."""
        return self.won - self.lost


def decode_legacy(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with every line in a legacy encoding decoded; Unicode lines come back as they are."""
    signs = sum(len(SIGNS.findall(draft.text)) for draft in drafts)
    if signs < _FEWEST_SIGNS:
        return list(drafts)
    weights = [_weigh_line(draft.text) for draft in drafts]
    believed = _believed(weights)
    if not believed:
        return list(drafts)
    by_name = {charset.name: charset for charset in believed}
    verdicts = _verdicts(drafts, weights, believed)
    return [
        _decode(draft, by_name[name]) if name in by_name else draft
        for draft, name in zip(drafts, verdicts, strict=True)
    ]


def _weigh_line(text: str) -> dict[str, _Weight]:
    """Weigh a line in every encoding; empty where it is ASCII or has letters that only Unicode has."""
    if not _LATIN.search(text) or (_MODERN.search(text) and not SIGNS.search(text)):
        return {}
    return {charset.name: _weigh(_own_tokens(text, charset), charset) for charset in charsets()}


def _own_tokens(text: str, charset: Charset) -> list[str]:
    """Return the words that may be in a legacy encoding."""
    if charset.name == "tcvn3" and "-" in text:
        for edit in reversed(_hyphens_for_u(text)):
            text = text[: edit.start] + text[edit.end :]
    return [token for token in _TOKEN.findall(text) if not token.isascii() and not _MODERN.search(token)]


def _weigh(tokens: Sequence[str], charset: Charset) -> _Weight:
    touched = good = won = lost = 0
    for token in tokens:
        if charset.letters.isdisjoint(token):
            continue
        touched += 1
        before, after = _reads(token), _reads_now(token, _decoded(token, charset.name))
        good += after
        won += after and not before
        lost += before and not after
    return _Weight(touched, good, won, lost)


def _believed(weights: Sequence[dict[str, _Weight]]) -> list[Charset]:
    """Return the encodings that some line convincingly is in, the one with most syllables won first.

    In real TCVN3 and VNI files more than 0.98 of the words touched read well and more than 0.8 are won; in text
    layers read in the wrong language less than 0.15 are won (measured on the files of tools/encoding_accuracy.py).
    """
    won: Counter[str] = Counter()
    for line in weights:
        if not line:
            continue
        name, weight = max(line.items(), key=lambda item: item[1].gain)
        if weight.won >= max(_LEAST_WON, weight.touched / 2) and weight.good >= 0.85 * weight.touched:
            won[name] += weight.gain
    by_name = {charset.name: charset for charset in charsets()}
    return [by_name[name] for name, _ in won.most_common()]


def _verdicts(drafts: Sequence[Draft], weights: Sequence[dict[str, _Weight]], believed: Sequence[Charset]) -> list[str]:
    """Decide each line: by its own words, else as the last decided line in its font, else as its neighbours."""
    own = [_own_verdict(draft.text, weight, believed) for draft, weight in zip(drafts, weights, strict=True)]
    by_font = {d.line.font: name for d, name in zip(drafts, own, strict=True) if name not in _OPEN}
    by_font.pop(None, None)
    before = next((name for name in own if name not in _OPEN), _UNICODE)
    verdicts: list[str] = []
    for draft, name in zip(drafts, own, strict=True):
        if name not in _OPEN:
            before = name
            verdicts.append(name)
        else:
            verdicts.append(by_font.get(draft.line.font, before) if name == _EITHER else _UNICODE)
    return verdicts


def _own_verdict(text: str, weights: dict[str, _Weight], believed: Sequence[Charset]) -> str:
    """Return the name of the line's encoding, or that it is Unicode, reads both ways, or says nothing."""
    if not weights:
        return _UNICODE if _MODERN.search(text) else _SILENT
    best = max(believed, key=lambda charset: weights[charset.name].gain)
    weight = weights[best.name]
    if weight.gain > 0 and 2 * weight.good >= weight.touched:
        return best.name
    if _MODERN.search(text):
        return _UNICODE
    reads_both_ways = weight.touched > 0 and weight.lost == 0 and weight.good < _TOO_MANY_TO_DOUBT
    return _EITHER if reads_both_ways else _SILENT


@lru_cache(maxsize=1 << 14)
def _decoded(token: str, name: str) -> str:
    """Decode one word; quotation marks and dashes around it stay where that makes a syllable of it."""
    charset = next(charset for charset in charsets() if charset.name == name)
    # Word's optional hyphen comes out as a soft hyphen too, which is ư in TCVN3: `ưư` is one of each.
    whole = charset.decode(token).replace("ưư", "ư")
    if _reads(whole):
        return whole
    core = token.strip(_QUOTES)
    inner = charset.decode(core)
    return token.replace(core, inner) if core and is_syllable(inner) else whole


def _reads(token: str) -> bool:
    return is_syllable(token.strip(_QUOTES))


def _reads_now(token: str, decoded: str) -> bool:
    """A decoded word reads well as a syllable, or as an abbreviation that was none before (`N§` is NĐ)."""
    was_none = not token.isalpha() or SIGNS.search(token) is not None
    return _reads(decoded) or (decoded.isalpha() and decoded.isupper() and was_none)


def _decode(draft: Draft, charset: Charset) -> Draft:
    """Decode the words of one line that are not Unicode already."""
    if charset.name == "tcvn3" and "-" in draft.text:
        draft = draft.amend(_hyphens_for_u(draft.text), charset.name)
    edits = []
    for match in _TOKEN.finditer(draft.text):
        token = match.group()
        if charset.letters.isdisjoint(token) or _MODERN.search(token) or _is_lone_sign(token):
            continue
        edits.append(Edit(*match.span(), _decoded(token, charset.name)))
    edits = restore_capitals(draft.text, edits, draws_capitals=charset.draws_capitals(draft.line.font))
    return draft.amend(edits, charset.name)


def _is_lone_sign(token: str) -> bool:
    """A bullet, a degree or a currency sign that stands alone is one, though its byte is a letter elsewhere."""
    return len(token) == 1 and not token.isalpha() and token not in "§®¸µ¬"


def _hyphens_for_u(text: str) -> list[Edit]:
    """TCVN3 keeps ư in the place of the soft hyphen, and tools write a plain hyphen for it: `n-íc` is nước."""
    edits = []
    for match in _HYPHEN_FOR_U.finditer(text):
        word = _decoded(match.group().replace("-", "\xad"), "tcvn3")
        if is_syllable(word):
            edits.append(Edit(*match.span(), word))
    return edits
