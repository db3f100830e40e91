"""The full names of all bodies that one notice names: each by itself, then short forms by the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from covidorders.grammar.fold import fold
from covidorders.grammar.marks import is_capitals
from covidorders.knowledge import load
from covidorders.recognise.canonical.bodies import Body, key_of, known
from covidorders.recognise.canonical.complete import Situation, completed, full_name
from covidorders.recognise.canonical.lists import under_head
from covidorders.recognise.canonical.party import FullName, below_committee, of_city
from covidorders.recognise.canonical.short_forms import ShortForms
from covidorders.recognise.canonical.spelling import written_out
from covidorders.recognise.canonical.territory import is_group, parted
from covidorders.recognise.context import NoticeContext
from covidorders.recognise.places.gazetteer import Place
from covidorders.recognise.places.home import Home, home_of

_HEADING = 1500
"""Letters of a notice in which its heading stands."""
_JOINT = re.compile(r"[ \u00a0]*(?:,|và|, và|;|&|/|-)[ \u00a0]*(?:và )?")
_LETTER = re.compile(r"K[ií]nh g[ửừứữ]i", re.IGNORECASE)
_NUMBER = re.compile(r"(?:^|\s)(?:[Ss][oóôốơ]\s?:|['\"]?V[/W])")
_DEPARTMENT = re.compile(r"^\W*(SỞ [^\n]{3,60})$", re.MULTILINE)
_PROVINCE = re.compile(r"(?<!\w)(?:tỉnh|thành phố|TỈNH|THÀNH PHỐ) ((?:[^\W\d_][\w'’]*[ -]*){1,5})")

_OFFICE = re.compile(
    r"^(?:PHÓ )?(?:CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|HIỆU TRƯỞNG|TỔNG GIÁM ĐỐC) (?=\w)", re.IGNORECASE
)
"""An office that issues the notice: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH`."""
_SUPREME = re.compile(r"\s*TỐI CAO(?!\w)")
_GOES_ON = ("va ", "truc thuoc ")
"""How the second line of a name begins that a paragraph's end cuts, without marks."""
_SEVERAL = re.compile(
    r" (?:các (?:tỉnh|thành|quận|huyện|thị xã|xã|phường|thị trấn)"
    r"|(?:tỉnh|quận|huyện|thị xã|xã|phường)(?:,? | và |/)(?:thành phố|quận|huyện|thị xã|phường|thị trấn|xã)(?!\w)).*$"
)


class NoticeNames:
    """Gives the bodies of one notice their full names."""

    def __init__(self, text: str, notice: NoticeContext | None) -> None:
        self.text = text
        self.notice = notice or NoticeContext()
        home = home_of_bodies(text, self.notice)
        printed = (self.notice.issuer, self.notice.parent)
        self.heads = [letterhead(_OFFICE.sub("", one)) if one else None for one in printed]
        self.issuer, self.parent = (full_name(one, Situation(home)) if one else None for one in self.heads)
        heads = [one for one in (self.issuer, self.parent, _department(text, home)) if one is not None]
        department = next((one.name for one in heads if one.name.startswith("Sở ")), None)
        self.situation = Situation(home, department)

    def of_bodies(self, places: Sequence[tuple[int, int]]) -> list[FullName]:
        """Return the full names of the bodies at these ranges, which are in the order of the text."""
        names: list[FullName] = []
        shared = ""
        for index in range(len(places) - 1, -1, -1):
            start, end = places[index]
            behind = places[index + 1] if index + 1 < len(places) else None
            if behind is None or not _JOINT.fullmatch(self.text, end, behind[0]):
                shared = ""
            name, shared = self._named(start, end, shared)
            names.append(name)
        names.reverse()
        self._stack(places, names)
        return self._with_short_forms(places, names)

    def _stack(self, places: Sequence[tuple[int, int]], names: list[FullName]) -> None:
        """Name together what stands on two lines: a name that is cut, an organ below its committee of the Party."""
        for index in range(1, len(places)):
            (first, end), (start, last) = places[index - 1], places[index]
            if self.text[end:start].strip(" ") != "\n":
                continue
            upper, lower = self.text[first:end], self.text[start:last]
            if fold(lower).startswith(_GOES_ON):
                names[index - 1] = names[index] = full_name(f"{upper} {lower}", self.situation)
            elif not is_capitals(lower):
                continue
            elif written_out(upper) in load("bodies")["party"]["congress"]:
                names[index - 1] = names[index] = FullName(f"{names[index - 1].name} {names[index].name}")
            else:
                names[index] = _organ(written_out(lower), names[index - 1]) or names[index]

    def _named(self, start: int, end: int, shared: str) -> tuple[FullName, str]:
        """Return a body's name by itself and the territory that it shares with the one before it in a list."""
        printed = self.text[start:end]
        if is_capitals(printed) and (rest := _SUPREME.match(self.text, end)) is not None:
            printed = f"{printed} {rest.group().strip()}"  # the second line of `TÒA ÁN NHÂN DÂN` / `TỐI CAO`
        cut = self._of_letterhead(printed)
        if cut is not None:
            return cut, ""
        member = under_head(self.text, start, printed)
        name = member or of_city(printed, written_out(printed), self.situation.home)
        tail = parted(name, is_body=False)
        territory = name[len(tail.base) :] if tail.kind and not is_group(name) else _group_tail(name)
        body = known(name)
        if shared and not territory and self._takes(name, body, shared):
            name, territory = f"{name}{shared}", shared
        return completed(name, self.situation), territory

    def _takes(self, name: str, body: Body | None, shared: str) -> bool:
        """Tell whether a body in a list takes the territory that stands at the list's end."""
        if _is_committee(name):
            return " " in shared.strip() and _SEVERAL.match(shared) is None
        if body is None:
            return False
        several = _SEVERAL.match(shared) is not None and self.situation.home.province is None
        return body.kind == "own" or (several and body.kind != "central")

    def _of_letterhead(self, printed: str) -> FullName | None:
        """A line of capitals that is a piece of the issuer's name, or the issuer itself."""
        if not is_capitals(printed):
            return None
        key = key_of(printed)
        if known(written_out(printed)) is not None and all(one is None or key != key_of(one) for one in self.heads):
            return None
        for name, full in zip(self.heads, (self.issuer, self.parent), strict=True):
            if name is None or full is None or len(key) < 5:
                continue
            whole = key_of(name)
            if key == whole or (key in whole and (whole.startswith(key) or whole.endswith(key))):
                return self._office(full)
        return None

    def _office(self, full: FullName) -> FullName:
        """`VĂN PHÒNG` below a body's name is that body's."""
        if self.parent is not None and (below := below_committee(full.name, self.parent)) is not None:
            return below
        if full.name == "Văn phòng" and self.parent is not None:
            return completed(f"Văn phòng {self.parent.name}", self.situation)
        return full

    def _with_short_forms(self, places: Sequence[tuple[int, int]], names: list[FullName]) -> list[FullName]:
        printed = [self.text[start:end] for start, end in places]
        heads = [one for one in (self.issuer, self.parent) if one is not None]
        addressee = self._addressee(places, names)
        first = ShortForms(self.text, places, names, heads)
        names = [first.resolved(words, name) for words, name in zip(printed, names, strict=True)]
        respelled = {one.name: first.head(one) for one in heads}
        names = [respelled.get(name.name, name) for name in names]
        short = ShortForms(self.text, places, names, respelled.values())
        done = []
        for words, name in zip(printed, names, strict=True):
            polite = addressee is not None and _is_polite(words, addressee.name)
            done.append(addressee if polite and addressee else short.resolved(words, name))
        return done

    def _addressee(self, places: Sequence[tuple[int, int]], names: Sequence[FullName]) -> FullName | None:
        """Return the one body that the notice is addressed to, None if there are several."""
        found = _LETTER.search(self.text)
        if found is None:
            return None
        end = self.text.find("\n", found.end() + 2)
        inside = [name for (start, _), name in zip(places, names, strict=True) if found.end() <= start < end]
        return inside[0] if len(inside) == 1 else None


def _department(text: str, home: Home) -> FullName | None:
    """Return the department of a letterhead that could not be told apart from what stands beside it."""
    for match in _DEPARTMENT.finditer(text[:_HEADING]):
        name = written_out(match[1])
        if known(name) is not None:
            return completed(name, Situation(home))
    return None


def home_of_bodies(text: str, notice: NoticeContext) -> Home:
    """Return the territory that open names take: that of the issuer, none for a central body.

    Without a letterhead it is the one province that the text names.
    """
    for body in (notice.parent, notice.issuer):
        if body is not None and is_central(body):
            return Home()
    if notice.issuer or notice.place:
        home = home_of(notice)
        if home.province is not None:
            return home
    for part in (text[:_HEADING], text):
        found = _provinces_named(part)
        if len(found) == 1:
            return _within(found.pop(), notice)
    return Home()


def _within(province: Place, notice: NoticeContext) -> Home:
    """Return the territory of a letterhead whose unit's name is borne by others in other provinces."""
    home = home_of(NoticeContext(issuer=notice.issuer, parent=notice.parent, place=province.name))
    return home if home.province == province else Home(province)


def _provinces_named(text: str) -> set[Place]:
    printed = (" ".join(takewhile(_opens_with_capital, name.split())) for name in _PROVINCE.findall(text))
    return {home.province for home in map(_home_named, filter(None, printed)) if home.province is not None}


def _opens_with_capital(word: str) -> bool:
    """`tỉnh trở lại trạng thái bình thường` does not name Thái Bình."""
    return word[:1].isupper()


def _home_named(name: str) -> Home:
    return home_of(NoticeContext(issuer=f"tỉnh {name}"))


def is_central(body: str) -> bool:
    """Tell whether an issuer is a central body, or a unit of a ministry."""
    name = written_out(body)
    found = known(name)
    if found is not None:
        return found.kind == "central"
    heads = load("bodies")["central_heads"]
    return _opens(name, heads["words"]) and not _opens(name, heads["others"])


def _opens(name: str, heads: Sequence[str]) -> bool:
    folded = fold(name)
    return any(folded == fold(head) or folded.startswith(fold(head) + " ") for head in heads)


def _group_tail(name: str) -> str:
    match = _SEVERAL.search(name)
    return match.group() if match else ""


def _organ(printed: str, committee: FullName) -> FullName | None:
    """Return an organ printed below a committee: `Ban Tổ chức Tỉnh ủy Đồng Nai`, `Đảng đoàn` of that province."""
    if not _is_party_group(printed):
        return below_committee(printed, committee)
    home = home_of(NoticeContext(issuer=committee.name))
    return completed(printed, Situation(home)) if home.province is not None else None


def _is_party_group(name: str) -> bool:
    return any(fold(name).startswith(f"{fold(head)} ") for head in load("bodies")["party"]["groups"])


def _is_polite(printed: str, addressee: str) -> bool:
    """`Quý cơ quan`, `Quý Sở` stand for the addressee."""
    head, _, rest = printed.partition(" ")
    return head == "Quý" and (rest in ("cơ quan", "đơn vị") or addressee.lower().startswith(rest.lower()))


def _is_committee(name: str) -> bool:
    return re.fullmatch(r"(?:.* )?(?:Huyện|Quận|Thị|Đảng) ủy", name) is not None


def letterhead(printed: str) -> str:
    """Return the lines of a letterhead without what was read into them: the number, the subject, a stroke of a pen."""
    words = printed.split()
    if not words or not is_capitals(" ".join(words[:2])):
        return _NUMBER.split(printed)[0]
    kept: list[str] = []
    for word in words:
        if any(c.islower() for c in word) or _NUMBER.match(word):
            break
        kept.append(word)
    for count in range(len(kept), max(len(kept) - 3, 1), -1):
        name = written_out(" ".join(kept[:count]))
        if known(name) or parted(name, is_body=False).places:
            return " ".join(kept[:count])
    return " ".join(kept) or printed
