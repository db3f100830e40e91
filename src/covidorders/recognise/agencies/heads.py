"""The name that a head takes, and whether a head alone stands for its body."""

from __future__ import annotations

from covidorders.recognise.agencies.lexicon import Phrase, behaves, lexicon
from covidorders.recognise.agencies.names import name_end, opened_end
from covidorders.recognise.agencies.territory import person_at, starts_body, territory_end
from covidorders.recognise.agencies.words import Words

_VOWEL = frozenset("aeiouy")
_LEAST_DIGITS, _MOST_DIGITS = 2, 4
"""Figures of the decision that a committee may be known by."""
_LONGEST = 60
"""Words and marks that the matters of a committee may hold."""


def named_end(words: Words, at: int, end: int, head: Phrase) -> int | None:
    """Return where the head's own name ends; None if the head cannot stand with what follows."""
    if head.kind == "committee":
        return _matter_end(words, end)
    if head.kind == "whole":
        if behaves(head.plain, "wants_capital") and not words.capital(at):
            return None
        return _numbered_end(words, end, head)
    if head.kind == "prefix" and (starts_body(words, end) or territory_end(words, end) > end):
        return end
    if head.plain == "ngành":
        sector = lexicon().sectors.end(words, end)
        return sector if sector > end else None
    if head.plain == "phòng" and set(words.folded[end : end + 2]) & {"chong", "covid"}:
        return None
    field = _field_end(words, end)
    if words.bare and field <= end + 1:
        return None
    return _field_name(words, at, end, head, field)


def _field_name(words: Words, at: int, end: int, head: Phrase, field: int) -> int | None:
    if not words.capital(at):
        return _small_name(words, end, head, field)
    if words.capitals and head.words == 1 and head.kind == "named" and field == end:
        if _initials(words, end) > end:
            return _initials(words, end)
        return name_end(words, end) if behaves(head.plain, "letterhead") and _opens_line(words, at) else end
    if behaves(head.plain, "closed"):
        return _field_or_abbreviation(words, end, field)
    return _open_name(words, at, end, head)


def _open_name(words: Words, at: int, end: int, head: Phrase) -> int:
    """A name of capitals or fields, or one in small letters behind a head with a capital."""
    lex = lexicon()
    name = name_end(words, end)
    if name == end and behaves(head.plain, "opened"):
        name = opened_end(words, at, end, head.plain)
    if name > end and head.plain == "quỹ" and words.small(name) == "cho":  # `Quỹ bảo lãnh cho doanh nghiệp`
        first = name + 1 + words.is_plural(name + 1)
        served = lex.general.end(words, first)
        name = lex.tails.end(words, served) if served > first else name
    if person_at(words, name) and behaves(head.plain.split(" ")[0], "trades"):
        while words.capital(name) and not starts_body(words, name):
            name += 1  # `Công ty Cổ phần Nhựa An Phát Xanh`
    return name


def _opens_line(words: Words, at: int) -> bool:
    """Nothing, an office or the body that it belongs to stands before a head: `KT. CỤC TRƯỞNG CỤC`, `CHI BỘ PHÒNG`."""
    if not at or words.folded[at - 1] == "truong":
        return True
    return behaves(f"{words.small(at - 2)} {words.small(at - 1)}", "absorbing")


def _numbered_end(words: Words, end: int, head: Phrase) -> int:
    """`Kiểm toán Nhà nước khu vực XIII`, `Đảng bộ Khối Cơ quan và Doanh nghiệp`."""
    if head.plain.endswith("khu vực") and (words.word(end).isdigit() or words.abbreviation(end)):
        return end + 1
    if behaves(head.plain, "named_too") and words.capital(end) and not words.capitals:
        return max(end, _field_end(words, end))
    if words.folded[end : end + 1] == ["khoi"] and behaves(head.plain, "absorbing"):
        return name_end(words, end) if words.capital(end) else end
    return end


def _small_name(words: Words, end: int, head: Phrase, field: int) -> int | None:
    """The name behind a head in small letters, which is a common syllable as well."""
    if behaves(head.plain, "wants_capital") and not (words.capital(end) and field > end):
        return None
    if head.kind == "prefix" and not words.capital(end):
        inner = lexicon().heads.longest(words, end)
        return end if inner is not None and inner[1].kind == "whole" else field
    if field > end and not words.capital(end):
        return name_end(words, field) if _goes_on(words, field) else field
    return _field_or_abbreviation(words, end, field) if behaves(head.plain, "closed") else name_end(words, end)


def _initials(words: Words, at: int) -> int:
    """Return where letters without a vowel end, which abbreviate a name in a line of capitals: `PHÒNG CTSV`."""
    end = at
    while words.is_word(end) and not _VOWEL & set(words.folded[end]):
        end += 1
        if not (words.is_mark(end, "-") and words.glued(end) and words.glued(end + 1)):
            return end
        end += 1
    return end if end == at else end - 1


