"""Where a body's name begins and ends: head, name, territory, qualifiers, the body that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from covidorders.recognise.agencies.heads import about_end, is_half, is_short, named_end, names_body
from covidorders.recognise.agencies.lexicon import Phrase, behaves, lexicon
from covidorders.recognise.agencies.names import name_end
from covidorders.recognise.agencies.tails import open_tail
from covidorders.recognise.agencies.territory import (
    central_end,
    level_at,
    levels_end,
    opens_name,
    person_at,
    starts_body,
    territory_end,
)
from covidorders.recognise.agencies.words import Words

_DEPTH = 4
_DOTTED = frozenset({"p", "vp", "tt", "bv"})
"""Heads that are abbreviated with a full stop: `P. Đào tạo`."""
_ITEM = 3
"""Words and marks before which an item of a list begins: `- Sở, ban, ngành tỉnh`."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body found at words `first` to `end` (half-open)."""

    first: int
    end: int
    kind: str
    """The list of its head in knowledge/agencies.toml, `set` for set phrases, `words` for general words."""
    named: bool
    """It has a name, a territory or a superior body: no short form."""
    counted: bool = False
    """A word of number opens it (`các`)."""
    head: str = ""


def body_at(words: Words, at: int, depth: int = 0) -> Body | None:
    """Return the longest body that begins at word `at`, general words included; None where there is none.

    Whether a general word or a short form is a mention where it stands is for the caller to say.
    """
    if depth > _DEPTH or not words.is_word(at) or at >= len(words):
        return None
    lex = lexicon()
    word = words.small(at)
    counted = word in lex.numbers or word in lex.singly or words.is_plural(at)
    first = at + counted
    listed = counted or (words.capital(at) and not words.capitals and not words.is_word(at - 1) and at < _ITEM)
    group = _set(words, first, depth) if listed or _central_set(words, at) else None
    candidates = (
        group,
        _units(words, at, first),
        _headed(words, first, depth),
        _general(words, first, depth),
        _acronym(words, first),
    )
    found = [body for body in candidates if body is not None]
    if not found:
        return None
    best = max(found, key=lambda body: (body.end, counted and body.kind == "words", body.named))
    return replace(best, first=at, counted=counted)


def _acronym(words: Words, at: int) -> Body | None:
    """`ĐHQGHN`, where the text calls a body by these letters."""
    if words.word(at) not in words.acronyms:
        return None
    end = territory_end(words, at + 1)
    return Body(at, end, "central", True, head=words.small(at))


def _set(words: Words, at: int, depth: int) -> Body | None:
    found = lexicon().sets.longest(words, at)
    if found is None:
        return None
    end = _rest(words, found[0], depth, absorb=False)
    return Body(at, end, "set", True, head=found[1].plain)


def _central_set(words: Words, at: int) -> bool:
    """`của Bộ, ngành Trung ương`, `phối hợp với sở, ban, ngành`: a set phrase without a word of number."""
    end = lexicon().sets.end(words, at)
    if end == at:
        return False
    if words.capital(at):
        return words.small(at - 1) == "của" and lexicon().ranks.end(words, end) > end
    return behaves(words.small(at - 1), "before_set") and words.is_mark(at + 1, ",")


def _units(words: Words, at: int, first: int) -> Body | None:
    """`các huyện, thành phố`, `xã/phường/thị trấn` without a name: the authorities there, where they act."""
    end = level_at(words, first)
    if end == first:
        return None
    if first == at:  # without `các` each is told by itself
        while words.is_mark(end, "/") and level_at(words, end + 1) > end + 1:
            end = level_at(words, end + 1)
    else:
        end = central_end(words, levels_end(words, first))
    if words.is_word(end) and (opens_name(words, end) or words.capitals) and not starts_body(words, end):
        return None
    return Body(at, lexicon().qualifiers.end(words, end), "units", True, head="units")


