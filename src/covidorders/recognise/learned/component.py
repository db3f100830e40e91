"""The spaCy component `covidorders_entity_model`: `nlp.add_pipe("covidorders_entity_model")`.

It comes after the rules and before `covidorders_settle`, which lets its mentions stand where no rule's does.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.language import Language
from spacy.tokens import Doc

from covidorders.recognise.extensions import SPANS_KEY, text_of
from covidorders.recognise.found import add_mentions
from covidorders.recognise.learned.features import DATE, REFERENCE
from covidorders.recognise.learned.lines import Taken, without_overlap
from covidorders.recognise.learned.tagger import Known, load_tagger

DEFAULT_MODEL = "entities"


class EntityModel:
    """Adds the model's mentions, `span._.origin` "model" and `span._.score` the least marginal of their tokens."""

    def __init__(self, name: str, model: str, spans_key: str, least: Mapping[str, float]) -> None:
        self.name = name
        self.model = model
        self.spans_key = spans_key
        self.least = dict(least)

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of one Doc. Raises FileNotFoundError if the model is not there."""
        tagger = load_tagger(self.model)  # read with the first notice
        found = tagger.find(text_of(doc), self._taken(doc), self._known(doc))
        kept = [one for one in found if one.score >= self.least.get(one.label, 0.0 if not self.least else 2.0)]
        return add_mentions(doc, kept, self.spans_key)

    def _known(self, doc: Doc) -> set[Known]:
        exact = ((span._.exact, span.label_) for span in doc.spans.get(self.spans_key, ()))
        return {(place[0], place[1], label) for place, label in exact if place}

    def _taken(self, doc: Doc) -> list[Taken]:
        taken: list[Taken] = []
        for span in doc.spans.get(self.spans_key, ()):
            if span._.reference:
                taken.append((span._.reference.start, span._.reference.end, REFERENCE))
            elif span._.date:
                taken.append((span._.date.start, span._.date.end, DATE))
        return without_overlap(taken)


@Language.factory(
    "covidorders_entity_model", default_config={"model": DEFAULT_MODEL, "spans_key": SPANS_KEY, "least": {}}
)
def create(nlp: Language, name: str, model: str, spans_key: str, least: dict[str, float]) -> EntityModel:
    """Make the component.

    `model`: a name under `models/`, or a file. `least`: from which score on a mention of a label is taken; labels that
    are not in it are left out, and all are taken where it is empty.
    """
    return EntityModel(name, model, spans_key, least)
