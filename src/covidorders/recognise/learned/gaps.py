"""What the rules left open: where the model is worth its time, and which of its mentions could stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from covidorders.recognise.settle import NESTS

Place = tuple[int, int, str]
"""Half-open offsets and the label of a mention."""

_SHORT = 40
"""Code points of a paragraph that may be a letterhead's, a signature's or an entry of a list."""
_CAPITALS = "".join(chr(code) for code in range(0x41, 0x1EFA) if chr(code).isupper())
_NAME = re.compile(rf"(?<=[\w,(“]\s)[{_CAPITALS}]|(?<=[\t(“/])[{_CAPITALS}]")
"""A capital letter where no sentence begins."""


class Gaps:
    """Looks at the mentions of the rules.

    `labels`: those that are wanted of the model; all are where it is empty. `names_only`: paragraphs are wanted only if
    they are short, or a capital letter stands in them outside the rules' mentions, where no sentence begins.
    """

    def __init__(self, mentions: Iterable[Place], labels: Mapping[str, float], *, names_only: bool) -> None:
        self._mentions = sorted(mentions)
        self._starts = [start for start, _, _ in self._mentions]
        self._longest = max((end - start for start, end, _ in self._mentions), default=0)
        self._labels = labels
        self._names_only = names_only

    def paragraph(self, text: str, start: int, end: int) -> bool:
        """Tell whether the paragraph `text[start:end]` may hold a mention that the rules do not know."""
        if not self._names_only:
            return True
        if end - start <= _SHORT:
            return not self._is_covered(start, end)
        return any(not self._is_covered(name.start(), name.end()) for name in _NAME.finditer(text, start, end))

    def mention(self, start: int, end: int, label: str) -> bool:
        """Tell whether a mention is wanted and no mention of the rules excludes it."""
        if self._labels and label not in self._labels:
            return False
        one = (start, end, label)
        return all(_may_nest(one, other) or _may_nest(other, one) for other in self._overlapping(start, end))

    def _is_covered(self, start: int, end: int) -> bool:
        return any(a <= start and end <= b for a, b, _ in self._overlapping(start, end))

    def _overlapping(self, start: int, end: int) -> Iterator[Place]:
        for index in range(bisect_left(self._starts, start - self._longest), len(self._mentions)):
            mention = self._mentions[index]
            if mention[0] >= end:
                break
            if mention[1] > start:
                yield mention


def _may_nest(outer: Place, inner: Place) -> bool:
    holds = outer[0] <= inner[0] and inner[1] <= outer[1] and outer[:2] != inner[:2]
    return holds and (outer[2], inner[2]) in NESTS
