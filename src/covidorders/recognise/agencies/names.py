"""Where an open name ends: `Khảo thí và Đảm bảo chất lượng giáo dục`, `Dữ liệu quốc gia`, `Việt - Hàn`."""

from __future__ import annotations

from covidorders.recognise.agencies.lexicon import behaves, lexicon
from covidorders.recognise.agencies.territory import level_at, person_at, starts_body
from covidorders.recognise.agencies.words import Words

_LONGEST = 40
"""Words that a name may hold."""
_OPENED = 8
"""Words of a name in small letters behind a head with a capital."""
_PART = 4
"""Words of the middle part of a name of three parts."""
_SMALL_RUN = 9
"""Words in small letters that a name may hold in one row."""


def name_end(words: Words, at: int, *, small: bool = False) -> int:
    """Return where the name that begins at word `at` ends; `at` if none begins there.

    A name begins with a capital, a digit or a known field, and goes on in small letters up to a word that no name
    holds. `small`: it may begin with any small word (`về dữ liệu`).
    """
    end, row = at, 0
    if level_at(words, at) > at:
        return at
    while end < min(len(words), at + _LONGEST):
        step = _joined(words, at, end) if not words.is_word(end) or words.folded[end] in {"va"} else 0
        step = step or _numbered(words, at, end)
        if step:
            end, row = step, 0
            continue
        step = _word(words, at, end, small=small)
        if not step:
            break
        row = 0 if words.capital(end) or step > end + 1 else row + 1
        if row > _SMALL_RUN:
            break
        end = step
        if words.folded[end - 2 : end] == ["viet", "nam"]:
            break
    while end > at and not words.is_word(end - 1):
        end -= 1
    return end if words.capitals else max(end, _enumerated(words, at, end))


def _enumerated(words: Words, at: int, end: int) -> int:
    """Return where a name of three parts ends: `Xúc tiến Đầu tư, Thương mại và Du lịch`; 0 if the comma ends it.

    The parts begin with capitals, as small words after a verb do not; a territory or a mark must follow the last.
    """
    if not words.is_mark(end, ",") or end - at < 2 or not words.capital(end + 1) or starts_body(words, end + 1):
        return 0
    middle = end + 1
    while words.is_word(middle) and middle - end <= _PART and words.folded[middle] != "va":
        middle += 1
    if words.folded[middle : middle + 1] != ["va"] or not words.capital(middle + 1) or starts_body(words, middle + 1):
        return 0
    last = lexicon().fields.end(words, middle + 1)
    if last == middle + 1:
        last = middle + 3
    return last if not words.is_word(last) or level_at(words, last) > last else 0


def opened_end(words: Words, at: int, end: int, head: str) -> int:
    """Return where a name in small letters behind a head with a capital ends: `Ban tự quản các thôn`, `Quỹ hỗ trợ …`.

    A capital tells only where none must stand: inside a sentence, or at the head of an item that is the name alone.
    """
    lex = lexicon()
    if words.capitals or words.capital(end) or not words.is_word(end):
        return end
    general = lex.general.longest(words, at)
    if general is not None and general[0] > end:
        return end  # `Tổ chức`, `Hội đồng`
    item = _item(words, at, end)
    verb = item or (behaves(head, "opened_verbs") and lex.soft.end(words, end) > end)
    if not verb and (lex.stops.end(words, end) > end or lex.acts.end(words, end) > end):
        return end
    if not words.is_word(at - 1) and not verb:
        return end
    if lex.qualifiers.end(words, end) > end or lex.ranks.end(words, end) > end or level_at(words, end) > end:
        return end
    name = end + 1
    while name - end < _OPENED and (step := _word(words, end, name, small=verb)):
        name = step
    return name if name - end > 1 else end


def _item(words: Words, at: int, end: int) -> bool:
    """Tell whether the words at `at` are the one thing that an item of a list names."""
    closed = end
    while words.is_word(closed):
        closed += 1
    return at > 0 and words.is_mark(at - 1, "-+") and closed - at <= _OPENED and closed >= len(words) - 1


