"""Word's automatic numbering (numbering.xml) for the items of a sample.

Levels are set up as Word's own lists are: one multilevel list a notice, whose level is the item's depth, and a list of
its own for each further kind of label at the same depth. A label that the list would not give by itself (a repeat, a
gap, a jump) gets a new instance with a start override. What Word cannot number (`đ)`) is left to be typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

_LEVELS = 9
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_KINDS = (
    (re.compile(r"^([IVXLC]+)([.\-/)])$"), "upperRoman"),
    (re.compile(r"^(\d+)([.\-/)])$"), "decimal"),
    (re.compile(r"^\d+\.(\d+)([./])$"), "decimal-in-parent"),
    (re.compile(r"^\((\d+)(\))$"), "decimal-in-brackets"),
    (re.compile(r"^Điều (\d+)(\.)$"), "article"),
    (re.compile(r"^([a-z])([.)])$"), "lowerLetter"),
    (re.compile(r"^()([-+*•])$"), "bullet"),
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a label looks like: its number format and what closes it."""

    form: str
    closing: str

    @property
    def number_format(self) -> str:
        """The value of `w:numFmt`."""
        return self.form if self.form in {"upperRoman", "lowerLetter", "bullet"} else "decimal"

    def pattern(self, level: int) -> str:
        """Return `w:lvlText` for a level counted from 0."""
        here = f"%{level + 1}"
        if self.form == "bullet":
            return self.closing
        if self.form == "decimal-in-parent":
            return f"%{level}.{here}{self.closing}"
        opening = {"decimal-in-brackets": "(", "article": "Điều "}.get(self.form, "")
        return f"{opening}{here}{self.closing}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item hangs in the numbering: `w:numId` and `w:ilvl`."""

    number_id: int
    level: int


@dataclass(slots=True)
class _List:
    """One abstract list with the counters that Word would keep for it."""

    abstract_id: int
    kinds: list[Kind | None] = field(default_factory=lambda: [None] * _LEVELS)
    counters: list[int] = field(default_factory=lambda: [0] * _LEVELS)
    number_id: int = 0


class Numbering:
    """Hands out places for labels and writes the numbering part. Call `new_list` at each notice.

    `plain`: only what LibreOffice also keeps when it writes DOC and RTF, where start overrides count wrongly and the
    letters of `Điều` turn into question marks; all else is left to be typed.
    """

    def __init__(self, *, plain: bool = False) -> None:
        self._plain = plain
        self._lists: list[_List] = []
        self._instances: list[tuple[int, int, int | None, int]] = []
        self._side: dict[tuple[Kind, int], _List] = {}
        self.new_list()

    def new_list(self) -> None:
        """Begin a new notice: its items count from the start."""
        self._main = self._add_list()
        self._side = {}

    def place(self, label: str, depth: int) -> Place | None:
        """Return where a label of that depth (from 1) hangs, or None if it must be typed."""
        found = _parse(label)
        if found is None:
            return None
        kind, value = found
        level = depth - 1
        follows = kind.form == "bullet" or self._main.counters[level] + 1 == value
        if self._plain and (kind.form == "article" or not follows):
            return None
        chosen = self._main
        if chosen.kinds[level] not in {None, kind}:
            if kind.form == "decimal-in-parent":
                return None
            chosen = self._side.get((kind, level)) or self._add_list()
            self._side[kind, level] = chosen
            level = 0
        chosen.kinds[level] = kind
        self._count(chosen, level, kind, value)
        return Place(chosen.number_id, level)

    def _count(self, chosen: _List, level: int, kind: Kind, value: int) -> None:
        chosen.counters[level] += 1
        if kind.form != "bullet" and chosen.counters[level] != value:
            self._add_instance(chosen, level, value)
            chosen.counters[level] = value
        chosen.counters[level + 1 :] = [0] * (_LEVELS - level - 1)

    def _add_list(self) -> _List:
        added = _List(len(self._lists))
        self._lists.append(added)
        self._add_instance(added, None, 0)
        return added

    def _add_instance(self, of: _List, level: int | None, start: int) -> None:
        of.number_id = len(self._instances) + 1
        self._instances.append((of.number_id, of.abstract_id, level, start))

    def xml(self) -> str:
        """Return the numbering part's XML."""
        content = "".join((*self._abstracts(), *self._numbers()))
        return f'<w:numbering xmlns:w="{_NAMESPACE}">{content}</w:numbering>'

    def _abstracts(self) -> Iterator[str]:
        for entry in self._lists:
            levels = "".join(_level_xml(level, kind) for level, kind in enumerate(entry.kinds))
            yield (
                f'<w:abstractNum w:abstractNumId="{entry.abstract_id}"><w:multiLevelType w:val="multilevel"/>'
                f"{levels}</w:abstractNum>"
            )

    def _numbers(self) -> Iterator[str]:
        for number_id, abstract_id, level, start in self._instances:
            override = (
                ""
                if level is None
                else f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            )
            yield f'<w:num w:numId="{number_id}"><w:abstractNumId w:val="{abstract_id}"/>{override}</w:num>'


def _level_xml(level: int, kind: Kind | None) -> str:
    shown = kind or Kind("decimal", ".")
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{shown.number_format}"/><w:suff w:val="space"/>'
        f"<w:lvlText w:val={quoteattr(shown.pattern(level))}/>"
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
    )


def _parse(label: str) -> tuple[Kind, int] | None:
    for pattern, form in _KINDS:
        match = pattern.match(label)
        if match:
            return Kind(form, match[2]), _value(match[1], form)
    return None


def _value(digits: str, form: str) -> int:
    if form == "bullet":
        return 0
    if form == "lowerLetter":
        return ord(digits) - ord("a") + 1
    if form == "upperRoman":
        values = [_ROMAN[digit] for digit in digits]
        return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return int(digits)
