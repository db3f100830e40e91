"""A printed name as it stands in running text: capitals of letterheads undone, abbreviations written out."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from covidorders.grammar.fold import new_tone
from covidorders.grammar.marks import is_capitals
from covidorders.knowledge import load
from covidorders.recognise.canonical.bodies import known
from covidorders.recognise.places.gazetteer import lookup

_SYLLABLES = frozenset({"TU", "HU", "QU", "TƯ", "ĐU"})
"""Abbreviations that are words as well: not read in a line of capitals."""
_EDGE = " .,;:-“”\"'*{}|_~<>=+"
_SHORT_FORM = re.compile(r"(?<=\w) \([A-ZĐ&.-]{2,12}\) (?=\w)")
"""`Ủy ban nhân dân (UBND) tỉnh`: a short form that the name holds."""
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "‑": "-", "\u00a0": " "})
_CLOSE_DASH = re.compile(r"(?<=[^\W\d_A-ZĐ])-(?=[A-ZĐ][^\W\d_A-ZĐ])")
"""`Tin học-Công báo`"""
_HAMLET_TOWN = re.compile(r"\bTT\.? (?=[A-ZĐ])")


@lru_cache(maxsize=20_000)
def written_out(printed: str) -> str:
    """Return `printed` in running-text form without abbreviations that are known; unknown ones stay."""
    name = new_tone(" ".join(_SHORT_FORM.sub(" ", printed).translate(_DASHES).split())).strip(_EDGE)
    capitals = is_capitals(name) and " " in name and not _is_abbreviated(name)
    name = _pattern("misread", capitals=False).sub(lambda match: str(load("bodies")["misread"][match.group()]), name)
    name = _field_pattern().sub(_with_field, _towns(name))
    name = _pattern("choices", capitals=capitals).sub(_chosen, name)
    name = _pattern("abbreviations", capitals=capitals).sub(_full, _glued_pattern().sub(_parted, name))
    if capitals:
        name = _running_text(name)
    name = _CLOSE_DASH.sub(" - ", " ".join(name.split()))
    return name[:1].upper() + name[1:] if capitals else name


def _with_field(match: re.Match[str]) -> str:
    if match["field"] == "TP" and match["head"].lower() in load("bodies")["fields"]["towns"]:
        return match.group()
    return f"{match['head']} {_fields()[_plain(match['field'])]}"


def _is_abbreviated(name: str) -> bool:
    """Tell whether a name is nothing but abbreviations: `VP ĐU`."""
    known = _abbreviations().keys() | {choice["abbreviation"] for choice in load("bodies")["choices"]}
    return all(word in known for word in name.split())


def _running_text(name: str) -> str:
    """Undo capitals; what was an abbreviation has its own small letters already, unknown abbreviations are kept."""
    words = name.split(" ")
    name = " ".join(word.lower() if word.isupper() and _is_syllable(word) else word for word in words)
    lower = name.lower().replace("covid-19", "Covid-19")
    head = next((head for head in _heads() if f"{lower} ".startswith(f"{head.lower()} ")), "")
    name = head + name.replace("covid-19", "Covid-19")[len(head) :]
    return _with_place(_with_superior(name))


def _with_superior(name: str) -> str:
    """Give the body whose committee is meant its capitals back: `Ban cán sự đảng bộ tài chính`."""
    for carrier in load("bodies")["party"]["before_bodies"]:
        if not name.lower().startswith(f"{carrier.lower()} "):
            continue
        rest = name[len(carrier) + 1 :]
        body = known(rest)
        head = next((head for head in _heads() if f"{rest.lower()} ".startswith(f"{head.lower()} ")), "")
        return f"{carrier} {body.name if body is not None else head + rest[len(head) :]}"
    return name


def _with_place(name: str) -> str:
    """Give the place at the end of a name its capitals back: `Đại học đà nẵng`."""
    words = name.split()
    for count in range(min(4, len(words) - 1), 0, -1):
        last = " ".join(words[-count:])
        for place in (*lookup(last, 1), *(lookup(last, 2) if count > 1 else ())):
            if new_tone(place.short).lower() == last.lower():
                return f"{name[: len(name) - len(last)]}{place.short}"
    return name


def _is_syllable(word: str) -> bool:
    letters = re.sub(r"[\W\d_]", "", new_tone(word).lower())
    return bool(re.search(r"[aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", letters))


@cache
def _heads() -> tuple[str, ...]:
    """Words that open names of bodies with their capitals, longest first."""
    heads = load("agencies")["heads"]
    listed = {new_tone(head) for kind in ("whole", "named", "prefix", "committee") for head in heads[kind]}
    return tuple(sorted((head for head in listed if not head.isupper()), key=len, reverse=True))


def field_of(printed: str) -> str:
    """Return the field that a member of a list is named by: `TN&MT` is `Tài nguyên và Môi trường`."""
    name = new_tone(" ".join(printed.translate(_DASHES).split())).strip(" .,;:-")
    return _fields().get(_plain(name)) or written_out(name)


def _towns(name: str) -> str:
    """`TT Đắk Mâm`: before the name of one it is a town."""
    match = _HAMLET_TOWN.search(name)
    if match is None:
        return name
    words = name[match.end() :].split()[:3]
    known = any(lookup(" ".join(words[:count]), 3, "thị trấn") for count in range(len(words), 0, -1))
    return f"{name[: match.start()]}thị trấn {name[match.end() :]}" if known else name


def _chosen(match: re.Match[str]) -> str:
    behind = match.string[match.end() :].lstrip()
    for choice in load("bodies")["choices"]:
        if choice["abbreviation"] == match.group() and (
            "before" not in choice or behind.startswith(tuple(choice["before"]))
        ):
            return str(choice["full"]) + ("" if match.string[match.end() : match.end() + 1] == " " else " ")
    return match.group()


def _full(match: re.Match[str]) -> str:
    return _abbreviations()[_plain(match.group())]


@cache
def _abbreviations() -> dict[str, str]:
    return {_plain(key): full for key, full in load("bodies")["abbreviations"].items()}


@cache
def _fields() -> dict[str, str]:
    return {_plain(key): full for key, full in load("bodies")["fields"]["names"].items()}


def _plain(key: str) -> str:
    return re.sub(r" ?([&,-]) ?", r"\1", key.strip().replace(" và ", "&"))


@cache
def _pattern(section: str, *, capitals: bool) -> re.Pattern[str]:
    data = load("bodies")[section]
    keys = [one["abbreviation"] for one in data] if section == "choices" else list(data)
    keys = sorted({key for key in keys if not (capitals and key in _SYLLABLES)}, key=len, reverse=True)
    return re.compile(rf"(?<![\w&])(?:{'|'.join(map(_loose, keys))})")


@cache
def _field_pattern() -> re.Pattern[str]:
    fields = load("bodies")["fields"]
    keys = "|".join(map(_loose, sorted(fields["names"], key=len, reverse=True)))
    heads = "|".join(sorted(fields["behind"], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<head>(?i:{heads})) (?P<field>{keys})")


@cache
def _glued_pattern() -> re.Pattern[str]:
    data = load("bodies")
    listed = "|".join(re.escape(key) for key in sorted(data["abbreviations"], key=len, reverse=True))
    keys = [key for key in data["abbreviations"] if len(key) > 2 and key.isalpha() and key.isupper()]
    always, units, behind = (
        "|".join(sorted(one, key=len, reverse=True))
        for one in (data["glued"]["always"], data["glued"]["units"], data["glued"]["behind"])
    )
    anything = "|".join(sorted(keys, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w&])(?!(?:{listed})(?![\w&]))(?:(?P<head>{anything})(?P<tail>{always})"
        rf"|(?P<body>{behind})(?P<unit>{units}))(?![\w&])"
    )


def _parted(match: re.Match[str]) -> str:
    glued = load("bodies")["glued"]
    if match["body"]:
        return f"{match['body']} {glued['units'][match['unit']]}"
    return f"{match['head']} {glued['always'][match['tail']]}"


def _loose(key: str) -> str:
    """Allow blanks around the signs of an abbreviation; a letter may not follow it."""
    pattern = re.escape(key.strip())
    pattern = re.sub(r"(?:\\ )?(\\?[&,-])(?:\\ )?", r" ?\1 ?", pattern)
    pattern = pattern.replace(r" ?\& ?", "(?: ?& ?| và )")
    return pattern + ("" if key.rstrip().endswith(".") else r"(?![\w&])")
