"""Labels of list items that were read as no label at all, put right by their sequence (knowledge/ocr.toml, labels).

`©)` after `b)` is `c)`, `1V.` after `III.` is `IV.`. A label that can be what it says is kept as printed, but for `d)`
and `đ)`, which differ by a stroke and follow on each other, and for one that stands where just one is wanting
(`II.`, `II.`, `IV.`; `b)`, `e)`, `d)`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from covidorders.grammar.marks import is_capitals
from covidorders.knowledge import load
from covidorders.normalise.draft import Draft, Edit
from covidorders.normalise.ocr_repairs.label_signs import mend_label_signs

RULE = "ocr-label"
_LABEL = re.compile(r"(?P<core>[^\s.)/\-–:]{1,4})(?P<mark>[.)/])(?P<space>\s*)(?=[\"“(]?\w)")
_ANY_LABEL = re.compile(r"(?P<core>[^\s.)/\-–:]{1,4})(?P<mark>[.)/-])\s*(?=[\"“(]?\w)")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_LETTERS = tuple("abcdđeghiklmnopqrstuvxy")
_KINDS = ("roman", "number", "letter")


@dataclass(slots=True)
class Sequences:
    """The last label of each kind, by its mark; a label of a higher kind ends those below it."""

    last: dict[str, tuple[int, str]] = field(default_factory=dict)

    def seen(self, kind: str, ordinal: int, mark: str) -> None:
        """Take note of a label."""
        self.last[kind] = (ordinal, mark)
        for below in _KINDS[_KINDS.index(kind) + 1 :]:
            self.last.pop(below, None)

    def expects(self, kind: str, ordinal: int, mark: str) -> bool:
        """Tell whether a label goes on where the last of its kind stopped; nothing is taken for the first of a list."""
        before = self.last.get(kind)
        return before is not None and before == (ordinal - 1, mark)


def mend_labels(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines of a file, in order, with the labels of list items put right."""
    sequences = Sequences()
    drafts = _wanting(_first_numbers(_first_romans(mend_label_signs(drafts))))
    return [_mended(draft, sequences) for draft in drafts]


def _wanting(drafts: Sequence[Draft]) -> list[Draft]:
    """Put a label right that stands between two of its kind where one is wanting, and looks like that one.

    In a title in capitals a figure stands for a Roman numeral where such a one is wanting (`9-` after `IV-` is `V-`).
    """
    opened = [(n, _ANY_LABEL.match(draft.text)) for n, draft in enumerate(drafts) if draft.line.zone == "body"]
    found = [(n, match) for n, match in opened if match is not None and _place(match["core"], match["mark"])]
    mended = list(drafts)
    for at, (number, match) in enumerate(found):
        for kind in ("roman", "letter"):
            titled = _titled(drafts[number], match, kind)
            if not (_is(match, kind, match["mark"]) or titled):
                continue
            before = next((one for _, one in reversed(found[:at]) if _is(one, kind, match["mark"])), None)
            behind = next((one for _, one in found[at + 1 :] if _is(one, kind, match["mark"])), None)
            meant = _between(match["core"], before, behind, kind, titled=titled)
            if meant is not None and meant != match["core"]:
                mended[number] = mended[number].amend([Edit(*match.span("core"), meant)], RULE)
    return mended


def _titled(draft: Draft, label: re.Match[str], kind: str) -> bool:
    return kind == "roman" and label["core"].isdigit() and is_capitals(draft.text[label.end() :])


def _is(label: re.Match[str], kind: str, mark: str) -> bool:
    place = _place(label["core"], label["mark"])
    return place is not None and place[0] == kind and label["mark"] == mark


def _between(
    read: str, before: re.Match[str] | None, behind: re.Match[str] | None, kind: str, *, titled: bool
) -> str | None:
    """Return the label that goes on after `before` and is followed by `behind`, if what was read looks like it.

    The last letter of a list is so, too, where two at least would be wanting before it (`b)`, `e)`).
    """
    names = _ROMANS if kind == "roman" else _LETTERS
    if before is None:
        return None
    last = names.index(before["core"])
    ends = behind is None or behind["core"] == "a"
    skipped = kind == "letter" and ends and names.index(read) > last + 2
    wanting = behind is not None and names.index(behind["core"]) == last + 2
    if last + 1 >= len(names) or not (skipped or wanting or (titled and behind is None)):
        return None
    meant = names[last + 1]
    strokes = set(read) | set(meant) == {"I"}
    return meant if strokes or meant in load("ocr")["labels"][kind].get(read, ()) else None


