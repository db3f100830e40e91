"""A mention as the finders give it, and how components put it into a Doc."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span

from covidorders.model import EntityLabel

Origin = Literal["rule", "model"]


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A mention of an entity; `start` and `end` are half-open offsets in code points into the text it was found in."""

    start: int
    end: int
    label: EntityLabel
    canonical: str | None = None
    canonical_id: str | None = None
    value: str | None = None
    score: float = 1.0
    """0 to 1; rules that the standard makes certain give 1."""
    origin: Origin = "rule"


def add_mentions(doc: Doc, mentions: Iterable[FoundMention], spans_key: str) -> Doc:
    """Add mentions to `doc.spans[spans_key]`.

    A mention keeps its own offsets where they fall inside a token (`span._.exact`).
    """
    spans = list(doc.spans.get(spans_key, ()))
    for found in mentions:
        span = doc.char_span(found.start, found.end, label=found.label, alignment_mode="expand")
        if span is not None:
            spans.append(_described(span, found))
    doc.spans[spans_key] = spans
    return doc


def _described(span: Span, found: FoundMention) -> Span:
    if found.canonical_id is not None:
        span = Span(span.doc, span.start, span.end, label=span.label, kb_id=found.canonical_id)
    span._.exact = (found.start, found.end)
    span._.canonical, span._.value = found.canonical, found.value
    span._.score, span._.origin = found.score, found.origin
    return span
