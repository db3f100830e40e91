"""The kind behind a general word: `các doanh nghiệp vận tải hành khách liên tỉnh`."""

from __future__ import annotations

from covidorders.recognise.agencies.lexicon import lexicon
from covidorders.recognise.agencies.territory import level_at
from covidorders.recognise.agencies.words import Words

_LONGEST = 7
"""Words of a kind that is in no list."""


def open_tail(words: Words, at: int) -> int:
    """Return where the kind goes on to behind `at`: small words up to a verb, a mark or what qualifies the whole."""
    if words.capitals or words.bare:
        return at
    lex = lexicon()
    end = at
    while words.is_word(end) and end - at < _LONGEST:
        known = lex.tails.end(words, end)
        if known > end:
            end = known
            continue
        if words.capital(end) or words.word(end)[0].isdigit() or _ends(words, end):
            break
        end += 1
        if end > at + 1 and words.is_mark(end, "-") and lex.tails.end(words, end + 1) > end + 1:
            end += 1  # `kinh tế - xã hội`
    return end


def _ends(words: Words, at: int) -> bool:
    lex = lexicon()
    tries = (lex.stops, lex.acts, lex.orders, lex.qualifiers, lex.of, lex.ranks, lex.spots, lex.general, lex.verbs)
    return level_at(words, at) > at or any(trie.end(words, at) > at for trie in tries)
