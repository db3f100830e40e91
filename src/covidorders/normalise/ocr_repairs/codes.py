"""Codes of documents: the type slot, the stroke after the number, letters read twice (knowledge/ocr.toml, codes).

`12/GT-UBND` is `12/CT-UBND`, since one type alone looks like that; digits are never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from covidorders.grammar.doctypes import all_types
from covidorders.knowledge import load
from covidorders.normalise.draft import Draft, Edit
from covidorders.normalise.ocr_repairs.confidence import confidence

RULE = "ocr-code"
SURE = 0.9
_UP = "A-ZĐÐƯ"
_STATE = re.compile(
    rf"(?<![\w/])\d{{1,5}}/(?:(?:19|20)\d\d/)?(?P<type>[{_UP}Il]{{1,5}})(?P<sign>-)(?P<body>[{_UP}][\w&.ÐĐ]*)"
)
_PARTY = re.compile(rf"(?<![\w/])\d{{1,5}}-(?P<type>[{_UP}Il]{{1,5}})/(?P<body>[{_UP}][\w&.ÐĐ]*)")
_UNSTROKED = re.compile(rf"(?<![\w/.,-])(?P<number>\d{{1,4}}[02-689])(?P<type>[{_UP}]{{2,3}})-(?=[{_UP}]{{2}})")
_BROKEN = re.compile(r"(?<=\d/)[.,]$")
"""A speck behind a code that is broken behind its stroke."""
_GOES_ON = re.compile(rf"[{_UP}]{{2,4}}-[{_UP}]")
_DOUBLED = re.compile(r"[PDĐÐ][ĐÐ]|[ĐÐ][PDÐ](?![a-z])")


@cache
def _types() -> frozenset[str]:
    return frozenset(short for info in all_types() for short in info.abbreviations)


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("ocr")["codes"]["bodies"])


@cache
def _alike() -> dict[str, str]:
    """Return for every letter those that look like it."""
    table: dict[str, str] = {}
    for a, b in load("ocr")["codes"]["alike"]:
        table[a] = table.get(a, "") + b
        table[b] = table.get(b, "") + a
    return table


def mend_codes(draft: Draft, following: str = "") -> Draft:
    """Return the line with its codes put right; `following` is the line that it runs on into."""
    broken = _BROKEN.search(draft.text)
    if broken is not None and _GOES_ON.match(following):
        draft = draft.amend([Edit(broken.start(), broken.end(), "")], RULE)
    if not any(sign in draft.text for sign in "/-"):
        return draft
    draft = draft.amend(_strokes(draft.text), RULE)
    return draft.amend(_slots(draft), RULE)


def _strokes(text: str) -> Iterator[Edit]:
    """Put the stroke between number and type: `11456KH-UBND`; not behind 1 or 7, which may be it (`1261NQ-CP`)."""
    for found in _UNSTROKED.finditer(text):
        if found.group("type") in _types():
            yield Edit(found.end("number"), found.end("number"), "/")


def _slots(draft: Draft) -> Iterator[Edit]:
    """Put type slots right, and bodies where recognition was not sure of them: there are bodies that nobody lists."""
    edits: dict[int, Edit] = {}
    for pattern in (_STATE, _PARTY):
        for found in pattern.finditer(draft.text):
            kind, body = found.group("type"), found.group("body")
            if kind not in _types() and kind not in _bodies():
                meant = only_one(kind, _types())
                if meant:
                    edits[found.start("type")] = Edit(*found.span("type"), meant)
            if body not in _bodies() and body not in _types():
                meant = only_one(body, _bodies())
                if meant and confidence(draft, *found.span("body")) < SURE:
                    edits[found.start("body")] = Edit(*found.span("body"), meant)
    yield from (edits[start] for start in sorted(edits))


def only_one(read: str, known: frozenset[str]) -> str | None:
    """Return the one known abbreviation that looks like what was read: a letter alike, doubled, or a thin one too much.

    None if there is none, or more than one.
    """
    near = {f"{read[:at]}{other}{read[at + 1 :]}" for at, c in enumerate(read) for other in _alike().get(c, "")}
    found = near & known
    if not found:
        near = {f"{read[: m.start()]}Đ{read[m.end() :]}" for m in _DOUBLED.finditer(read)}
        near |= {read[:at] + read[at + 1 :] for at, c in enumerate(read) if c in "Il1" and len(read) > 2}
        found = near & known
    return found.pop() if len(found) == 1 else None
