"""Names of provinces and districts behind the word for their kind (knowledge/places.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from covidorders.grammar.fold import fold, new_tone
from covidorders.knowledge import load
from covidorders.normalise.draft import Draft, Edit
from covidorders.normalise.ocr_repairs.tones import Token, in_case_of, tokens_of

RULE = "ocr-place"
_KINDS = ("thành phố", "tỉnh", "huyện", "quận", "thị xã")
_LONGEST = 4
_APOSTROPHE = re.compile(
    r"(?<![^\W\d_])(?P<head>[^\W\d_]{1,2})(?:[°?*\"“”`´] ?|[ ]?['’‘] ?)(?P<tail>[^\W\d_]{2,6})(?![^\W\d_])"
)
"""`R°Lấp`, `R 'lấp`: the apostrophe of a name, misread or set apart."""
_KIND = re.compile(r"\b(?:thanh pho|tinh|huyen|quan|thi xa)(?= )")


@cache
def _names() -> dict[tuple[str, str], str]:
    """Return the names by kind and letters (no marks, no blanks); names that two places spell differently are left out.

    So are names with several spellings in use (Đắk, Đăk, Đắc): they are as printed.
    """
    spellings: dict[tuple[str, str], set[str]] = {}
    varied = tuple(load("ocr")["places"]["varied"])
    for province in load("places")["provinces"]:
        for full in (province["name"], *province["districts"]):
            kind = next((kind for kind in _KINDS if full.lower().startswith(kind + " ")), None)
            if kind is None:
                continue
            name = full[len(kind) + 1 :]
            if not fold(name).startswith(varied) and name[:1].isalpha():
                spellings.setdefault((fold(kind), _letters(name)), set()).add(new_tone(name))
    return {key: found.pop() for key, found in spellings.items() if len(found) == 1}


@cache
def _with_apostrophe() -> dict[tuple[str, str], tuple[str, str]]:
    """Return what stands before and behind the apostrophe in names of districts, by their letters."""
    names = [name for province in load("places")["provinces"] for name in province["districts"]]
    parts = [part.split("'") for name in names for part in name.split() if part.count("'") == 1]
    return {(fold(head), fold(tail)): (head, tail) for head, tail in parts if head and tail}


def _apostrophes(text: str) -> Iterator[Edit]:
    for found in _APOSTROPHE.finditer(text):
        name = _with_apostrophe().get((fold(found["head"]), fold(found["tail"])))
        if name is not None and found["head"][:1].isupper():
            yield Edit(*found.span(), f"{found['head']}'{in_case_of(found['tail'], name[1])}")


def mend_places(draft: Draft) -> Draft:
    """Return the line with the marks, blanks and apostrophes of place names put right."""
    draft = draft.amend(_apostrophes(draft.text), RULE)
    folded = fold(draft.text)
    if _KIND.search(folded) is None:
        return draft
    tokens = tokens_of(draft.text)
    edits: list[Edit] = []
    for found in _KIND.finditer(folded):
        behind = [token for token in tokens if token.start > found.end()][:_LONGEST]
        edit = next(_name_at(draft.text, found.group(), found.end() + 1, behind), None)
        if edit is not None and (not edits or edits[-1].end <= edit.start):
            edits.append(edit)
    return draft.amend(edits, RULE)


def _name_at(text: str, kind: str, start: int, tokens: list[Token]) -> Iterator[Edit]:
    """Yield the repair of the longest name that stands right behind the word for its kind."""
    if not tokens or tokens[0].start != start or not tokens[0].text[:1].isupper():
        return
    for count in range(len(tokens), 0, -1):
        end = tokens[count - 1].end
        printed = text[start:end]
        name = _names().get((kind, _letters(printed)))
        if name is not None and re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)*", printed):
            meant = name.upper() if printed.isupper() else name
            meant = in_case_of(printed, meant) if len(printed) == len(meant) else meant
            if new_tone(printed) != new_tone(meant):
                yield Edit(start, end, meant)
            return


def _letters(name: str) -> str:
    return re.sub(r"[\W\d_]", "", fold(name))
