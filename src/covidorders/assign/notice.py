"""Build one notice from its parts and what was recognised in it.

The seam for tasks: a later step reads a directive's own ranges and the entities in them, and fills `Directive.tasks`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from covidorders.assign.canonical import issuer_with_id, with_canonical
from covidorders.layout import PlacedPage, Text
from covidorders.model import Directive, Entity, Notice, Reference, Span
from covidorders.recognise import Recognised
from covidorders.segment import Item, Segmented


@dataclass(frozen=True, slots=True)
class _Places:
    """Ids in the order of their starts, for cutting out those in a range."""

    starts: tuple[int, ...]
    ids: tuple[str, ...]

    @classmethod
    def of(cls, found: Sequence[Entity | Reference]) -> _Places:
        ordered = sorted((one.start, one.id) for one in found)
        return cls(tuple(start for start, _ in ordered), tuple(one for _, one in ordered))

    def within(self, ranges: Sequence[tuple[int, int]]) -> tuple[str, ...]:
        """Return the ids of what begins in one of the ranges, in text order."""
        return tuple(
            one for a, b in ranges for one in self.ids[bisect_left(self.starts, a) : bisect_left(self.starts, b)]
        )


def assign(text: Text, parts: Segmented, found: Recognised, file_id: str) -> Notice:
    """Return the notice; `file_id` (the file's content hash) makes its id unique over all files."""
    entities, references = _Places.of(found.entities), _Places.of(found.references)
    heading = parts.heading

    def directive(item: Item) -> Directive:
        ranges = (*((item.heading,) if item.heading else ()), *item.own)
        return Directive(
            id=item.id,
            label=item.label,
            level=item.level,
            start=item.start,
            end=item.end,
            pages=_pages(text.pages, item.start, item.end),
            heading=" ".join(text.text[slice(*item.heading)].split()) if item.heading else None,
            text="\n".join(text.text[a:b] for a, b in item.own),
            entities=entities.within(ranges),
            references=references.within(ranges),
            children=tuple(directive(child) for child in item.children),
        )

    return Notice(
        id=f"{file_id[:16]}-{parts.ordinal}",
        ordinal=parts.ordinal,
        start=parts.start,
        end=parts.end,
        regime=heading.regime,
        type=heading.type,
        code=heading.code,
        place=heading.place,
        issued_on=heading.issued_on,
        issuer=issuer_with_id(heading.issuer, heading.range, found.entities),
        subject=heading.subject,
        urgency=heading.urgency,
        secrecy=heading.secrecy,
        addressees=with_canonical(heading.addressees, found.entities),
        legal_bases=references.within([_range(base) for base in parts.bases]),
        preamble=parts.preamble,
        directives=tuple(directive(item) for item in parts.items),
        closing=parts.closing,
        distribution=with_canonical(parts.distribution, found.entities),
        signatures=parts.signatures,
        annexes=parts.annexes,
        tables=parts.tables,
        entities=found.entities,
        references=found.references,
        warnings=parts.warnings,
    )


def _range(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _pages(pages: Sequence[PlacedPage], start: int, end: int) -> tuple[int, ...]:
    """Numbers of the pages that `text[start:end]` stands on."""
    return tuple(
        page.number for page in pages if page.start < max(end, start + 1) and start < max(page.end, page.start + 1)
    )
