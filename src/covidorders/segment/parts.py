"""What the segment stage hands on: the parts of one notice, before anything in the running text is recognised."""

from __future__ import annotations

from dataclasses import dataclass

from covidorders.model import (
    Annex,
    Code,
    DocType,
    IssueDate,
    Issuer,
    Mention,
    NoticeTable,
    Regime,
    Signature,
    Span,
    TextSpan,
    Warning,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One list item of the body with its children. `start`/`end` hold the children too."""

    id: str
    label: str | None
    level: int
    start: int
    end: int
    own: tuple[tuple[int, int], ...]
    """Ranges of the item's own words, label left out, children left out, in order."""
    heading: tuple[int, int] | None
    children: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """The facts of a notice's heading (Nghị định 30/2020/NĐ-CP Điều 8; Hướng dẫn 36-HD/VPTW)."""

    regime: Regime
    type: DocType | None
    code: Code | None
    place: str | None
    issued_on: IssueDate | None
    issuer: Issuer | None
    subject: str | None
    urgency: str | None
    secrecy: str | None
    addressees: tuple[Mention, ...]
    range: tuple[int, int]
    """The heading's place in the text; dates and codes found there belong to the notice itself,
    but for those in `subject_range`."""
    subject_range: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Segmented:
    """One notice, cut into its parts."""

    ordinal: int
    start: int
    end: int
    heading: Heading
    bases: tuple[Span, ...]
    preamble: TextSpan | None
    items: tuple[Item, ...]
    closing: TextSpan | None
    distribution: tuple[Mention, ...]
    signatures: tuple[Signature, ...]
    annexes: tuple[Annex, ...]
    tables: tuple[NoticeTable, ...]
    warnings: tuple[Warning, ...] = ()
