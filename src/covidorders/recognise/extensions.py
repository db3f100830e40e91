"""What the components hang on spaCy's Doc and Span. Importing this module registers them, once."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span

SPANS_KEY = "covidorders"
"""The span group of a Doc that all components write to, unless told otherwise."""

SOURCE_TEXT = "covidorders.text"
"""Where our tokenizer leaves the text in `doc.user_data`."""

EXTENSIONS: tuple[tuple[Any, str], ...] = (
    (Doc, "issue_year"),  # int: the notice's own year, for dates printed without one; set before the pipeline runs
    (Doc, "notice"),  # NoticeContext: what its heading and signatures say; set before the pipeline runs
    (Span, "reference"),  # FoundReference of a span labelled REFERENCE
    (Span, "date"),  # FoundDate of a span labelled DATE
    (Span, "value"),  # str: the `value` of the entity, for components of other labels
    (Span, "canonical"),  # str: the canonical name, for components of other labels
    (Span, "exact"),  # (start, end): offsets of a mention that begins or ends inside a token
    (Span, "score"),  # float: how sure the component is, 0 to 1; None is 1
    (Span, "origin"),  # "rule" or "model"; None is "rule"
)


def _set_on_label(name: str) -> None:
    """Register a Span attribute that two spans of the same tokens but of different labels hold apart.

    spaCy keeps attributes by offsets alone; `PCT.UBND` is one token, and both a POSITION and an AGENCY begin in it.
    """

    def key(span: Span) -> tuple[str, str, int, int, int]:
        return ("covidorders", name, span.start_char, span.end_char, span.label)

    def getter(span: Span) -> object:
        data: dict[Any, object] = span.doc.user_data
        return data.get(key(span))

    def setter(span: Span, value: object) -> None:
        data: dict[Any, object] = span.doc.user_data
        data[key(span)] = value

    Span.set_extension(name, getter=getter, setter=setter)


for _kind, _name in EXTENSIONS:
    if _kind.has_extension(_name):
        continue
    if _kind is Span:
        _set_on_label(_name)
    else:
        _kind.set_extension(_name, default=None)


def text_of(doc: Doc) -> str:
    """Return the text of a Doc; `doc.text` puts it together from its tokens at every call, ours need not."""
    return str(doc.user_data.get(SOURCE_TEXT) or doc.text)
