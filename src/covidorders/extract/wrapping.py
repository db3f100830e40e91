"""Paragraph hints for text files: which line breaks were made by the width of the page, which were meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from covidorders.grammar.fold import fold
from covidorders.grammar.items import (
    begins_small,
    breaks_citation,
    breaks_code,
    ends_sentence,
    hangs,
    inside_bracket,
    is_bare_label,
    stands_alone,
    starts_item,
)
from covidorders.grammar.letterhead import is_broken
from covidorders.grammar.marks import is_addressees, is_basis, is_capitals, is_distribution, is_rule

PAGE_END = "\f"
"""Stands between the lines of two pages."""

_MARKUP = re.compile(r"^[*_#>\s]+(?=[^\s*_#>])|[*_]{1,3}$")
_LONGEST_PRINTED_LINE = 130
_LONG_LINE = 60
"""In a file that is not wrapped a line that stops in a sentence is no shorter."""
_SHORTEST_FULL_LINE = 30
_CLEAR_INDENT = 2
_NARROW = 0.35
"""Share of the usual width that a line of a narrow column (subject, Nơi nhận) fills at least."""
_TITLE_ALONE = 30
"""A line below a short one must be longer than a narrow one by so much to be the rest of a sentence."""
_NEARLY_FULL = 0.85
"""Share of the usual width from which on a line may have been full: letters are not equally wide in print."""


def hints(lines: Sequence[str]) -> list[bool | None]:
    """Return `starts_paragraph` for each line of a file; blank lines get None.

    In a file of hard-wrapped lines a full line goes on in the next one. In other files each line is a paragraph, and
    after a blank line the words decide (None), because page breaks leave blank lines inside sentences. `PAGE_END`
    stands between two pages; it counts as a blank line.
    """
    usual = _width(lines)
    set_in = _sets_paragraphs_in(lines)
    marks: list[bool | None] = []
    opening = ""
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else ""
        opening = opening if marks and marks[-1] is False else _bare(before)
        if not line.strip():
            marks.append(None)
        elif not before.strip():
            over = usual is not None and _crosses_page(lines, place, usual)
            marks.append(False if over else None)
        elif usual is None:
            marks.append(not _goes_on_unwrapped(before, line))
        else:
            marks.append(
                not (_wraps(before, line, usual, set_in=set_in) or _is_unfinished_basis(opening, before, line))
            )
    return marks


def _is_unfinished_basis(opening: str, before: str, line: str) -> bool:
    """A legal base ends with a stop: without one it goes on, with a capital too (`… Luật Tổ chức` / `Chính phủ …`)."""
    above, below = _bare(before), _bare(line)
    if not is_basis(opening) or ends_sentence(above) or above.endswith(","):
        return False
    return not (starts_item(below) or is_capitals(below) or _opens_a_part(below) or is_rule(below) or "|" in below)


def _bare(line: str) -> str:
    return _MARKUP.sub("", line.strip())


def _width(lines: Sequence[str]) -> int | None:
    """Return the length, in characters, at which the file is wrapped, or None if it is not.

    The proof is a line that stops inside a sentence and goes on in small letters right below: a file that is not
    wrapped has hardly any.
    """
    together = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    broken = sorted(len(a.strip()) for a, b in together if _breaks_inside(_bare(a), _bare(b)))
    longest = sum(len(line.strip()) > _LONGEST_PRINTED_LINE for line in lines)
    if len(broken) < 3 or len(broken) < 0.15 * len(together) or longest > 0.1 * len(lines):
        return None
    return broken[int(0.9 * (len(broken) - 1))]


def _breaks_inside(before: str, line: str) -> bool:
    return (
        len(before) >= _SHORTEST_FULL_LINE
        and not ends_sentence(before)
        and not is_capitals(before)
        and not starts_item(line)
        and begins_small(line)
    )


def _goes_on_unwrapped(before: str, line: str) -> bool:
    """Where each line is a paragraph, one is broken only in a subject, behind a bare label, in a bracket or a code.

    And in a sentence, which Markdown allows: a long line that stops in it, and the next begins small.
    """
    above, below = before.strip(), line.strip()
    if is_bare_label(above) or inside_bracket(above, below) or _is_cut(above, below) or _subject_goes_on(before, line):
        return True
    sentence = len(above) >= _LONG_LINE and not ends_sentence(above) and not is_capitals(_bare(above))
    return sentence and begins_small(_bare(below)) and not (starts_item(_bare(below)) or stands_alone(_bare(below)))


def _is_cut(above: str, below: str) -> bool:
    """The line break stands in a code, in a number or day that is cited, or in a fixed line of the letterhead."""
    return breaks_code(above, below) or breaks_citation(above, below) or is_broken(above, below)


def _crosses_page(lines: Sequence[str], place: int, usual: int) -> bool:
    """A full line that ends a page inside a sentence goes on on the next one, though it goes on with a capital."""
    last = place - 1
    while last >= 0 and not lines[last].strip():
        last -= 1
    if last < 0 or PAGE_END not in lines[last + 1 : place]:
        return False
    above, below = _bare(lines[last]), _bare(lines[place])
    if len(above) <= _NEARLY_FULL * usual or ends_sentence(above) or is_capitals(above) or is_capitals(below):
        return False
    return not (starts_item(below) or _opens_a_part(below) or is_rule(below) or "|" in below)


def _subject_goes_on(before: str, line: str) -> bool:
    """The lines of `V/v …` are short in every file: they come from a narrow column."""
    above = _bare(before)
    opens = fold(above).startswith(("v/v", "ve viec"))
    return opens and not ends_sentence(above) and begins_small(_bare(line))


def _wraps(before: str, line: str, usual: int, *, set_in: bool) -> bool:
    """Tell whether `line` is the rest of `before` in a wrapped file; `set_in`: its paragraphs begin with an indent."""
    if is_rule(before.strip()) or is_rule(line.strip()):
        return False
    above, below = _bare(before), _bare(line)
    reach = len(above) + 1 + len(below.split(" ", 1)[0])
    if inside_bracket(above, below) or _is_cut(above, below) or is_bare_label(above):
        return True
    full = reach > _NEARLY_FULL * usual
    if starts_item(below) or _opens_a_part(below):
        return full and (_is_dash_inside(above, below) or (set_in and _indent(line) < _CLEAR_INDENT))
    if is_capitals(above) or is_capitals(below):
        return False
    if ends_sentence(above):
        if full and begins_small(below):
            return True
        indented = _indent(line) - _indent(before) >= _CLEAR_INDENT
        return reach > usual and not indented and not above.endswith((";", ":", "./."))
    if hangs(above) or above.endswith(","):
        return True
    if begins_small(below) or below[:1].isdigit():
        long = max(len(above), len(below) - _TITLE_ALONE)
        return long >= _NARROW * usual or starts_item(above) or above[-1:].isdigit()
    return full


def _sets_paragraphs_in(lines: Sequence[str]) -> bool:
    """Tell whether most paragraphs (lines after a blank one that run over the line's end) begin with an indent."""
    triples = zip(lines, lines[1:], lines[2:], strict=False)
    firsts = [b for a, b, c in triples if not a.strip() and b.strip() and c.strip()]
    return sum(_indent(line) >= _CLEAR_INDENT for line in firsts) > 0.6 * max(len(firsts), 3)


def _is_dash_inside(above: str, below: str) -> bool:
    """`phát triển kinh tế` + `- xã hội`: a dash at the start of a line that is no list item."""
    rest = below.lstrip("-– ")
    return below[:1] in {"-", "–"} and begins_small(rest) and not ends_sentence(above) and not is_capitals(above)


def _opens_a_part(line: str) -> bool:
    return line[:1].isupper() and (is_distribution(line) or is_addressees(line) or is_basis(line))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
