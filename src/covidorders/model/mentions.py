"""What is named inside a notice: entities, references to other documents, deadlines and tasks."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from covidorders.model.base import Mention, Model, PageBox, Precision, TextSpan

EntityLabel = Literal["AGENCY", "PERSON", "POSITION", "LOCATION", "DATE", "REFERENCE", "QUANTITY"]
ResolvedStatus = Literal["bundle", "corpus", "external", "ambiguous", "self"]
DeadlineKind = Literal["by", "on", "within", "from-to", "recurring"]


class DocType(Model):
    """A document type: the abbreviation of Nghị định 30/2020/NĐ-CP Phụ lục III (công văn: CV) and its name."""

    code: str = Field(description="Abbreviation: `CV`, `TB`, `QĐ`.")
    name: str = Field(description="Name: `Công văn`, `Thông báo`, `Quyết định`.")


class Code(Model):
    """Số, ký hiệu of a document (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3): `11456/KH-UBND`, `30-KL/BCĐ`."""

    raw: str = Field(description="As printed.")
    number: str | None = Field(description="The number; null where it is blank or could not be read.")
    notation: str | None = Field(description="The notation without the number: `KH-UBND`, `KL/BCĐ`.")
    complete: bool = Field(description="False where the number or the notation is missing.")


class CalendarDate(Model):
    """A date as printed and as ISO 8601: `2021-09-21`, `2021-09`, `2021-Q3` or `2021`, by precision."""

    raw: str = Field(description="As printed.")
    iso: str | None = Field(description="ISO 8601, as far as it is known.")
    precision: Precision = Field(description="How far it is known.")


class IssueDate(CalendarDate):
    """Day of issue. `inferred_from` says where it was taken from when the date line does not give it."""

    inferred_from: str | None = Field(
        default=None, description="Where the date was taken from if not from the date line; null if it was."
    )
    partial: str | None = Field(default=None, description="What is known where the day is blank: `2021-08`, `2021`.")


class Resolution(Model):
    """Where a reference leads."""

    status: ResolvedStatus = Field(
        description="`self`: the notice itself; `bundle`: another notice of the same file; `corpus`: a notice of "
        "another parsed file; `external`: not among the parsed files; `ambiguous`: several fit."
    )
    notice_id: str | None = Field(default=None, description="The notice it leads to.")
    path: str | None = Field(default=None, description="The source file of that notice, if it is another one.")


class Reference(TextSpan):
    """A mention of another document (viện dẫn), from its type name to its number or date."""

    id: str = Field(description="Unique within the notice: `r1`.")
    type: DocType | None = Field(description="Type of the document cited.")
    code: Code | None = Field(description="Its number and notation; null for a law cited by name.")
    issued_on: CalendarDate | None = Field(description="Its date, where one is given.")
    issuer: str | None = Field(description="Who issued it, where that is said.")
    title: str | None = Field(description="What it is about, where that is said.")
    part: str | None = Field(default=None, description="Part of the document cited: `khoản 5 Điều 38`.")
    same_as: str | None = Field(default=None, description="Id of the first full citation of the same document.")
    resolved: Resolution = Field(description="Where it leads.")


class Entity(TextSpan):
    """A named thing. `value`: ISO date or range for DATE, number and unit for QUANTITY, else null."""

    id: str = Field(description="Unique within the notice: `e1`.")
    label: EntityLabel = Field(description="What kind of thing it is.")
    canonical: str | None = Field(default=None, description="Its full name, where it is known.")
    canonical_id: str | None = Field(default=None, description="Its id in the gazetteer, where it is known.")
    value: str | None = Field(
        default=None, description="ISO date or range `A/B` for DATE, number and unit for QUANTITY."
    )
    score: float = Field(default=1.0, ge=0.0, le=1.0, description="How sure it is.")
    origin: Literal["rule", "model"] = Field(default="rule", description="Found by a rule or by a model.")
    boxes: tuple[PageBox, ...] = Field(
        default=(), description="Where it stands on the pages; empty where the source has no layout."
    )


class Deadline(TextSpan):
    """By when a task is due."""

    kind: DeadlineKind = Field(description="How the time is meant.")
    due: str | None = Field(default=None, description="Last day, ISO date or date-time; null where it cannot be said.")
    begins: str | None = Field(default=None, description="First day of a span.")
    duration: str | None = Field(default=None, description="ISO 8601 duration: `P3D`.")
    recurrence: str | None = Field(default=None, description="RFC 5545 RRULE of what recurs.")


class Task(Model):
    """Who does what, with whom, by when (nhiệm vụ). Filled by a later version; the list is empty for now."""

    id: str = Field(description="Unique within the notice.")
    action: str = Field(description="What is to be done.")
    start: int = Field(description="Offset of the first code point in the file's text.")
    end: int = Field(description="Offset after the last code point.")
    lead: tuple[Mention, ...] = Field(default=(), description="Who answers for it (chủ trì).")
    coordinating: tuple[Mention, ...] = Field(default=(), description="Who works with them (phối hợp).")
    report_to: tuple[Mention, ...] = Field(default=(), description="To whom it is reported.")
    via: tuple[Mention, ...] = Field(default=(), description="Through whom it is reported.")
    approver: tuple[Mention, ...] = Field(default=(), description="Who decides on it.")
    deadlines: tuple[Deadline, ...] = Field(default=(), description="By when it is due.")
    inherited: bool = Field(default=False, description="True where the lead stands in a parent directive.")
