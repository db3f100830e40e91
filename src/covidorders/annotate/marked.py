"""A text with its marks, between the program and an annotation tool; and the checks on what a tool gives back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

from covidorders.errors import DamagedFileError
from covidorders.evaluate import GoldDocument, GoldMention, gold_of, text_digest
from covidorders.model import EntityLabel, SourceFile

LABELS: tuple[str, ...] = get_args(EntityLabel)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mention: half-open offsets in code points, label, how sure it is (0..1), an agency's full name if known."""

    start: int
    end: int
    label: str
    score: float = 1.0
    canonical: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedText:
    """One document as it goes out or comes back."""

    source: str
    text: str
    marks: tuple[Mark, ...]


def marked(parsed: SourceFile, gold: GoldDocument | None = None) -> MarkedText:
    """Return a parsed file with what was found in it, or with the gold's mentions (placed in this very text)."""
    if gold is not None:
        known = tuple(Mark(one.start, one.end, one.label, 1.0, one.canonical) for one in gold.entities)
        return MarkedText(gold.source, parsed.text, known)
    found = (one for notice in parsed.notices for one in notice.entities)
    marks = tuple(
        # What `canonical` holds of other labels (the year of a date) is nothing for a person to mend.
        Mark(one.start, one.end, one.label, one.score, one.canonical if one.label == "AGENCY" else None)
        for one in found
    )
    return MarkedText(parsed.source.path, parsed.text, marks)


def text_of(record: dict[str, Any], about: dict[str, Any], place: str) -> tuple[str, str]:
    """Return source and text of a record; source and `sha256` stand in `about`.

    Raises DamagedFileError if one is missing, or if the text is not the one that went out.
    """
    text, source = text_at(record, "text", place), text_at(about, "source", place)
    if not source:
        raise DamagedFileError(f"{place}: 'source' is empty.")
    if "sha256" in about and text_at(about, "sha256", source) != text_digest(text):
        raise DamagedFileError(
            f"{source}: the tool gives back another text than it was given, so offsets say nothing. "
            "Import the export of `covidorders annotate export` as it is."
        )
    return source, text


def gold_from(one: MarkedText) -> GoldDocument:
    """Return the gold of a text that came back; white space around a mention is left out of it.

    Raises DamagedFileError if a mark does not fit the text.
    """
    return gold_of(one.source, one.text, [_mention(one, mark) for mark in one.marks])


def _mention(one: MarkedText, mark: Mark) -> GoldMention:
    if mark.label not in LABELS:
        raise DamagedFileError(f"{one.source}: no label {mark.label!r}. Labels are {', '.join(LABELS)}.")
    if not 0 <= mark.start < mark.end <= len(one.text):
        raise DamagedFileError(f"{one.source}: {mark.start}..{mark.end} lies outside the text or is empty.")
    words = one.text[mark.start : mark.end]
    start = mark.start + len(words) - len(words.lstrip())
    kept = words.strip()
    if not kept:
        raise DamagedFileError(f"{one.source}: {mark.start}..{mark.end} holds nothing but white space.")
    return GoldMention.model_validate(
        {"start": start, "end": start + len(kept), "label": mark.label, "text": kept, "canonical": mark.canonical}
    )


# --- reading what a tool wrote ---------------------------------------------------------------------


def text_at(record: dict[str, Any], key: str, place: str) -> str:
    """Return a string of a record. Raises DamagedFileError if it is none, or holds what is no character."""
    value = record.get(key)
    if not isinstance(value, str) or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise DamagedFileError(f"{place}: {key!r} is missing or no text.")
    return value


def offset_at(record: dict[str, Any], key: str, place: str) -> int:
    """Return an offset of a record. Raises DamagedFileError if it is no whole number from 0."""
    value = record.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise DamagedFileError(f"{place}: {key!r} is missing or no offset.")
    return value


def records(value: object, place: str) -> list[dict[str, Any]]:
    """Return a list of records. Raises DamagedFileError if it is none."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise DamagedFileError(f"{place}: not a list of records.")
    return value


def each_once(documents: Iterable[GoldDocument]) -> list[GoldDocument]:
    """Return the documents. Raises DamagedFileError if one stands there twice: nobody knows which to believe."""
    seen: dict[str, GoldDocument] = {}
    for one in documents:
        if one.source in seen:
            raise DamagedFileError(f"{one.source} stands in the file twice. Keep the one that is right.")
        seen[one.source] = one
    return list(seen.values())
