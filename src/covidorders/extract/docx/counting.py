"""Counts the lists of a story in document order and gives each paragraph its printed marker.

What the standard leaves open is done as Word does it ([MS-OI29500] 2.1.277–2.1.294): uses of one definition count
together, a `startOverride` takes effect when its `w:num` is first met on that level, a level that was skipped counts
as begun, and a level starts anew after any higher one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from covidorders.extract.docx.numbering import LEVELS, Level, ListUse, Numbering
from covidorders.extract.docx.styles import NumberedBy
from covidorders.extract.glyphs import bullet
from covidorders.extract.number_format import format_number

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Marker:
    """The printed marker of a list item; `glued`: Word prints nothing between it and the text (`w:suff` nothing)."""

    text: str
    font: str | None
    glued: bool


@dataclass(slots=True)
class Counters:
    """The running numbers of one story (the body, one text box, one header)."""

    numbering: Numbering
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def marker(self, numbered: NumberedBy) -> Marker | None:
        """Count one paragraph on and return its marker, None if it prints none."""
        use = self.numbering.use(numbered.num_id)
        if use is None:
            return None
        index = self.numbering.level_of(numbered, use)
        level = use.level(index)
        counts = self._count(use, index)
        if level is None or level.hidden:
            return None
        text = _printed(use, level, counts)
        return Marker(text, level.font, level.suffix == "nothing") if text else None

    def _count(self, use: ListUse, index: int) -> list[int | None]:
        counts = self._counts.setdefault(use.definition, [None] * LEVELS)
        for above in range(index):
            if counts[above] is None:  # a skipped level counts as begun
                counts[above] = use.start(above)
        begins = (use.num_id, index) not in self._begun and index in use.restarts
        self._begun.add((use.num_id, index))
        count = counts[index]
        counts[index] = use.start(index) if begins or count is None else count + 1
        for below in range(index + 1, LEVELS):
            level = use.levels[below]
            if level is None or (level.restart_after is not None and index <= level.restart_after):
                counts[below] = None
        return counts


def _printed(use: ListUse, level: Level, counts: list[int | None]) -> str:
    if level.picture:
        return "•"
    if level.style == "bullet":
        return bullet(level.text, level.font)

    def one(match: re.Match[str]) -> str:
        index = int(match.group(1)) - 1
        count, shown = counts[index], use.level(index)
        if count is None or shown is None:
            return ""
        # isLgl (§17.9.4): all numbers as decimals, but for those of a level without a number
        style = "decimal" if level.legal and shown.style not in {"none", "decimalZero"} else shown.style
        return format_number(count, style, shown.custom)

    return _PLACE.sub(one, level.text).strip()
