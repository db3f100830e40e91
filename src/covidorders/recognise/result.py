"""From the spans of a spaCy Doc to the entities and references of the JSON, with their boxes on the page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from covidorders.grammar.dates import FoundDate
from covidorders.layout import Box, PlacedWord
from covidorders.model import Entity, EntityLabel, PageBox, Reference, Resolution
from covidorders.recognise.context import NoticeContext
from covidorders.recognise.extensions import SPANS_KEY, text_of
from covidorders.recognise.recognised import Recognised
from covidorders.recognise.taken import exact_range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

LABELS: dict[str, EntityLabel] = {label: label for label in get_args(EntityLabel)}
_YEAR_INFERRED_SCORE = 0.8
"""Score of a date whose year is the notice's own, not printed: a careful reader would look at it again."""


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    span: Span


def read_doc(
    doc: Doc, offset: int, *, skip: Sequence[tuple[int, int]] = (), words: Sequence[PlacedWord] = ()
) -> Recognised:
    """Return what the components wrote into `doc.spans["covidorders"]`, shifted by `offset`.

    Spans of any label of the JSON become entities, so that a component of another package (AGENCY, PERSON, …) needs
    nothing but to add its spans; `span.kb_id_`, `span._.canonical` and `span._.value` fill the fields of that name.
    What begins inside a range of `skip` (offsets of the file's text) and may be the notice's own day or number is left
    out.
    """
    places = [_place(span, offset) for span in doc.spans.get(SPANS_KEY, ()) if span.label_ in LABELS]
    places = [place for place in places if not (_within(place.start, skip) and _is_own(place.span, doc._.notice))]
    places.sort(key=lambda place: (place.start, -place.end, place.span.label_))
    text = text_of(doc)
    entities = [_entity(place, f"e{n}", text, offset, words) for n, place in enumerate(places, 1)]
    mentions = [place for place in places if place.span._.reference is not None]
    return Recognised(
        tuple(entities), tuple(_reference(place, f"r{n}", text, offset) for n, place in enumerate(mentions, 1))
    )


def _is_own(span: Span, notice: NoticeContext | None) -> bool:
    """Tell whether a mention in a heading may be the notice's own day or number, which are fields of the notice.

    A day in the numeric form, a year and a citation with its type before it belong to what the notice is about.
    """
    if span.label_ == "DATE":
        found = span._.date
        if found is not None and notice is not None and found.value == notice.issued_on:
            return True
        blank = span.text[:4].lower() in {"ngày", "ngay"}
        return bool(found is None or ((found.precision != "year" or blank) and "/" not in span.text))
    if span.label_ == "REFERENCE":
        cited = span._.reference
        if cited is not None and cited.code is not None and notice is not None and cited.code.raw == notice.code:
            return True
        return bool(cited is None or cited.code_range is None or cited.start == cited.code_range[0])
    return False


def _within(start: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(a <= start < b for a, b in ranges)


def _place(span: Span, offset: int) -> _Place:
    start, end = exact_range(span)
    return _Place(start + offset, end + offset, span)


def _entity(place: _Place, id_: str, text: str, offset: int, words: Sequence[PlacedWord]) -> Entity:
    span, date = place.span, place.span._.date
    return Entity(
        id=id_,
        label=LABELS[span.label_],
        text=text[place.start - offset : place.end - offset],
        start=place.start,
        end=place.end,
        canonical=date.value if date and date.year_inferred else span._.canonical,
        canonical_id=span.kb_id_ or None,
        value=_printed_value(date) if date else span._.value,
        score=_score(span),
        origin=span._.origin or "rule",
        boxes=boxes_of(words, place.start, place.end),
    )


def _score(span: Span) -> float:
    if span._.date and span._.date.year_inferred:
        return _YEAR_INFERRED_SCORE
    return 1.0 if span._.score is None else float(span._.score)


def _printed_value(date: FoundDate) -> str | None:
    """What is printed: a date without its year is `--09-22` (ISO 8601); the notice's year stands in `canonical`."""
    if not date.year_inferred or date.value is None:
        return date.value
    return "/".join("-" + day[4:] for day in date.value.split("/"))


def _reference(place: _Place, id_: str, text: str, offset: int) -> Reference:
    found = place.span._.reference
    return Reference(
        id=id_,
        text=text[found.start : found.end],
        start=place.start,
        end=place.end,
        type=found.type,
        code=found.code,
        issued_on=found.issued_on,
        issuer=found.issuer,
        title=found.title,
        part=found.part,
        resolved=Resolution(status="external"),
    )


def boxes_of(words: Sequence[PlacedWord], start: int, end: int) -> tuple[PageBox, ...]:
    """Return the boxes of `text[start:end]`, one for each printed line it stands on; `words` is ordered by start."""
    first = bisect_left(words, start, key=lambda word: word.end - 1)
    boxes: list[tuple[int, Box]] = []
    for word in words[first : bisect_left(words, end, key=lambda word: word.start)]:
        if boxes and boxes[-1][0] == word.page and _on_line(boxes[-1][1], word.box):
            boxes[-1] = (word.page, _union(boxes[-1][1], word.box))
        else:
            boxes.append((word.page, word.box))
    return tuple(PageBox(page=page, x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom) for page, box in boxes)


def _on_line(line: Box, word: Box) -> bool:
    """A word goes on the line if its middle is at the line's height and it does not jump back to the left."""
    middle = (word.top + word.bottom) / 2
    return line.top <= middle <= line.bottom and word.x0 >= line.x0


def _union(a: Box, b: Box) -> Box:
    return Box(min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))
