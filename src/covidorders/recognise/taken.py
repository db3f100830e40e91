"""Which places of a Doc earlier components have taken."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc, Span


@dataclass(frozen=True, slots=True)
class Taken:
    """Ranges of a text, half-open, in order; those that touch are joined."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, doc: Doc, spans_key: str, *labels: str) -> Taken:
        """Return the ranges of the spans with one of these labels."""
        ranges = sorted(exact_range(span) for span in doc.spans.get(spans_key, ()) if span.label_ in labels)
        joined: list[tuple[int, int]] = []
        for start, end in ranges:
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return cls(tuple(start for start, _ in joined), tuple(end for _, end in joined))

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether `[start, end)` touches one of the ranges."""
        last = bisect_left(self.starts, end) - 1
        return last >= 0 and self.ends[last] > start


def exact_range(span: Span) -> tuple[int, int]:
    """Return the offsets of a mention, which may begin or end inside a token."""
    return span._.exact or (span.start_char, span.end_char)
