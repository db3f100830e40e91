"""One official notice (văn bản) with its heading, its tree of directives and its end matter."""

from __future__ import annotations

from pydantic import Field

from covidorders.model.base import Mention, Model, Regime, Span, TextSpan, Warning
from covidorders.model.mentions import Code, DocType, Entity, IssueDate, Reference, Task


class Issuer(Model):
    """The issuing body; `parent` is the body above it in the letterhead (cơ quan chủ quản)."""

    name: str = Field(description="As printed, lines rejoined.")
    parent: str | None = Field(default=None, description="The body above it in the letterhead.")
    canonical_id: str | None = Field(default=None, description="Its id in the gazetteer, where it is known.")


class Signature(Span):
    """A signature block: authority line (`KT. CHỦ TỊCH`), position, name."""

    authority: str | None = Field(description="`KT. CHỦ TỊCH`, `TM. ỦY BAN NHÂN DÂN`: on whose behalf.")
    position: str | None = Field(description="Office of the one who signs.")
    name: str | None = Field(description="Name of the one who signs.")


class Annex(Span):
    """An annex (phụ lục, or a text issued together with the notice)."""

    title: str = Field(description="Its heading.")


class NoticeTable(Span):
    """A table; one row of the text a table row, cells separated by a tab."""

    page: int = Field(description="Page number, from 1.")
    rows: tuple[tuple[str, ...], ...] = Field(description="Rows of cells.")


class Directive(Span):
    """One numbered or bulleted item of the body (nội dung chỉ đạo), at any level.

    `id` is the path of labels (`2.a`, `3.-1`, `2~2.a`); `start`/`end` hold the item with its children;
    `text` is its own text, broken lines rejoined, children left out.
    """

    id: str = Field(description="Path of labels: `2.a`, `3.-1`, `2~2.a`.")
    label: str | None = Field(description="As printed; null for the dash of a bullet.")
    level: int = Field(ge=1, description="Depth in the tree, from 1.")
    pages: tuple[int, ...] = Field(description="Page numbers it stands on.")
    heading: str | None = Field(description="A short title with a paragraph of its own.")
    text: str = Field(description="Its own text, children left out.")
    tasks: tuple[Task, ...] = Field(default=(), description="Who does what by when.")
    entities: tuple[str, ...] = Field(default=(), description="Ids of the entities that stand in it.")
    references: tuple[str, ...] = Field(default=(), description="Ids of the references that stand in it.")
    children: tuple[Directive, ...] = Field(default=(), description="The items below it.")


class Notice(Span):
    """One official document inside a source file."""

    id: str = Field(description="Unique over all files: made from content and place.")
    ordinal: int = Field(ge=1, description="Place in the file, from 1.")
    regime: Regime = Field(
        description="Rules it is written by: Nghị định 30/2020/NĐ-CP (state) or Hướng dẫn 36-HD/VPTW (party)."
    )
    type: DocType | None = Field(description="What kind of document it is.")
    code: Code | None = Field(description="Its number and notation; null if the heading has none.")
    place: str | None = Field(description="Place of issue.")
    issued_on: IssueDate | None = Field(description="Day of issue.")
    issuer: Issuer | None = Field(description="Who issued it.")
    subject: str | None = Field(description="What it is about (trích yếu).")
    urgency: str | None = Field(description="`HỎA TỐC`, `KHẨN`, as printed.")
    secrecy: str | None = Field(description="`MẬT`, as printed.")
    addressees: tuple[Mention, ...] = Field(description="Whom it is sent to (Kính gửi).")
    legal_bases: tuple[str, ...] = Field(description="Ids of the references it rests on (Căn cứ).")
    preamble: TextSpan | None = Field(description="What stands before the first item.")
    directives: tuple[Directive, ...] = Field(description="The items of its body, as a tree.")
    tasks: tuple[Task, ...] = Field(default=(), description="Orders that stand outside the items.")
    closing: TextSpan | None = Field(description="What stands after the last item.")
    distribution: tuple[Mention, ...] = Field(description="Who gets a copy (Nơi nhận).")
    signatures: tuple[Signature, ...] = Field(description="Who signed it.")
    annexes: tuple[Annex, ...] = Field(description="Its annexes (phụ lục).")
    tables: tuple[NoticeTable, ...] = Field(description="Its tables.")
    entities: tuple[Entity, ...] = Field(description="What it names.")
    references: tuple[Reference, ...] = Field(description="The documents it cites.")
    warnings: tuple[Warning, ...] = Field(description="What a careful reader should look at.")
