"""Labels of list items at the start of a paragraph (knowledge/labels.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from covidorders.knowledge import load


@dataclass(frozen=True, slots=True)
class LabelKind:
    """One style of label. `rank`: 0 is highest; None, the notice itself decides."""

    name: str
    rank: int | None
    bullet: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of a paragraph: `printed` is `paragraph[:end]` less white space."""

    kind: LabelKind
    printed: str
    id: str
    end: int
    """Offset in the paragraph after the label and the white space behind it."""

    @property
    def ordinal(self) -> int | None:
        """The label's place in its sequence, from 1; None for bullets and counted headings."""
        return ordinal(self.kind.name, self.id)


CAPITALS = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
"""Capital letters of Vietnamese, as a character class of a pattern: small and capital letters lie mixed in Unicode."""


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{capital}", f"[{CAPITALS}]"))


@cache
def kinds() -> tuple[LabelKind, ...]:
    """Return all label kinds in the order in which they are tried."""
    return tuple(
        LabelKind(entry["kind"], entry.get("rank"), entry.get("bullet", False), _compiled(entry["pattern"]))
        for entry in load("labels")["labels"]
    )


def read_label(paragraph: str) -> Label | None:
    """Return the label that the paragraph opens with, else None."""
    for kind in kinds():
        found = kind.pattern.match(paragraph)
        if found is None:
            continue
        printed = found.group("label").strip()
        end = found.end("label")
        end += len(paragraph[end:]) - len(paragraph[end:].lstrip())
        part = "" if kind.bullet else " ".join(found.group("id").split())
        return Label(kind, printed, part, end)
    return None


def in_place_of(label: Label, kind: str, part: str) -> Label:
    """Return a label that scanning misread (`H.`) as what it stands for (`II.`); as printed it stays."""
    meant = next(entry for entry in kinds() if entry.name == kind)
    return Label(meant, label.printed, part, label.end)


VIETNAMESE_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters that number the điểm of a khoản (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.e); most drafters skip ư."""

_ROMAN = {"I": 1, "V": 5, "X": 10}
_WORDS = {"nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8}


def roman(numeral: str) -> int:
    """Return the value of a Roman numeral of I, V and X, in either case."""
    values = [_ROMAN[c] for c in numeral.upper()]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def ordinal(kind: str, part: str) -> int | None:
    """Return the place of a label in its sequence, from 1, or None where the kind does not count."""
    if kind in {"number", "bracket-number", "article"} and part.isdigit():
        return int(part)
    if kind == "decimal":
        return int(part.rsplit(".", 1)[1])
    if kind in {"letter", "bracket-letter"} and len(part) == 1 and part in VIETNAMESE_LETTERS:
        return VIETNAMESE_LETTERS.index(part) + 1
    if kind == "capital" and part.lower() in VIETNAMESE_LETTERS:
        return VIETNAMESE_LETTERS.index(part.lower()) + 1
    if kind in {"roman", "bracket-roman", "small-roman", "part", "chapter", "section", "subsection"}:
        numeral = part.rsplit(maxsplit=1)[-1] if part else ""  # Phần thứ hai
        if numeral.isdigit():
            return int(numeral)
        if numeral.lower() in _WORDS:
            return _WORDS[numeral.lower()]
        if numeral and all(c in "IVXivx" for c in numeral):
            return roman(numeral)
    return None
