"""What the components hang on spaCy's Doc and Span. Importing this module registers them, once."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span

SPANS_KEY = "covidorders"
"""The span group of a Doc that all components write to, unless told otherwise."""

EXTENSIONS: tuple[tuple[Any, str], ...] = (
    (Doc, "issue_year"),  # int: the notice's own year, for dates printed without one; set before the pipeline runs
    (Span, "reference"),  # FoundReference of a span labelled REFERENCE
    (Span, "date"),  # FoundDate of a span labelled DATE
    (Span, "value"),  # str: the `value` of the entity, for components of other labels
    (Span, "canonical"),  # str: the canonical name, for components of other labels
)

for _kind, _name in EXTENSIONS:
    if not _kind.has_extension(_name):
        _kind.set_extension(_name, default=None)
