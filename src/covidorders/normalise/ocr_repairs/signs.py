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


@cache
def _opening_dash() -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(load('ocr')['slips']['dashes'])}](?=\s?[^\W\d_])")


@cache
def _inner_dash() -> re.Pattern[str]:
    return re.compile(r"(?<=\w )[~«=¬](?= \w)")


@cache
def _specks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    signs = re.escape(load("ocr")["slips"]["specks"])
    return re.compile(rf"(?:[{signs}]{{1,2}} )+(?=\w)"), re.compile(rf"(?<=[\w.;:,)”\"]) (?:[{signs}]{{1,2}} ?)+$")


def mend_signs(draft: Draft) -> Draft:
    """Return the line without specks at its ends, its opening dash a dash."""
    leading, trailing = _specks()
    found = [pattern.search(draft.text) for pattern in (leading, trailing)]
    ends = [hit for hit in (found[0] if found[0] and not found[0].start() else None, found[1]) if hit]
    doubtful = [hit for hit in ends if confidence(draft, hit.start(), hit.end() - 1) < SURE]
    draft = draft.amend([Edit(hit.start(), hit.end(), "") for hit in doubtful], SPECK_RULE)
    return draft.amend(_dashes(draft.text), DASH_RULE)


def _dashes(text: str) -> Iterator[Edit]:
    opening = _opening_dash().match(text)
    if opening is not None:
        yield Edit(0, 1, "-")
    yield from (Edit(found.start(), found.end(), "-") for found in _inner_dash().finditer(text, 1))
