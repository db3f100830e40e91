"""The numbering part: which level of which list a paragraph stands on, and what that level looks like.

ECMA-376 Part 1 §17.9. A `w:num` is one use of a `w:abstractNum`; all uses of the same one count together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from covidorders.extract.docx.ooxml import CHOICE, Element, is_on, number, value, w
from covidorders.extract.docx.styles import NumberedBy, Styles

LEVELS = 9
_LINKS = 8


@dataclass(frozen=True, slots=True)
class Level:
    """One level (`w:lvl`). `restart_after`: the level counts anew after one up to this index; None, never."""

    start: int
    style: str
    custom: str | None
    text: str
    restart_after: int | None
    legal: bool
    suffix: str
    font: str | None
    hidden: bool
    picture: bool
    paragraph_style: str | None


@dataclass(frozen=True, slots=True)
class ListUse:
    """One `w:num`: the definition that it counts with, its levels, and the numbers that it starts anew from."""

    num_id: int
    definition: str
    levels: tuple[Level | None, ...]
    restarts: dict[int, int]
    single: bool

    def level(self, index: int) -> Level | None:
        """Return the level, or the nearest one above it where the definition leaves it out."""
        return next((found for found in reversed(self.levels[: index + 1]) if found), None)

    def start(self, index: int) -> int:
        """Return the number that a level begins with in this use."""
        level = self.levels[index]
        return self.restarts.get(index, level.start if level else 0)


class Numbering:
    """The lists of a document."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._root = root
        self._styles = styles
        self._uses: dict[int, ListUse | None] = {}

    @cached_property
    def _nums(self) -> dict[int, Element]:
        nums = [] if self._root is None else self._root.findall(w("num"))
        return {found: num for num in nums if (found := number(num, "numId")) is not None}

    @cached_property
    def _definitions(self) -> dict[str | None, Element]:
        definitions = [] if self._root is None else self._root.findall(w("abstractNum"))
        return {value(definition, "abstractNumId"): definition for definition in definitions}

    def use(self, num_id: int) -> ListUse | None:
        """Return the list with that `numId`, None if the part does not hold it."""
        if num_id not in self._uses:
            self._uses[num_id] = self._read_use(num_id)
        return self._uses[num_id]

    def level_of(self, numbered: NumberedBy, use: ListUse) -> int:
        """Return the level index of a paragraph: its own, or the level that is tied to its style (§17.9.23)."""
        if use.single:
            return 0
        if numbered.style is not None:
            for index, level in enumerate(use.levels):
                if level and level.paragraph_style == numbered.style:
                    return index
        return min(max(numbered.level or 0, 0), LEVELS - 1)

    def _definition(self, num: Element) -> Element | None:
        """Follow `numStyleLink` over its style to the definition that has the levels (§17.9.21, §17.9.27)."""
        for _ in range(_LINKS):
            definition = self._definitions.get(value(num.find(w("abstractNumId"))))
            link = None if definition is None else value(definition.find(w("numStyleLink")))
            if link is None:
                return definition
            target = self._styles.numbering_of(link)
            if target is None or target not in self._nums:
                return next(
                    (found for found in self._definitions.values() if value(found.find(w("styleLink"))) == link), None
                )
            num = self._nums[target]
        return None

    def _read_use(self, num_id: int) -> ListUse | None:
        num = self._nums.get(num_id)
        definition = None if num is None else self._definition(num)
        if num is None or definition is None:
            return None
        levels: list[Level | None] = [None] * LEVELS
        restarts: dict[int, int] = {}
        for found in definition.findall(w("lvl")):
            _place(levels, found)
        for override in num.findall(w("lvlOverride")):
            index = number(override, "ilvl")
            changed = override.find(w("lvl"))
            if changed is not None:
                _place(levels, changed)
            restart = number(override.find(w("startOverride")))
            if index is not None and restart is not None:
                restarts[index] = restart
        single = value(definition.find(w("multiLevelType"))) == "singleLevel"
        return ListUse(num_id, value(definition, "abstractNumId") or "", tuple(levels), restarts, single)


def _place(levels: list[Level | None], element: Element) -> None:
    index = number(element, "ilvl")
    if index is not None and 0 <= index < LEVELS:
        levels[index] = _level(element, index)


def _level(element: Element, index: int) -> Level:
    format_ = element.find(w("numFmt"))
    if format_ is None:  # Word 2010 and later hide formats that older ones do not know in a choice
        format_ = element.find(f"{{*}}AlternateContent/{CHOICE}/{w('numFmt')}")
    restart = number(element.find(w("lvlRestart")))
    properties = element.find(w("rPr"))
    fonts = None if properties is None else properties.find(w("rFonts"))
    return Level(
        start=number(element.find(w("start"))) or 0,  # §17.9.25: zero if left out
        style=value(format_) or "decimal",
        custom=value(format_, "format"),
        text=value(element.find(w("lvlText"))) or "",
        # lvlRestart counts levels from 1; 0 is "never", left out is "after any higher level" (§17.9.10)
        restart_after=index - 1 if restart is None else (min(restart, index) - 1 if restart else None),
        legal=is_on(element.find(w("isLgl"))),
        suffix=value(element.find(w("suff"))) or "tab",
        font=value(fonts, "ascii") or value(fonts, "hAnsi"),
        hidden=properties is not None and is_on(properties.find(w("vanish"))),
        picture=element.find(w("lvlPicBulletId")) is not None,
        paragraph_style=value(element.find(w("pStyle"))),
    )
