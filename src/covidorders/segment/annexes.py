"""What stands behind the signature: annexes, forms, and texts issued together with the notice."""

from __future__ import annotations

from covidorders.grammar import marks
from covidorders.grammar.fold import fold
from covidorders.grammar.labels import read_label
from covidorders.grammar.letterhead import title_line
from covidorders.model import Annex
from covidorders.segment.lines import Passage

_TITLE = 220
_NEAR = 9
_STRAY = 25
"""Fewer letters than this behind a signature are a stray mark, no annex."""


def opens_annex(line: str) -> bool:
    """`PHỤ LỤC I`, `Phụ lục số 2`, `Mẫu số 01`, `BIỂU MẪU` at the start of a short line, no reference to one."""
    if len(line) > _TITLE or not line[:1].isupper() or line.endswith((";", ",", ".")):
        return False
    folded = fold(line)
    found = marks.pattern("annex", "open", whole=False).match(folded)
    return found is not None and not any(word in folded for word in (" kem theo van ban", " tai ", " va phu luc"))


def find_annexes(passage: Passage, begin: int) -> tuple[Annex, ...]:
    """Cut the paragraphs from `begin` on into annexes: each opens with its own heading or on a title of its own."""
    letters = sum(c.isalpha() for index in range(begin, len(passage)) for c in passage.words(index))
    if letters < _STRAY:
        return ()
    starts = [begin]
    for index in range(begin + 1, len(passage)):
        new_page = passage.paragraphs[index].page != passage.paragraphs[index - 1].page
        line = passage.words(index)
        titled = new_page and (marks.is_nation(line) or (marks.is_capitals(line) and title_line(line) is not None))
        if (opens_annex(line) or titled) and index - starts[-1] > 3:
            starts.append(index)
    stops = [*starts[1:], len(passage)]
    return tuple(_annex(passage, start, stop) for start, stop in zip(starts, stops, strict=True))


def _annex(passage: Passage, start: int, stop: int) -> Annex:
    words = [" ".join(passage.words(i).strip(" *_").split()) for i in _title_lines(passage, start, stop)]
    return Annex(
        title=" ".join(words),
        start=passage.paragraphs[start].start,
        end=passage.paragraphs[stop - 1].end,
    )


def _title_lines(passage: Passage, start: int, stop: int) -> list[int]:
    """Indexes of an annex's title: from its heading or the name of its type on, a letterhead above it left out."""
    near = [i for i in range(start, min(start + _NEAR, stop)) if passage.paragraphs[i].table is None]
    named = [i for i in near if opens_annex(passage.words(i)) or title_line(passage.words(i), alone_is_enough=False)]
    capitals = [i for i in near if marks.is_capitals(passage.words(i)) and not _is_letterhead(passage.words(i))]
    first = (named or capitals or near or [start])[0]
    title = [first]
    for index in range(first + 1, min(first + 4, stop)):
        line = passage.words(index)
        ends = line.endswith((".", ":", ";", ",")) or len(line) > _TITLE or line.startswith("(")
        if ends or passage.paragraphs[index].table is not None or read_label(line) is not None:
            break
        if not (
            marks.is_capitals(line) or passage.paragraphs[index].centred or marks.is_capitals(passage.words(index - 1))
        ):
            break
        if not marks.is_rule(line):
            title.append(index)
    return title


def _is_letterhead(line: str) -> bool:
    return marks.is_nation(line) or marks.is_motto(line) or marks.is_rule(line) or marks.is_star(line)
