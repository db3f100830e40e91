"""The sign behind a label, read as another (`1,` for `1.`, `1~` for `1-`), and specks around it (`. 1.`, `4..`).

Which sign is printed the labels beside it tell: one of the same kind that stands right before or behind it in its list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from covidorders.normalise.draft import Draft, Edit

RULE = "ocr-label"
_PRINTED = re.compile(r"(?P<core>\d{1,2}|[IVX]{1,5}|[a-zđ])(?P<mark>[.)/-])\s*[\"“(]?[^\W\d_]")
_SPOILT = re.compile(
    r"(?P<speck>[^\w\s(\[\"“+*•-]{1,2} )?(?P<core>\d{1,2}|[IVX]{1,5}|[a-zđø©])(?P<mark>[.,:;)~/-])"
    r"(?P<more>[.,:;]?)\s?(?=[\"“(]?(?P<first>[^\W\d_]))"
)
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
Label = re.Match[str] | None
"""The label of a line, None where it has none."""
_READ_FOR = {",": "./", ":": "./", ";": "./", "~": "-"}
"""What a sign that ends no label may stand for."""


def mend_label_signs(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines of a file, in order, with the signs around the labels of list items put right."""
    found = [_PRINTED.match(draft.text) if _may_open(draft) else None for draft in drafts]
    mended = list(drafts)
    for number, draft in enumerate(drafts):
        spoilt = _SPOILT.match(draft.text) if _may_open(draft) else None
        if (
            spoilt is None
            or not spoilt["first"].isupper()
            or not (spoilt["speck"] or spoilt["more"] or spoilt["mark"] in _READ_FOR)
        ):
            continue
        mark = _meant(spoilt, found[:number][::-1], found[number + 1 :])
        if mark is not None:
            edits = [Edit(0, spoilt.start("core"), ""), Edit(spoilt.start("mark"), spoilt.end("more"), mark)]
            opened = draft.amend(edits, RULE)
            mended[number] = replace(opened, line=replace(draft.line, starts_paragraph=True))
    return mended


def _may_open(draft: Draft) -> bool:
    return draft.line.zone in ("body", "left")


def _meant(spoilt: re.Match[str], before: Sequence[Label], behind: Sequence[Label]) -> str | None:
    """Return the mark of the next label of its kind before or behind it, if that is its neighbour in a list."""
    marks = _READ_FOR.get(spoilt["mark"], spoilt["mark"])
    kind, own = _place(spoilt["core"])
    for labels, step in ((before, -1), (behind, 1)):
        places = ((label["mark"], *_place(label["core"])) for label in labels if label is not None)
        near = next(((mark, ordinal) for mark, other, ordinal in places if other == kind and mark in marks), None)
        if near is not None and _are_neighbours(kind, own, near[1], step):
            return near[0]
    return None


def _are_neighbours(kind: str, own: int, other: int, step: int) -> bool:
    """Tell whether a label stands right before (-1) or behind (1) another; strokes are miscounted by one."""
    if not own:  # a letter that was not made out
        return step < 0
    return abs(other - own) <= 2 and (other - own) * step >= 0 if kind == "roman" else other == own + step


def _place(core: str) -> tuple[str, int]:
    """Return kind and ordinal of a label; 0 for a letter that was not made out, which may be any."""
    if core in _ROMANS:
        return "roman", _ROMANS.index(core) + 1
    return ("number", int(core)) if core.isdigit() else ("letter", _LETTERS.find(core) + 1)
