"""Doccano: one JSON a line, of a sequence labelling project that allows overlapping entities.

https://doccano.github.io/doccano. Without "count grapheme clusters as one character" doccano counts UTF-16 units
(issue 2290 of doccano/doccano), so offsets go out and come back in these.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from covidorders.annotate.label_studio import COLOURS
from covidorders.annotate.marked import (
    LABELS,
    Mark,
    MarkedText,
    each_once,
    gold_from,
    offset_at,
    records,
    text_of,
)
from covidorders.annotate.utf16 import Utf16Offsets
from covidorders.errors import DamagedFileError
from covidorders.evaluate import GoldDocument, text_digest


def label_definitions() -> bytes:
    """Return the labels for import into a doccano project."""
    labels = [
        {"text": label, "suffix_key": str(number), "background_color": colour, "text_color": "#ffffff"}
        for number, (label, colour) in enumerate(zip(LABELS, COLOURS, strict=True), 1)
    ]
    return (json.dumps(labels, indent=1) + "\n").encode("utf-8")


def to_doccano(documents: Iterable[MarkedText]) -> bytes:
    """Return a line a document. Full names, which doccano cannot show, go along as metadata."""
    return "".join(json.dumps(_record(one), ensure_ascii=False) + "\n" for one in documents).encode("utf-8")


def _record(one: MarkedText) -> dict[str, Any]:
    offsets = Utf16Offsets(one.text)
    places = [(offsets.units(mark.start), offsets.units(mark.end), mark) for mark in one.marks]
    return {
        "text": one.text,
        "label": [[start, end, mark.label] for start, end, mark in places],
        "source": one.source,
        "sha256": text_digest(one.text),
        "canonical": [[start, end, mark.canonical] for start, end, mark in places if mark.canonical is not None],
    }


def from_doccano(lines: Iterable[object]) -> list[GoldDocument]:
    """Return the gold of a doccano export, one parsed JSON a line. Raises DamagedFileError."""
    return each_once(_gold(one, f"line {number}") for number, one in enumerate(records(list(lines), "the file"), 1))


def _gold(record: dict[str, Any], place: str) -> GoldDocument:
    # Older versions keep metadata apart; newer ones write it beside the text.
    meta = record.get("meta")
    about = {**record, **meta} if isinstance(meta, dict) else record
    source, text = text_of(record, about, place)
    offsets = Utf16Offsets(text)
    names = {(start, end): name for start, end, name in _triples(about.get("canonical") or [], source)}
    marks = tuple(
        Mark(
            _point(start, offsets, source),
            _point(end, offsets, source),
            label,
            canonical=names.get((start, end)) if label == "AGENCY" else None,
        )
        for start, end, label in _labels(record, source)
    )
    return gold_from(MarkedText(source, text, marks))


def _labels(record: dict[str, Any], source: str) -> Iterator[tuple[int, int, str]]:
    """Yield the labels, in either of doccano's forms (relation projects write records)."""
    if "entities" in record:
        for one in records(record["entities"], source):
            yield offset_at(one, "start_offset", source), offset_at(one, "end_offset", source), str(one.get("label"))
    else:
        yield from _triples(record.get("label", record.get("labels")), source)


def _triples(value: object, source: str) -> Iterator[tuple[int, int, str]]:
    if not isinstance(value, list):
        raise DamagedFileError(f"{source}: no 'label'. Export a sequence labelling project as JSONL.")
    for one in value:
        if not isinstance(one, list) or len(one) != 3 or not isinstance(one[2], str):
            raise DamagedFileError(f"{source}: {one!r} is not [start, end, label].")
        parts = {"start": one[0], "end": one[1]}
        yield offset_at(parts, "start", source), offset_at(parts, "end", source), one[2]


def _point(unit: int, offsets: Utf16Offsets, source: str) -> int:
    point = offsets.points(unit)
    if point is None:
        raise DamagedFileError(f"{source}: offset {unit} lies outside the text or inside a letter.")
    return point
