"""A line under repair: its words as they stand now, and what stood there in the extracted line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from covidorders.layout import Line, Table


@dataclass(frozen=True, slots=True)
class Edit:
    """An order to put `now` in the place of `text[start:end]`."""

    start: int
    end: int
    now: str


@dataclass(frozen=True, slots=True)
class Change:
    """`text[start:end]` of a draft stood as `was` in the extracted line. A change of white space has no rule."""

    start: int
    end: int
    was: str
    rule: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A line on its way from extracted to normalised. `changes` are in order and do not overlap."""

    text: str
    line: Line
    page: int
    changes: tuple[Change, ...] = ()

    @property
    def raw(self) -> str:
        """The extracted text: every change undone."""
        return undo(self.text, self.changes)

    def amend(self, edits: Iterable[Edit], rule: str = "") -> Draft:
        """Return the draft with all `edits` made under one rule. Edits are in order and do not overlap."""
        wanted = [edit for edit in edits if self.text[edit.start : edit.end] != edit.now]
        if not wanted:
            return self
        pieces: list[str] = []
        changes: list[Change] = []
        done = written = 0
        for start, end, olds, news in _groups(self.changes, wanted):
            pieces.append(self.text[done:start])
            written += start - done
            now = _apply(self.text, start, end, news)
            was = undo(self.text[start:end], [replace(c, start=c.start - start, end=c.end - start) for c in olds])
            rules = dict.fromkeys([*(c.rule for c in olds), *([rule] if news else [])])
            if was != now:
                changes.append(Change(written, written + len(now), was, "+".join(filter(None, rules))))
            pieces.append(now)
            written += len(now)
            done = end
        pieces.append(self.text[done:])
        return replace(self, text="".join(pieces), changes=tuple(changes))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where the range `raw[start:end]` stands in `text`; a range inside a change gets all of it."""
        return self._moved(start, leave=False), self._moved(end, leave=True)

    def _moved(self, position: int, *, leave: bool) -> int:
        shift = 0
        for change in self.changes:
            begin = change.start + shift
            finish = begin + len(change.was)
            if position < begin or (position == begin and leave and begin < finish):
                break
            if position < finish:
                return change.end if leave else change.start
            shift += len(change.was) - (change.end - change.start)
        return position - shift


def undo(text: str, changes: Iterable[Change]) -> str:
    """Return `text` with every change put back; changes are in order and do not overlap."""
    pieces: list[str] = []
    done = 0
    for change in changes:
        pieces += (text[done : change.start], change.was)
        done = change.end
    return "".join(pieces) + text[done:]


def _apply(text: str, start: int, end: int, edits: Iterable[Edit]) -> str:
    pieces: list[str] = []
    for edit in edits:
        pieces += (text[start : edit.start], edit.now)
        start = edit.end
    return "".join(pieces) + text[start:end]


def _groups(changes: tuple[Change, ...], edits: list[Edit]) -> Iterator[tuple[int, int, list[Change], list[Edit]]]:
    """Yield old changes and new edits that touch the same place together, in order."""
    both: list[Change | Edit] = [*changes, *edits]
    marks = sorted(both, key=lambda mark: (mark.start, mark.end))
    group: list[Change | Edit] = []
    end = -1
    for mark in marks:
        if group and mark.start >= end and not (mark.start == end and _empty_touch(group, mark)):
            yield _span(group)
            group = []
        group.append(mark)
        end = max(end, mark.end) if len(group) > 1 else mark.end
    if group:
        yield _span(group)


def _empty_touch(group: list[Change | Edit], mark: Change | Edit) -> bool:
    """An empty range (something taken out) belongs to what touches it, else their order would be lost."""
    return mark.start == mark.end or any(member.start == member.end == mark.start for member in group)


def _span(group: list[Change | Edit]) -> tuple[int, int, list[Change], list[Edit]]:
    olds = [mark for mark in group if isinstance(mark, Change)]
    news = [mark for mark in group if isinstance(mark, Edit)]
    return min(m.start for m in group), max(m.end for m in group), olds, news


@dataclass(frozen=True, slots=True)
class TableDraft:
    """A table under repair: one draft a cell."""

    table: Table
    page: int
    rows: tuple[tuple[Draft, ...], ...]


Item = Draft | TableDraft
