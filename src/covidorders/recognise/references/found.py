"""What the reference finder gives back."""

from __future__ import annotations

from dataclasses import dataclass

from covidorders.model import CalendarDate, Code, DocType


@dataclass(frozen=True, slots=True)
class FoundReference:
    """One mention of another document: `text[start:end]`, from its type word to its number or date.

    In a list that shares a type word, the later members begin at their own code.
    """

    start: int
    end: int
    type: DocType | None
    code: Code | None
    """Where one notation serves several numbers (`15, 16/CT-TTg`), each number carries it, also in `raw`."""
    code_range: tuple[int, int] | None
    """Place of the printed number and notation; its digits are no dates."""
    issued_on: CalendarDate | None = None
    issuer: str | None = None
    title: str | None = None
    part: str | None = None
    anaphoric: bool = False
    """`nêu trên`, `nói trên` stands after it: it repeats a fuller citation before."""
    reach: int = 0
    """End of everything read as belonging to it: date, issuer, title."""
    own_type: bool = True
    """False for the later members of a list that share its type word."""
    date_shared: bool = False
    """A comma or `cùng ngày` stands before its date, so that the date may serve the list."""
    titled_before: bool = False
    """The title stands between type word and number: days and years in it belong to the title."""
