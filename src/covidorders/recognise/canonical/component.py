"""The spaCy component `covidorders_canonical`: `nlp.add_pipe("covidorders_canonical")`, the last of a pipeline."""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc, Span

from covidorders.recognise.canonical.notice_names import NoticeNames
from covidorders.recognise.canonical.party import FullName
from covidorders.recognise.canonical.posts import full_post
from covidorders.recognise.extensions import SPANS_KEY, text_of
from covidorders.recognise.taken import exact_range


class Canonical:
    """Fills `span._.canonical` of AGENCY and POSITION, and `span.kb_id_` of bodies that have an id.

    `doc._.notice` says whose notice it is; without it only abbreviations are written out.
    """

    def __init__(self, name: str, spans_key: str) -> None:
        self.name = name
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Name the bodies and posts of one Doc in full."""
        spans = list(doc.spans.get(self.spans_key, ()))
        bodies = sorted((span for span in spans if span.label_ == "AGENCY"), key=exact_range)
        posts = [span for span in spans if span.label_ == "POSITION"]
        if not bodies and not posts:
            return doc
        text = text_of(doc)
        names = NoticeNames(text, doc._.notice)
        ranges = [exact_range(span) for span in bodies]
        full = names.of_bodies(ranges)
        for span, name in zip(bodies, full, strict=True):
            _describe(span, name)
        starts = [start for start, _ in ranges]
        for span in posts:
            start, end = exact_range(span)
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            near = zip(ranges[first:last], full[first:last], strict=True)
            inside = [(a - start, b - start, name) for (a, b), name in near if b <= end]
            _describe(span, full_post(text[start:end], inside, names.situation))
        doc.spans[self.spans_key] = spans
        return doc


def _describe(span: Span, name: FullName) -> None:
    span._.canonical = name.name
    if name.id is not None:
        span.kb_id_ = name.id


@Language.factory("covidorders_canonical", default_config={"spans_key": SPANS_KEY})
def create(nlp: Language, name: str, spans_key: str) -> Canonical:
    """Make the component; `spans_key` is the span group it reads and completes."""
    return Canonical(name, spans_key)
