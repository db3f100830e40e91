"""Is this Vietnamese? Decided by spelling: every written syllable is onset + rime + tone (knowledge/syllables.toml).

Used wherever a text may be in the wrong encoding or read in the wrong language: decoding of bytes, legacy fonts,
hidden text layers of scans.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from covidorders.knowledge import load

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_STOP = re.compile(r"(?:c|ch|p|t)\Z")
_WORD = re.compile(r"[^\W\d_]+")


def _split_tone(letter: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(part for part in parts if part in _TONES)
    rest = "".join(part for part in parts if part not in _TONES)
    return unicodedata.normalize("NFC", rest), tone


_TONELESS = {code: _split_tone(chr(code))[0] for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))}
_TONE_OF = {code: _split_tone(chr(code))[1] for code in _TONELESS} | dict.fromkeys(range(0x80))


@cache
def _spelling() -> frozenset[str]:
    """All syllables without their tone."""
    data = load("syllables")
    onsets, rimes = data["onsets"], {name: text.split() for name, text in data["rimes"].items()}
    pairs = [
        (onsets["any"] + onsets["before_back"], rimes["back"]),
        (onsets["any"] + onsets["before_front"], rimes["front"]),
        (onsets["before_y"], rimes["y"]),
        (onsets["before_qu"], rimes["qu"]),
        (["gi"], ["êc", "ên", "êng", "êt", "êu"]),
    ]
    spelled = {onset + rime for group, ends in pairs for onset in group for rime in ends}
    return frozenset(word for word in spelled if not word.startswith(("ge", "gê")))


@lru_cache(maxsize=1 << 15)
def is_syllable(word: str) -> bool:
    """Tell whether `word` (NFC, any case) can be spelled in Vietnamese, with its tone; tone placement is free.

    A syllable ending in a stop (c, ch, p, t) has the tone sắc or nặng only, so `đã`, `hoà`, `hòa` are syllables,
    `hàt` and `fancy` are not.
    """
    lower = word.lower()
    bare = lower.translate(_TONELESS)
    if bare not in _spelling():
        return False
    tone = lower.translate(_TONE_OF)
    if _STOP.search(bare):
        return tone in {"\u0301", "\u0323"}
    return len(tone) <= 1


def syllable_share(text: str) -> float:
    """Return the share 0..1 of words (runs of letters, NFC) that are Vietnamese syllables; 0 where there are none."""
    words = _WORD.findall(text)
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def marked_share(text: str) -> float:
    """Return the share 0..1 of words that are Vietnamese syllables *and* carry a mark (ă â đ ê ô ơ ư or a tone).

    In running Vietnamese text about 0.75; near 0 where the marks were lost or never read.
    """
    words = _WORD.findall(text)
    marked = [word for word in words if not word.isascii()]
    return sum(map(is_syllable, marked)) / len(words) if words else 0.0
