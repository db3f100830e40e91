"""Facts read by hand against the fields of the parsed notices, notice by notice.

Each fact counts once. Facts that are equal but for case, tone placement, white space and the punctuation around them
are right; of names of agencies (addressees, lead, coordinating) the canonical name may be the one that is equal, and
one that shares four fifths of its words with the gold's counts one half in the partial measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

from covidorders.evaluate.facts import DirectiveFact, FileFacts, NoticeFacts
from covidorders.evaluate.spans import Counts, added
from covidorders.grammar.fold import new_tone
from covidorders.model import Directive, Mention, Notice, Reference, SourceFile

HEAD = 24
"""Letters of a directive's opening that are compared."""
CLOSE = 0.8
"""Share of words in common from which on two names of an agency are close."""

_AROUND_PUNCTUATION = re.compile(r" ?([/\-–,;:.]) ?")
_WORD = re.compile(r"\w+")
Names = frozenset[str]
"""The forms of one name, any of which may be the equal one."""


def score_facts(facts: FileFacts, parsed: SourceFile | None) -> dict[str, Counts]:
    """Return counts by field for one file; everything is missed where there is no parsed file."""
    notices = parsed.notices if parsed else ()
    pairs = [(one, notices[i] if i < len(notices) else None) for i, one in enumerate(facts.notices)]
    bundle = Counts(1, 1 if parsed else 0, int(len(notices) == len(facts.notices)))
    return {"bundle": bundle, **added(_score_notice(one, notice) for one, notice in pairs)}


def _score_notice(facts: NoticeFacts, notice: Notice | None) -> dict[str, Counts]:
    return {
        **dict(_single_fields(facts, notice)),
        **dict(_lists(facts, notice)),
        **dict(_cited(facts, notice)),
        **(_directives(facts, notice) if facts.says("directives") else {}),
    }


def _single_fields(facts: NoticeFacts, notice: Notice | None) -> Iterator[tuple[str, Counts]]:
    if facts.type:
        found = notice.type.code if notice and notice.type else None
        yield "type", _equal([facts.type], [found] if found else [])
    if facts.says("code"):
        code = notice.code.raw if notice and notice.code else None
        yield "code", _equal([_code_key(facts.code)], [_code_key(code)] if notice else [])
    if facts.says("issued_on"):
        day = notice.issued_on.iso if notice and notice.issued_on else None
        yield "issued_on", _equal([facts.issued_on], [day] if notice else [])


def _lists(facts: NoticeFacts, notice: Notice | None) -> Iterator[tuple[str, Counts]]:
    entities = notice.entities if notice else ()
    if facts.says("signers"):
        names = [one.name for one in notice.signatures if one.name] if notice else []
        yield "signers", _equal(map(_plain, facts.signers), map(_plain, names))
    if facts.says("addressees"):
        yield "addressees", _close(facts.addressees, notice.addressees if notice else ())
    if facts.says("persons"):
        yield "persons", _distinct(facts.persons, (one.text for one in entities if one.label == "PERSON"))
    if facts.says("agencies"):
        yield "agencies", _distinct(facts.agencies, (one.text for one in entities if one.label == "AGENCY"))
    if facts.says("dates"):
        values = [one.value for one in entities if one.label == "DATE" and one.value]
        days = {day[:10] for value in values for day in value.split("/") if len(day) >= len("2021-09-21")}
        yield "dates", _equal(set(facts.dates), days)


def _cited(facts: NoticeFacts, notice: Notice | None) -> Iterator[tuple[str, Counts]]:
    if not facts.says("refs"):
        return
    found = [(_code_key(one.code.raw), _day(one)) for one in notice.references if one.code] if notice else []
    yield "references", _equal({_code_key(one.code) for one in facts.refs}, {code for code, _ in found})
    dated = {(_code_key(one.code), one.date) for one in facts.refs if one.date}
    known = {code for code, _ in dated}
    yield "reference dates", _equal(dated, {(code, day) for code, day in found if code in known and day})


