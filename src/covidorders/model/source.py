"""One source file (tệp): where it came from, its text, its pages and the notices found in it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from covidorders.model.base import SCHEMA_VERSION, ExtractionKind, Model, Span, Warning
from covidorders.model.notice import Notice

FurnitureKind = Literal[
    "page-number", "running-head", "signature-stamp", "arrival-stamp", "copy-stamp", "watermark", "footnote", "note"
]


class Rect(Model):
    """A rectangle in points, origin top left of the page."""

    x0: float
    top: float
    x1: float
    bottom: float


class Furniture(Model):
    """Something printed on a page that is no part of the notice's text: kept here, not in `text`."""

    kind: FurnitureKind
    text: str
    page: int
    box: Rect | None = None


class Repair(Span):
    """`text[start:end]` stood as `was` in the extracted text; putting `was` back replays the extraction."""

    was: str
    rule: str


class PageInfo(Span):
    """One page; width and height in points, null where the format has no pages."""

    number: int = Field(ge=1)
    width: float | None
    height: float | None
    ocr: bool
    confidence: float | None


class Generator(Model):
    """What wrote this JSON."""

    name: Literal["covidorders"] = "covidorders"
    version: str
    pipeline: str
    model: str | None


class SourceInfo(Model):
    """The file on disk. `path` is relative to the input folder."""

    path: str
    sha256: str
    bytes: int
    media_type: str
    pages: int
    extraction: ExtractionKind
    encoding: str | None = None
    ocr_confidence: float | None


class SourceFile(Model):
    """The JSON of one source file."""

    schema_version: str = SCHEMA_VERSION
    generator: Generator
    source: SourceInfo
    text: str
    pages: tuple[PageInfo, ...]
    notices: tuple[Notice, ...]
    warnings: tuple[Warning, ...]
    furniture: tuple[Furniture, ...]
    repairs: tuple[Repair, ...]
