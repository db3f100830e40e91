"""A folder of gold against parsed files, or against source files that are parsed first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from covidorders.emit import from_bytes
from covidorders.errors import CovidordersError, DamagedFileError, UnreadableFileError
from covidorders.evaluate.documents import DocumentScore, Report, score_document
from covidorders.evaluate.facts import FileFacts, read_facts
from covidorders.evaluate.fields import score_facts
from covidorders.evaluate.gold import GoldDocument, Part, bytes_of, gold_files, read_gold
from covidorders.evaluate.lookup import FileIndex
from covidorders.evaluate.spans import Counts, added
from covidorders.model import SourceFile

Reader = Callable[[str], SourceFile]
"""Returns the parsed file for a source's path. Raises a CovidordersError where there is none."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came out: spans by label, facts by field, and a sentence for every file that could not be scored fully."""

    entities: Report = field(default_factory=Report)
    fields: dict[str, Counts] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def parsed_reader(folder: Path) -> Reader:
    """Return a reader of the JSON files that `parse` wrote into a folder. Raises UsageError if it is no folder."""
    index = FileIndex(folder, ending=".json")

    def read(source: str) -> SourceFile:
        path = index.find(source)
        if path is None:
            raise UnreadableFileError(f"{source}: no parsed JSON of it in {folder}. Parse it with `covidorders parse`.")
        try:
            return from_bytes(bytes_of(path))
        except DamagedFileError as error:
            raise DamagedFileError(f"{path}: {error}") from error

    return read


def source_reader(
    folder: Path, *, pipeline: str | Path | None = None, options: Mapping[str, Any] | None = None
) -> Reader:
    """Return a reader that parses the source files of a folder. Raises UsageError if it is no folder."""
    index = FileIndex(folder)

    def read(source: str) -> SourceFile:
        # Imported here: the folder of parsed files needs no pipeline.
        from covidorders.pipeline import parse_file

        path = index.find(source)
        if path is None:
            raise UnreadableFileError(f"{source}: not in {folder}. Give the folder that holds it.")
        try:
            return parse_file(path, pipeline=pipeline, options=options)
        except CovidordersError as error:
            raise type(error)(f"{path}: {error}") from error

    return read


def evaluate(gold: Path, reader: Reader, *, part: Part | None = None, labels: Iterable[str] = ()) -> Evaluation:
    """Score everything that the gold folder (or file) speaks of: marked mentions, and facts.

    `part`: only gold of that part. `labels`: only mentions with these labels (all if empty). A document that cannot be
    read counts as missed as a whole and is named in `problems`; so is a gold file that is none. Raises UsageError if
    there is no gold at all.
    """
    chosen = frozenset(labels)
    documents: list[DocumentScore] = []
    facts: list[dict[str, Counts]] = []
    problems: list[str] = []
    for path in gold_files(gold):
        try:
            one = read_any(path)
            if isinstance(one, FileFacts):
                facts.append(score_facts(one, _parsed(one.file, reader, problems)))
            elif part in (None, one.part):
                documents.append(score_document(one, _parsed(one.source, reader, problems), chosen))
        except CovidordersError as error:
            problems.append(str(error))
    return Evaluation(Report(tuple(documents)), added(facts), tuple(problems))


def read_any(path: Path) -> GoldDocument | FileFacts:
    """Return the gold of a file, of whichever kind it is. Raises DamagedFileError or UnreadableFileError."""
    try:
        keys = json.loads(bytes_of(path))
    except (ValueError, RecursionError) as error:
        raise DamagedFileError(f"{path}: no JSON ({error}). See docs/gold.md.") from error
    return read_facts(path) if isinstance(keys, dict) and "notices" in keys else read_gold(path)


def _parsed(source: str, reader: Reader, problems: list[str]) -> SourceFile | None:
    try:
        return reader(source)
    except CovidordersError as error:
        problems.append(str(error))
        return None