def _headed(words: Words, at: int, depth: int) -> Body | None:
    found = lexicon().heads.longest(words, at)
    if found is None:
        return None
    end, head = found
    if _is_other(words, at, end, head):
        return None
    if head.kind == "central":
        return _central(words, at, end, head)
    if head.plain in _DOTTED:
        end += words.is_mark(end, ".") and words.glued(end)
    named = named_end(words, at, end, head)
    if named is None or (named == end and head.kind == "named" and not words.capital(at)):
        return None
    absorb = named > end or head.kind in {"prefix", "committee"} or behaves(head.plain, "absorbing")
    absorb = absorb or behaves(head.plain.split(" ")[0], "trades")  # `Công ty Vinamilk`
    if named == end and head.kind == "named" and words.is_plural(at - 1):
        absorb = words.capital(at)  # `các Ban HĐND huyện`
    rest = _rest(words, named, depth, absorb=absorb, about=head.kind == "committee")
    body = Body(at, rest, head.kind, rest > end or head.kind == "whole", head=head.plain)
    return body if body.named or is_short(words, at, end, head) else None


def _is_other(words: Words, at: int, end: int, head: Phrase) -> bool:
    """Tell whether what reads as a head is a part of something else."""
    if lexicon().not_names.end(words, at) > at or (not words.capital(at) and is_half(words, at, head)):
        return True
    if head.plain in _DOTTED and person_at(words, end + words.is_mark(end, ".")):
        return True  # `TT. Trần Văn An`: a deputy minister
    if words.folded[end : end + 1] == [words.folded[at]] and head.words == 1:
        return True  # `về phòng Phòng Kế hoạch`
    if head.words == 1 and words.capital(at - 1) and lexicon().places.end(words, at - 1) > at:
        return True  # `Hải Phòng`
    return behaves(head.plain, "congresses") and not _issues(words, at)


def _issues(words: Words, at: int) -> bool:
    """`văn bản của đại hội`, `ĐẠI HỘI ĐẠI BIỂU` in a letterhead; `Nghị quyết Đại hội` names an event."""
    return words.capitals or words.small(at - 1) == "là" or words.folded[max(0, at - 3) : at] == ["van", "ban", "cua"]


def _central(words: Words, at: int, end: int, head: Phrase) -> Body | None:
    if head.words <= 2 and not words.capital(at) and head.plain != "quốc hội":
        return None
    if head.plain in {"đảng", "nhà nước", "trung ương", "chính phủ", "quốc hội"} and not names_body(words, at, end):
        return None
    return Body(at, end, "central", True, head=head.plain)


def _general(words: Words, at: int, depth: int) -> Body | None:
    found = lexicon().general.longest(words, at)
    if found is None or (not words.is_plural(at - 1) and lexicon().not_names.end(words, at) > at):
        return None
    if words.capitals and lexicon().not_names.end(words, at) > found[0]:
        return None  # `CÁC CẤP ĐỘ DỊCH`
    end = _tail_end(words, found[0], found[1])
    if words.is_plural(at - 1) and (found[1].words > 1 or end > found[0]):
        end = open_tail(words, end)
    if found[1].plain.startswith("hệ thống") and words.folded[end : end + 1] in (["o"], ["tai"]):
        end = _local_end(words, end + 1) or end
    if found[1].words == 1 and end == found[0] and not _syllable_stands(words, end):
        return None
    if (
        end == found[0]
        and behaves(found[1].plain, "abbreviated")
        and words.abbreviation(end)
        and words.word(end).isalpha()
    ):
        end += 1  # `tổ chức KĐCLGD`
    rest = _rest(words, end, depth, absorb=found[1].plain == "chính quyền")
    if rest == end and words.folded[end - 2 : end] == ["giup", "viec"]:
        served = body_at(words, end, depth + 1)  # `cơ quan tham mưu, giúp việc cấp ủy`
        rest = served.end if served is not None else rest
    return Body(at, rest, "words", rest > found[0], head=found[1].plain)


def _tail_end(words: Words, end: int, head: Phrase) -> int:
    """The kind behind a general word: `cơ quan tham mưu`, but `Sở tham mưu` says what it does."""
    tail = lexicon().tails.end(words, end)
    verb = behaves(head.plain, "sharing") and lexicon().acts.end(words, end) >= tail
    return end if verb else tail


def _local_end(words: Words, at: int) -> int:
    """`hệ thống chính trị ở xã, phường`, `ở địa phương`; 0 if no place follows."""
    if words.folded[at : at + 2] == ["dia", "phuong"]:
        return at + 2
    end = territory_end(words, at)
    return end if end > at else 0


