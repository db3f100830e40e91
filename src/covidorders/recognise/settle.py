"""The spaCy component `covidorders_settle`: of mentions that exclude each other it keeps one.

It comes after all components that find mentions. What may stand inside what is said by docs/annotation.md: an AGENCY in
a POSITION, a DATE in a REFERENCE, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from covidorders.recognise.extensions import SPANS_KEY
from covidorders.recognise.taken import exact_range

PRIORITY = ("REFERENCE", "POSITION", "AGENCY", "PERSON", "LOCATION", "DATE", "QUANTITY")
"""Of two mentions that cross, the one whose label stands earlier here is kept."""

NESTS = frozenset({("POSITION", "AGENCY"), ("REFERENCE", "DATE")})
"""(outer, inner): both are mentions."""

_HOLDS: Mapping[str, frozenset[str]] = {
    # `Văn phòng Chủ tịch nước` names a body, `đường Lê Duẩn` a road, `03 đơn vị` how many.
    "AGENCY": frozenset({"POSITION", "PERSON", "LOCATION", "DATE", "QUANTITY"}),
    "LOCATION": frozenset({"PERSON", "DATE", "QUANTITY"}),
    "QUANTITY": frozenset({"AGENCY", "LOCATION"}),
}
"""outer: labels that are no mentions inside it, whatever their priority."""

_OWN_LABELS = {label: rank for rank, label in enumerate(PRIORITY)}


@dataclass(frozen=True, slots=True)
class Claim:
    """A mention as far as conflicts go; `start` and `end` are half-open offsets, `score` is 0 to 1."""

    start: int
    end: int
    label: str
    score: float = 1.0
    is_model: bool = False
    is_common: bool = False
    """It begins with a small letter: `đơn vị`, not `Sở Y tế`."""
    source: Any = field(default=None, compare=False)
    """Whatever the claim was made from; it is handed back with it."""


def settle(claims: Sequence[Claim], *, model_wins: Mapping[str, float] | None = None) -> list[Claim]:
    """Return the claims that can stand together, in order of the text; labels that are not ours all stand.

    A claim of the model stands where no rule's does, unless its score reaches `model_wins[label]`: then it goes before
    the rules, references apart. A post that ends inside a body is drawn out to the body's end.
    """
    wins = model_wins or {}
    kept: list[Claim] = []
    for cluster in _clusters([claim for claim in claims if claim.label in _OWN_LABELS]):
        kept += _settled(cluster, wins) if len(cluster) > 1 else cluster
    kept += [claim for claim in claims if claim.label not in _OWN_LABELS]
    return sorted(kept, key=lambda claim: (claim.start, -claim.end, claim.label))


def _clusters(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Yield the claims in groups; claims of two groups share no letter."""
    cluster: list[Claim] = []
    end = 0
    for claim in sorted(claims, key=lambda claim: claim.start):
        if cluster and claim.start >= end:
            yield cluster
            cluster = []
        cluster.append(claim)
        end = max(end, claim.end)
    if cluster:
        yield cluster


def _settled(cluster: list[Claim], wins: Mapping[str, float]) -> list[Claim]:
    drawn = [_drawn_out(claim, cluster) if claim.label == "POSITION" else claim for claim in cluster]
    free = [claim for claim in drawn if not any(_holds(other, claim) or _counts(other, claim) for other in drawn)]
    kept: list[Claim] = []
    for claim in sorted(free, key=lambda claim: _rank(claim, wins)):
        if not any(_excludes(claim, other) for other in kept):
            kept.append(claim)
    return kept


def _drawn_out(post: Claim, cluster: Sequence[Claim]) -> Claim:
    ends = [
        body.end
        for body in cluster
        if body.label == "AGENCY" and post.start < body.start < post.end < body.end and body.is_model <= post.is_model
    ]
    return replace(post, end=max(ends)) if ends else post


def _holds(outer: Claim, inner: Claim) -> bool:
    if inner.label not in _HOLDS.get(outer.label, ()) or outer.is_model > inner.is_model:
        return False
    return outer.start <= inner.start and inner.end <= outer.end and outer.end - outer.start > inner.end - inner.start


def _counts(amount: Claim, body: Claim) -> bool:
    """Tell whether a body is only what is counted: `bán 02 doanh nghiệp nhà nước`."""
    crosses = amount.start < body.start < amount.end
    return crosses and amount.label == "QUANTITY" and body.label == "AGENCY" and body.is_common


def _rank(claim: Claim, wins: Mapping[str, float]) -> tuple[int, int, int, float, int]:
    if claim.label == "REFERENCE" and not claim.is_model:
        tier = 0
    elif claim.is_model and claim.score >= wins.get(claim.label, 2.0):
        tier = 1
    else:
        tier = 3 if claim.is_model else 2
    return tier, _OWN_LABELS[claim.label], claim.start - claim.end, -claim.score, claim.start


def _excludes(one: Claim, other: Claim) -> bool:
    if one.end <= other.start or other.end <= one.start:
        return False
    outer, inner = (one, other) if one.end - one.start >= other.end - other.start else (other, one)
    nests = (outer.label, inner.label) in NESTS and outer.start <= inner.start and inner.end <= outer.end
    return not nests or (outer.start, outer.end) == (inner.start, inner.end)


class Settle:
    """Leaves in the span group what can stand together; `model_wins` is that of `settle`."""

    def __init__(self, name: str, spans_key: str, model_wins: Mapping[str, float]) -> None:
        self.name = name
        self.spans_key = spans_key
        self.model_wins = dict(model_wins)

    def __call__(self, doc: Doc) -> Doc:
        """Settle the mentions of one Doc."""
        claims = [_claim(span) for span in doc.spans.get(self.spans_key, ())]
        doc.spans[self.spans_key] = [_span(claim) for claim in settle(claims, model_wins=self.model_wins)]
        return doc


def _claim(span: Span) -> Claim:
    start, end = exact_range(span)
    score = span._.score
    is_model, is_common = span._.origin == "model", span.text[:1].islower()
    return Claim(start, end, span.label_, 1.0 if score is None else score, is_model, is_common, span)


def _span(claim: Claim) -> Span:
    span: Span = claim.source
    if claim.label != "POSITION" or claim.end <= (span._.exact or (0, span.end_char))[1]:
        return span
    longer = span.doc.char_span(claim.start, claim.end, label=span.label, kb_id=span.kb_id, alignment_mode="expand")
    if longer is None:  # ends of tokens are the ends of the Doc at the furthest: `expand` always finds some
        return span
    longer._.exact = (claim.start, claim.end)
    longer._.value, longer._.score, longer._.origin = span._.value, span._.score, span._.origin
    return longer


@Language.factory("covidorders_settle", default_config={"spans_key": SPANS_KEY, "model_wins": {}})
def create(nlp: Language, name: str, spans_key: str, model_wins: dict[str, float]) -> Settle:
    """Make the component; `spans_key` is the span group it settles, `model_wins` is that of `settle`."""
    return Settle(name, spans_key, model_wins)
