"""The spaCy component `covidorders_references`: `nlp.add_pipe("covidorders_references")`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from covidorders.recognise.extensions import SPANS_KEY, text_of
from covidorders.recognise.references.find import find_references


class References:
    """Adds a span labelled REFERENCE for every mention of another document, `span._.reference` with what it says.

    A span covers whole tokens; the exact place is `span._.exact`.
    """

    def __init__(self, name: str, spans_key: str) -> None:
        self.name = name
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Find the references of one Doc."""
        spans = list(doc.spans.get(self.spans_key, ()))
        for found in find_references(text_of(doc), year=doc._.issue_year):
            span = doc.char_span(found.start, found.end, label="REFERENCE", alignment_mode="expand")
            if span is not None:
                span._.reference, span._.exact = found, (found.start, found.end)
                spans.append(span)
        doc.spans[self.spans_key] = spans
        return doc


@Language.factory("covidorders_references", default_config={"spans_key": SPANS_KEY})
def create(nlp: Language, name: str, spans_key: str) -> References:
    """Make the component; `spans_key` is the span group it writes to."""
    return References(name, spans_key)
