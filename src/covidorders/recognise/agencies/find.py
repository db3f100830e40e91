"""Find the bodies and offices that a text names (docs/annotation.md, AGENCY and POSITION)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from covidorders.grammar.fold import new_tone
from covidorders.model import EntityLabel
from covidorders.recognise.agencies.bodies import body_at
from covidorders.recognise.agencies.heading import Heading, broken_end
from covidorders.recognise.agencies.lexicon import behaves, lexicon
from covidorders.recognise.agencies.lists import members, pair_end, run_end, shared_members, slashed
from covidorders.recognise.agencies.offices import Office, office_at
from covidorders.recognise.agencies.standing import stands
from covidorders.recognise.agencies.words import Words, paragraphs
from covidorders.recognise.found import FoundMention


def find_agencies(text: str, *, covered: Sequence[tuple[int, int]] = ()) -> list[FoundMention]:
    """Return the mentions labelled AGENCY and POSITION of `text` (NFC), in order of their start.

    `covered`: ranges of the text, in order, where nothing may begin (references, dates).
    """
    found: list[FoundMention] = []
    heading = Heading()
    left = False  # a body ends the paragraph above
    for words in paragraphs(text):
        if not words:
            continue
        line = text[words.starts[0] : words.ends[-1]]
        if words.capitals and heading.skips(line):
            left = False
            continue
        mentions = list(_mentions(words, covered))
        opens = bool(mentions) and mentions[0][0] == _inner(words)[0] and mentions[0][2] == "AGENCY"
        joins = left and opens and words.capitals and _is_congress(found[-1], text)
        if heading.continues(words, line, found=opens) and (not mentions or mentions[0][2] == "AGENCY"):
            mentions = [(*_untermed(words, *_inner(words)), "AGENCY")]
            joins = joins or (left and not opens and not lexicon().heads.opens(words, _inner(words)[0]))
        if left and not (mentions and mentions[0][0] <= _inner(words)[0] + (words.small(_inner(words)[0]) == "và")):
            broken = _broken(words)
            mentions, joins = broken + mentions, joins or bool(broken)
        left = bool(mentions) and mentions[-1][2] == "AGENCY" and _ends(words, mentions[-1][1])
        new = [FoundMention(words.starts[first], words.ends[end - 1], label) for first, end, label in mentions]
        if joins and _BREAK.fullmatch(text, found[-1].end, new[0].start) and not _in_office(found):
            found[-1] = replace(found[-1], end=new.pop(0).end)
        found += new
    return found


_BREAK = re.compile(r",?[ \u00a0]*\n[ \u00a0]*")
"""What may stand between the two lines of one name."""


def _ends(words: Words, end: int) -> bool:
    """Tell whether a body ends its paragraph; a comma may be left of it: `BAN CHỈ ĐẠO PHÒNG,` / `CHỐNG DỊCH`."""
    return end == len(words) or (words.capitals and end == len(words) - 1 and words.is_mark(end, ","))


def _in_office(found: Sequence[FoundMention]) -> bool:
    """`CỤC TRƯỞNG CỤC TIN HỌC` / `VÀ THỐNG KÊ`: an office ends with its line, and so does the body inside it."""
    return len(found) > 1 and found[-2].label == "POSITION" and found[-2].end >= found[-1].end


def _is_congress(one: FoundMention, text: str) -> bool:
    """`ĐẠI HỘI ĐẠI BIỂU` / `ĐẢNG BỘ TỈNH A`: the line below says whose congress it is."""
    printed = text[one.start : one.end]
    return printed.isupper() and behaves(new_tone(printed.lower()), "congresses")


def _broken(words: Words) -> list[tuple[int, int, EntityLabel]]:
    first, end = _inner(words)
    rest = broken_end(words, first, end) if end > first else first
    return [(first, rest, "AGENCY")] if rest > first else []


def _inner(words: Words) -> tuple[int, int]:
    """The words of a line without the marks around them."""
    first, end = 0, len(words)
    while first < len(words) and not words.is_word(first):
        first += 1
    if "so" in words.folded[2:] and words.is_mark(words.folded.index("so", 2) + 1, ":"):
        end = words.folded.index("so", 2)  # the number on the same line
    while end > first and not words.is_word(end - 1):
        end -= 1
    return first, end


def _untermed(words: Words, first: int, end: int) -> tuple[int, int]:
    """Leave out the term of a body: `ĐẢNG BỘ XÃ A LẦN THỨ V`, `NHIỆM KỲ 2020 - 2025`."""
    for at in range(first + 1, end - 1):
        if (words.small(at), words.small(at + 1)) in {("lần", "thứ"), ("nhiệm", "kỳ")}:
            return first, at
    return first, end


def _behind(start: int, covered: Sequence[tuple[int, int]]) -> int:
    """Return the end of the covered range that `start` lies in, 0 if it lies in none."""
    index = bisect_right(covered, start, key=lambda pair: pair[0]) - 1
    return covered[index][1] if index >= 0 and start < covered[index][1] else 0


def _mentions(words: Words, covered: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, EntityLabel]]:
    at, last = 0, -1
    filing = words.folded[:2] == ["-", "luu"] or (words.folded[:1] == ["luu"] and words.folded[1:2] != ["y"])
    for start in _openings(words):
        if start < at or (covered and _behind(words.starts[start], covered)):
            continue
        for first, end, label in _at(words, start, last, filing=filing):
            yield first, end, label
            at = last = max(at, end)
        if last == at and _short_form(words, last):
            yield last + 1, last + 2, "AGENCY"
            at = last = last + 3


def _short_form(words: Words, at: int) -> bool:
    """`Sở Giáo dục và Đào tạo (GDĐT)`: an abbreviation in brackets behind the name."""
    if at < 0 or not (words.is_mark(at, "(") and words.is_mark(at + 2, ")") and words.is_word(at - 1)):
        return False
    word = words.word(at + 1)
    return len(word) > 2 and word.isupper() and word.isalpha() and not words.capitals and words.capital(at - 2)


def _openings(words: Words) -> list[int]:
    """The words that a mention may begin with; in small letters their tone marks must be right."""
    lex, text, plain = lexicon(), words.text, words.plain
    found = []
    for at, word in enumerate(words.folded):
        if word in lex.folded_openers:
            start = words.starts[at]
            if words.bare or text[start].isupper() or plain[start : words.ends[at]] in lex.openers:
                found.append(at)
        elif words.acronyms and words.word(at) in words.acronyms:
            found.append(at)
    return found


def _at(words: Words, at: int, last: int, *, filing: bool) -> Iterator[tuple[int, int, EntityLabel]]:
    """Give what begins at word `at`: an office and the bodies inside it, the members of a list, or one body."""
    office, body = office_at(words, at), body_at(words, at)
    whole = office is not None and office.body is None  # `TỔNG CỤC TRƯỞNG`
    if office is not None and (body is None or office.end > body.end - (whole or words.folded[at] != "tong")):
        if not _in_code(words, office.first, office.end):
            yield from _office(words, office)
        return
    if body is None or _in_code(words, body.first, body.end):
        return
    if body.counted and office_at(words, at + 1) is not None:
        return
    if not body.named and words.small(at - 1) in lexicon().numbers:
        return  # it was no mention with its word of number, so it is none without
    listed = list(shared_members(words, body))
    if listed:
        yield from ((first, end, "AGENCY") for first, end in listed)
        return
    body = pair_end(words, slashed(words, body))
    if stands(words, body, last) and not (filing and not body.named):
        yield body.first, body.end, "AGENCY"
        if body.kind == "words" and body.named and words.is_mark(body.end, ":") and words.abbreviation(body.end + 1):
            # `Các đơn vị thuộc Bộ: KHTC, PC`
            yield from ((first, end, "AGENCY") for first, end in members(words, body.end + 1))


def _office(words: Words, office: Office) -> Iterator[tuple[int, int, EntityLabel]]:
    listed: list[tuple[int, int]] = []
    if office.body is not None:
        listed = list(shared_members(words, office.body))  # `Giám đốc các Sở: Y tế, Tài chính`
        if not office.body.named and words.is_mark(office.end, ":") and behaves(office.body.head, "sharing"):
            listed = list(members(words, office.end + 1))  # `Giám đốc Sở: Y tế, Tài chính`
    elif words.is_mark(office.end, ":") and behaves(words.small(office.end - 1), "sharing"):
        listed = list(members(words, office.end + 1))  # `Trưởng phòng: NC, KTTH`
    if listed:
        yield office.first, office.end, "POSITION"
        yield from ((first, end, "AGENCY") for first, end in listed)
        return
    lists = office.body is not None and (office.body.counted or office.body.kind == "words")
    following = run_end(words, office.end) if lists else []
    yield office.first, following[-1].end if following else office.end, "POSITION"
    for body in ([office.body] if office.body is not None else []) + following:
        yield body.first, body.end, "AGENCY"


def _in_code(words: Words, first: int, end: int) -> bool:
    """`/UBND-KGVX`, `KL/BCĐ`: letters of a number that is no reference."""
    if end != first + 1 or not (words.abbreviation(first) or words.word(first).isupper() or words.word(first) == "TTg"):
        return False
    before = words.is_mark(first - 1, "/-") and (words.glued(first) or words.folded[:2] == ["so", ":"])
    after = words.is_mark(end, "-/") and words.glued(end) and words.glued(end + 1) and words.capital(end + 1)
    return before or after
