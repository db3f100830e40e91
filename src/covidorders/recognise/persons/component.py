"""The spaCy component `covidorders_persons`: `nlp.add_pipe("covidorders_persons")`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from covidorders.recognise.extensions import SPANS_KEY, text_of
from covidorders.recognise.found import add_mentions
from covidorders.recognise.persons.finder import find_persons
from covidorders.recognise.taken import Taken, exact_range


class Persons:
    """Adds a span labelled PERSON for every name of a person.

    It comes after agencies and positions: names inside agencies, places and references are left alone, and a name
    right behind a POSITION is a person. The names of those who sign are taken from `doc._.notice`.
    """

    def __init__(self, name: str, spans_key: str) -> None:
        self.name = name
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Find the persons of one Doc."""
        taken = Taken.of(doc, self.spans_key, "REFERENCE", "AGENCY", "POSITION", "LOCATION")
        offices = [exact_range(span) for span in doc.spans.get(self.spans_key, ()) if span.label_ == "POSITION"]
        signers = doc._.notice.signers if doc._.notice is not None else ()
        found = find_persons(text_of(doc), signers=signers, offices=offices)
        free = (one for one in found if not taken.overlaps(one.start, one.end))
        return add_mentions(doc, free, self.spans_key)


@Language.factory("covidorders_persons", default_config={"spans_key": SPANS_KEY})
def create(nlp: Language, name: str, spans_key: str) -> Persons:
    """Make the component; `spans_key` is the span group it reads and writes."""
    return Persons(name, spans_key)