def _syllable_stands(words: Words, end: int) -> bool:
    """`các ngành liên quan`, `các trường đã`, not `các trường hợp`."""
    lex = lexicon()
    if not words.is_word(end):
        return True
    if words.capital(end):
        return words.capitals or starts_body(words, end)
    return any(trie.end(words, end) > end for trie in (lex.stops, lex.qualifiers, lex.of)) or level_at(words, end) > end


def _rest(words: Words, end: int, depth: int, *, absorb: bool, about: bool = False) -> int:
    """Territory, qualifiers and the superior body behind a name."""
    lex = lexicon()
    end = territory_end(words, _past_short_form(words, end))
    end = lex.spots.end(words, end)
    if words.folded[end - 1] == "nganh" and words.capital(end):
        end = lex.sectors.end(words, end)  # `các đơn vị trong ngành Công Thương`
    if absorb and words.is_word(end):
        inner = _superior(words, end, depth)
        if inner is not None:
            return inner
    end = territory_end(words, _qualified(words, end))
    of = lex.of.end(words, end)
    superior = _of_end(words, end, of, depth) if of > end else end
    end = superior if superior > end else _qualified(words, end)
    end = _branch_end(words, end)
    if words.folded[end : end + 1] == ["so"] and words.is_word(end + 1) and words.word(end + 1)[0] in "0123456789IVX":
        end += 2  # `Trường THCS số 2`
    if words.folded[end - 2 : end] == ["co", "so"] and words.word(end).isdigit():
        end += 1  # `Bệnh viện Trung ương Huế cơ sở 2`
    if about:
        end = max(end, about_end(words, end))
    return lex.spots.end(words, end)


def _past_short_form(words: Words, end: int) -> int:
    """`Ủy ban nhân dân (UBND) tỉnh`: a short form in brackets between a name and its territory."""
    behind = end + 3
    if not (words.is_mark(end, "(") and words.is_mark(end + 2, ")") and words.word(end + 1).isupper()):
        return end
    return behind if territory_end(words, behind) > behind else end


def _branch_end(words: Words, end: int) -> int:
    """`Ngân hàng A Chi nhánh tỉnh B`, `- Chi nhánh B`; a dash binds it only to a name."""
    at = end + (words.is_mark(end, "-") and words.is_word(end - 1))
    if words.folded[at : at + 2] != ["chi", "nhanh"]:
        return end
    branch = territory_end(words, at + 2)
    branch = branch if branch > at + 2 else name_end(words, at + 2)
    return branch if branch > at + 2 or at == end else end


def _qualified(words: Words, at: int) -> int:
    """`chức năng`, `liên quan`, but not `liên quan đến`; `trực thuộc` only where no body follows it."""
    lex = lexicon()
    while (end := lex.qualifiers.end(words, at)) > at:
        related = words.folded[end - 1] == "quan" and behaves(words.small(end), "after_related")
        if related or (lex.of.end(words, at) >= end and _of_end(words, at, lex.of.end(words, at), _DEPTH - 1) > at):
            break
        at = end
    return at


def _superior(words: Words, at: int, depth: int) -> int | None:
    body = body_at(words, at, depth + 1)
    if body is not None and body.kind == "set" and body.counted and not words.capital(at):
        return body.end  # `đảng ủy các bộ, cơ quan ngang bộ`
    if body is None or body.kind in {"words", "set", "units"} or (body.head == "thường trực" and not body.named):
        return None
    return body.end if words.capital(at) or body.counted or body.kind == "whole" or body.head == "ngành" else None


def _of_end(words: Words, end: int, of: int, depth: int) -> int:
    """Where the superior body behind `của` or `thuộc` ends; `end` if none stands there."""
    body = body_at(words, of, depth + 1)
    general = body is not None and body.kind == "words"
    if body is not None and body.kind != "units" and not (general and (body.counted or body.head == "tổ chức")):
        return body.end
    if words.folded[of : of + 1] == ["ta"]:
        return of + 1
    if words.word(of) == "Việt" and words.word(of + 1) == "Nam":
        return of + 2
    unit = level_at(words, of)
    return territory_end(words, of) if unit > of else end
