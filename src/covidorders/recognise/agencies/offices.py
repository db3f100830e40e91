"""Where an office begins and ends, with the body inside it: `Phó Chủ tịch [UBND tỉnh]`, `Trưởng [phòng Đào tạo]`."""

from __future__ import annotations

from dataclasses import dataclass

from covidorders.recognise.agencies.bodies import Body, body_at
from covidorders.recognise.agencies.lexicon import Phrase, lexicon
from covidorders.recognise.agencies.lists import pair_end, slashed
from covidorders.recognise.agencies.territory import level_at, territory_end
from covidorders.recognise.agencies.words import Words


@dataclass(frozen=True, slots=True)
class Office:
    """An office found at words `first` to `end` (half-open), and the body that it takes in."""

    first: int
    end: int
    body: Body | None


def office_at(words: Words, at: int) -> Office | None:
    """Return the office that begins at word `at`, else None."""
    lex = lexicon()
    start = lex.before_titles.end(words, at) if words.capital(at) else at
    if words.is_mark(start, ".") and start > at:
        start += 1
    title = lex.titles.longest(words, start)
    of = lex.titles_of.longest(words, start)
    if of is not None and (title is None or not title[1].plain.endswith("thường trực")):
        body = body_at(words, of[0] + words.is_mark(of[0], "."))
        if body is not None and _heads(body):
            return Office(at, lex.after_titles.end(words, body.end), body)
    if title is None:
        return None
    return _titled(words, at, start, *title)


def _heads(body: Body) -> bool:
    if body.kind == "units":
        return False
    return (body.named or body.kind == "committee") and (body.kind not in {"words", "set"} or body.counted)


def _titled(words: Words, at: int, start: int, end: int, title: Phrase) -> Office | None:
    lex = lexicon()
    after = end
    if title.plain.startswith(("phó", "ủy viên", "trưởng")):
        after = lex.after_titles.end(words, end)
    if words.is_mark(after, ".") and words.glued(after) and words.word(end - 1).isupper() and body_at(words, after + 1):
        after += 1
    if not words.is_word(after):
        return Office(at, after, None) if _alone(words, start, end, title) else None
    body = body_at(words, after)
    if body is None and words.small(after) == "của":
        body = body_at(words, after + 1)
        body = body if body is not None and body.named and body.kind not in {"words", "set", "units"} else None
    if body is None and after > end:
        body, after = body_at(words, end), end if body_at(words, end) else after
    if body is not None:
        body = pair_end(words, slashed(words, body))
    if body is not None and not (body.kind == "words" and body.head in {"báo", "đài"}):
        return Office(at, body.end, body)
    if level_at(words, after) > after:
        return Office(at, territory_end(words, after), None)
    return Office(at, after, None) if _alone(words, start, end, title) else None


def _introduced(words: Words, at: int) -> bool:
    """An abbreviated office stands in a list: `- CT, các PCT`, not `chỉ số CT dưới 30`."""
    before = words.folded[at - 1] if at else "-"
    return not before[0].isalnum() or before in {"cac", "va", "c", "chi"}


def _alone(words: Words, start: int, end: int, title: Phrase) -> bool:
    if title.kind == "bound" and not words.capital(start):
        return False
    abbreviated = title.words == 1 and title.plain.isalpha() and len(title.plain) <= 4
    if abbreviated and "ủ" not in title.plain and title.plain not in {"chánh"}:
        return words.word(start) in {"TTg", "PTTg", "TTgCP"} or (
            words.word(start).isupper() and _introduced(words, start)
        )
    return end > start
