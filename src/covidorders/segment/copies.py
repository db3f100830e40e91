"""Nơi nhận: the list of those who get a copy.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9.b; Hướng dẫn 36-HD/VPTW, mục I.9.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from covidorders.grammar import marks
from covidorders.grammar.fold import fold
from covidorders.model import Mention
from covidorders.segment.agencies import mention
from covidorders.segment.lines import Passage

_DASHES = tuple("-–—+•*~")
_RUN_OVER = 60
"""The rest of a copy's entry that runs over the line is no longer than this (code points)."""
_NOTE = 40
"""A line among the copies longer than this is no typist's mark (code points)."""
_NEXT_ENTRY = re.compile(r"(?<=[;,.])\s+[-–—+•]\s*(?=\S)")
"""Between two entries of a list of copies that stands in one line (`- Như trên; - Lưu: VT.`)."""


def is_dash(line: str) -> bool:
    """Tell whether a line opens with the dash of an entry."""
    return line.lstrip()[:1] in _DASHES


def is_note(line: str) -> bool:
    """A typist's mark below the copies (`TTH`, `A-M3/KL30-BCĐ/50`): short, without a space."""
    return len(line) <= _NOTE and " " not in line.strip()


def kept(copies: Sequence[Mention]) -> bool:
    """Tell whether the last copy so far is the one that the issuer keeps (`Lưu: VT`)."""
    return bool(copies) and fold(copies[-1].text).startswith("luu")


def copies_without_title(passage: Passage, begin: int) -> int | None:
    """Where `Nơi nhận` was lost in scanning: the first of the dashes that end with `- Lưu: VT`."""
    for index in range(len(passage) - 1, begin, -1):
        if not is_dash(passage.words(index)) or not marks.is_last_copy(passage.words(index)):
            continue
        first = above = index
        while above - 1 > begin and _may_be_copy(passage.words(above - 1)):
            above -= 1
            first = above if is_dash(passage.words(above)) else first
        return first
    return None


def _may_be_copy(line: str) -> bool:
    """An entry above the last one ends with a semicolon; the rest of one that runs over is short."""
    return not line.endswith(".") if is_dash(line) else len(line) <= _RUN_OVER and not line.endswith((".", ":", "/"))


def take_copies(passage: Passage, index: int, copies: list[Mention], skip: int = 0) -> None:
    """Add the entries of one line to the copies; several may stand in it. `skip`: length of `Nơi nhận:`."""
    paragraph = passage.paragraphs[index]
    line = passage.words(index)
    cuts = [skip, *(found.start() for found in _NEXT_ENTRY.finditer(line, skip)), len(line)]
    for start, end in itertools.pairwise(cuts):
        found = mention(passage.text, paragraph.start + start, paragraph.start + end)
        if found is not None:
            _add(passage, line[start:end], found, copies)


def _add(passage: Passage, words: str, found: Mention, copies: list[Mention]) -> None:
    last = copies[-1] if copies else None
    if last is None or is_dash(words):
        copies.append(found)
        return
    after = passage.text[last.end : last.end + 1]
    between = passage.text[last.end + 1 : found.start].strip()
    # `- VPCP: các PCN, Cổng TTĐT,` / `các Vụ, Cục;`; an entry with a dash goes on behind a comma in capitals too
    dashed = passage.text[max(0, last.start - 3) : last.start].strip()[-1:] in _DASHES and not kept(copies)
    runs_on = after == "," and not between and (dashed or words.lstrip()[:1].islower())
    if runs_on:
        _join(passage, found, copies)
        return
    ended = after in {";", ",", "."} or is_note(words)
    if not ended and passage.text[last.end : found.start].strip() == "":
        _join(passage, found, copies)
    elif not is_note(words):
        copies.append(found)


def _join(passage: Passage, rest: Mention, copies: list[Mention]) -> None:
    start = copies[-1].start
    copies[-1] = Mention(text=" ".join(passage.text[start : rest.end].split()), start=start, end=rest.end)