def _goes_on(words: Words, at: int) -> bool:
    """`công ty thủy điện Buôn Kuốp`: a name with capitals behind the field."""
    return words.capital(at) and not starts_body(words, at) and not words.capitals


def _field_or_abbreviation(words: Words, end: int, field: int) -> int:
    return field if field > end or not words.abbreviation(end) else end + 1


def _field_end(words: Words, at: int) -> int:
    """The field that a head is named by; `tổng hợp` in small letters is a verb."""
    lex = lexicon()
    end = lex.fields.end(words, at)
    verb = not words.capital(at) and lex.stops.end(words, at) >= end
    return at if verb else end


def _matter_end(words: Words, at: int) -> int:
    """`phòng, chống dịch bệnh Covid-19`, `Trung ương về chuyển đổi số`, `của Chính phủ về cải cách hành chính`."""
    lex = lexicon()
    end = lex.matters.end(words, at)
    if end == at and words.word(at).isdigit() and _LEAST_DIGITS <= len(words.word(at)) <= _MOST_DIGITS:
        return at + 1  # `Ban Chỉ đạo 751`
    unit = territory_end(words, at) if end == at else at
    if unit > at and lex.matters.end(words, unit) > unit:
        return lex.matters.end(words, unit)  # `Ban Chỉ đạo cấp tỉnh phòng, chống dịch`
    if end > at and _goes_on(words, end) and not person_at(words, end):
        return name_end(words, end)
    if end == at and words.capital(at) and not starts_body(words, at):
        end = name_end(words, at)
    return about_end(words, end)


def about_end(words: Words, at: int) -> int:
    """`về phát triển khoa học công nghệ, đổi mới sáng tạo và chuyển đổi số`: a list counts if `và` closes it."""
    if words.folded[at : at + 1] != ["ve"]:
        return at
    end = name_end(words, at + 1, small=True)
    if end == at + 1 or starts_body(words, at + 1) or words.folded[at + 1 : at + 2] == ["viec"]:
        return at
    listed = end
    while words.is_mark(listed, ",") and listed < end + _LONGEST:
        listed = name_end(words, listed + 1, small=True)
    if listed > end and "va" in words.folded[end:listed]:
        return listed
    if words.folded[listed : listed + 1] == ["va"] and words.is_word(listed + 1):
        closed = name_end(words, listed + 1, small=True)
        end = closed if closed > listed + 1 and listed > end else end
    return end


def is_short(words: Words, at: int, end: int, head: Phrase) -> bool:
    """Tell whether the head alone is a short form here: `Sở đã ban hành`, not `Trường hợp`."""
    lex = lexicon()
    if is_half(words, at, head):
        return False
    if words.is_mark(end, ":") and words.abbreviation(end + 1):
        return False
    if words.capitals and head.words == 1 and (len(words) <= 2 or words.is_mark(end, ":+")):
        return False
    if words.capital(at):
        if head.plain not in lex.short and not (head.kind == "committee" and head.words >= 3):
            return False
    elif head.plain not in lex.short_small or _names_field(words, at):
        return False
    if not words.is_word(end):
        return True
    if words.capital(end) and not words.capitals and not words.word(end).isupper():
        return starts_body(words, end) or lex.stops.end(words, end) > end
    behind = behaves(head.plain, "short_behind") and behaves(words.small(at - 1), "before_short")
    named_before = behind and words.capital(at)
    return lex.stops.end(words, end) > end or lex.qualifiers.end(words, end) > end or head.words > 1 or named_before


def _names_field(words: Words, at: int) -> bool:
    """`hội nghị công đoàn`, `4 tiểu ban`: what is done there, or how many there are."""
    two = f"{words.small(at - 2)} {words.small(at - 1)}"
    return behaves(two, "fields_of") or words.word(at - 1).isdigit()


def is_half(words: Words, at: int, head: Phrase) -> bool:
    """`cán bộ`, `xã hội`, `Nam Bộ`: the syllable is the second of a word."""
    before = words.small(at - 1)
    return head.words == 1 and before in lexicon().not_behind


def names_body(words: Words, at: int, end: int) -> bool:
    """`Đảng viên`, `quản lý Nhà nước`, `thành phố trực thuộc Trung ương` do not name the body."""
    lex = lexicon()
    numbered = words.folded[end : end + 1] == ["so"] and words.word(end + 1).isdigit()
    if lex.not_before.end(words, end) > end and not words.is_mark(end, ",") and not numbered:
        return False
    if not at or words.is_mark(at - 1, ",.;:-"):
        return True
    before = words.plain[words.starts[max(0, at - 2)] : words.ends[at - 1]]
    last = words.small(at - 1)
    return before not in lex.not_after and last not in lex.not_after
