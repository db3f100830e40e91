"""The spaCy component `covidorders_entity_model`: `nlp.add_pipe("covidorders_entity_model")`.

It comes after the rules and before `covidorders_settle`, which lets its mentions stand where no rule's does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from spacy.language import Language
from spacy.tokens import Doc, Span

from covidorders.model import EntityLabel
from covidorders.recognise.bare import is_bare, is_misread
from covidorders.recognise.extensions import SPANS_KEY, text_of
from covidorders.recognise.found import add_mentions
from covidorders.recognise.learned.features import DATE, REFERENCE
from covidorders.recognise.learned.gaps import Gaps, Place
from covidorders.recognise.learned.lines import Taken, without_overlap
from covidorders.recognise.learned.tagger import load_tagger

DEFAULT_MODEL = "entities"
_FORMS = {"REFERENCE": REFERENCE, "DATE": DATE}
_LABELS = frozenset(get_args(EntityLabel))


class EntityModel:
    """Adds the model's mentions, `span._.origin` "model" and `span._.score` the least marginal of their tokens."""

    def __init__(  # noqa: PLR0913 - every setting of the component
        self,
        name: str,
        model: str,
        spans_key: str,
        least: Mapping[str, float],
        least_bare: Mapping[str, float],
        *,
        poor_letters_only: bool = False,
    ) -> None:
        self.name = name
        self.model = model
        self.spans_key = spans_key
        self.least = dict(least)
        self.least_bare = dict(least_bare)
        self.poor_letters_only = poor_letters_only

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of one Doc. Raises FileNotFoundError if the model is not there."""
        text = text_of(doc)
        bare = bool(self.least_bare) and is_bare(text)
        notice = doc._.notice
        if self.poor_letters_only and not bare and notice and not notice.recognised and not is_misread(text):
            return doc
        least = self.least_bare if bare else self.least
        known = [_place(span) for span in doc.spans.get(self.spans_key, ()) if span.label_ in _LABELS]
        gaps = Gaps(known, least, names_only=bool(least) and not bare)
        found = load_tagger(self.model).find(text, _taken(known), gaps)  # read with the first notice
        kept = [one for one in found if one.score >= least.get(one.label, 0.0)]
        return add_mentions(doc, kept, self.spans_key)


def _place(span: Span) -> Place:
    own = span._
    found = own.exact or own.reference or own.date  # most spans say their place exactly
    if isinstance(found, tuple):
        return found[0], found[1], span.label_
    return (found.start, found.end, span.label_) if found else (span.start_char, span.end_char, span.label_)


def _taken(known: Iterable[Place]) -> list[Taken]:
    return without_overlap((start, end, _FORMS[label]) for start, end, label in known if label in _FORMS)


@Language.factory(
    "covidorders_entity_model",
    default_config={
        "model": DEFAULT_MODEL,
        "spans_key": SPANS_KEY,
        "least": {},
        "least_bare": {},
        "poor_letters_only": False,
    },
)
def create(  # noqa: PLR0913, PLR0917 - spaCy calls it with every setting
    nlp: Language,
    name: str,
    model: str,
    spans_key: str,
    least: dict[str, float],
    least_bare: dict[str, float],
    poor_letters_only: bool,
) -> EntityModel:
    """Make the component.

    `model`: a name under `models/`, or a file. `least`: from which score on a mention of a label is taken. Labels that
    are not in it are left to the rules, and paragraphs in which the rules left no name open are passed over (half of
    the time); where it is empty everything that the model finds is taken. `least_bare`: the same for a text without
    diacritics, in which the rules know fewer words; where it is empty `least` holds for it too. `poor_letters_only`:
    read only notices that were recognised from pictures, are misread or lack diacritics; in others the rules are as
    good (models/README.md). Of a Doc without `doc._.notice` nothing is known: it is read.
    """
    return EntityModel(name, model, spans_key, least, least_bare, poor_letters_only=poor_letters_only)