def _first_romans(drafts: Sequence[Draft]) -> list[Draft]:
    """`1.` before a title in capitals is `I.` where a list `1.` begins right below it and `II.` comes later."""
    found = [(number, match) for number, draft in enumerate(drafts) if (match := _LABEL.match(draft.text))]
    mended = list(drafts)
    for (number, match), (_, below) in pairwise(found):
        draft = drafts[number]
        if match.group("core") not in ("1", "l", "L") or below.group("core") != "1" or not _is_title(draft, match):
            continue
        cores = [other.group("core") for at, other in found if at > number and other["mark"] == match["mark"]]
        if "II" in cores and "I" not in cores[: cores.index("II")]:
            mended[number] = draft.amend([Edit(match.start("core"), match.end("core"), "I")], RULE)
    return mended


def _first_numbers(drafts: Sequence[Draft]) -> list[Draft]:
    """`I.` before a sentence is `1.` where the next label is `2.` and no `II.` comes later, however read."""
    second = {"II", *(read for read, meant in load("ocr")["labels"]["roman"].items() if "II" in meant)}
    found = [(number, match) for number, draft in enumerate(drafts) if (match := _LABEL.match(draft.text))]
    mended = list(drafts)
    for (number, match), (_, below) in pairwise(found):
        draft, sign = drafts[number], match["mark"]
        if match["core"] != "I" or (below["core"], below["mark"]) != ("2", sign) or _is_title(draft, match):
            continue
        if not any(other["core"] in second and other["mark"] == sign for at, other in found if at > number):
            mended[number] = draft.amend([Edit(match.start("core"), match.end("core"), "1")], RULE)
    return mended


def _is_title(draft: Draft, label: re.Match[str]) -> bool:
    return is_capitals(draft.text[label.end() :]) and draft.line.zone == "body"


def _mended(draft: Draft, sequences: Sequences) -> Draft:
    found = _LABEL.match(draft.text)
    if found is None or draft.line.starts_paragraph is False or draft.line.zone not in ("body", "left"):
        return draft
    core, mark = found.group("core"), found.group("mark")
    meant = _stroke(core, mark, sequences)
    if meant == core:
        place = _place(core, mark)
        if place is not None:
            sequences.seen(*place, mark)
            return draft
        candidates = dict(_candidates(core, mark, sequences))
        if len(candidates) != 1:
            return draft
        meant = next(iter(candidates))
    place = _place(meant, mark)
    if place is not None:
        sequences.seen(*place, mark)
    return draft.amend([Edit(found.start("core"), found.end("core"), meant)], RULE)


def _stroke(core: str, mark: str, sequences: Sequences) -> str:
    """Tell d) from đ): đ) after c) is d), a second d) is đ)."""
    d, stroked = _LETTERS.index("d") + 1, _LETTERS.index("đ") + 1
    if core == "đ" and sequences.expects("letter", d, mark):
        return "d"
    if core == "d" and sequences.expects("letter", stroked, mark):
        return "đ"
    return core


def _place(core: str, mark: str) -> tuple[str, int] | None:
    """Return kind and ordinal of a label that can be what it says; None for what is no label."""
    if core in _ROMANS and mark != ")":
        return "roman", _ROMANS.index(core) + 1
    if core.isascii() and core.isdigit() and len(core) <= 2:
        return "number", int(core)
    if core in _LETTERS:
        return "letter", _LETTERS.index(core) + 1
    return None


def _candidates(core: str, mark: str, sequences: Sequences) -> Iterator[tuple[str, str]]:
    """Yield what may be meant, with its kind: only what goes on where the last label of that kind stopped."""
    for kind in _KINDS:
        for meant in load("ocr")["labels"][kind].get(core, ()):
            place = _place(meant, mark)
            if place is not None and place[0] == kind and sequences.expects(kind, place[1], mark):
                yield meant, kind
