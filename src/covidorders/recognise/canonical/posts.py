"""The full name of a post: the office written out, with the full name of the body that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from covidorders.grammar.marks import is_capitals
from covidorders.knowledge import load
from covidorders.recognise.canonical.bodies import body_id, known
from covidorders.recognise.canonical.complete import Situation
from covidorders.recognise.canonical.party import FullName
from covidorders.recognise.canonical.spelling import written_out
from covidorders.recognise.canonical.territory import is_group, parted, unit_of, unit_words


def full_post(printed: str, bodies: Sequence[tuple[int, int, FullName]], situation: Situation) -> FullName:
    """Return the full name of a post; `bodies` are the bodies named in it, by their offsets in `printed`.

    Only an office that is a body of the state itself has an id (`Thủ tướng Chính phủ`).
    """
    name = _with_bodies(printed, bodies) if bodies else _by_itself(printed, situation)
    body = known(name)
    if body is not None and body.kind == "central":
        return FullName(body.name, body_id(body.name))
    return FullName(name)


def _with_bodies(printed: str, bodies: Sequence[tuple[int, int, FullName]]) -> str:
    printed = printed.lower() if is_capitals(printed) and not _pattern().search(printed) else printed
    name = ""
    end = 0
    for start, stop, body in bodies:
        name += f"{_office(printed[end:start])} {body.name} " if start > end else f"{body.name} "
        end = stop
    name = re.sub(r" (?=[,;])", "", " ".join(f"{name}{_office(printed[end:])}".split()))
    return name[:1].upper() + name[1:]


def _office(printed: str) -> str:
    """Write an office out; the comma or `và` around a body stays."""
    before = re.match(r"[\s,;&-]*", printed)
    lead = before.group().strip() if before else ""
    rest = printed[before.end() if before else 0 :]
    tail = rest.rstrip()[-1:] if rest.rstrip()[-1:] in (",", ";") else ""
    return f"{lead} {written_out(_pattern().sub(_full, rest))}{tail}".strip()


def _by_itself(printed: str, situation: Situation) -> str:
    name = written_out(_pattern().sub(_full, printed))
    tail = parted(name, is_body=False)
    place = None if is_group(name) else unit_of(tail, situation.home)
    name = f"{tail.base} {unit_words(place)}" if place is not None else name
    return name[:1].upper() + name[1:]


def _full(match: re.Match[str]) -> str:
    return str(load("bodies")["offices"][match.group()])


@cache
def _pattern() -> re.Pattern[str]:
    keys = sorted(load("bodies")["offices"], key=len, reverse=True)
    forms = (re.escape(key) + ("" if key.endswith(".") else r"(?!\w)") for key in keys)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})")
