"""One document of the gold against what the program found in it; many documents added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from covidorders.evaluate.anchor import anchor
from covidorders.evaluate.gold import GoldDocument, GoldMention
from covidorders.evaluate.spans import Counts, Matching, Span, added, match_spans
from covidorders.grammar.fold import same
from covidorders.model import Entity, SourceFile

NOTHING = ""
"""Stands for no label in the confusion: gold that nothing overlaps with, findings that overlap with no gold."""


@dataclass(frozen=True, slots=True)
class Canonical:
    """A canonical name of the gold and what the program gives for the same mention."""

    start: int
    surface: str
    wanted: str
    given: str

    @property
    def is_right(self) -> bool:
        """Equal but for case, tone placement, white space and the form of the apostrophe (`Đắk R’lấp`)."""
        return same(self.wanted.replace("’", "'"), self.given.replace("’", "'"))


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing found wrongly: `wanted` and `given` are label and words, None where there is nothing on that side."""

    source: str
    start: int
    wanted: tuple[str, str] | None
    given: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """How one document came out. `extraction` is None for a document that could not be read: all of it is missed."""

    source: str
    extraction: str | None
    matching: Matching
    canonical: tuple[Canonical, ...] = ()
    faults: tuple[Fault, ...] = ()
    unplaced: tuple[GoldMention, ...] = ()
    is_anchored: bool = False
    """True if the text is not the one that was annotated, so that the mentions were sought in it."""

    @property
    def counts(self) -> dict[str, Counts]:
        """Counts by label."""
        return self.matching.counts()

    @property
    def kind(self) -> str:
        """`ocr`, `digital`, or `unread`."""
        return "unread" if self.extraction is None else "ocr" if self.extraction == "ocr" else "digital"


def score_document(
    gold: GoldDocument, parsed: SourceFile | None, labels: frozenset[str] = frozenset()
) -> DocumentScore:
    """Return how the parsed file compares with the gold. `labels`: only these (all if empty).

    Only what begins before `gold.until` counts. With no parsed file everything counts as missed.
    """
    if parsed is None:
        wanted = [one.span for one in gold.entities if not labels or one.label in labels]
        return DocumentScore(gold.source, None, match_spans(wanted, []))
    anchored = anchor(gold, parsed.text)
    mentions = [one for one in anchored.gold.entities if not labels or one.label in labels]
    found = [one for one in _entities(parsed, anchored.gold.until) if not labels or one.label in labels]
    matching = match_spans([one.span for one in mentions], [_span(one) for one in found])
    return DocumentScore(
        source=gold.source,
        extraction=parsed.source.extraction,
        matching=matching,
        canonical=tuple(_canonical_names(mentions, found)),
        faults=tuple(_faults(gold.source, matching, parsed.text)),
        unplaced=tuple(one for one in anchored.unplaced if not labels or one.label in labels),
        is_anchored=anchored.gold is not gold,
    )


def _entities(parsed: SourceFile, until: int) -> Iterator[Entity]:
    return (one for notice in parsed.notices for one in notice.entities if one.start < until)


def _span(entity: Entity) -> Span:
    return entity.start, entity.end, entity.label


def _canonical_names(mentions: Iterable[GoldMention], found: Iterable[Entity]) -> Iterator[Canonical]:
    """Yield both names of every agency found exactly whose name somebody settled."""
    given = {_span(one): one for one in found if one.label == "AGENCY"}
    for one in mentions:
        if one.canonical and one.span in given:
            entity = given[one.span]
            yield Canonical(one.start, one.text, one.canonical, entity.canonical or entity.text)


def _faults(source: str, matching: Matching, text: str) -> Iterator[Fault]:
    def words(span: Span) -> tuple[str, str]:
        return span[2], text[span[0] : span[1]]

    for wanted, given in (*matching.overlapping, *matching.confused):
        yield Fault(source, wanted[0], words(wanted), words(given))
    yield from (Fault(source, one[0], words(one), None) for one in matching.missed)
    yield from (Fault(source, one[0], None, words(one)) for one in matching.extra)


# --- many documents -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Report:
    """All documents of an evaluation, in the order of the gold."""

    documents: tuple[DocumentScore, ...] = field(default=())

    @property
    def counts(self) -> dict[str, Counts]:
        """Counts by label over all documents."""
        return added(one.counts for one in self.documents)

    @property
    def by_kind(self) -> dict[str, dict[str, Counts]]:
        """Counts by label for `digital`, `ocr` and `unread` documents, as far as there are any."""
        kinds = sorted({one.kind for one in self.documents})
        return {kind: added(one.counts for one in self.documents if one.kind == kind) for kind in kinds}

    @property
    def canonical(self) -> tuple[int, int]:
        """How many canonical names are right, of how many agencies found exactly."""
        names = [name for one in self.documents for name in one.canonical]
        return sum(name.is_right for name in names), len(names)

    @property
    def confusion(self) -> dict[tuple[str, str], int]:
        """How often a label of the gold was given another label (or nothing: ``""``), most frequent first."""
        pairs: Counter[tuple[str, str]] = Counter()
        for one in self.documents:
            pairs.update((wanted[2], given[2]) for wanted, given in one.matching.confused)
            pairs.update((wanted[2], NOTHING) for wanted in one.matching.missed)
            pairs.update((NOTHING, given[2]) for given in one.matching.extra)
        return dict(sorted(pairs.items(), key=lambda item: (-item[1], item[0])))

    def wrong_names(self, number: int) -> list[tuple[int, str, Canonical]]:
        """Return the most frequent wrong canonical names, each with how often, and its first document and place."""
        groups: dict[tuple[str, str], list[tuple[str, Canonical]]] = {}
        for one in self.documents:
            for name in one.canonical:
                if not name.is_right:
                    groups.setdefault((name.wanted, name.given), []).append((one.source, name))
        ranked = sorted(groups.values(), key=len, reverse=True)
        return [(len(same_ones), *same_ones[0]) for same_ones in ranked[:number]]

    def worst(self, number: int) -> list[tuple[int, Fault]]:
        """Return the faults that are made most often, each with how often and its first place.

        Faults are the same if the words and labels on both sides are. Of equally frequent ones those that cost most
        come first: a wrong label is one missed and one extra.
        """
        groups: dict[object, list[Fault]] = {}
        for one in self.documents:
            for fault in one.faults:
                groups.setdefault((fault.wanted, fault.given), []).append(fault)
        ranked = sorted(groups.values(), key=lambda same_ones: (-len(same_ones), -_cost(same_ones[0])))
        return [(len(same_ones), same_ones[0]) for same_ones in ranked[:number]]


def _cost(fault: Fault) -> int:
    return (fault.wanted is not None) + (fault.given is not None)


def score_documents(pairs: Iterable[tuple[GoldDocument, SourceFile | None]], labels: Sequence[str] = ()) -> Report:
    """Return the report over gold documents, each with its parsed file (None where there is none)."""
    return Report(tuple(score_document(gold, parsed, frozenset(labels)) for gold, parsed in pairs))
