"""Signers of scans: a name under a seal is read badly, and told or left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from covidorders.layout import PlacedWord, Text
from covidorders.model import PageBox, Signature, Warning

DOUBTFUL = 0.8
"""Confidence of its worst word below which a name is told. Measured on 19 signers of real scans: right ones 0.89 up."""
UNREADABLE = 0.5
"""A name of which recognition was less sure than this in every word is none."""


def believed(text: Text, signature: Signature) -> Signature:
    """Return the signature, its name null where no word of it was read with any certainty."""
    sure = [word.confidence for word in _words(text, signature) if word.confidence is not None]
    if sure and max(sure) < UNREADABLE:
        return signature.model_copy(update={"name": None})
    return signature


def doubtful_names(text: Text, signatures: Sequence[Signature]) -> Iterator[Warning]:
    """Yield a warning `low-confidence-signer` for every name with a word that recognition was not sure of."""
    for signature in signatures:
        words = _words(text, signature)
        lowest = min((word.confidence for word in words if word.confidence is not None), default=1.0)
        if lowest < DOUBTFUL:
            message = f"The name {signature.name!r} was read with confidence {lowest:.2f}; compare it with the picture."
            yield Warning(
                code="low-confidence-signer",
                message=message,
                start=words[0].start,
                end=words[-1].end,
                boxes=tuple(_page_box(word) for word in words),
            )


def _words(text: Text, signature: Signature) -> list[PlacedWord]:
    """Return the words of the name as they stand on the page; none where the source has no layout."""
    if signature.name is None:
        return []
    start = text.text.rfind(signature.name, signature.start, signature.end)
    end = start + len(signature.name)
    return [word for word in text.words if start >= 0 and word.start < end and word.end > start]


def _page_box(word: PlacedWord) -> PageBox:
    box = word.box
    return PageBox(page=word.page, x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom)
