"""Calendar dates in running text, day first always, to ISO 8601 with precision and ranges.

How members of a list or range are joined is data: `knowledge/dates.toml`. Two steps: `dates_atoms` reads every single
date with what it gives of day, month and year; here neighbours that share a month or a year (`27 và 28/9/2021`) are
completed, ranges become one, and what has too little to be a date falls away.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from covidorders.grammar.dates_atoms import Atom, atoms_of, bare_days_before, joint, says_day, with_marks
from covidorders.model import Precision


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date or a range of dates: `text[start:end]`, the words ngày, tháng, quý, năm before it included."""

    start: int
    end: int
    iso: str | None
    """`2021-09-21`, `2021-09`, `2021-Q3` or `2021`; None where the calendar has no such day or no year is known."""
    iso_end: str | None
    """The last day (month, year) of a range, else None."""
    precision: Precision
    year_inferred: bool = False
    """The year is not printed but the notice's own."""

    @property
    def value(self) -> str | None:
        """The value of a DATE entity: the ISO date, or `A/B` for a range."""
        return f"{self.iso}/{self.iso_end}" if self.iso and self.iso_end else self.iso


def find_dates(text: str, *, year: int | None = None) -> list[FoundDate]:
    """Return the dates of `text` in order, none overlapping another.

    `year` is the notice's own; it completes dates printed without a year (`trước ngày 22/9`). Without it they are
    found with `iso` None. Never dates: times (`24/7`), fractions and scales (`3/4`, `1/500`), codes, telephone
    numbers. Each line of `text` is read by itself.
    """
    text = with_marks(text.replace("\u00a0", " "))  # of the same length, so that places stay right
    return _ranges([(_found(atom, year), how) for atom, how in _chosen(text, atoms_of(text))])


def date_at(text: str, start: int, *, year: int | None = None) -> FoundDate | None:
    """Return the one date that begins at `text[start]`, no list or range, else None."""
    text = with_marks(text)
    atom = next(iter(atoms_of(text, start, anchored=True)), None)
    if atom is None or (atom.weak and not says_day(text, atom)):
        return None
    return _found(atom, year)


def _chosen(text: str, atoms: list[Atom]) -> list[tuple[Atom, str]]:
    """Return the atoms that are dates, each with how it is joined to the next (`range`, `list` or nothing).

    From right to left, since a member takes month and year from the member after it. A weak atom (`22/9`) stays if a
    word before it says so, or if it is a member of a list or range with a date.
    """
    sure = _sure(text, atoms)
    chosen: list[tuple[Atom, str]] = []
    for index in range(len(atoms) - 1, -1, -1):
        atom = atoms[index]
        after = chosen[-1][0] if chosen else None
        how = joint(text, atom.end, after.start) if after else ""
        if not (sure[index] or how):
            continue
        atom = _with_year_of(atom, after if how else None)
        chosen.append((atom, how))
        if atom.day is not None:
            chosen.extend(bare_days_before(text, atom, atoms[index - 1].end if index else 0))
    chosen.reverse()
    return chosen


def _sure(text: str, atoms: list[Atom]) -> list[bool]:
    """Tell of each atom whether it is a date by itself or by the sure member before it: `ngày 20/9, 22/9`."""
    sure: list[bool] = []
    for index, atom in enumerate(atoms):
        alone = not atom.weak or atom.year is not None or says_day(text, atom)
        sure.append(alone or (index > 0 and sure[-1] and joint(text, atoms[index - 1].end, atom.start) != ""))
    return sure


def _with_year_of(atom: Atom, after: Atom | None) -> Atom:
    """Give the atom the year of the member after it; `28/12 đến 05/01/2022` begins a year earlier."""
    if after is None or atom.year is not None or after.year is None or atom.blank:
        return atom
    earlier = (atom.month or 1, atom.day or 1) <= (after.month or 12, after.day or 31)
    return replace(atom, year=after.year if earlier else after.year - 1)


def _found(atom: Atom, year: int | None) -> FoundDate:
    inferred = atom.year is None and year is not None and not atom.blank
    whole = replace(atom, year=year) if inferred else atom
    iso, precision = whole.iso()
    end = None
    if atom.last_year is not None:
        end = str(atom.last_year)
    elif atom.last_month is not None and iso is not None:
        end = replace(whole, month=atom.last_month).iso()[0]
    return FoundDate(atom.start, atom.end, iso, end, precision, inferred and iso is not None)


def _ranges(dates: list[tuple[FoundDate, str]]) -> list[FoundDate]:
    """Make one date of two that are the ends of a range: of one precision, the second later than the first."""
    merged: list[FoundDate] = []
    index = 0
    while index < len(dates):
        first, how = dates[index]
        after = dates[index + 1][0] if how == "range" else None
        if after is not None and first.iso and after.iso and _spans(first, after):
            merged.append(replace(first, end=after.end, iso_end=after.iso))
            index += 2
        else:
            merged.append(first)
            index += 1
    return merged


def _spans(first: FoundDate, after: FoundDate) -> bool:
    same = first.precision == after.precision and first.iso_end is None and after.iso_end is None
    return same and str(first.iso) < str(after.iso)
