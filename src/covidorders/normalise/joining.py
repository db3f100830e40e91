"""Does a line go on where the one before broke off? Decided by words where the format does not tell."""

from __future__ import annotations

import re

from covidorders.grammar.items import ends_sentence, in_capitals, starts_item

_SHORTEST_BROKEN_SENTENCE = 40
"""Characters. Below that an unfinished line is a title, a name or a signing form, not the start of a sentence."""

_BREAK_IN_CODE = re.compile(r"\w[/\-–]$")
_HANGING_CODE = re.compile(r"[/\-–](?=[A-ZĐ])")
_CODE_NUMBER_END = re.compile(r"\d$|\d/[A-ZĐ][\w&]*$")
_GOES_ON = re.compile(r"[(“\"‘'*_]*[^\W\d_]|\d")
_ATTACHMENT = re.compile(r"\(\s*(?:ban hành )?kèm", re.IGNORECASE)


def glue(before: str, line: str) -> str:
    """Return what stands between two pieces of one paragraph: a space, or nothing inside a code or a date.

    `1967/CĐ-` + `UBND`, `21/9/` + `2021`, `84` + `/NQ-CP` and `huyện/` + `thành phố` are written together.
    """
    if _BREAK_IN_CODE.search(before) and line[:1].isalnum():
        return ""
    if _HANGING_CODE.match(line) and _CODE_NUMBER_END.search(before):
        return ""
    return " "


def goes_on(before: str, line: str) -> bool:
    """Tell whether `line` continues the sentence that `before` left unfinished.

    Titles in capitals, list items, Nơi nhận entries, signature blocks and letterheads never go on.
    """
    if starts_item(line) or ends_sentence(before) or in_capitals(before):
        return False
    if _BREAK_IN_CODE.search(before) and line[:1].isalnum():
        return True
    if len(before) < _SHORTEST_BROKEN_SENTENCE or _ATTACHMENT.match(line):
        return False
    first = _GOES_ON.match(line)
    return first is not None and not first.group()[-1].isupper() and not in_capitals(line)