def _day(reference: Reference) -> str | None:
    return reference.issued_on.iso if reference.issued_on else None


# --- directives -----------------------------------------------------------------------------------


def _directives(facts: NoticeFacts, notice: Notice | None) -> dict[str, Counts]:
    maybe = [one for one in facts.directives if one.optional]
    sure = [one for one in facts.directives if not one.optional]
    found = [
        one
        for one in _flat(notice.directives if notice else ())
        if all(one.id != other.path and not _opens(one, other.head) for other in maybe)
    ]
    by_id = {one.id: one for one in reversed(found)}
    right = sum(one.path in by_id and _opens(by_id[one.path], one.head) for one in sure)
    scores = {"directives": Counts(len(sure), len(found), right)}
    if not facts.no_roles:
        scores |= added(_roles(one, by_id.get(one.path)) for one in sure)
    return scores


def _flat(directives: Iterable[Directive]) -> Iterator[Directive]:
    for one in directives:
        yield one
        yield from _flat(one.children)


def _opens(directive: Directive, head: str) -> bool:
    """Tell whether the directive begins with these words, in its heading, its text, or one running into the other."""
    wanted = _plain(head)
    heading, text = _plain(directive.heading or ""), _plain(directive.text)
    whole = [opening for opening in (text, f"{heading} {text}".strip(), heading) if opening]
    return any(one.startswith(wanted[:HEAD]) for one in whole) or (len(heading) > 4 and wanted.startswith(heading))


def _roles(fact: DirectiveFact, directive: Directive | None) -> dict[str, Counts]:
    tasks = directive.tasks if directive else ()
    due = {line.due[:10] for task in tasks for line in task.deadlines if line.due}
    return {
        "lead": _close(fact.lead, _once(name for task in tasks for name in task.lead)),
        "coordinating": _close(fact.coord, _once(name for task in tasks for name in task.coordinating)),
        "deadlines": _equal(set(fact.due), due),
    }


def _once(mentions: Iterable[Mention]) -> list[Mention]:
    return list({_plain(one.text): one for one in mentions}.values())


# --- comparing ------------------------------------------------------------------------------------


def _equal(gold: Iterable[object], found: Iterable[object]) -> Counts:
    wanted, given = list(gold), list(found)
    left = list(given)
    for one in wanted:
        if one in left:
            left.remove(one)
    return Counts(len(wanted), len(given), len(given) - len(left))


def _distinct(gold: Iterable[str], found: Iterable[str]) -> Counts:
    return _equal({_plain(one) for one in gold}, {_plain(one) for one in found})


def _close(gold: Sequence[str], found: Iterable[Mention]) -> Counts:
    """Pair names of agencies: equal ones first, then close ones."""
    wanted = [_plain(one) for one in gold]
    left: list[Names] = [frozenset(_plain(form) for form in (one.text, one.canonical) if form) for one in found]
    given = len(left)
    unpaired = []
    for name in wanted:
        fitting = next((forms for forms in left if name in forms), None)
        left.remove(fitting) if fitting else unpaired.append(name)
    near = 0
    for name in unpaired:
        fitting = next((forms for forms in left if any(_share(name, form) >= CLOSE for form in forms)), None)
        if fitting:
            left.remove(fitting)
            near += 1
    return Counts(len(wanted), given, len(wanted) - len(unpaired), near)


def _share(one: str, other: str) -> float:
    first, second = set(_WORD.findall(one)), set(_WORD.findall(other))
    return len(first & second) / max(len(first), len(second), 1)


def _plain(text: str) -> str:
    spelled = new_tone(" ".join(normalize("NFC", text).split())).casefold().replace("–", "-").replace("’", "'")
    return _AROUND_PUNCTUATION.sub(r"\1", spelled).strip(' .,;:"“”*-')


def _code_key(code: str | None) -> str | None:
    return re.sub(r"\s|số:?", "", _plain(code)) or None if code else None
