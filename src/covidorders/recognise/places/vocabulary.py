"""The words that a text is searched for in one pass: words for the kinds of places, and names that stand alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import ahocorasick

from covidorders.grammar.fold import fold, new_tone
from covidorders.knowledge import load
from covidorders.recognise.places.gazetteer import Place, aliases, districts, provinces

Group = Literal["unit", "below", "site"]


@dataclass(frozen=True, slots=True)
class KindWord:
    """A word that says what kind of place the name behind it is: `tỉnh`, `TP.`, `khu công nghiệp`."""

    form: str
    """In lower case; abbreviations as printed."""
    name: str
    """Written out, as a canonical name opens: `Tỉnh`, `Khu công nghiệp`."""
    group: Group
    levels: tuple[int, ...] = ()
    """Levels of the units it may name, none for what is no unit."""
    numbered: bool = False
    abbreviated: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name that may stand without the word for its kind."""

    form: str
    """With its capitals: `Biên Hòa`."""
    kind: Literal["province", "district", "country", "short", "region"]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A text in the three shapes that are compared, all of the same length."""

    text: str
    plain: str
    """With the new tone placement."""
    folded: str
    marked: bool
    """False for a text that is printed without diacritics: then names are compared without them."""

    @classmethod
    def of(cls, text: str) -> View:
        """Return the shapes of `text`, which must be NFC."""
        plain = new_tone(text)
        sample = text[:4000]
        letters = sum(c.isalpha() for c in sample)
        foreign = sum(c.isalpha() and not c.isascii() for c in sample)
        return cls(text, plain, fold(text), foreign * 50 >= letters)


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the vocabulary in a text."""

    start: int
    end: int
    word: KindWord | Name


def scan(view: View) -> tuple[list[Hit], list[Hit]]:
    """Return the words for kinds and the names in a text, each in order; of overlapping ones the first, longest."""
    kinds: list[Hit] = []
    names: list[Hit] = []
    for last, (length, words) in _automaton().iter(view.folded):
        start, end = last + 1 - length, last + 1
        if _inside_word(view.folded, start, end):
            continue
        word = next((word for word in words if _printed(view, start, end, word)), None)
        if word is not None:
            (kinds if isinstance(word, KindWord) else names).append(Hit(start, end, word))
    return _longest(kinds), _longest(names)


def _inside_word(folded: str, start: int, end: int) -> bool:
    return (start > 0 and folded[start - 1].isalnum()) or (
        end < len(folded) and folded[end - 1].isalnum() and folded[end].isalnum()
    )


def _printed(view: View, start: int, end: int, word: KindWord | Name) -> bool:
    """Tell whether the letters are printed as the word wants them: its marks, and its capitals.

    A word for a kind of two syllables is read with wrong marks too (`Thị tran Lao Bảo`).
    """
    printed = view.plain[start:end]
    if isinstance(word, KindWord):
        if word.abbreviated:
            return printed == word.form
        return printed.lower() == word.form or not view.marked or " " in word.form
    if view.marked:
        return printed in (word.form, word.form.upper())
    return printed in (fold_case(word.form), fold_case(word.form).upper())


def either(pattern: str) -> str:
    """Return a pattern that matches with and without diacritics; its classes (`[…]`) stay as they are."""
    parts = re.split(r"(\[[^\]]*\])", pattern)
    return "".join(part if part.startswith("[") else "".join(map(_either, part)) for part in parts)


def _either(letter: str) -> str:
    base = fold_case(letter)
    return letter if base == letter else f"[{letter}{base}]"


def fold_case(name: str) -> str:
    """Return a name without diacritics, capitals kept."""
    folded = fold(name)
    return "".join(f.upper() if c.isupper() else f for c, f in zip(name, folded, strict=True))


def _longest(hits: list[Hit]) -> list[Hit]:
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


@cache
def _automaton() -> Any:  # noqa: ANN401 - pyahocorasick has no types
    words: defaultdict[str, list[KindWord | Name]] = defaultdict(list)
    listed: list[KindWord | Name] = [*kind_words(), *_names()]
    for word in listed:
        if word not in words[fold(word.form)]:
            words[fold(word.form)].append(word)
    automaton = ahocorasick.Automaton()
    for key, same in words.items():
        automaton.add_word(key, (len(key), tuple(same)))
    automaton.make_automaton()
    return automaton


@cache
def kind_words() -> tuple[KindWord, ...]:
    """Return the words for kinds of places and their abbreviations."""
    data = load("placewords")
    found: list[KindWord] = []
    for unit in data["units"]:
        levels = (1, 2) if unit["name"] == "Thành phố" else (unit["level"],)
        numbered = unit.get("numbered", False)
        found += (KindWord(word, unit["name"], "unit", levels, numbered) for word in unit["words"])
        found += (
            KindWord(word, unit["name"], "unit", levels, numbered, abbreviated=True)
            for word in unit.get("abbreviations", ())
        )
    for word in data["below"]["words"]:
        found.append(KindWord(word, word[0].upper() + word[1:], "below", (), word in data["below"]["numbered"]))
    for word in data["sites"]["words"]:
        found.append(KindWord(word, word[0].upper() + word[1:], "site", (), word in data["sites"]["numbered"]))
    for word, name in data["sites"]["abbreviations"].items():
        found.append(KindWord(word, name, "site", (), word in data["sites"]["numbered"], abbreviated=True))
    return tuple(found)


def _names() -> Iterator[Name]:
    never = set(load("placewords")["bare"]["never"])
    for place in provinces():
        if place.short not in never:
            yield from (Name(new_tone(form), "province", place) for form in _hyphens(place.short))
    for alias, place in aliases():
        yield from (Name(new_tone(form), "province", place) for form in _hyphens(alias))
    yield from (Name(new_tone(place.short), "district", place) for place in districts() if " " in place.short)
    yield from _foreign_names()


def _foreign_names() -> Iterator[Name]:
    data = load("placewords")
    yield from (Name(new_tone(form), "country") for form in data["countries"]["names"])
    yield from (Name(new_tone(form), "country") for form in data["countries"]["cities"])
    yield from (Name(new_tone(form), "short") for form in data["countries"]["short"])
    for form in data["regions"]["names"]:
        yield Name(new_tone(form), "region")
        if form.startswith(("Châu ", "Đồng bằng ", "Duyên hải ")):
            yield Name(new_tone(form[0].lower() + form[1:]), "region")


def _hyphens(name: str) -> tuple[str, ...]:
    return (name, name.replace(" - ", "-"), name.replace(" - ", " – ")) if " - " in name else (name,)
