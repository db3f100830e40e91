"""The spaCy component `covidorders_quantities`: `nlp.add_pipe("covidorders_quantities")`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from covidorders.grammar.quantities import find_quantities
from covidorders.recognise.extensions import SPANS_KEY, text_of
from covidorders.recognise.found import FoundMention, add_mentions
from covidorders.recognise.taken import Taken


class Quantities:
    """Adds a span labelled QUANTITY for every number with a unit, `span._.value` with both.

    It comes after references and dates, whose digits are no quantities.
    """

    def __init__(self, name: str, spans_key: str) -> None:
        self.name = name
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Find the quantities of one Doc."""
        taken = Taken.of(doc, self.spans_key, "REFERENCE", "DATE")
        found = (
            FoundMention(one.start, one.end, "QUANTITY", value=one.value)
            for one in find_quantities(text_of(doc))
            if not taken.overlaps(one.start, one.end)
        )
        return add_mentions(doc, found, self.spans_key)


@Language.factory("covidorders_quantities", default_config={"spans_key": SPANS_KEY})
def create(nlp: Language, name: str, spans_key: str) -> Quantities:
    """Make the component; `spans_key` is the span group it reads and writes."""
    return Quantities(name, spans_key)
