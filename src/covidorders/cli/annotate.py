"""`covidorders annotate`: marks go out to an annotation tool, corrections come back as gold."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from covidorders.cli.evaluate import GoldPart
from covidorders.cli.messages import SOME_FAILED, complain, counted
from covidorders.errors import CovidordersError

annotate = typer.Typer(
    name="annotate",
    help="Send marks out to an annotation tool, and take corrections back as gold.",
    epilog="Example:  covidorders annotate export parsed -o tasks.json --to label-studio",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class ToolName(StrEnum):
    """The annotation tools whose files are read and written."""

    label_studio = "label-studio"
    doccano = "doccano"


@annotate.command("export", epilog="Example:  covidorders annotate export parsed -o tasks.json --to label-studio")
def export_marks(
    parsed: Annotated[Path, typer.Argument(metavar="PARSED", help="Folder of JSON files that `parse` wrote, or one.")],
    out: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="File for the tool.")],
    to: Annotated[ToolName, typer.Option("--to", help="The tool that shall read it.")],
    gold: Annotated[
        Path | None, typer.Option("--gold", metavar="GOLD", help="Send the marks of this gold where it has some.")
    ] = None,
) -> None:
    """Write parsed files as tasks for an annotation tool.

    Each task holds the document's text and the mentions found in it, to be accepted or mended. Beside FILE stands what
    sets the labels up: FILE.config.xml for Label Studio (Labeling Interface), FILE.labels.json for doccano.
    """
    from covidorders.annotate import export
    from covidorders.emit import write_atomically
    from covidorders.errors import UsageError

    for given in (parsed, gold):
        if given and not given.exists():
            raise UsageError(f"{given} is not there. Give a folder that exists.")
    made = export(parsed, to.value, gold=gold)
    for problem in made.problems:
        complain(problem)
    write_atomically(out, made.data)
    setup = out.with_name(out.name + made.setup_suffix)
    write_atomically(setup, made.setup)
    _say(f"{counted(made.documents, 'document')} in {out}, labels in {setup}")
    raise typer.Exit(SOME_FAILED if made.problems else 0)


@annotate.command("import", epilog="Example:  covidorders annotate import project-1.json -o tests/gold/entities")
def import_marks(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Label Studio's JSON, or doccano's JSONL.")],
    out: Annotated[Path, typer.Option("-o", "--output", metavar="GOLD", help="Folder of gold files.")],
    part: Annotated[
        GoldPart | None,
        typer.Option("--part", help="What the gold is for. [default: as the gold that is there says, else tuning]"),
    ] = None,
) -> None:
    """Write gold from what people marked in an annotation tool.

    Takes the export of tasks that `covidorders annotate export` made. Gold of the same document is written over. Only
    offsets, labels, surfaces and names are kept, not the text.
    """
    from covidorders.annotate import read_annotations, write_annotations
    from covidorders.evaluate.gold import bytes_of

    documents, untouched = read_annotations(bytes_of(file))
    for source in untouched:
        complain(f"{source}: nobody has annotated it; left out")
    paths = write_annotations(documents, out, part=part.value if part else None)
    _say(f"{counted(len(paths), 'gold file')} in {out}")


@annotate.command("anchor", epilog="Example:  covidorders annotate anchor tests/gold/entities parsed")
def anchor_marks(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of gold files, or one of them.")],
    parsed: Annotated[Path, typer.Argument(metavar="PARSED", help="Folder of JSON files that `parse` wrote now.")],
    drop: Annotated[bool, typer.Option("--drop", help="Write a file also without mentions that are lost.")] = False,
) -> None:
    """Write gold anew after the extraction of its texts has changed.

    Every mention is sought in the new text. A file of which one is not found stays as it is, unless --drop is given.

    Exit status: 0 all mentions were placed, 1 some were not, or a file could not be read.
    """
    from covidorders.annotate import anchor_file
    from covidorders.evaluate import gold_files, parsed_reader

    reader = parsed_reader(parsed)
    failed = False
    for path in gold_files(gold):
        try:
            old, anchored = anchor_file(path, reader, drop=drop)
        except CovidordersError as error:
            complain(str(error))
            failed = True
            continue
        if anchored.gold is not old:
            lost = ", ".join(f"{one.text} ({one.start})" for one in anchored.unplaced)
            told = f", not found: {lost}" if lost else ""
            placed = len(anchored.gold.entities)
            _say(f"{path}: {counted(placed, 'mention')} placed, {anchored.reworded} read otherwise now{told}")
        failed |= bool(anchored.unplaced)
    raise typer.Exit(SOME_FAILED if failed else 0)


def _say(line: str) -> None:
    print(line, file=sys.stderr)
