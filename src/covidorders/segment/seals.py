"""What recognition makes of a seal and a signature between post and name: short lines that say nothing."""

from __future__ import annotations

from covidorders.grammar import marks
from covidorders.grammar.fold import fold
from covidorders.grammar.names import person
from covidorders.grammar.syllables import is_syllable
from covidorders.segment.copies import is_dash
from covidorders.segment.lines import Passage

_REACH = 14
"""A seal and a signature leave so many lines of their own at most."""
_LONGEST = 24
"""A line that a seal left is no longer than this (code points)."""


def is_noise(line: str) -> bool:
    """What recognition makes of a seal or a signature between post and name: short, hardly a syllable in it."""
    if len(line) > _LONGEST or marks.is_position(line) or marks.is_authority(line) or marks.is_signed(line):
        return False
    sealed = marks.is_capitals(line) and person(line) is None  # pieces of a seal's legend, no name in small letters
    if not sealed and (person(line, known_family=False) is not None or is_dash(line)):
        return False
    if marks.is_distribution(line):
        return False
    parts = line.split()
    named = sum(sum(map(str.isalnum, part)) > 1 for part in parts) > 1
    if named and marks.opens_with(fold(line), "bodies", "heads") is not None:
        return False
    words = sum(len(part) > 1 and is_syllable(part) for part in parts)
    return 2 * words <= len(parts)


def is_debris(passage: Passage, index: int) -> bool:
    """A short line right of the copies without a syllable in it: a piece of the seal, whatever sign opens it."""
    line = passage.words(index)
    short = len(line) <= _LONGEST and passage.paragraphs[index].zone == "right"
    return short and not any(len(part) > 1 and is_syllable(part) for part in line.split())


def over_name(passage: Passage, index: int) -> bool:
    """Tell whether a line stands over a name of the right column, with nothing but short lines between."""
    for ahead in range(index, min(index + _REACH, len(passage))):
        line, paragraph = passage.words(ahead), passage.paragraphs[ahead]
        here = paragraph.zone != "left" and paragraph.page == passage.paragraphs[index].page
        if not here or paragraph.table is not None or len(line) > _LONGEST:
            return False
        if ahead > index and paragraph.zone == "right" and person(line):
            return True
    return False


def left_of_post(passage: Passage, index: int) -> bool:
    """Tell whether a line is what a seal left of a post: nothing but short lines stand between it and a name."""
    for ahead in range(index, min(index + _REACH, len(passage))):
        line, paragraph = passage.words(ahead), passage.paragraphs[ahead]
        if paragraph.zone == "right" and person(line):
            return ahead > index
        here = paragraph.page == passage.paragraphs[index - 1].page
        if not here or paragraph.table is not None or len(line) > _LONGEST or marks.is_distribution(line):
            return False
    return False
