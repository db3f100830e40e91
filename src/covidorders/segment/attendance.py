"""Who took part in a meeting, listed before what was concluded there: people, no orders."""

from __future__ import annotations

from covidorders.grammar import marks
from covidorders.grammar.labels import read_label
from covidorders.segment.lines import Passage

_LEAD_IN = 400
"""The paragraph above the list is no longer than this (code points)."""


def behind_attendance(passage: Passage, index: int, stop: int) -> int:
    """Return the index behind the list of those present that begins at `index`; `index` itself where none does.

    The paragraph above leads in (`Tham dự cuộc họp có:`), and behind the list a paragraph without a label leads to what
    was concluded (`Sau khi nghe báo cáo, … kết luận:`), else the list is the notice's own, as in an invitation.
    """
    above = passage.words(index - 1)
    said = marks.pattern("attendance", "open", whole=False).search(marks.folded(above))
    if said is None or len(above) > _LEAD_IN or not above.endswith(":") or read_label(above) is not None:
        return index
    first = read_label(passage.words(index))
    end = index
    while end < stop and (label := read_label(passage.words(end))) is not None:
        if first is None or (label.kind != first.kind and not label.kind.bullet):
            return index
        end += 1
    behind = marks.folded(passage.words(end)) if end < stop and passage.paragraphs[end].table is None else ""
    concludes = marks.pattern("attendance", "concludes", whole=False).search(behind) is not None
    labelled = any(read_label(passage.words(ahead)) is not None for ahead in range(end + 1, stop))
    return end if concludes and labelled else index
