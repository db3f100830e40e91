"""Lists of bodies: members that share a head (`Các Sở: Y tế, Công Thương`), two general words under one `các`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from covidorders.recognise.agencies.bodies import Body, body_at
from covidorders.recognise.agencies.lexicon import behaves, lexicon
from covidorders.recognise.agencies.words import Words

_SEPARATORS = ",;"
_MEMBERS = 12
"""Members of a list that are looked for."""
_PAIRED_WORDS = 4
"""Longer general words (`các tổ chức chính trị - xã hội`) do not pair."""


def shared_members(words: Words, body: Body) -> Iterator[tuple[int, int]]:
    """Give the word ranges of the members of a list whose shared head is `body`; nothing if it heads none.

    `Các Sở: Y tế, Công Thương và Tài chính`; the head itself is no mention.
    """
    following = run_end(words, body.end) if body.counted and body.kind in {"set", "words"} else []
    colon = following[-1].end if following else body.end
    if not body.counted or not words.is_mark(colon, ":") or body.kind == "central":
        return
    first = body.head.split(" ")[0]
    if body.kind not in {"set", "words", "named"} or not (behaves(body.head, "sharing") or behaves(first, "sharing")):
        return
    yield from members(words, colon + 1)


def members(words: Words, at: int) -> Iterator[tuple[int, int]]:
    """Give the word ranges of what stands in a list from word `at` on: fields, abbreviations, bodies."""
    while at < len(words):
        end = _member_end(words, at)
        if end == at:
            return
        yield at, end
        if not (words.is_mark(end, _SEPARATORS) or words.folded[end : end + 1] == ["va"]):
            return
        at = end + 1


def _member_end(words: Words, at: int) -> int:
    """One member: a field, an abbreviation, or a body with a head of its own."""
    body = body_at(words, at)
    if body is not None and body.kind != "words":
        return body.end
    field = lexicon().fields.end(words, at)
    if field > at:
        return field
    return at + 1 if words.abbreviation(at) else at


def pair_end(words: Words, body: Body) -> Body:
    """Take the second of two general words under one `các` into the mention: `các cơ quan, đơn vị`, not of three."""
    if body.kind != "words" or not body.counted or not words.is_mark(body.end, ",") or body.named:
        return body
    if body.end - body.first > _PAIRED_WORDS or "/" in words.folded[body.first : body.end]:
        return body
    second = body_at(words, body.end + 1)
    if second is None or second.counted or not _general(words, second):
        return body
    if words.is_mark(second.end, ",") and words.folded[second.end + 1 : second.end + 3] == ["ca", "nhan"]:
        return body  # three heads, although the third is none
    if words.is_mark(second.end, ",") or words.folded[second.end : second.end + 1] == ["va"]:
        third = body_at(words, second.end + 1)
        closed = third is not None and _general(words, third) and not third.counted
        if closed and words.folded[second.end + 1] != "luc":  # a force is a head of its own: `lực lượng công an`
            return body
    return replace(body, end=second.end, named=True)


def _general(words: Words, body: Body) -> bool:
    """Tell whether a body is a general word, `thành ủy` in `các huyện ủy, thành ủy` too."""
    return body.kind == "words" or (body.kind == "whole" and lexicon().general.end(words, body.first) > body.first)


def run_end(words: Words, end: int) -> list[Body]:
    """Return the general words that go on a list behind `end`: `, cơ quan, đơn vị` behind `các sở, ban, ngành`."""
    found: list[Body] = []
    while len(found) < _MEMBERS and (words.is_mark(end, ",") or words.folded[end : end + 1] == ["va"]):
        body = body_at(words, end + 1)
        if body is None or body.counted or not _general(words, body) or words.capital(body.first):
            break
        found.append(body)
        end = body.end
    return found


def slashed(words: Words, body: Body) -> Body:
    """Take what stands behind a stroke into the mention: `Sở/Trung tâm Chỉ huy`, `bệnh viện/trung tâm y tế`."""
    if not (words.is_mark(body.end, "/") and words.glued(body.end) and words.glued(body.end + 1)):
        return body
    second = body_at(words, body.end + 1)
    if second is None or second.kind == "central" or words.abbreviation(body.first):
        return body
    return replace(body, end=second.end, named=body.named or second.named)
