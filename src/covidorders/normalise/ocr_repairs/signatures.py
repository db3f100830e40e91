"""The lines over a signer's name: the form of signing, often written by hand, and specks of the seal.

Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, II.7: a deputy signs for the head of the body, with `KT.` before the
head's post, the deputy's own post on the next line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from covidorders.grammar import marks
from covidorders.grammar.distance import distance
from covidorders.grammar.fold import fold
from covidorders.grammar.names import person
from covidorders.knowledge import load
from covidorders.normalise.draft import Draft, Edit
from covidorders.normalise.ocr_repairs.confidence import confidence

SURE = 0.85
"""What was read more surely stands on the page."""
_FORM = re.compile(r"(?P<form>\S{1,5}) (?=(?P<post>[^\W\d_]{2,}(?: [^\W\d_]+){0,5})\W{0,3}$)")
_SIGNS = re.compile(r"[^\w\s.,()/-]")
"""Signs that stand in no post and no name."""
_SPECK = re.compile(r"(?:[^\w\s(\[]|_){1,2}\s?(?=[^\W_])")
_SHORTEST_POST = 11
"""A deputy's post of fewer letters (`Phó ban`) is not told from others by all its letters but one."""
_SCRAP = 2
"""A line of so few letters in the right column goes on in none."""
_SHORTEST_HEAD = 8
_RUBBISH = 10
"""What a seal over `PHÓ` was read as is no longer than this (code points)."""


def mend_signatures(lines: Sequence[Draft]) -> list[Draft]:
    """Return the lines, those of the signature blocks mended; the lines around one tell whose deputy signs."""
    mended = [_cleared(line) if line.line.zone == "right" else line for line in lines]
    for mend, rule in ((_deputy, "ocr-post"), (_form, "ocr-authority")):
        texts = [fold(line.text).strip(" -_.") for line in mended]
        around = zip(mended, ["", *texts], [*texts[1:], ""], strict=False)
        mended = [
            line.amend(mend(line, above, below), rule) if line.line.zone == "right" else line
            for line, above, below in around
        ]
    posts = [False, *(_is_post(line) for line in mended)]
    return [
        replace(now, line=replace(now.line, starts_paragraph=True))  # no copy on its left goes on in it, and no post
        if now.line.zone == "right" and (now is not was or len(was.text) <= _SCRAP or (post and not _is_post(now)))
        else now
        for was, now, post in zip(lines, mended, posts, strict=False)
    ]


def _is_post(draft: Draft) -> bool:
    """Tell whether a line of the right column is a post in capitals, or an authority."""
    text = draft.text
    return (
        draft.line.zone == "right" and marks.is_capitals(text) and (marks.is_position(text) or marks.is_authority(text))
    )


def _cleared(draft: Draft) -> Draft:
    """Take specks of the seal away: `_ Lê Văn An`, `-'GIÁM ĐỐC`, `CHÁNH VĂN PHÒNG zZ`."""
    return draft.amend([*_speck_before(draft), *_speck_behind(draft)], "ocr-speck")


def _speck_before(draft: Draft) -> Iterator[Edit]:
    """Before a name or a post in the right column stands nothing."""
    found = _SPECK.match(draft.text)
    if found is None:
        return
    rest = draft.text[found.end() :]
    glued = not found.group()[-1].isspace() and person(rest) is not None  # the dash of a copy stands apart
    if not glued and confidence(draft, 0, found.end()) >= SURE:
        return
    post = marks.is_position(_capitals(rest) or rest) or marks.is_authority(rest) or _stroked(rest) is not None
    if person(rest) or (marks.is_capitals(rest) and post):
        yield Edit(0, found.end(), "")


def _speck_behind(draft: Draft) -> Iterator[Edit]:
    """Behind a post in capitals stands nothing in other letters."""
    begin = _SPECK.match(draft.text)
    start = begin.end() if begin else 0
    post = _capitals(draft.text[start:])
    rest = draft.text[start + len(post) :]
    if not post or not rest or not marks.is_position(post) or rest.lstrip().startswith("("):
        return
    signs = not any(map(str.isalnum, rest)) or _SIGNS.search(rest) is not None
    if signs or confidence(draft, start + len(post) + 1, len(draft.text)) < SURE:
        yield Edit(start + len(post), len(draft.text), "")


