"""The base of all models: frozen, closed, offsets half-open in Unicode code points of `SourceFile.text`."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0.0"
"""Version of the JSON. The minor number rises when a field is added, the major one when a field changes or goes."""

ExtractionKind = Literal["text", "pdf-text", "ocr", "docx", "doc", "html"]
Regime = Literal["state", "party", "unknown"]
Precision = Literal["day", "month", "quarter", "year", "none"]


class Model(BaseModel):
    """Base class: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Model):
    """A half-open range `text[start:end]` of the source file's text."""

    start: int = Field(ge=0, description="Offset of the first code point in the file's text.")
    end: int = Field(ge=0, description="Offset after the last code point.")


class TextSpan(Span):
    """A range together with its words (broken lines rejoined)."""

    text: str = Field(description="The words, broken lines rejoined.")


class PageBox(Model):
    """A rectangle on a page, in points (1/72 inch), origin top left."""

    page: int = Field(ge=1, description="Page number, from 1.")
    x0: float = Field(description="Left edge.")
    top: float = Field(description="Upper edge.")
    x1: float = Field(description="Right edge.")
    bottom: float = Field(description="Lower edge.")


class Warning(Model):
    """Something a careful reader should look at. Codes are listed in docs/warnings.md."""

    code: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="Kebab-case name, listed in docs/warnings.md.")
    message: str = Field(description="A sentence for a person.")
    start: int | None = Field(default=None, description="Where it belongs to a place in the text.")
    end: int | None = Field(default=None, description="Offset after that place.")
    boxes: tuple[PageBox, ...] = Field(
        default=(), description="Where to look on the page: the number or day of a scan that could not be read."
    )


class Mention(TextSpan):
    """Words of the text that name an agency, as printed, with the canonical name where it is known."""

    canonical: str | None = Field(default=None, description="The full name of the agency, where it is known.")
    canonical_id: str | None = Field(default=None, description="The agency's id in the gazetteer, where it is known.")
