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

    code: str
    name: str


class Code(Model):
    """Số, ký hiệu of a document (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3): `11456/KH-UBND`, `30-KL/BCĐ`."""

    raw: str = Field(description="As printed.")
    number: str | None = Field(description="The number; null where it is blank or could not be read.")
    notation: str | None = Field(description="The notation without the number: `KH-UBND`, `KL/BCĐ`.")
    complete: bool = Field(description="False where the number or the notation is missing.")


class CalendarDate(Model):
    """A date as printed and as ISO 8601: `2021-09-21`, `2021-09`, `2021-Q3` or `2021`, by precision."""

    raw: str
    iso: str | None
    precision: Precision


class IssueDate(CalendarDate):
    """Day of issue. `inferred_from` says where it was taken from when the date line does not give it."""

    inferred_from: str | None = None


class Resolution(Model):
    """Where a reference leads."""

    status: ResolvedStatus
    notice_id: str | None = None
    path: str | None = None


class Reference(TextSpan):
    """A mention of another document (viện dẫn), from its type name to its number or date."""

    id: str
    type: DocType | None
    code: Code | None
    issued_on: CalendarDate | None
    issuer: str | None
    title: str | None
    part: str | None = Field(default=None, description="Part of the document cited: `khoản 5 Điều 38`.")
    same_as: str | None = Field(default=None, description="Id of the first full citation of the same document.")
    resolved: Resolution


class Entity(TextSpan):
    """A named thing. `value`: ISO date or range for DATE, number and unit for QUANTITY, else null."""

    id: str
    label: EntityLabel
    canonical: str | None = None
    canonical_id: str | None = None
    value: str | None = None
    score: float = Field(default=1.0, ge=0.0, le=1.0)
    origin: Literal["rule", "model"] = "rule"
    boxes: tuple[PageBox, ...] = ()


class Deadline(TextSpan):
    """By when a task is due."""

    kind: DeadlineKind
    due: str | None = None
    begins: str | None = None
    duration: str | None = None
    recurrence: str | None = None


class Task(Model):
    """Who does what, with whom, by when (nhiệm vụ). Filled by a later version; the list is empty for now."""

    id: str
    action: str
    start: int
    end: int
    lead: tuple[Mention, ...] = ()
    coordinating: tuple[Mention, ...] = ()
    report_to: tuple[Mention, ...] = ()
    via: tuple[Mention, ...] = ()
    approver: tuple[Mention, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    inherited: bool = False
