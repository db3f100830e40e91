"""Members of a list under one head: `Các Sở: Y tế, Tài chính` names `Sở Y tế` and `Sở Tài chính`."""

from __future__ import annotations

import re

from covidorders.recognise.canonical.bodies import known
from covidorders.recognise.canonical.spelling import field_of

_HEAD = re.compile(r"(?<!\w)(?:(?P<many>các|hai|ba|những) )?(?P<head>sở|bộ|tổng cục|phòng)(?!\w)", re.IGNORECASE)
_REACH = 600
"""Letters before a member in which the head of its list is looked for."""
_HEADS = {"sở": "Sở", "bộ": "Bộ", "tổng cục": "Tổng cục", "phòng": "Phòng"}


def under_head(text: str, start: int, printed: str) -> str | None:
    """Return the member that stands at `start` with the head of its list before it, None if it has a head of its own.

    Only what is then the name of a known body is a member: `Bộ đội Biên phòng` in a list of departments is none.
    """
    if _HEAD.match(printed):
        return None
    paragraph = text[max(text.rfind("\n", 0, start) + 1, start - _REACH) : start]
    sentence = re.split(r"[.;](?= )", paragraph)[-1]
    for match in reversed(list(_HEAD.finditer(sentence))):
        between = sentence[match.end() :]
        if not match["many"] and not (match["head"][0].isupper() and _is_list(between)):
            continue
        if printed == "TT" and match["many"]:
            return "Thanh tra tỉnh"
        name = f"{_HEADS[match['head'].lower()]} {field_of(printed)}"
        body = known(name)
        if body is not None:
            return body.name
    return None


def _is_list(between: str) -> bool:
    """Only items with capitals stand between: `Sở Y tế, Tài chính và …`."""
    items = [item.strip() for item in re.split(r",| và ", between)]
    return len(items) > 1 and all(not item or item[0].isupper() for item in items)
