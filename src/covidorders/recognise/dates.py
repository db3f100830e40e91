"""The spaCy component `covidorders_dates`: `nlp.add_pipe("covidorders_dates")`.

It comes after `covidorders_references`, so that the digits of a code are no dates; a date inside a reference is one.
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.language import Language
from spacy.tokens import Doc

from covidorders.grammar.dates import FoundDate, find_dates
from covidorders.recognise.extensions import SPANS_KEY, text_of
from covidorders.recognise.references.found import FoundReference


class Dates:
    """Adds a span labelled DATE for every date or range of dates, `span._.date` with its ISO value."""

    def __init__(self, name: str, spans_key: str) -> None:
        self.name = name
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Find the dates of one Doc."""
        spans = list(doc.spans.get(self.spans_key, ()))
        codes = sorted(
            span._.reference.code_range for span in spans if span._.reference and span._.reference.code_range
        )
        cited = [one for span in spans if (one := span._.reference)]
        for found in find_dates(text_of(doc), year=doc._.issue_year):
            if _inside_code(found, codes) or _belongs_to_title(found, cited):
                continue
            span = doc.char_span(found.start, found.end, label="DATE", alignment_mode="expand")
            if span is not None:
                span._.date, span._.exact = found, (found.start, found.end)
                spans.append(span)
        doc.spans[self.spans_key] = spans
        return doc


def _inside_code(found: FoundDate, codes: list[tuple[int, int]]) -> bool:
    index = bisect_right(codes, (found.end - 1, found.end)) - 1
    return index >= 0 and found.start < codes[index][1]


def _belongs_to_title(found: FoundDate, references: list[FoundReference]) -> bool:
    """Tell whether a date is part of a name: `Hướng dẫn về … năm học 2021-2022 số 6/HD-ĐT`, `Luật Đê điều năm 2006`.

    Behind a number the year is a date: `Công văn 3550/SGDĐT-CTTT năm 2024`.
    """
    holders = (one for one in references if one.start <= found.start < one.end)
    return any(
        (found.precision == "year" and not (one.code_range and found.start >= one.code_range[1]))
        or (one.titled_before and one.code_range is not None and found.start < one.code_range[0])
        for one in holders
    )


@Language.factory("covidorders_dates", default_config={"spans_key": SPANS_KEY})
def create(nlp: Language, name: str, spans_key: str) -> Dates:
    """Make the component; `spans_key` is the span group it reads references from and writes to."""
    return Dates(name, spans_key)
