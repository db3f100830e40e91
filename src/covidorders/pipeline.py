"""One source file from bytes to structure: extract → normalise → split → segment → recognise → assign → resolve → emit.

Each verb is a stage of its own; this module only tells them in order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from covidorders import __version__
from covidorders.assign import assign
from covidorders.emit import printable
from covidorders.extract import extract, read
from covidorders.layout import Extracted, ExtractOptions, PlacedPage, RawFile, Text
from covidorders.model import Generator, IssueDate, Notice, PageInfo, SourceFile, SourceInfo, Warning
from covidorders.normalise import normalise
from covidorders.recognise import NoticeContext, Pipeline, load_pipeline, recognise
from covidorders.resolve import resolve
from covidorders.segment import Segmented, segment
from covidorders.split import split


def parse_file(
    path: str | Path,
    *,
    pipeline: str | Path | None = None,
    root: str | Path | None = None,
    options: ExtractOptions | Mapping[str, Any] | None = None,
) -> SourceFile:
    """Read one file of any supported format and return its structure.

    `root`: the input folder that `source.path` is relative to (default: the file's own folder).
    `pipeline`: a pipeline file, or the name of one under `pipelines/` (default: `full`).
    `options`: all settings of the extract stage, or a mapping with the few that shall go before the pipeline's own.
    Raises a `covidorders.errors.CovidordersError` that says how to mend what is wrong.
    """
    file = Path(path)
    raw = read(file)
    shown = file.relative_to(root) if root is not None else Path(file.name)
    return parse(raw, printable(shown), load_pipeline(pipeline), options)


def parse_text(text: str, *, pipeline: str | Path | None = None, name: str = "text.txt") -> SourceFile:
    """Return the structure of a notice given as a string; `name` stands for the file's path in the result."""
    raw = RawFile(Path(name), text.encode("utf-8"), "text", "text/plain")
    return parse(raw, name, load_pipeline(pipeline), None)


def parse(
    raw: RawFile, shown: str, pipeline: Pipeline, options: ExtractOptions | Mapping[str, Any] | None
) -> SourceFile:
    """Run all stages on one file that has been read."""
    whole = options if isinstance(options, ExtractOptions) else replace(pipeline.extract_options, **(options or {}))
    extracted = extract(raw, whole)
    text = normalise(extracted)
    parts = [segment(text, where) for where in split(text)]
    digest = hashlib.sha256(raw.data).hexdigest()
    notices = resolve([read_notice(text, one, pipeline, digest) for one in parts])
    return SourceFile(
        generator=Generator(version=__version__, pipeline=pipeline.name, model=pipeline.model),
        source=_source_info(raw, shown, digest, extracted),
        text=text.text,
        pages=tuple(_page_info(page) for page in text.pages),
        notices=notices,
        warnings=(*text.warnings, *_shape_warnings(notices)),
        furniture=text.furniture,
        repairs=text.repairs,
    )


def read_notice(text: Text, parts: Segmented, pipeline: Pipeline, digest: str) -> Notice:
    """Recognise and assign one notice of a text; `digest` is the source's sha256, from which its id is made."""
    heading = parts.heading
    found = recognise(
        pipeline.nlp,
        text.text,
        parts.start,
        parts.end,
        skip=_outside_subject(heading.range, heading.subject_range),
        notice=_context(text, parts),
        words=text.words,
    )
    return assign(text, parts, found, digest)


def _context(text: Text, parts: Segmented) -> NoticeContext:
    heading = parts.heading
    return NoticeContext(
        year=_year(heading.issued_on),
        issuer=heading.issuer.name if heading.issuer else None,
        parent=heading.issuer.parent if heading.issuer else None,
        place=heading.place,
        code=heading.code.raw if heading.code else None,
        issued_on=heading.issued_on.iso if heading.issued_on else None,
        signers=tuple(one.name for one in parts.signatures if one.name),
        recognised=any(page.ocr and page.start < parts.end and page.end > parts.start for page in text.pages),
    )


def _year(issued_on: IssueDate | None) -> int | None:
    known = (issued_on.iso or issued_on.partial) if issued_on is not None else None
    return int(known[:4]) if known else None


def _outside_subject(heading: tuple[int, int], subject: tuple[int, int] | None) -> tuple[tuple[int, int], ...]:
    """The heading's own number and day are no references; what its subject cites is."""
    if subject is None:
        return (heading,)
    return tuple((a, b) for a, b in ((heading[0], subject[0]), (subject[1], heading[1])) if a < b)


def _source_info(raw: RawFile, shown: str, digest: str, extracted: Extracted) -> SourceInfo:
    return SourceInfo(
        path=shown,
        sha256=digest,
        bytes=len(raw.data),
        media_type=raw.media_type,
        pages=len(extracted.pages),
        extraction=extracted.extraction,
        encoding=extracted.encoding,
        ocr_confidence=_ocr_confidence(extracted),
    )


def _page_info(page: PlacedPage) -> PageInfo:
    return PageInfo(
        number=page.number,
        start=page.start,
        end=page.end,
        width=page.width,
        height=page.height,
        ocr=page.ocr,
        confidence=page.confidence,
    )


def _ocr_confidence(extracted: Extracted) -> float | None:
    values = [page.confidence for page in extracted.pages if page.ocr and page.confidence is not None]
    return round(sum(values) / len(values), 4) if values else None


def _shape_warnings(notices: Sequence[Notice]) -> list[Warning]:
    """A file in which nothing looks like a notice is read all the same, and says so."""
    looks = any(n.code or n.type or n.directives or n.signatures or n.addressees for n in notices)
    if looks:
        return []
    return [Warning(code="not-a-notice", message="Nothing in this file looks like an official notice.")]
