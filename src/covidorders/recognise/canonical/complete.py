"""The full name of one body: written out, with its territory, as far as the notice's own territory tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from covidorders.grammar.fold import fold
from covidorders.knowledge import load
from covidorders.recognise.canonical.bodies import Body, body_id, known
from covidorders.recognise.canonical.party import FullName, of_city, of_committee
from covidorders.recognise.canonical.spelling import written_out
from covidorders.recognise.canonical.territory import Tail, is_group, parted, unit_of, unit_words
from covidorders.recognise.places.gazetteer import Place
from covidorders.recognise.places.home import Home

_INNER = re.compile(r" (?=(?:Sở|Tổng Liên đoàn|Ủy ban nhân dân|Hội đồng nhân dân|Tỉnh ủy|Thành ủy|Huyện ủy) ?)")
_SUPERIOR = re.compile(
    r"(?<! các)(?<! trong)(?<! tuyến)(?<! ngoài)(?<! toàn)(?<! bàn)(?<! cấp)(?<! từng)(?<! và)(?<![,/])"
    r" (tỉnh|huyện|thành phố|thị xã|quận)$",
    re.IGNORECASE,
)
_OWN_DIVISIONS = re.compile(r"(?:Phòng|Ban Giám đốc)(?!\w)|(?:Văn phòng|Thanh tra)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known of the notice that a body is named in."""

    home: Home = field(default_factory=Home)
    """Its territory; empty for a notice of a central body."""
    department: str | None = None
    """The full name of the department that issues it: `Sở Y tế tỉnh Đồng Nai`."""


def full_name(printed: str, situation: Situation) -> FullName:
    """Return the full name of a body as printed by itself; short forms are another matter."""
    return completed(of_city(printed, written_out(printed), situation.home), situation)


def completed(name: str, situation: Situation) -> FullName:
    """Return the full name of what is written out already."""
    if (lone := _lone_unit(name, situation.home)) is not None:
        return lone
    if is_group(name):
        return FullName(_of_group(name, situation))
    if (party := of_committee(name, situation.home)) is not None:
        return party
    body = known(name)
    if body is not None and body.kind == "central":
        return FullName(body.name, body_id(body.name), complete=True)
    tail = parted(name, is_body=False)
    body = body or known(tail.base)
    if body is None:
        bare = parted(name, is_body=True)
        body = known(bare.base) if bare.places else None
        tail = bare if body is not None else tail
    if body is not None:
        return _known(name, body, tail, situation)
    return _unknown(name, tail, situation)


def _lone_unit(name: str, home: Home) -> FullName | None:
    """`tỉnh`, `huyện` as one who acts."""
    if name.lower() not in ("tỉnh", "huyện", "thành phố", "quận", "thị xã", "phường", "xã"):
        return None
    place = unit_of(Tail("", name.lower()), home)
    return FullName(unit_words(place), place.id) if place else FullName(name)


def _known(name: str, body: Body, tail: Tail, situation: Situation) -> FullName:
    home = situation.home
    place = unit_of(tail, home)
    if place is None and not tail.kind:
        default = {
            "department": home.province,
            "province": home.province,
            "district": home.district,
            "own": home.smallest,
        }
        place = default.get(body.kind)
    if place is None and not tail.kind and body.kind == "named" and (own := _division(name, situation)) is not None:
        return own
    spelled = body.name if _one_spelling(body, tail.base) else tail.base
    if place is None:
        return FullName(f"{spelled} {name[len(tail.base) :].strip()}".strip() if tail.kind else spelled)
    base = body.name.removesuffix(f" {place.kind}")
    if body.kind == "named" and not tail.kind:
        return FullName(f"{spelled} {tail.name}", body_id(base, place), complete=True)
    spelled = spelled.removesuffix(f" {place.kind}")
    return FullName(f"{spelled} {_printed_unit(place, tail)}", body_id(base, place), complete=True)


def _one_spelling(body: Body, printed: str) -> bool:
    """Departments and central bodies have one name; of others only capitals are put right."""
    if body.kind in ("central", "department") or "Tổ quốc" in body.name or fold(body.name) == fold(printed):
        return True
    return not re.search(r"[,&-]| và ", printed)


def _printed_unit(place: Place, tail: Tail) -> str:
    """The unit's name, under the kind that is printed: a town may have been a district then."""
    return f"{tail.kind} {place.short}" if tail.kind and tail.name else unit_words(place)


def _unknown(name: str, tail: Tail, situation: Situation) -> FullName:
    inner = _with_inner(name, situation)
    if inner != name:
        return FullName(inner, complete=True)
    if re.search(r"(?:^| )Sở$", name) and situation.department:
        return FullName(f"{name[:-2]}{situation.department}", complete=True)
    place = unit_of(tail, situation.home)
    if name in load("bodies")["party"]["commune"]:
        if situation.department:
            return FullName(f"{name} {situation.department}", complete=True)
        place = situation.home.commune
    if place is not None:
        return FullName(f"{tail.base} {_printed_unit(place, tail)}", complete=True)
    own = None if tail.kind else _division(name, situation)
    return own or FullName(name, complete=bool(tail.kind and tail.name))


def _division(name: str, situation: Situation) -> FullName | None:
    """`Phòng Nghiệp vụ Y` is that of the department, `Phòng Tài chính - Kế hoạch` that of the district."""
    if not _OWN_DIVISIONS.match(name) or any(c.isdigit() for c in name):
        return None
    own = known(name)
    if situation.department and own is None:
        return FullName(f"{name[0].upper()}{name[1:]} {situation.department}", complete=True)
    district = situation.home.district
    if district is None or situation.home.commune:
        return None
    spelled = own.name if own is not None and _one_spelling(own, name) else f"{name[0].upper()}{name[1:]}"
    id_ = body_id(own.name, district) if own else None
    return FullName(f"{spelled} {unit_words(district)}", id_, complete=True)


def _of_group(name: str, situation: Situation) -> str:
    """Complete the superior body of a group: `các đơn vị thuộc Sở Y tế`, `các phòng Sở`, `các cơ quan thuộc huyện`."""
    if re.search(r"(?<! cơ)(?<! trụ) [Ss]ở$", name) and situation.department:
        return f"{name[:-2]}{situation.department}"
    superior = _SUPERIOR.search(name)
    if superior is not None:
        place = unit_of(Tail("", superior[1].lower()), situation.home)
        return f"{name[: superior.start(1)]}{unit_words(place)}" if place else name
    return _with_inner(name, situation)


def _with_inner(name: str, situation: Situation) -> str:
    """Complete the body at the end of a name: `Văn phòng Sở Y tế`, `các đơn vị thuộc Sở Y tế`."""
    cuts = [match.end() for match in _INNER.finditer(name)]
    if not cuts:
        return name
    inner = name[cuts[-1] :]
    full = completed(inner, situation)
    return f"{name[: cuts[-1]]}{full.name}" if full.complete else name
