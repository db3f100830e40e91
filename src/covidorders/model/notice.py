"""One official notice (văn bản) with its heading, its tree of directives and its end matter."""

from __future__ import annotations

from pydantic import Field

from covidorders.model.base import Mention, Model, Regime, Span, TextSpan, Warning
from covidorders.model.mentions import Code, DocType, Entity, IssueDate, Reference, Task


class Issuer(Model):
    """The issuing body; `parent` is the body above it in the letterhead (cơ quan chủ quản)."""

    name: str
    parent: str | None = None
    canonical_id: str | None = None


class Signature(Span):
    """A signature block: authority line (`KT. CHỦ TỊCH`), position, name."""

    authority: str | None
    position: str | None
    name: str | None


class Annex(Span):
    """An annex (phụ lục, or a text issued together with the notice)."""

    title: str


class NoticeTable(Span):
    """A table; one row of the text a table row, cells separated by a tab."""

    page: int
    rows: tuple[tuple[str, ...], ...]


class Directive(Span):
    """One numbered or bulleted item of the body (nội dung chỉ đạo), at any level.

    `id` is the path of labels (`2.a`, `3.-1`, `2~2.a`); `start`/`end` hold the item with its children;
    `text` is its own text, broken lines rejoined, children left out.
    """

    id: str
    label: str | None
    level: int = Field(ge=1)
    pages: tuple[int, ...]
    heading: str | None
    text: str
    tasks: tuple[Task, ...] = ()
    entities: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    children: tuple[Directive, ...] = ()


class Notice(Span):
    """One official document inside a source file."""

    id: str
    ordinal: int = Field(ge=1)
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
    legal_bases: tuple[str, ...]
    preamble: TextSpan | None
    directives: tuple[Directive, ...]
    tasks: tuple[Task, ...] = ()
    closing: TextSpan | None
    distribution: tuple[Mention, ...]
    signatures: tuple[Signature, ...]
    annexes: tuple[Annex, ...]
    tables: tuple[NoticeTable, ...]
    entities: tuple[Entity, ...]
    references: tuple[Reference, ...]
    warnings: tuple[Warning, ...]
