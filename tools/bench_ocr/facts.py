"""What counts in the end: the facts of a parsed file, those of a scan against those of the digital file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from covidorders.model import Directive, SourceFile

WORDS = 7
"""How many words of a directive are its text start."""
KINDS = ("directives", "codes", "dates", "signers", "references")


@dataclass(frozen=True, slots=True)
class Share:
    """So many facts are equal, of so many (those missing and those too many both count)."""

    equal: int
    all: int

    def __add__(self, other: Share) -> Share:
        return Share(self.equal + other.equal, self.all + other.all)

    @property
    def rate(self) -> float:
        return self.equal / self.all if self.all else 1.0


NONE = {kind: Share(0, 0) for kind in KINDS}


def compared(digital: SourceFile, scanned: SourceFile) -> dict[str, Share]:
    """Return for each kind of fact the share that is equal in both."""
    return {kind: _share(_facts(digital, kind), _facts(scanned, kind)) for kind in KINDS}


def differences(digital: SourceFile, scanned: SourceFile) -> Iterator[str]:
    """Name every fact that is missing (-) or too much (+)."""
    for kind in KINDS:
        a, b = _facts(digital, kind), _facts(scanned, kind)
        yield from (f"{kind} - {fact}" for fact in (a - b).elements())
        yield from (f"{kind} + {fact}" for fact in (b - a).elements())


def _share(digital: Counter[str], scanned: Counter[str]) -> Share:
    return Share((digital & scanned).total(), max(digital.total(), scanned.total()))


def _facts(parsed: SourceFile, kind: str) -> Counter[str]:
    return Counter(_plain(fact) for fact in _of_kind(parsed, kind))


def _of_kind(parsed: SourceFile, kind: str) -> Iterator[str]:
    for notice in parsed.notices:
        if kind == "directives":
            yield from (f"{notice.ordinal}/{item.id} {_start(item)}" for item in _tree(notice.directives))
        elif kind == "codes":
            yield f"{notice.ordinal} {_code(notice.code)}"
        elif kind == "dates":
            yield f"{notice.ordinal} issued {notice.issued_on.iso if notice.issued_on else None}"
            yield from (f"{notice.ordinal} {entity.value}" for entity in notice.entities if entity.label == "DATE")
        elif kind == "signers":
            yield from (f"{notice.ordinal} {signature.name}" for signature in notice.signatures)
        elif kind == "references":
            for reference in notice.references:
                day = reference.issued_on.iso if reference.issued_on else None
                yield f"{notice.ordinal} {_code(reference.code)} {day}"


def _tree(items: Iterable[Directive]) -> Iterator[Directive]:
    for item in items:
        yield item
        yield from _tree(item.children)


def _start(item: Directive) -> str:
    return " ".join(f"{item.heading or ''} {item.text}".split()[:WORDS])


def _code(code: object) -> str:
    return f"{getattr(code, 'number', None)}/{getattr(code, 'notation', None)}"


def _plain(fact: str) -> str:
    """Leave dashes and quotes out of the comparison: a digital file has four sorts of each."""
    fact = unicodedata.normalize("NFC", fact)
    return re.sub(r"[“”\"'’‘]", "", re.sub(r"[–—−]", "-", fact))
