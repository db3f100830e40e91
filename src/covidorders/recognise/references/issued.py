"""Who issued a document and when, where it stands before the mention.

`Ngày 11/12/2017, Sở Y tế ban hành Công văn số …`; `theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số …`.
"""

from __future__ import annotations

import re

from covidorders.grammar.dates import date_at
from covidorders.model import CalendarDate
from covidorders.recognise.references.after import issuer_after

_REACH = 130
_SAYS_DAY = re.compile(r"(?<!\w)ngày[ \t]", re.IGNORECASE)
_ISSUES = re.compile(
    r"[ \t]*,?[ \t]*(?P<issuer>[A-ZĐ][^.;:()\n\t\d]{1,80}?)[ \t]+(?:(?:đã|có|vừa)[ \t]+)*(?:ký[ \t]+)?"
    r"(?:ban hành|phát hành|có|gửi)[ \t]+"
)


def issued_before(text: str, start: int, floor: int, year: int | None) -> tuple[CalendarDate | None, str | None]:
    """Return date and issuer read before the mention at `text[start]`, not before `floor`; None where not given."""
    left = max(floor, start - _REACH, text.rfind("\n", 0, start) + 1)
    if text[max(left, start - 5) : start].rstrip().endswith("tại"):
        return None, _issuer_at(text, left, start)
    days = [match.start() for match in _SAYS_DAY.finditer(text, left, start)]
    found = date_at(text, days[-1], year=year) if days else None
    match = _ISSUES.fullmatch(text, found.end, start) if found is not None and found.end < start else None
    if found is None or match is None or found.precision != "day" or found.iso_end is not None:
        return None, None
    value = CalendarDate(raw=text[found.start : found.end], iso=found.iso, precision=found.precision)
    return value, match["issuer"].strip(" ,")


def _issuer_at(text: str, left: int, start: int) -> str | None:
    """Return the issuer of `của Bộ Y tế tại Công văn số …`."""
    of = text.rfind("của ", left, start)
    issuer = issuer_after(text, of) if of >= 0 else None
    if issuer is None or text[issuer[1] : start].strip() != "tại" or not issuer[0][0].isupper():
        return None
    return issuer[0]
