"""The dấu đến of the office that received the paper, as recognition leaves it: its words among those of the print.

The stamp is pressed into the room under the number, the subject or the date (Nghị định 30/2020/NĐ-CP, Phụ lục IV, I),
often askew and over print, filled in with a pen. Of its lines mostly `ĐẾN` alone is read well; the rest is known by
standing near it and by being read badly. Without this the stamp's words run into the subject and the issuer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from covidorders.grammar.fold import fold
from covidorders.grammar.marks import is_capitals
from covidorders.grammar.syllables import is_syllable
from covidorders.knowledge import load
from covidorders.layout import Box, Word

UNSURE = 0.85
"""Confidence below which what stands in the stamp's room is the stamp's; print is read at 0.93 and above."""
POINTS_PER_MM = 72 / 25.4
ABOVE, BELOW = 1.8, 2.8
"""Reach of the stamp over and under the line of `ĐẾN`, in heights of that line: one line above, two below."""
_NAMED = frozenset({"van", "cv", "vb"})
_DEN = re.compile(r"\W?[ĐÐD]?[EÊÉÈẾỀỂ]N\W?")
"""`ĐẾN`; its first letter is lost under the frame at times, and a field must stand beside it then."""

_WHOLE = re.compile(r"[ĐÐD]")
Line = Sequence[Word]


def part_arrival(lines: Sequence[Line], height: float) -> tuple[list[list[Word]], list[list[Word]]]:
    """Part the words of a page's stamps from those of the print: return the lines without them, and the stamps.

    `lines` are the printed lines with their words from left to right, boxes in points; `height` is the page's. Only
    the upper half of a page is looked into.
    """
    kept = [list(line) for line in lines]
    stamps: list[list[Word]] = []
    for number, line in enumerate(lines):
        for place, word in enumerate(line):
            if _DEN.fullmatch(word.text) is None or word.box.bottom > height / 2:
                continue
            named = place > 0 and line[place - 1].text.isupper() and fold(line[place - 1].text) in _NAMED
            first = named or not any(map(str.isalnum, "".join(one.text for one in line[:place])))
            stamp = _stamp(kept, number, line[: place + 1], named=named) if first else []
            least = 1 if named else 2
            if len(stamp) >= least and (_WHOLE.search(word.text) or any(map(_opens_field, stamp))):
                stamps.append(stamp)
                taken = set(map(id, stamp))
                kept = [[one for one in each if id(one) not in taken] for each in kept]
    return [line for line in kept if line], stamps


def _stamp(lines: Sequence[Line], number: int, title: Line, *, named: bool) -> list[Word]:
    """Return the words of the stamp whose title stands at the start of a line; the title alone if nothing else is."""
    room = _room(title, named=named)
    found = list(title)
    for at, line in enumerate(lines):
        rest = line[len(title) :] if at == number else line
        inside = [word for word in rest if _within(word.box, room)]
        if inside and inside[0] is rest[0]:
            above = inside[0].box.bottom < title[-1].box.bottom
            found += _stamped(inside, goes_on=len(inside) < len(rest), above=above)
    return found


def _room(title: Line, *, named: bool) -> Box:
    """Return where the stamp may stand: `CÔNG VĂN ĐẾN` is its middle, `ĐẾN` alone its left end."""
    widest = load("furniture")["arrival"]["millimetres"][0] * POINTS_PER_MM
    first, last = title[0].box, title[-1].box
    tall = last.bottom - last.top
    left = (first.x0 + last.x1 - widest) / 2 if named else last.x0 - tall
    return Box(left, last.top - ABOVE * tall, left + widest, last.bottom + BELOW * tall)


def _within(box: Box, room: Box) -> bool:
    middle = (box.top + box.bottom) / 2
    return room.top < middle < room.bottom and room.x0 < (box.x0 + box.x1) / 2 < room.x1


def _stamped(words: Sequence[Word], *, goes_on: bool, above: bool) -> list[Word]:
    """Return the words of a line within the room that are the stamp's.

    Of a line that goes on beyond the room these are its first words, up to the last that is no syllable; else all of
    it or nothing: what is badly read, one of the stamp's own fields, or the receiving office in capitals above.
    """
    if goes_on:
        odd = [
            n for n, one in enumerate(words) if not is_syllable(one.text.strip(".,;:")) and _sureness([one]) < UNSURE
        ]
        return list(words[: odd[-1] + 1]) if odd else []
    text = " ".join(word.text for word in words)
    field = re.fullmatch(load("furniture")["arrival"]["field"], fold(text)) is not None and "/" not in text
    office = above and is_capitals(text)
    return list(words) if field or office or _sureness(words) < UNSURE else []


def _opens_field(word: Word) -> bool:
    return re.fullmatch(load("furniture")["arrival"]["field"], fold(word.text)) is not None


def _sureness(words: Sequence[Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum((word.confidence or 0.0) * len(word.text) for word in words) / max(letters, 1)
