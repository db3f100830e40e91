"""The lines over a signer's name: the form of signing, often written by hand, and specks of the seal.

Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, II.7: a deputy signs for the head of the body, with `KT.` before the
head's post, the deputy's own post on the next line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from covidorders.grammar import marks
from covidorders.grammar.fold import fold
from covidorders.grammar.names import person
from covidorders.knowledge import load
from covidorders.normalise.draft import Draft, Edit
from covidorders.normalise.ocr_repairs.confidence import confidence
from covidorders.normalise.ocr_repairs.distance import distance

SURE = 0.85
"""What was read more surely stands on the page."""
_FORM = re.compile(r"(?P<form>\S{1,5}) (?=(?P<post>[^\W\d_]{2,}(?: [^\W\d_]+){0,5})\W{0,3}$)")
_SPECK = re.compile(r"[^\w\s(\[]{1,2}\s?(?=\w)")


def mend_signatures(lines: Sequence[Draft]) -> list[Draft]:
    """Return the lines, those of the signature blocks mended; what follows a line tells whose deputy signs."""
    below = [*(fold(line.text).strip(" -_.") for line in lines[1:]), ""]
    return [
        _mended(line, after) if line.line.zone == "right" else line for line, after in zip(lines, below, strict=False)
    ]


def _mended(draft: Draft, below: str) -> Draft:
    cleared = draft.amend(_speck(draft), "ocr-speck")
    mended = cleared.amend(_form(cleared, below), "ocr-authority")
    if mended is draft:
        return draft
    return replace(mended, line=replace(mended.line, starts_paragraph=True))  # no copy on its left goes on in it


def _speck(draft: Draft) -> Iterator[Edit]:
    """`_ Lê Văn An`, `-'GIÁM ĐỐC`: before a name or a post in the right column stands nothing."""
    found = _SPECK.match(draft.text)
    if found is None or confidence(draft, 0, found.end()) >= SURE:
        return
    rest = draft.text[found.end() :]
    if person(rest) or (marks.is_capitals(rest) and marks.is_position(rest)):
        yield Edit(0, found.end(), "")


def _form(draft: Draft, below: str) -> Iterator[Edit]:
    """`VT; GIÁM ĐỐC` over `PHÓ GIÁM ĐỐC`: the deputy signs for the head. Alone, it is the one form that is like it."""
    found = _FORM.match(draft.text)
    if found is None or not marks.is_capitals(draft.text) or marks.is_authority(draft.text):
        return
    post = found.group("post")
    if not marks.is_position(post) or marks.is_position(draft.text) or confidence(draft, *found.span("form")) >= SURE:
        return
    forms = load("ocr")["signing"]
    if distance(below, f"pho {fold(post)}") <= 1:
        form = forms["deputy"] if not fold(post).startswith(tuple(forms["party_posts"])) else None
    else:
        read = re.sub(r"\W", "", found.group("form"))
        near = [form for form in forms["forms"] if distance(read, form.rstrip(".")) == 1]
        form = near[0] if len(near) == 1 and len(read) > 1 else None
    if form is not None:
        yield Edit(*found.span("form"), form)
