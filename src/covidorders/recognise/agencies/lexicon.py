"""The phrases of knowledge/agencies.toml and offices.toml as tries over folded words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from covidorders.grammar.fold import fold, new_tone
from covidorders.knowledge import load
from covidorders.recognise.agencies.words import Words

_PIECE = re.compile(r"\w+(?:[&'’]\w+)*|[^\w\s]")
_OPTIONAL = {"-", ","}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of the data: `kind` is the name of its list, `plain` the entry in small letters, marks left out."""

    kind: str
    plain: str
    words: int
    upper: bool
    """The entry is an abbreviation in capitals, and printed so."""


class Trie:
    """Phrases by their folded words; of two that match, the longer one wins."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._root: dict[str, Any] = {}
        self.openers: set[str] = set()
        """First words of the phrases, in small letters."""
        for kind, entry in entries:
            self._add(kind, entry)

    def _add(self, kind: str, entry: str) -> None:
        plain = new_tone(entry.lower())
        pieces = _PIECE.findall(plain)
        words = [piece for piece in pieces if piece[0].isalnum()]
        self.openers.add(words[0])
        phrase = Phrase(kind, " ".join(words), len(words), len(words) == 1 and entry.isupper())
        for form in product(*(_forms(piece) for piece in pieces)):
            node = self._root
            for piece in form:
                if piece:
                    node = node.setdefault(fold(piece), {})
            node.setdefault("", []).append(phrase)

    def longest(self, words: Words, at: int) -> tuple[int, Phrase] | None:
        """Return the end of the longest phrase that begins at word `at`, and the phrase, else None."""
        folded, best = words.folded, None
        if at >= len(folded):
            return None
        node: dict[str, Any] | None = self._root.get(folded[at])
        end = at
        while node is not None:
            end += 1
            for phrase in node.get("", ()):
                if _close(words, at, end - 1, phrase):
                    best = (end, phrase)
                    break
            node = node.get(folded[end]) if end < len(folded) else None
        return best

    def opens(self, words: Words, at: int) -> bool:
        """Tell whether a phrase begins at word `at`, whatever its tone marks."""
        node: dict[str, Any] = self._root
        for word in words.folded[at:]:
            if word not in node:
                return False
            node = node[word]
            if "" in node:
                return True
        return False

    def end(self, words: Words, at: int) -> int:
        """Return the end of the longest phrase at `at`, or `at` where there is none."""
        found = self.longest(words, at)
        return found[0] if found else at


def _forms(piece: str) -> tuple[str, ...]:
    if piece in _OPTIONAL:
        return (piece, "")
    return ("và", "&", "") if piece in {"và", "&"} else (piece,)


def _close(words: Words, first: int, last: int, phrase: Phrase) -> bool:
    """Tell whether a phrase stands there in good letters.

    Folded words are equal; their tone marks must be too, but for one letter of a long phrase (OCR).
    """
    if phrase.upper and not words.word(first).isupper():
        return False
    if words.bare and not phrase.plain.isascii():
        counted = phrase.kind == "words" and words.is_plural(first - 1)
        return phrase.words > 1 or counted or phrase.kind in _SURE_UNMARKED
    plain = words.plain
    printed = [plain[words.starts[i] : words.ends[i]] for i in range(first, last + 1) if words.folded[i][0].isalnum()]
    found = " ".join(printed)
    if found == phrase.plain:
        return True
    if len(found) != len(phrase.plain):
        return True  # `và` printed as `&`
    if printed[-1] == "đang" and phrase.plain.endswith("đảng") and not words.capitals:
        return False  # `Trung ương đang thực hiện`
    opening = phrase.plain.split(" ")[0]
    if printed[0] != opening and not (words.capital(first) or words.word(first - 1).lower() in {"các", "những"}):
        return False  # `bản chỉ đạo` is no `ban chỉ đạo`
    differing = sum(a != b for a, b in zip(found, phrase.plain, strict=True))
    if phrase.words == 2 and not words.capitals and not (phrase.kind in _SURE_CAPITALS and words.capital(first)):
        return differing == 1 and printed[0] != opening and words.word(first - 1).lower() in {"các", "những"}
    return differing <= min(2, phrase.words - 1)


_SURE_CAPITALS = frozenset({"names", "named", "whole", "committee"})
"""Lists whose phrases of two words may have a wrong tone mark where a capital opens them: `Tống cục`, `Văn phỏng`."""
_SURE_UNMARKED = frozenset({"named", "levels", "stops", "of", "acts", "orders", "central", "alone", "whole"})
"""Lists whose single syllables are taken in text without tone marks too."""


def _listed(data: dict[str, Any], *keys: str) -> list[tuple[str, str]]:
    return [(key, entry) for key in keys for entry in data[key]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tries; see knowledge/agencies.toml for what each list means."""

    heads: Trie
    fields: Trie
    sectors: Trie
    matters: Trie
    sets: Trie
    general: Trie
    tails: Trie
    qualifiers: Trie
    of: Trie
    levels: Trie
    ranks: Trie
    places: Trie
    spots: Trie
    stops: Trie
    orders: Trie
    acts: Trie
    verbs: Trie
    not_before: Trie
    soft: Trie
    compounds: Trie
    not_names: Trie
    not_behind: frozenset[str]
    titles: Trie
    titles_of: Trie
    before_titles: Trie
    after_titles: Trie
    not_after: frozenset[str]
    numbers: frozenset[str]
    singly: frozenset[str]
    always: frozenset[str]
    short: frozenset[str]
    short_small: frozenset[str]
    listed_only: frozenset[str]
    behaviour: dict[str, frozenset[str]]
    """The lists of `[behaviour]`, in small letters."""
    openers: frozenset[str]
    """First words of everything that a mention may begin with."""
    folded_openers: frozenset[str]


