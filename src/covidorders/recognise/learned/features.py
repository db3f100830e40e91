"""What the CRF knows of a token: its form, its shape, the tokens around it, lists of names, and the paragraph.

The same code makes the features for training and for recognition. What depends on one form only is made once per form.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from covidorders.grammar.fold import fold, new_tone
from covidorders.knowledge import load

REFERENCE, DATE = "<REFERENCE>", "<DATE>"
"""Forms of the tokens that stand for a citation or a date."""

_FORMS = 30_000
"""Forms that are remembered (about 30 MB)."""
_DASHES = frozenset("-–—+*•·")
_LIST_HEADS = frozenset(
    {"sở", "bộ", "phòng", "ban", "ngành", "vụ", "cục", "tỉnh", "huyện", "phố", "xã", "phường", "quận"}
)
_LIST_ENDS = frozenset({".", ";", "\t"})
_LIST_REACH = 40

Features = list[str]


def features_of(forms: Sequence[str]) -> list[Features]:
    """Return the features of every token of a paragraph, given their forms."""
    edge = _form("")
    known = [edge, edge, *map(_form, forms), edge, edge]
    lows = [one.low for one in known]
    shapes = [one.shape for one in known]
    rows = [
        [
            *known[i].here,
            *known[i - 1].before,
            *known[i + 1].after,
            *known[i - 2].before2,
            *known[i + 2].after2,
            f"b-={lows[i - 1]}|{lows[i]}",
            f"b+={lows[i]}|{lows[i + 1]}",
            f"s={shapes[i - 1]}{shapes[i]}{shapes[i + 1]}",
        ]
        for i in range(2, len(forms) + 2)
    ]
    _add_names(rows, lows[2:-2])
    _add_paragraph(rows, forms[0], known[2:-2])
    return rows


class _Form:
    """The features that one form gives at each distance from the token."""

    __slots__ = ("after", "after2", "before", "before2", "here", "low", "shape")

    def __init__(self, form: str) -> None:
        self.low = low = _number(form) or new_tone(form.lower())
        self.shape = shape = _shape(form)
        bare = fold(low)
        family = ("fam",) if form in _family() else ()
        self.here = (f"w={low}", f"f={bare}", f"h={shape}", *family)
        self.before = (f"w-={low}", f"h-={shape}", *(f"{name}-" for name in family))
        self.after = (f"w+={low}", f"h+={shape}", *(f"{name}+" for name in family))
        self.before2 = (f"w-2={low}", f"h-2={shape}")
        self.after2 = (f"w+2={low}", f"h+2={shape}")


@lru_cache(_FORMS)
def _form(form: str) -> _Form:
    return _Form(form)


def _number(form: str) -> str:
    """Numbers are alike; what matters is how many digits they have, and the signs between them."""
    if not form[:1].isdigit():
        return ""
    return "".join("0" if letter.isdigit() else letter for letter in form[:12])


def _shape(form: str) -> str:
    if not form:
        return "_"
    if form[0] == "<" and len(form) > 1:
        return form[1]
    if form[0].isdigit():
        return "9"
    if not form[0].isalpha():
        return form[0]
    if form.islower():
        return "x"
    if form.isupper():
        return "A" if len(form) == 1 else "X"
    return "Xx" if form[1:].islower() else "M"


# --- lists of names ---------------------------------------------------------------------------------


def _add_names(rows: list[Features], lows: Sequence[str]) -> None:
    listed = _listed()
    end = 0
    for i, low in enumerate(lows):
        if i < end or low not in listed:
            continue
        for words, kind in listed[low]:
            if tuple(lows[i : i + len(words)]) == words:
                end = i + len(words)
                if i:
                    rows[i - 1].append(f"g+={kind}")
                rows[i].append(f"g=B{kind}")
                for j in range(i + 1, end):
                    rows[j].append(f"g=I{kind}")
                rows[end - 1].append(f"g$={kind}")
                if end < len(rows):
                    rows[end].append(f"g-={kind}")
                break


@cache
def _listed() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Names and set phrases by their first word, longest first, in small letters."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, names in (("place", _places()), ("unit", _units())):
        for name in names:
            words = tuple(new_tone(name.lower()).split())
            found.setdefault(words[0], []).append((words, kind))
    return {word: sorted(set(rows), key=lambda row: (-len(row[0]), row)) for word, rows in found.items()}


def _places() -> list[str]:
    provinces = load("places")["provinces"]
    named = [name for province in provinces for name in (province["name"], *province.get("districts", ()))]
    bare = [name.removeprefix(kind) for name in named for kind in _KINDS if name.startswith(kind)]
    return [name for name in bare if not name.isdigit()]


_KINDS = ("Thành phố ", "Tỉnh ", "Thị xã ", "Quận ", "Huyện ")


def _units() -> list[str]:
    data = load("quantities")
    return [*data["counted"]["nouns"], *data["measures"]["words"], *data["durations"]]


@cache
def _family() -> frozenset[str]:
    names = load("names")["family"]
    return frozenset(names) | {name.upper() for name in names}


# --- the paragraph ----------------------------------------------------------------------------------


def _add_paragraph(rows: list[Features], first: str, known: Sequence[_Form]) -> None:
    dashed = first in _DASHES
    letters = [one.shape for one in known if one.shape[0] in "xXAM"]
    capitals = sum(shape in ("X", "A") for shape in letters)
    style = "caps" if capitals > len(letters) * 0.7 else "short" if len(rows) < 9 else "long"
    for row in rows:
        row.append(f"p={style}")
    for i in range(min(4, len(rows))):
        rows[i].append(f"p{i}={style}{dashed:d}")
    for i in range(1, min(4, len(rows)) + 1):
        rows[-i].append(f"p-{i}={style}{dashed:d}")
    _add_lists(rows, known)


def _add_lists(rows: list[Features], known: Sequence[_Form]) -> None:
    """Behind `các Sở:` each member of the list is meant, until a full stop or a semicolon."""
    since = 0
    head = ""
    for i, one in enumerate(known):
        if one.low == ":" and i and (known[i - 1].low in _LIST_HEADS):
            head, since = known[i - 1].low, i
        elif one.low in _LIST_ENDS or i - since > _LIST_REACH:
            head = ""
        elif head:
            rows[i].append(f"l={head}")
            rows[i].append(f"l={head}|{one.shape}")
