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

    x0: float = Field(description="Left edge.")
    top: float = Field(description="Upper edge.")
    x1: float = Field(description="Right edge.")
    bottom: float = Field(description="Lower edge.")


class Furniture(Model):
    """Something printed on a page that is no part of the notice's text: kept here, not in `text`."""

    kind: FurnitureKind = Field(description="What it is.")
    text: str = Field(description="Its words.")
    page: int = Field(description="Page number, from 1.")
    box: Rect | None = Field(default=None, description="Where it stands, if the source has a layout.")


class Repair(Span):
    """`text[start:end]` stood as `was` in the extracted text; putting `was` back replays the extraction."""

    was: str = Field(description="What stood there.")
    rule: str = Field(description="Name of the rule that changed it.")


class PageInfo(Span):
    """One page; width and height in points, null where the format has no pages."""

    number: int = Field(ge=1, description="From 1.")
    width: float | None = Field(description="In points.")
    height: float | None = Field(description="In points.")
    ocr: bool = Field(description="True if its text was recognised from an image.")
    confidence: float | None = Field(description="Mean confidence of the recognised words, 0..1.")


class Generator(Model):
    """What wrote this JSON."""

    name: Literal["covidorders"] = Field(default="covidorders", description="The program.")
    version: str = Field(description="Its version.")
    pipeline: str = Field(description="Name of the pipeline.")
    model: str | None = Field(description="Name of the statistical model; null where only rules worked.")


class SourceInfo(Model):
    """The file on disk. `path` is relative to the input folder."""

    path: str = Field(description="Relative to the input.")
    sha256: str = Field(description="Of its bytes, hexadecimal.")
    bytes: int = Field(description="Its size.")
    media_type: str = Field(description="By content, not by name.")
    pages: int = Field(description="Number of pages; 1 for formats without pages.")
    extraction: ExtractionKind = Field(description="How its text was got.")
    encoding: str | None = Field(
        default=None, description="Encoding or legacy character set of its text, where one was found."
    )
    ocr_confidence: float | None = Field(description="Mean over the recognised pages, 0..1.")


class SourceFile(Model):
    """The JSON of one source file."""

    schema_version: str = Field(default=SCHEMA_VERSION, description="Version of this form.")
    generator: Generator = Field(description="What wrote it.")
    source: SourceInfo = Field(description="The file it was made from.")
    text: str = Field(description="The whole text, one paragraph a line; all offsets count its code points.")
    pages: tuple[PageInfo, ...] = Field(description="Which part of the text stands on which page.")
    notices: tuple[Notice, ...] = Field(description="The notices found, in order.")
    warnings: tuple[Warning, ...] = Field(description="What a careful reader should look at.")
    furniture: tuple[Furniture, ...] = Field(description="What is printed on the pages but is no part of the text.")
    repairs: tuple[Repair, ...] = Field(
        description="The plan that turns the text back into what was extracted, in order."
    )
