"""Headings of the official gazette (Công báo), which say number and day in the title instead of a letterhead.

`QUYẾT ĐỊNH` / `của Thủ tướng Chính phủ số 115/2004/QĐ-TTg ngày 25 tháng 6 năm 2004 về việc …`
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from covidorders.grammar.codes import parse_code
from covidorders.grammar.dates import find_dates
from covidorders.model import Code, IssueDate, Issuer

_TITLE = re.compile(
    r"\s*(?:của\s+(?P<issuer>\D{3,90}?)\s+)?số\s*:?\s*(?P<code>\d{1,5}(?:\s?/\s?)?[^\s,]{3,30})\s*,?\s*"
    r"(?P<date>ngày\s[^,;]{4,30}?\b\d{4})\b,?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class GazetteTitle:
    """What the title says of its own document; `end` is the offset in the subject where its real subject begins."""

    code: Code
    issued_on: IssueDate
    issuer: Issuer | None
    end: int


def gazette_title(subject: str) -> GazetteTitle | None:
    """Read a title that opens with its own number and day, else None."""
    found = _TITLE.match(subject)
    if found is None:
        return None
    code = parse_code(found["code"])
    days = find_dates(found["date"])
    if code is None or not code.complete or not days or days[0].precision != "day":
        return None
    issued_on = IssueDate(raw=found["date"], iso=days[0].iso, precision="day", inferred_from="title")
    issuer = Issuer(name=found["issuer"].strip()) if found["issuer"] else None
    return GazetteTitle(code, issued_on, issuer, found.end())
