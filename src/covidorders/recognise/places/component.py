"""The spaCy component `covidorders_places`: `nlp.add_pipe("covidorders_places")`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from covidorders.recognise.extensions import SPANS_KEY, text_of
from covidorders.recognise.found import add_mentions
from covidorders.recognise.places.find import find_places
from covidorders.recognise.taken import Taken


class Places:
    """Adds a span labelled LOCATION for every named place outside the references found before.

    `span._.canonical` is the full name with its parents, `span.kb_id_` the id of an administrative unit.
    """

    def __init__(self, name: str, spans_key: str) -> None:
        self.name = name
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Find the places of one Doc."""
        cited = Taken.of(doc, self.spans_key, "REFERENCE")
        found = find_places(text_of(doc), doc._.notice)
        free = (one for one in found if not cited.overlaps(one.start, one.end))
        return add_mentions(doc, free, self.spans_key)


@Language.factory("covidorders_places", default_config={"spans_key": SPANS_KEY})
def create(nlp: Language, name: str, spans_key: str) -> Places:
    """Make the component; `spans_key` is the span group it reads references from and writes to."""
    return Places(name, spans_key)
