"""The issuing body from the lines of a letterhead (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from covidorders.grammar.fold import fold, new_tone
from covidorders.grammar.marks import is_capitals, is_foreign, is_position, opens_with
from covidorders.grammar.marks import words as marked
from covidorders.knowledge import load
from covidorders.model import Issuer

_RULING = re.compile(r"(?:\s?[—–=_~.*-]){2,}\s*$")
"""The line drawn under the name, as recognition writes it (`SỞ Y TẾ —=—==—`)."""
_OPEN_ENDS = (",", "-", "–", " và", " VÀ", " của", " CỦA", "&")


def read_issuer(lines: Sequence[str]) -> Issuer | None:
    """Return the issuing body (the last one named) and the body above it; None without lines.

    A body's name may run over several lines (`ỦY BAN NHÂN DÂN` / `TỈNH BẾN TRE`): a line opens a new body only when it
    opens with the kind of a body (`SỞ`, `VĂN PHÒNG`) and the line before is complete.
    """
    bodies: list[str] = []
    for part in (part for line in lines for part in _bodies(line)):
        words = _RULING.sub("", " ".join(part.strip(" *_.:").split()))
        if not any(c.isalpha() for c in words) or _is_mark(words) or is_foreign(words):
            continue
        if bodies and not _opens_body(words, bodies[-1]):
            bodies[-1] = f"{bodies[-1]} {words}"
        else:
            bodies.append(words)
    if not bodies:
        return None
    return Issuer(name=bodies[-1], parent=bodies[-2] if len(bodies) > 1 else None)


def _bodies(line: str) -> list[str]:
    """Part a line in which two bodies were glued together (`UBND TỈNH LÂM HÀ SỞ Y TẾ`): the data say which may be."""
    plain = new_tone(line)
    if not is_capitals(line):
        return [line]
    for pattern in _glued():
        found = pattern.match(plain)
        if found is not None:
            return [line[: found.end()], line[found.end() :]]
    return [line]


@cache
def _glued() -> tuple[re.Pattern[str], ...]:
    """Patterns of a body with its name, up to the blank before a body below it."""
    rows = load("marks")["bodies"]["glued"]
    return tuple(
        re.compile(
            rf"\W*(?:{'|'.join(row['above'])})(?: \S+){{{row['words']},9}}?(?= (?:{'|'.join(row['below'])}) \S)",
            re.IGNORECASE,
        )
        for row in rows
    )


def _is_mark(words: str) -> bool:
    """A registry's or typist's mark among the lines (`XV80`)."""
    return " " not in words and any(c.isdigit() for c in words)


def _opens_body(words: str, before: str) -> bool:
    folded = fold(words)
    if before.endswith(_OPEN_ENDS) or opens_with(folded, "bodies", "others"):
        return False
    head = opens_with(folded, "bodies", "heads")
    place = opens_with(folded, "bodies", "places")
    if place is not None and len(place) >= len(head or ""):  # HUYỆN ỦY is a body, HUYỆN a place
        return False
    if fold(before) in marked("bodies", "parts"):
        return False
    if head is None and is_position(words):  # CÔNG TY … / TỔNG GIÁM ĐỐC
        return True
    return head is not None and (len(folded) > len(head) or head in {"van phong", "chinh phu", "thanh tra"})
