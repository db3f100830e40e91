"""`covidorders evaluate`: how good the program is, by gold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from covidorders.cli.messages import SOME_FAILED, complain, counted
from covidorders.cli.parse import OcrOption, PipelineOption, options_of
from covidorders.errors import UsageError

if TYPE_CHECKING:
    from covidorders.evaluate import Evaluation, Reader
    from covidorders.model import SourceFile


class GoldPart(StrEnum):
    """Which gold: what rules and models may be made on, or what they are judged by."""

    tuning = "tuning"
    held_out = "held-out"


def evaluate(  # noqa: PLR0913, PLR0917 - one parameter an option
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="A folder of gold files (docs/gold.md), or one of them.")
    ],
    parsed: Annotated[
        Path | None, typer.Argument(metavar="PARSED", help="Folder of JSON files that `parse` wrote.")
    ] = None,
    sources: Annotated[
        Path | None,
        typer.Option("--sources", metavar="DIR", help="Without PARSED: parse the source files in this folder first."),
    ] = None,
    part: Annotated[GoldPart | None, typer.Option("--part", help="Only this part of the gold. [default: both]")] = None,
    label: Annotated[
        list[str] | None, typer.Option("--label", metavar="LABEL", help="Only this label; may be given several times.")
    ] = None,
    worst: Annotated[
        int, typer.Option("--worst", min=0, metavar="N", help="Show this many of the most frequent faults.")
    ] = 10,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write all figures to this file too.")
    ] = None,
    pipeline: PipelineOption = None,
    ocr: OcrOption = None,
) -> None:
    """Score what the program finds against gold.

    Prints precision, recall and F1 for every label (strict: label and both ends right; partial: an overlap counts one
    half), for digital and recognised pages apart, how many canonical names are right, which labels are confused, the
    most frequent faults, and F1 for every field where the gold holds facts.

    Exit status: 0 everything was scored, 1 some files could not be read (they count as missed), 2 the command was used
    wrongly.
    """
    from covidorders.evaluate import evaluate as score

    chosen = [_known(one) for one in label or []]
    reader = _reader(parsed, sources, pipeline, ocr)
    with _told(reader) as telling:
        evaluation = score(gold, telling, part=part.value if part else None, labels=chosen)
    if json_file:  # first: a reader of the tables may close the pipe
        _write(evaluation, worst, json_file)
    _print(evaluation, worst)
    raise typer.Exit(SOME_FAILED if evaluation.problems else 0)


def _write(evaluation: Evaluation, worst: int, file: Path) -> None:
    from covidorders.emit import write_atomically
    from covidorders.evaluate import figures_bytes

    write_atomically(file, figures_bytes(evaluation, worst=worst))


def _known(label: str) -> str:
    from covidorders.model import EntityLabel

    labels = get_args(EntityLabel)
    if label.upper() not in labels:
        raise UsageError(f"There is no label {label}. Labels are {', '.join(labels)}.")
    return label.upper()


def _reader(parsed: Path | None, sources: Path | None, pipeline: str | None, ocr: OcrOption) -> Reader:
    from covidorders.evaluate import parsed_reader, source_reader

    if (parsed is None) == (sources is None):
        raise UsageError("Give either PARSED, a folder that `covidorders parse` wrote, or --sources DIR.")
    if parsed is not None:
        if pipeline or ocr:
            raise UsageError("--pipeline and --ocr say how sources are parsed: give them with --sources.")
        return parsed_reader(parsed)
    assert sources is not None
    if pipeline:
        from covidorders.recognise import load_pipeline

        load_pipeline(pipeline)  # one that cannot be used is found out here, not once for every file
    return source_reader(sources, pipeline=pipeline, options=dict(options_of(ocr)))


@contextmanager
def _told(reader: Reader) -> Iterator[Reader]:
    """Say on a terminal which document is being read: scans take their time."""
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True, highlight=False).status("Reading gold") as status:

        def telling(source: str) -> SourceFile:
            status.update(Text(f"Reading {source}"))
            return reader(source)

        yield telling


def _print(evaluation: Evaluation, worst: int) -> None:
    from rich.console import Console

    from covidorders.cli.scores import tables

    for problem in evaluation.problems:
        complain(problem)
    for one in evaluation.entities.documents:
        if one.unplaced:
            lost = ", ".join(f"{mention.text} ({mention.start})" for mention in one.unplaced)
            complain(f"{one.source}: its text has changed; {counted(len(one.unplaced), 'mention')} not found: {lost}")
    console = Console(highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console.width = 120  # a pipe has no width
    for table in tables(evaluation, worst):
        console.print(table)
