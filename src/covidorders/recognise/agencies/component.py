"""The spaCy component `covidorders_agencies`: `nlp.add_pipe("covidorders_agencies")`.

It comes after `covidorders_references` and `covidorders_dates`: nothing begins inside a mention of a document.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from covidorders.recognise.agencies.find import find_agencies
from covidorders.recognise.extensions import SPANS_KEY, text_of
from covidorders.recognise.found import add_mentions


class Agencies:
    """Adds a span labelled AGENCY for every body and one labelled POSITION for every office that the text names."""

    def __init__(self, name: str, spans_key: str) -> None:
        self.name = name
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Find the bodies and offices of one Doc."""
        covered = sorted(
            (span._.reference.start, span._.reference.end)
            for span in doc.spans.get(self.spans_key, ())
            if span._.reference is not None
        )
        return add_mentions(doc, find_agencies(text_of(doc), covered=covered), self.spans_key)


@Language.factory("covidorders_agencies", default_config={"spans_key": SPANS_KEY})
def create(nlp: Language, name: str, spans_key: str) -> Agencies:
    """Make the component; `spans_key` is the span group it reads references from and writes to."""
    return Agencies(name, spans_key)
