"""Where the territory of a body ends: `tỉnh Đồng Nai`, `các huyện, thành phố`, `cấp xã`, `Trung ương`."""

from __future__ import annotations

from functools import cache

from covidorders.grammar.fold import new_tone
from covidorders.knowledge import load
from covidorders.recognise.agencies.lexicon import behaves, lexicon
from covidorders.recognise.agencies.words import Words
from covidorders.recognise.places.gazetteer import lookup

_NAME_WORDS = 4
"""Words of a place's name at most, if it is not in the gazetteer (`Buôn Ma Thuột`, `Ngũ Hành Sơn`)."""
_LONGEST = 60
"""Words and marks that a list of places may hold."""


def territory_end(words: Words, at: int, *, joined: bool = True) -> int:
    """Return where the territory that begins at word `at` ends, or `at` if none does.

    `joined`: a second `các` goes on with the first (`các huyện, thành phố, các xã, phường`).
    """
    lex = lexicon()
    ranked = lex.ranks.end(words, at)
    if ranked == at + 1 and len(words.folded[at]) == 2 and not words.word(at).isupper():
        ranked = at  # `tư vấn` is no `TƯ`
    if ranked > at:
        return _more_ranks(words, ranked)
    counted = behaves(words.small(at), "counts") or words.is_plural(at)
    levels = levels_end(words, at + counted)
    if levels == at + counted:
        return at if counted else _known_place(words, at)
    end = central_end(words, _named_end(words, levels, listed=counted))
    if joined and counted and words.is_mark(end, ",") and words.is_plural(end + 1) and levels == end:
        more = levels_end(words, end + 2)  # `các huyện, thành phố, các xã, phường`
        end = more if more > end + 2 and not opens_name(words, more) else end
    return _more_ranks(words, end)


def level_at(words: Words, at: int) -> int:
    """Return the end of one unit word (`thị xã`, `TP.`), or `at`."""
    end = lexicon().levels.end(words, at)
    if words.folded[at:end] == ["thanh"] and not {"tinh", "huyen"} & set(words.folded[max(0, at - 2) : at]):
        return at  # `tỉnh, thành`, `huyện, thành, thị`; else `thành` is a verb
    if end > at and behaves(words.small(at), "named_only") and not (opens_name(words, end) or words.capitals):
        return at
    if end == at or behaves(words.small(end), "joined") or lexicon().heads.end(words, at) > end:
        return at
    abbreviated = end == at + 1 and words.folded[at] in {"tp", "tx", "tt"}
    return end + 1 if abbreviated and words.is_mark(end, ".") and words.glued(end) else end


def levels_end(words: Words, at: int) -> int:
    """`huyện, thị xã, thành phố`, `xã/phường/thị trấn`, `huyện và thành phố`."""
    end = level_at(words, at)
    if end == at:
        return at
    while end < at + _LONGEST and (words.is_mark(end, ",/") or words.folded[end : end + 1] == ["va"]):
        following = level_at(words, end + 1)
        if following == end + 1 or (not words.is_mark(end, "/") and opens_name(words, following)):
            break
        end = following
    if level_at(words, end) > end and not opens_name(words, end):  # a comma left out: `các xã thị trấn`
        end = level_at(words, end)
    return end


def opens_name(words: Words, at: int) -> bool:
    """Tell whether a name or a number stands behind a unit."""
    return not words.capitals and (words.capital(at) or words.word(at)[:1].isdigit())


def _named_end(words: Words, at: int, *, listed: bool) -> int:
    """The name behind a unit, and in a list under `các` the names behind commas."""
    end = _place_name(words, at)
    if end == at:
        return at
    if words.is_mark(end, "-") and _known_place(words, end + 1) > end + 1:
        end = _known_place(words, end + 1)  # `khu vực Cư Jút - Krông Nô`
    while listed and end < at + _LONGEST and (words.is_mark(end, ",") or words.folded[end : end + 1] == ["va"]):
        unit = level_at(words, end + 1)
        name = _place_name(words, unit) if unit > end + 1 else _known_place(words, end + 1)
        if name <= unit:
            break
        end = name
    return end


def _place_name(words: Words, at: int) -> int:
    known = _known_place(words, at)
    if known > at or behaves(words.small(at), "no_place"):
        return known
    if not words.capitals and lexicon().stops.end(words, at) > at:
        return at  # `UBND tỉnh Chỉ thị:`
    if words.capitals:
        return _rest_of_line(words, at)
    if words.word(at).isdigit() or words.word(at) in {"I", "II", "III", "IV", "V", "VI", "VII"}:
        return at + 1
    end = at
    while end < len(words) and end - at < _NAME_WORDS and words.is_word(end) and words.capital(end):
        if end > at and starts_body(words, end):
            break
        end += 1
    return at if _is_person(words, at, end) or starts_body(words, at) else end


def _commune(words: Words, at: int, end: int) -> bool:
    """`phường Phương Mai`, `phường Trần Quốc Toản`: two words, or the name of a commune, behind its kind."""
    if not behaves(words.small(at - 1), "communes"):
        return False
    return end - at == 2 or bool(lookup(words.text[words.starts[at] : words.ends[end - 1]], 3))


def _rest_of_line(words: Words, at: int) -> int:
    """In a line of capitals what stands behind the unit is its name, if nothing else does."""
    end = at
    while end < len(words) and words.is_word(end) and end - at <= _NAME_WORDS:
        if end > at and behaves(words.small(end), "closing"):
            return end
        end += 1
    return end if end == len(words) else at


def starts_body(words: Words, at: int) -> bool:
    """Tell whether another body, or an office, begins at a word with a capital."""
    lex = lexicon()
    if not words.capital(at) or lex.not_names.end(words, at) > at:
        return False
    return lex.heads.end(words, at) > at or lex.titles.end(words, at) > at


def _known_place(words: Words, at: int) -> int:
    if not words.capital(at):
        return at
    end = lexicon().places.end(words, at)
    return end if end > at and not (end < len(words) and words.glued(end) and words.is_word(end)) else at


def central_end(words: Words, at: int) -> int:
    """`trực thuộc Trung ương` behind `thành phố`."""
    if words.folded[at : at + 2] == ["truc", "thuoc"]:
        if words.folded[at + 2 : at + 4] == ["trung", "uong"]:
            return at + 4
        if words.folded[at + 2 : at + 3] in (["tw"], ["tu"]):
            return at + 3
    return at


def _more_ranks(words: Words, at: int) -> int:
    """`cấp huyện, cấp xã`."""
    limit = at + _LONGEST
    while at < limit and (words.is_mark(at, ",/") or words.folded[at : at + 1] == ["va"]):
        end = lexicon().ranks.end(words, at + 1)
        if end == at + 1 or words.folded[at + 1] != "cap":
            break
        at = end
    return at


@cache
def _families() -> frozenset[str]:
    return frozenset(new_tone(name.lower()) for name in load("names")["family"])


def _is_person(words: Words, first: int, end: int) -> bool:
    """Two to four words with capitals, the first a family name."""
    return 2 <= end - first <= 5 and words.small(first) in _families() and not _commune(words, first, end)


def person_at(words: Words, at: int) -> bool:
    """Tell whether a person's name seems to begin at `at`: a family name and at least one more word with a capital."""
    if words.capitals or not words.capital(at) or words.small(at) not in _families() or len(words.folded[at]) == 1:
        return False
    end = at
    while end < at + 6 and words.is_word(end) and words.capital(end) and not words.abbreviation(end):
        if end > at and lexicon().heads.end(words, end) > end:
            break
        end += 1
    return 3 <= end - at <= 5
