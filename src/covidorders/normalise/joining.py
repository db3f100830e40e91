"""Does a line go on where the one before broke off? Decided by words where the format does not tell."""

from __future__ import annotations

import re

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
from covidorders.grammar.letterhead import is_broken, says_number
from covidorders.grammar.marks import is_capitals, is_rule, is_star
from covidorders.layout import Zone

_SHORTEST_BROKEN_SENTENCE = 40
"""Characters. Below that an unfinished full-width line is a title, a name or a signing form, not a sentence."""
_SHORTEST_COLUMN_LINE = 18
_FEWEST_BLANKS = 5
"""A line that begins with a figure is the rest of a sentence if it has so many words, else perhaps of a table."""

_HANGING_CODE = re.compile(r"[/\-–](?=[A-ZĐ])")
_CODE_NUMBER_END = re.compile(r"\d$|\d/[A-ZĐ][\w&]*$")
_KNOT = re.compile(r"[-–—_=*~. ]{1,40}[oO0]{1,5}[-–—_=*~. ]{1,40}")
_ATTACHMENT = re.compile(r"\(\s*(?:ban hành )?kèm", re.IGNORECASE)
_LIST_ENTRY = re.compile(r"[-–—+•*] ?\S")
_LAST_ENTRY = re.compile(r"[-–—+•*] ?Lưu\b")
_SUBJECT = re.compile(r"V/v\b|Về việc\b", re.IGNORECASE)


def is_ornament(line: str) -> bool:
    """Tell whether a line is a rule made of signs (`-------`, `-o0o-`). The `*` of a Party notice is none."""
    return (is_rule(line) or _KNOT.fullmatch(line) is not None) and not is_star(line)


def glue(before: str, line: str) -> str:
    """Return what stands between two pieces of one paragraph: a space, or nothing inside a code or a date.

    `1967/CĐ-` + `UBND`, `21/9/` + `2021`, `84` + `/NQ-CP` and `huyện/` + `thành phố` are written together.
    """
    if breaks_code(before, line):
        return ""
    if _HANGING_CODE.match(line) and _CODE_NUMBER_END.search(before):
        return ""
    return " "


def goes_on(before: str, line: str, zone: Zone = "body") -> bool:
    """Tell whether `line` continues the paragraph `before`, which stands directly above it in the same zone.

    Titles in capitals, list items, Nơi nhận entries, signature blocks and letterheads never go on into the next line.
    """
    if inside_bracket(before, line):
        return True
    if breaks_code(before, line) and not says_number(line):
        return True
    if breaks_citation(before, line) or is_broken(before, line):
        return True
    if is_bare_label(before):
        return line[:1].isalpha()
    if starts_item(line) or ends_sentence(before) or is_capitals(before) or is_capitals(line):
        return False
    if _ATTACHMENT.match(line) or stands_alone(line):
        return False
    if zone in {"left", "right"}:
        return _goes_on_in_column(before, line)
    if len(before) < _SHORTEST_BROKEN_SENTENCE:
        return False
    counts = line[:1].isdigit() and line.count(" ") >= _FEWEST_BLANKS
    return begins_small(line) or hangs(before) or counts


def _goes_on_in_column(before: str, line: str) -> bool:
    """The lines of a column are short: an entry of Nơi nhận or a `V/v …` runs over several of them."""
    is_entry = _LIST_ENTRY.match(before) is not None
    if line.startswith("("):
        return is_entry or len(before) >= _SHORTEST_COLUMN_LINE
    if begins_small(line) or hangs(before):
        return is_entry or len(before) >= _SHORTEST_COLUMN_LINE or _SUBJECT.match(before) is not None
    return is_entry and not _LAST_ENTRY.match(before) and (ends_sentence(line) or before.endswith(","))