def _openers(data: dict[str, Any], titles: dict[str, Any]) -> frozenset[str]:
    entries = _listed(data["heads"], "central", "committee", "whole", "prefix", "named")
    entries += _listed(data["groups"], "words") + _listed(data["bounds"], "levels")
    entries += _listed(titles, "alone", "bound", "of", "before")
    words = data["numbers"]["words"] + data["numbers"]["singly"]
    return frozenset(Trie(entries).openers | set(words))


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, built once a process."""
    data, titles = load("agencies"), load("offices")["titles"]
    bounds, groups, heads = data["bounds"], data["groups"], data["heads"]
    openers = _openers(data, titles)
    return Lexicon(
        heads=Trie(_listed(heads, "central", "committee", "whole", "prefix", "named")),
        fields=Trie(_listed(data["fields"], "names")),
        sectors=Trie(_listed(data["fields"], "sectors")),
        matters=Trie(_listed(data["fields"], "matters")),
        sets=Trie(_listed(groups, "set")),
        general=Trie(_listed(groups, "words")),
        tails=Trie(_listed(groups, "tails")),
        qualifiers=Trie(_listed(bounds, "qualifiers")),
        of=Trie(_listed(bounds, "of")),
        levels=Trie(_listed(bounds, "levels")),
        ranks=Trie(_listed(bounds, "ranks")),
        places=Trie(_places()),
        spots=Trie(_listed(bounds, "places")),
        stops=Trie(_listed(bounds, "stops")),
        orders=Trie(_listed(bounds, "orders")),
        acts=Trie(_listed(bounds, "acts")),
        verbs=Trie(_listed(bounds, "verbs")),
        titles=Trie(_listed(titles, "alone", "bound")),
        titles_of=Trie(_listed(titles, "of")),
        before_titles=Trie(_listed(titles, "before")),
        after_titles=Trie(_listed(titles, "after")),
        soft=Trie(_listed(bounds, "soft")),
        compounds=Trie(_listed(bounds, "compounds")),
        not_names=Trie(_listed(bounds, "not_names")),
        not_behind=frozenset(bounds["not_behind"]),
        not_before=Trie(_listed(bounds, "not_before")),
        not_after=frozenset(new_tone(phrase.lower()) for phrase in bounds["not_after"]),
        numbers=frozenset(data["numbers"]["words"]),
        singly=frozenset(data["numbers"]["singly"]),
        always=_plain(groups["always"]),
        short=_plain(heads["short"]),
        short_small=_plain(heads["short_small"]),
        listed_only=_plain(groups["listed_only"]),
        behaviour={name: _plain(entries) for name, entries in data["behaviour"].items() if name != "source"},
        openers=openers,
        folded_openers=frozenset(map(fold, openers)),
    )


def _plain(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(
        " ".join(p for p in _PIECE.findall(new_tone(entry.lower())) if p[0].isalnum()) for entry in entries
    )


_UNIT = re.compile(r"^(?:Thành phố|Thị xã|Tỉnh|Quận|Huyện|TP\.?|Thủ đô) (?=\D)")


def _places() -> list[tuple[str, str]]:
    """Names of provinces and districts without their unit; a name of one word counts only behind a unit."""
    entries: list[tuple[str, str]] = []
    for province in load("places")["provinces"]:
        for name in (province["name"], *province.get("aliases", ()), *province["districts"]):
            bare = _UNIT.sub("", name)
            entries.append(("place", bare))
    return entries


def behaves(head: str, name: str) -> bool:
    """Tell whether a head or word, in small letters, stands in a list of `[behaviour]`."""
    return head in lexicon().behaviour[name]
