"""Folders of parsed files and of gold on one side, the file of an annotation tool on the other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from covidorders.annotate.doccano import from_doccano, label_definitions, to_doccano
from covidorders.annotate.label_studio import from_label_studio, labelling_config, to_label_studio
from covidorders.annotate.marked import MarkedText, marked
from covidorders.emit import from_bytes
from covidorders.errors import CovidordersError, DamagedFileError, UsageError
from covidorders.evaluate import (
    Anchored,
    GoldDocument,
    Part,
    Reader,
    anchor,
    read_gold,
    write_gold,
)
from covidorders.evaluate.gold import bytes_of
from covidorders.evaluate.lookup import LEDGER_NAME

Tool = Literal["label-studio", "doccano"]


@dataclass(frozen=True, slots=True)
class Export:
    """The file for a tool, the file that sets its labels up, how many documents, and what could not be read."""

    data: bytes
    setup_suffix: str
    setup: bytes
    documents: int
    problems: tuple[str, ...]


def export(parsed: Path, tool: Tool, *, gold: Path | None = None) -> Export:
    """Return the parsed files of a folder (or one file) as a tool reads them, text and mentions.

    `gold`: where a document has gold in this folder, its mentions go out instead of those found. Raises UsageError if
    there is nothing to export.
    """
    known = {one.source: one for one, _ in _gold(gold)} if gold else {}
    problems: list[str] = []
    documents = list(_marked(parsed, known, problems))
    if not documents and not problems:
        raise UsageError(f"{parsed} holds no parsed file. Give a folder that `covidorders parse` wrote.")
    if tool == "label-studio":
        data, suffix, setup = to_label_studio(documents), ".config.xml", labelling_config().encode("utf-8")
    else:
        data, suffix, setup = to_doccano(documents), ".labels.json", label_definitions()
    return Export(data, suffix, setup, len(documents), tuple(problems))


def _marked(parsed: Path, known: dict[str, GoldDocument], problems: list[str]) -> Iterator[MarkedText]:
    files = [parsed] if parsed.is_file() else sorted(parsed.rglob("*.json"))
    for path in files:
        if path.name == LEDGER_NAME:
            continue
        try:
            file = from_bytes(bytes_of(path))
        except CovidordersError as error:
            problems.append(f"{path}: {error}")
            continue
        fitting = [one for source, one in known.items() if _is_end(file.source.path, source)]
        yield marked(file, anchor(fitting[0], file.text).gold if len(fitting) == 1 else None)


def _is_end(path: str, source: str) -> bool:
    """Tell whether one of the paths is the end of the other: folders may have been parsed from further down."""
    one, other = sorted((PurePosixPath(path).parts, PurePosixPath(source).parts), key=len)
    return other[-len(one) :] == one


def read_annotations(data: bytes) -> tuple[list[GoldDocument], list[str]]:
    """Return the gold of what a tool exported, and the sources of documents that nobody has annotated.

    A JSON list is Label Studio's, a JSON a line is doccano's. Raises DamagedFileError, with what is wrong.
    """
    try:
        text = data.decode("utf-8-sig")
        if text.lstrip().startswith("["):
            return from_label_studio(json.loads(text))
        lines = [json.loads(line) for line in text.split("\n") if line.strip()]
    except (ValueError, RecursionError) as error:
        raise DamagedFileError(
            f"Neither JSON of Label Studio nor JSONL of doccano ({error}). Export from the tool again."
        ) from error
    return from_doccano(lines), []


def write_annotations(documents: Iterable[GoldDocument], folder: Path, *, part: Part | None = None) -> list[Path]:
    """Write gold into a folder and return the files: over the gold of the same source, or as FOLDER/source.json.

    `part`: of all of them; else each keeps the part that it has, and new ones are for tuning. Raises DamagedFileError
    if a source is no path below the folder; then nothing is written.
    """
    standing = {one.source: (one.part, path) for one, path in _gold(folder)} if folder.is_dir() else {}
    planned = []
    for one in documents:
        old_part, path = standing.get(one.source, ("tuning", folder / f"{_inside(one.source)}.json"))
        planned.append((path, one.model_copy(update={"part": part or old_part})))
    for path, gold in planned:
        write_gold(gold, path)
    return [path for path, _ in planned]


def _inside(source: str) -> str:
    path = PurePosixPath(source)
    if path.is_absolute() or ".." in path.parts or not path.name or "\0" in source or "\\" in source:
        raise DamagedFileError(f"{source!r} is no path of a document below the folder of sources.")
    return path.as_posix()


def anchor_file(path: Path, reader: Reader, *, drop: bool = False) -> tuple[GoldDocument, Anchored]:
    """Write a gold file anew for the text that its document has now; return the gold as it was and as it is.

    A file of which a mention cannot be placed is left as it is, unless `drop`. Raises a CovidordersError where the
    gold or the document cannot be read.
    """
    old = read_gold(path)
    anchored = anchor(old, reader(old.source).text)
    if anchored.gold is not old and (drop or not anchored.unplaced):
        write_gold(anchored.gold, path)
    return old, anchored


def _gold(folder: Path) -> Iterator[tuple[GoldDocument, Path]]:
    """Yield the gold of mentions in a folder; other JSON there is none of ours."""
    for path in sorted(folder.rglob("*.json")) if folder.is_dir() else [folder]:
        try:
            yield read_gold(path), path
        except CovidordersError:
            if not folder.is_dir():
                raise