def _word(words: Words, first: int, at: int, *, small: bool) -> int:
    """Return the end of the next words of the name at `at`, 0 if the name ends there."""
    lex = lexicon()
    if not words.is_word(at) or (at > first and _is_city(words, at)) or words.word(at) in words.acronyms:
        return 0
    capital = words.capital(at) and not words.capitals
    stop = 0 if capital or (small and lex.soft.end(words, at) > at) else lex.stops.end(words, at)
    field = lex.fields.end(words, at)
    if stop >= field and not (small or words.bare or words.capital(at)):
        field = at  # `Trường tổ chức cho sinh viên`
    if at == first and (field > at or (small and stop <= at)):
        return max(field, at + 1)
    if field > at and field > stop and (capital or at > first):
        return field
    if at == first:
        return _first(words, at, stopped=stop > at)
    if (compound := _compound(words, first, at)) > at:
        return compound
    if stop > at or _ends_name(words, at):
        return 0
    if words.abbreviation(at - 1) and not words.capital(at):
        return 0
    return at + 1


def _first(words: Words, at: int, *, stopped: bool) -> int:
    """Return the end of the first words of a name that no field opens, 0 if none begins here."""
    lex = lexicon()
    if (words.capitals and stopped) or _ends_with_head(words, at):
        return 0
    if words.capital(at) and not words.capitals:
        compound = max(lex.compounds.end(words, at), lex.stops.end(words, at))
        return max(compound, at + 1)  # `Đăng ký đất đai`
    return at + 1 if words.capital(at) or words.word(at)[0].isdigit() else 0


def _is_city(words: Words, at: int) -> bool:
    """`TP.HCM` behind a name, which `TP` (Tư pháp) elsewhere belongs to."""
    return words.folded[at] == "tp" and (words.is_mark(at + 1, ".") or words.capital(at + 1))


def _compound(words: Words, first: int, at: int) -> int:
    """Return the end of words that a name holds although they end others: `trật tự`, the object of its verb."""
    lex = lexicon()
    compound = lex.compounds.end(words, at)
    if compound > at or words.capitals or not words.capital(first):
        return compound
    opened = at == first + 2 and behaves(" ".join(words.small(i) for i in (first, first + 1)), "transitive")
    return max(lex.stops.end(words, at), at) if opened else at


def _ends_name(words: Words, at: int) -> bool:
    lex = lexicon()
    if level_at(words, at) > at or lex.ranks.end(words, at) > at or lex.qualifiers.end(words, at) > at:
        return True
    if lex.of.end(words, at) > at or starts_body(words, at):
        return True
    return person_at(words, at)


def _joined(words: Words, first: int, at: int) -> int:
    """Return the word behind a dash or `và` inside a name, 0 if the name ends before it."""
    after = at + 1
    if at == first or not words.is_word(after) or starts_body(words, after) or person_at(words, after):
        return 0
    if (not words.is_mark(at, "-&") and words.folded[at] != "va") or words.word(after) in words.acronyms:
        return 0
    return after if words.capital(after) or _field_closes(words, after) else 0


def _numbered(words: Words, first: int, at: int) -> int:
    """Return the end of `-19` behind `Covid`, `-8` behind `Bệnh viện 19`: a number glued on by a dash; else 0."""
    if at == first or not (words.is_mark(at, "-") and words.glued(at) and words.glued(at + 1)):
        return 0
    return at + 2 if words.word(at + 1).isdigit() else 0


def _field_closes(words: Words, at: int) -> bool:
    """`công trình dân dụng và công nghiệp tỉnh`: a field in small letters that a territory or the end follows."""
    lex = lexicon()
    end = lex.fields.end(words, at)
    if end == at or lex.general.end(words, at) > at or words.capitals:
        return False
    return not words.is_word(end) or level_at(words, end) > end


def _ends_with_head(words: Words, at: int) -> bool:
    """`ban Ban Chỉ đạo`: the head that follows is another body's."""
    found = lexicon().heads.longest(words, at)
    return found is not None and found[1].kind in {"whole", "central", "committee"}
