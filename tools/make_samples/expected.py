"""The samples are their own gold: what a parse of a sample must give, and the same facts taken from a parse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from covidorders.grammar.fold import new_tone
from covidorders.model import Directive
from covidorders.model import Notice as Parsed

from .inline import plain
from .notice import Grid, Item, Notice

_BULLETS = frozenset("-+*•")
_TYPOGRAPHIC = str.maketrans("“”‘’–…", "\"\"''-.")
_BLANKS = re.compile(r"\s+")
_NOTE = re.compile(r" \((?:Ban hành kèm|Kèm) theo .*")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared. `directives`: (id, label, words), `references`: (code, ISO date or "") by first mention."""

    type: str
    code: str
    issued_on: str
    signers: tuple[str, ...]
    addressees: tuple[str, ...]
    directives: tuple[tuple[str, str, str], ...]
    references: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the directives. Texts in one line; `offices`: authority and position lines of each signer."""

    regime: str
    parent: str
    issuer: str
    place: str
    subject: str
    urgency: str
    preamble: str
    closing: str
    distribution: tuple[str, ...]
    offices: tuple[str, ...]
    annexes: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]


def expected_surroundings(notice: Notice) -> Surroundings:
    """Return what a parse must give around the directives of the notice."""
    annexed = [row for annex in notice.annex for row in annex.body]
    return Surroundings(
        regime=notice.regime,
        parent=" ".join(notice.parent),
        issuer=" ".join(notice.issuer),
        place=notice.place_date.partition(", ngày")[0],
        subject=" ".join(notice.subject).removeprefix("V/v "),
        urgency=notice.urgency,
        preamble=_spaced(" ".join(map(plain, (*notice.bases, notice.enacting, *notice.preamble)))),
        closing=" ".join(map(plain, notice.closing)),
        distribution=tuple(entry.rstrip(";,.") for entry in notice.distribution),
        offices=tuple(" ".join(signer.lines) for signer in notice.sign),
        annexes=tuple(" ".join((*annex.title, *annex.subject)) for annex in notice.annex),
        tables=tuple(row.rows for row in (*notice.body, *annexed) if isinstance(row, Grid)),
    )


def surroundings(notice: Parsed) -> Surroundings:
    """Return the same from a parsed notice."""
    return Surroundings(
        regime=notice.regime,
        parent=(notice.issuer and notice.issuer.parent) or "",
        issuer=notice.issuer.name if notice.issuer else "",
        place=notice.place or "",
        subject=_spaced(notice.subject or ""),
        urgency=notice.urgency or "",
        preamble=_spaced(notice.preamble.text) if notice.preamble else "",
        closing=_spaced(notice.closing.text) if notice.closing else "",
        distribution=tuple(mention.text for mention in notice.distribution),
        offices=tuple(
            _spaced(f"{one.authority or ''} {one.position or ''}").replace(" / ", " ") for one in notice.signatures
        ),
        annexes=tuple(_NOTE.sub("", _spaced(annex.title)) for annex in notice.annexes),
        tables=tuple(tuple(tuple(map(_spaced, row)) for row in table.rows) for table in notice.tables),
    )


def expected(notice: Notice) -> Facts:
    """Return what a parse of the notice must give."""
    expect = notice.expect
    return Facts(
        type=expect.type,
        code=expect.code,
        issued_on=expect.issued_on,
        signers=tuple(signer.name for signer in notice.sign),
        addressees=expect.addressees,
        directives=tuple(_expected_directives(notice)),
        references=expect.references,
    )


def _expected_directives(notice: Notice) -> Iterator[tuple[str, str, str]]:
    current: Item | None = None
    words: list[str] = []
    for row in (*notice.body, None):
        if isinstance(row, str):
            words.append(plain(row))
        elif isinstance(row, Item) or row is None:
            if current:
                yield current.id, "" if current.label in _BULLETS else current.label, _words(words)
            current, words = row, [plain(row.text)] if row else []


def facts(notice: Parsed, *, issued_on_settled: bool = True) -> Facts:
    """Return the same facts from a parsed notice; the day of issue only where the sample settles it."""
    day = notice.issued_on.iso if notice.issued_on and notice.issued_on.precision == "day" else ""
    return Facts(
        type=notice.type.code if notice.type else "",
        code=_closed(notice.code.raw) if notice.code else "",
        issued_on=(day or "") if issued_on_settled else "*",
        signers=tuple(signature.name or "" for signature in notice.signatures),
        addressees=tuple(mention.text for mention in notice.addressees),
        directives=tuple(
            (one.id, one.label or "", _words([one.heading or "", one.text])) for one in _flat(notice.directives)
        ),
        references=tuple(_references(notice)),
    )


def laws_missing(notice: Parsed, sample: Notice) -> list[str]:
    """Return the laws cited by name that no reference of the parse holds."""
    found = [reference.text for reference in notice.references]
    return [law for law in sample.expect.laws if not any(law in text for text in found)]


def _references(notice: Parsed) -> Iterable[tuple[str, str]]:
    seen: dict[str, str] = {}
    for reference in sorted(notice.references, key=lambda one: one.start):
        if reference.code:
            code = _closed(reference.code.raw)
            day = reference.issued_on.iso if reference.issued_on else None
            seen[code] = seen.get(code) or day or ""
    return seen.items()


def _flat(directives: Iterable[Directive]) -> Iterator[Directive]:
    for one in directives:
        yield one
        yield from _flat(one.children)


def _closed(code: str) -> str:
    return _BLANKS.sub("", code)


def _words(parts: list[str]) -> str:
    """Return an item's title and paragraphs in one line; a title's colon is punctuation, not text."""
    title, *rest = parts
    return _spaced(" ".join([title.rstrip(":"), *rest])).rstrip(":")


def _spaced(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def loose(one: Any) -> Any:  # noqa: ANN401 - Facts or Surroundings
    """Return the facts without what old code pages cannot hold: capitals with tone marks, typographic signs."""
    return type(one)(**{field.name: _loose(getattr(one, field.name)) for field in fields(one)})


def _loose(value: object) -> object:
    if isinstance(value, str):
        return new_tone(value.translate(_TYPOGRAPHIC)).casefold()
    assert isinstance(value, tuple)
    return tuple(_loose(part) for part in value)
