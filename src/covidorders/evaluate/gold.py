"""Gold: what a person marked in one document, kept without the document's sentences (docs/gold.md).

Offsets count the code points of the text that the program itself extracts; `sha256` says of which text. Where the
extraction has changed since, `covidorders.evaluate.anchor` finds the mentions again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, ValidationError, model_validator

from covidorders.emit import write_atomically
from covidorders.errors import DamagedFileError, UnreadableFileError, UsageError
from covidorders.evaluate.spans import Span
from covidorders.model import EntityLabel, Model

Part = Literal["tuning", "held-out"]


class GoldMention(Model):
    """One mention: `text` is exactly what stands at `start`..`end`, misprints included."""

    start: int = Field(ge=0, description="Offset of the first code point.")
    end: int = Field(gt=0, description="Offset after the last code point.")
    label: EntityLabel = Field(description="What kind of thing it is.")
    text: str = Field(description="The words as printed.")
    canonical: str | None = Field(default=None, description="Full official name; null where nobody settled it.")

    @property
    def span(self) -> Span:
        """Start, end and label."""
        return self.start, self.end, self.label

    @model_validator(mode="after")
    def _is_as_long_as_its_text(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"{self.start}..{self.end} is not the length of its text")
        return self


class GoldDocument(Model):
    """The mentions of one source file, in order, as far as it has been read (`until`)."""

    format: Literal[1] = Field(default=1, description="Version of this form.")
    source: str = Field(min_length=1, description="The file, relative to the folder of source files.")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Of the text in UTF-8 that the offsets count in.")
    length: int = Field(ge=0, description="Code points of that text.")
    until: int = Field(ge=0, description="Offset up to which every mention is marked.")
    part: Part = Field(default="tuning", description="`held-out`: never looked at while rules and models are made.")
    entities: tuple[GoldMention, ...] = Field(description="The mentions, by their start, the longer one first.")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.until > self.length:
            raise ValueError("`until` lies behind the end of the text")
        if any(one.end > self.length for one in self.entities):
            raise ValueError("a mention lies behind the end of the text")
        return self


def text_digest(text: str) -> str:
    """Return the sha256 of a text, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def gold_of(
    source: str,
    text: str,
    mentions: Iterable[GoldMention],
    *,
    until: int | None = None,
    part: Part = "tuning",
) -> GoldDocument:
    """Return the gold of a text: mentions in order, each once. `until` is the text's end if it is not given."""
    ordered = sorted(set(mentions), key=lambda one: (one.start, -one.end, one.label, one.canonical or ""))
    end = len(text) if until is None else until
    return GoldDocument(
        source=source, sha256=text_digest(text), length=len(text), until=end, part=part, entities=tuple(ordered)
    )


def gold_bytes(gold: GoldDocument) -> bytes:
    """Return the file's bytes: one mention a line, so that a correction is one line of a diff."""
    head = gold.model_dump(mode="json", exclude={"entities"})
    rows = [json.dumps(one.model_dump(mode="json", exclude_none=True), ensure_ascii=False) for one in gold.entities]
    fields = [f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}," for name, value in head.items()]
    body = ",\n  ".join(rows)
    return "\n".join(["{", *fields, f' "entities": [\n  {body}\n ]' if rows else ' "entities": []', "}", ""]).encode()


def write_gold(gold: GoldDocument, path: Path) -> None:
    """Write one gold file, whole or not at all. Raises OutputError where that cannot be done."""
    write_atomically(path, gold_bytes(gold))


def read_gold(path: Path) -> GoldDocument:
    """Return the gold of one file. Raises DamagedFileError or UnreadableFileError."""
    try:
        return GoldDocument.model_validate_json(bytes_of(path))
    except ValidationError as error:
        raise DamagedFileError(f"{path}: not gold of format 1 ({first_fault(error)}). See docs/gold.md.") from error


def gold_files(folder: Path) -> list[Path]:
    """Return the JSON files of a folder, read to the bottom, or the file itself. Raises UsageError if there is none."""
    if not folder.exists():
        raise UsageError(f"{folder} is not there. Give a folder of gold files, or one of them.")
    files = [folder] if folder.is_file() else sorted(_json_files(folder))
    if not files:
        raise UsageError(f"{folder} holds no JSON file. Give a folder of gold files, or one of them.")
    return files


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file. Raises UnreadableFileError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(f"{path}: {error.strerror or error}.") from error


def first_fault(error: ValidationError) -> str:
    """Return the first thing wrong with a file as `what, at where`."""
    first = error.errors(include_url=False)[0]
    place = ".".join(str(step) for step in first["loc"]) or "the top level"
    return f"{first['msg']}, at {place}"


def _json_files(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.rglob("*.json") if path.is_file() and not path.name.startswith((".", "_")))
