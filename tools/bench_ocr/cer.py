"""Character error rate against the words of the digital file, by place on the page.

Reading order is a matter of its own: a letterhead read across both columns has every letter right. So the error rate
is taken by place (each printed line of the truth against the recognised words that stand on it), and whoever finds
the right letters in another order is not punished here; the parse is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy

from covidorders.layout import Box, Word


@dataclass(frozen=True, slots=True)
class Errors:
    """Letters wrong, missing or too many, out of so many letters of the truth."""

    wrong: int
    letters: int

    def __add__(self, other: Errors) -> Errors:
        return Errors(self.wrong + other.wrong, self.letters + other.letters)

    @property
    def rate(self) -> float:
        return self.wrong / self.letters if self.letters else 0.0


def distance(a: str, b: str) -> int:
    """Return the Levenshtein distance of two strings, one numpy row for each letter of `a`."""
    if a == b:
        return 0
    second = numpy.array([ord(c) for c in b], dtype=numpy.int32)
    steps = numpy.arange(len(b) + 1, dtype=numpy.int32)
    row = steps.copy()
    for i, letter in enumerate(a):
        new = numpy.empty_like(row)
        new[0] = i + 1
        new[1:] = numpy.minimum(row[1:] + 1, row[:-1] + (second != ord(letter)))
        row = numpy.minimum.accumulate(new - steps) + steps  # insertions, left to right
    return int(row[-1])


def page_errors(truth: Sequence[Word], read: Sequence[Word]) -> Errors:
    """Compare the words of one page line by line; words on no line of the truth count as too many."""
    return sum((Errors(distance(a, b), len(a)) for a, b in line_pairs(truth, read)), Errors(0, 0))


def line_pairs(truth: Sequence[Word], read: Sequence[Word]) -> list[tuple[str, str]]:
    """Return (printed, read) for every printed line, then ("", word) for every word that stands on none.

    A word with blanks in it is a block of lines, a stamp kept apart from the text: it is compared with all lines in its
    box.
    """
    lines = _lines(truth)
    blocks, read = [word for word in read if " " in word.text], [word for word in read if " " not in word.text]
    kept_apart = []
    for block in blocks:
        inside = [line for line in lines if _holds(block.box, _hull(line))]
        lines = [line for line in lines if line not in inside]
        inside.sort(key=lambda line: line[0].box.top)
        kept_apart.append((" ".join(map(_text, inside)), _text([block])))
    boxes = [_hull(line) for line in lines]
    found: list[list[Word]] = [[] for _ in lines]
    stray = []
    for word in read:
        best = _line_of(word, boxes)
        if best is None:
            stray.append(word)
        else:
            found[best].append(word)
    pairs = [(_text(line), _text(words)) for line, words in zip(lines, found, strict=True)]
    return pairs + kept_apart + [("", _text([word])) for word in stray]


def _holds(block: Box, line: Box) -> bool:
    x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    return block.x0 - 3 <= x <= block.x1 + 3 and block.top - 3 <= y <= block.bottom + 3


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Group words into printed lines; a gap of three letter heights parts two columns."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.box.x0):
        for row in rows:
            last = row[-1].box
            middle = (last.top + last.bottom) / 2
            if word.box.top < middle < word.box.bottom and word.box.x0 - last.x1 < 3 * (last.bottom - last.top):
                row.append(word)
                break
        else:
            rows.append([word])
    return rows


def _hull(words: Sequence[Word]) -> Box:
    return Box(
        min(w.box.x0 for w in words),
        min(w.box.top for w in words),
        max(w.box.x1 for w in words),
        max(w.box.bottom for w in words),
    )


def _line_of(word: Word, boxes: Sequence[Box]) -> int | None:
    """Return the printed line with the nearest middle among those that the word's own middle stands on."""
    x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
    near = [
        (abs(y - (box.top + box.bottom) / 2), number)
        for number, box in enumerate(boxes)
        if box.x0 - 6 <= x <= box.x1 + 6 and box.top - 3 <= y <= box.bottom + 3
    ]
    return min(near)[1] if near else None


def _text(words: Sequence[Word]) -> str:
    ordered = sorted(words, key=lambda w: w.box.x0)
    return unicodedata.normalize("NFC", " ".join(word.text for word in ordered))