def _capitals(text: str) -> str:
    """Return the words in capitals that a line begins with."""
    words = takewhile(lambda word: word.isalpha() and word.isupper(), text.split(" "))
    return " ".join(words)


def _deputy(draft: Draft, above: str, below: str) -> Iterator[Edit]:
    """`HÓ GIÁM ĐÓC` is the deputy's post, whatever stands above; what a seal left of one is told by `KT.` above it."""
    del below
    if 2 * sum(map(str.islower, draft.text)) > len(draft.text):
        return
    letters = _letters(draft.text)
    near = {post for post in _deputies() if distance(letters, _letters(post)) == 1}
    head = above.removeprefix("kt.").strip() if above.startswith("kt.") else ""
    if head and not near and confidence(draft, 0, len(draft.text)) < SURE:
        rubbish = len(draft.text) - len(head)
        sealed = fold(draft.text).endswith(f" {head}") and 0 < rubbish <= _RUBBISH
        near = {post for post in _deputies() if sealed and fold(post) == f"pho {head}"}
    if len(near) == 1:
        yield Edit(0, len(draft.text), near.pop().upper())


@cache
def _deputies() -> tuple[str, ...]:
    posts = load("marks")["signing"]["positions"]
    return tuple(post for post in posts if post.startswith("Phó ") and len(post) >= _SHORTEST_POST)


@cache
def _party_posts() -> tuple[str, ...]:
    return tuple(load("ocr")["signing"]["party_posts"])


def _stroked(text: str) -> str | None:
    """Return the Party's form of signing that a line opens with, its letters read as strokes (`1/M` for `T/M`)."""
    form, blank, body = text.partition(" ")
    meant = load("ocr")["signing"]["strokes"].get(form)
    return str(meant) if meant is not None and blank and body[:2].isupper() else None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", fold(text))


def _form(draft: Draft, above: str, below: str) -> Iterator[Edit]:
    """`VT; GIÁM ĐỐC` over `PHÓ GIÁM ĐỐC`: the deputy signs for the head. Alone, it is the one form that is like it.

    A head's post over that of the deputy is signed for, be the form written or not made out.
    """
    del above
    stroked = _stroked(draft.text)
    if stroked is not None and marks.is_capitals(draft.text):
        yield Edit(0, len(stroked), stroked)
        return
    head = fold(draft.text)
    if marks.is_capitals(draft.text) and below == f"pho {head}" and not head.startswith(_party_posts()):
        yield Edit(0, 0, f"{load('ocr')['signing']['deputy']} ")
        return
    found = _FORM.match(draft.text)
    if found is None or not marks.is_capitals(draft.text) or marks.is_authority(draft.text):
        return
    post = _head(found.group("post"))
    if post is None or marks.is_position(draft.text) or confidence(draft, *found.span("form")) >= SURE:
        return
    forms = load("ocr")["signing"]
    if distance(below, f"pho {fold(post)}") <= 1:
        form = forms["deputy"] if not fold(post).startswith(_party_posts()) else None
    else:
        read = re.sub(r"\W", "", found.group("form"))
        near = [form for form in forms["forms"] if distance(read, form.rstrip(".")) == 1]
        form = near[0] if len(near) == 1 and len(read) > 1 else None
    if form is not None:
        yield Edit(*found.span("form"), form)
        yield Edit(*found.span("post"), post)


def _head(read: str) -> str | None:
    """Return the post behind a form of signing, put right if a letter of it is lost and one post alone is near."""
    if marks.is_position(read):
        return read
    posts = (post for post in load("marks")["signing"]["positions"] if len(post) >= _SHORTEST_HEAD)
    near = [post for post in posts if distance(_letters(post), _letters(read)) == 1]
    return near[0].upper() if len(near) == 1 else None
