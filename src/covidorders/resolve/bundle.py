"""References of one file: to the notice itself, to another notice of the bundle, to an earlier full citation.

By Nghị định 30/2020/NĐ-CP (Phụ lục I, II.6) the first citation of a document is full, later ones give type, number and
notation only. A reference is resolved only where exactly one candidate remains; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

from covidorders.model import Code, IssueDate, Notice, Reference, Resolution

Key = tuple[str, str]


def resolve(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """Return the notices with their references resolved, and days of issue that only a citation in the file tells."""
    keyed = [(key, notice) for notice in notices if (key := code_key(notice.code)) is not None]
    dated = tuple(_dated(notice, notices) for notice in notices)
    return tuple(
        notice.model_copy(update={"references": _resolved(notice, keyed)}) if notice.references else notice
        for notice in dated
    )


def code_key(code: Code | None) -> Key | None:
    """Number and notation in a form to compare by; None where the code is not complete."""
    if code is None or not code.complete or code.number is None or code.notation is None:
        return None
    notation = code.notation.upper().replace("Ð", "Đ").replace("–", "-").replace(" ", "")
    return code.number.lstrip("0") or "0", notation


def _resolved(notice: Notice, keyed: Sequence[tuple[Key, Notice]]) -> tuple[Reference, ...]:
    first: dict[Key, Reference] = {}
    found: list[Reference] = []
    for reference in notice.references:
        key = code_key(reference.code)
        update: dict[str, object] = {"resolved": _resolution(reference, key, notice, keyed)}
        earlier = first.get(key) if key is not None else _full_form(reference, first)
        if earlier is not None and _agree(earlier, reference):
            update["same_as"] = earlier.id
        elif key is not None:
            first.setdefault(key, reference)
        found.append(reference.model_copy(update=update))
    return tuple(found)


def _resolution(
    reference: Reference, key: Key | None, notice: Notice, keyed: Sequence[tuple[Key, Notice]]
) -> Resolution:
    if key is None:
        return Resolution(status="external")
    leads = [other for other_key, other in keyed if other_key == key and _same_day(reference, other)]
    if len(leads) > 1:
        return Resolution(status="ambiguous")
    if not leads:
        return Resolution(status="external")
    return Resolution(status="self" if leads[0].id == notice.id else "bundle", notice_id=leads[0].id)


def _same_day(reference: Reference, notice: Notice) -> bool:
    said = reference.issued_on.iso if reference.issued_on else None
    printed = notice.issued_on.iso if notice.issued_on else None
    return said is None or printed is None or said == printed


def _full_form(reference: Reference, first: dict[Key, Reference]) -> Reference | None:
    """The one full citation before this that a short form (`Nghị quyết 128`) can mean, by type and number."""
    if reference.code is None or reference.code.number is None or reference.code.notation is not None:
        return None
    number = reference.code.number.lstrip("0") or "0"
    fits = [full for (told, _), full in first.items() if told == number and full.type == reference.type]
    return fits[0] if len(fits) == 1 else None


def _agree(earlier: Reference, later: Reference) -> bool:
    if earlier.issued_on is None or later.issued_on is None:
        return True
    return earlier.issued_on.iso == later.issued_on.iso


def _dated(notice: Notice, notices: Sequence[Notice]) -> Notice:
    """A notice without a day of its own takes the day by which another notice of the file cites it."""
    key = code_key(notice.code)
    if key is None or (notice.issued_on is not None and notice.issued_on.iso is not None):
        return notice
    cited = {
        (reference.issued_on.iso, reference.issued_on.raw)
        for other in notices
        if other.id != notice.id
        for reference in other.references
        if code_key(reference.code) == key and reference.issued_on is not None and reference.issued_on.iso is not None
    }
    if len({iso for iso, _ in cited}) != 1:
        return notice
    iso, raw = min(cited)
    inferred = IssueDate(raw=raw, iso=iso, precision="day", inferred_from="citation-in-file")
    return notice.model_copy(update={"issued_on": inferred})
