"""Dashes read as other signs, and specks read as words of one sign (knowledge/ocr.toml, slips)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from covidorders.knowledge import load
from covidorders.normalise.draft import Draft, Edit
from covidorders.normalise.ocr_repairs.confidence import confidence

DASH_RULE = "ocr-dash"
SPECK_RULE = "ocr-speck"
SURE = 0.85
"""A sign read more surely is printed: some write `như sau :`."""
_INNER_DASH = re.compile(r"(?:(?<=[^\W\d_]{2} )|(?<=\d{4} ))~(?= (?:[^\W\d_]{2}|\d{4}))")
_DASH_TAIL = re.compile(r"[-–—](?P<tail>\s?_+\s?)(?=[^\W_])")
"""A long dash before an entry, read as a short one and a line on the ground (`-_ Sở Y tế`)."""
_CLOSING = re.compile(r"[\s.,;:”\"’]+")
"""Printed behind a blank by some, as the end of a quotation or sentence."""


@cache
def _opening_dash() -> re.Pattern[str]:
    """A wrong sign before words, not before the remains of a stamp: another word must follow the first."""
    return re.compile(rf"[{re.escape(load('ocr')['slips']['dashes'])}](?=\s?[^\W\d_]{{1,12}}[,;:]? [^\W_])")


@cache
def _specks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of specks before and behind a line; what may be the bullet of an item is none before it."""
    slips = load("ocr")["slips"]
    before, behind = re.escape(slips["specks"]), re.escape(slips["specks"] + slips["bullets"])
    return re.compile(rf"(?:[{before}]{{1,2}} )+(?=\w)"), re.compile(rf"(?<=[\w.;:,)”\"]) (?:[{behind}]{{1,2}} ?)+$")


def mend_signs(draft: Draft) -> Draft:
    """Return the line without specks at its ends, its opening dash a dash."""
    leading, trailing = _specks()
    ends = [leading.match(draft.text), trailing.search(draft.text)]
    doubtful = [hit for hit in ends if hit and _is_speck(draft, hit)]
    draft = draft.amend([Edit(hit.start(), hit.end(), "") for hit in doubtful], SPECK_RULE)
    tail = _DASH_TAIL.match(draft.text)
    if tail is not None:
        draft = draft.amend([Edit(tail.start("tail"), tail.end(), " ")], SPECK_RULE)
    return draft.amend(_dashes(draft.text), DASH_RULE)


def _is_speck(draft: Draft, hit: re.Match[str]) -> bool:
    closes = hit.start() and _CLOSING.fullmatch(hit.group())
    return not closes and confidence(draft, hit.start(), hit.end() - 1) < SURE


def _dashes(text: str) -> Iterator[Edit]:
    opening = _opening_dash().match(text)
    if opening is not None and text[opening.end() :].lstrip()[:1].isupper():
        yield Edit(0, 1, "-")
    yield from (Edit(found.start(), found.end(), "-") for found in _INNER_DASH.finditer(text, 1))
