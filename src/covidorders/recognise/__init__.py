"""Recognise: what the running text of a notice names, by spaCy components that anyone can use in their own pipeline.

Now: `covidorders_references` and `covidorders_dates`. The seam for agencies, persons, positions, places, quantities,
roles and deadlines: a component that adds spans with a label of the JSON to `doc.spans["covidorders"]` is put into a
pipeline file, and its spans come out as entities with no change here (see `result.read_doc`).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from covidorders.layout import PlacedWord
from covidorders.recognise.context import NoticeContext
from covidorders.recognise.load import Pipeline, load_pipeline
from covidorders.recognise.recognised import Recognised

if TYPE_CHECKING:
    from spacy.language import Language

_VOCABULARY = 40_000
"""Words that the vocabulary keeps over a batch (about 20 MB)."""

__all__ = ["NoticeContext", "Pipeline", "Recognised", "load_pipeline", "recognise"]


def recognise(  # noqa: PLR0913 - the notice, its place, and what is known of it
    nlp: Language,
    text: str,
    start: int,
    end: int,
    *,
    skip: Sequence[tuple[int, int]] = (),
    notice: NoticeContext | None = None,
    words: Sequence[PlacedWord] = (),
) -> Recognised:
    """Return entities and references of the notice `text[start:end]`; all offsets are into `text`.

    `skip`: ranges whose codes and dates are the notice's own (its heading but for the subject).
    `notice`: what its heading says of it. `words`: the words of the source with their boxes, in order; empty where the
    source has no layout.
    """
    from covidorders.recognise.result import read_doc  # spaCy loads with the first notice

    with _vocabulary_bound(nlp):
        doc = nlp.make_doc(text[start:end])
        doc._.notice = notice or NoticeContext()
        doc._.issue_year = doc._.notice.year
        return read_doc(nlp(doc), start, skip=skip, words=words)


def _vocabulary_bound(nlp: Language) -> AbstractContextManager[object]:
    """Forget the words of a notice after it once the vocabulary is large: it must not grow with the batch.

    Forgetting always would make every file build its common words again (a fifth of the time of short files).
    """
    return nlp.memory_zone() if len(nlp.vocab) > _VOCABULARY else nullcontext()
