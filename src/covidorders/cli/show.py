"""`covidorders show`: one file as a tree in the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from covidorders.cli.parse import OcrOption, PipelineOption, options_of
from covidorders.errors import UsageError

if TYPE_CHECKING:
    from covidorders.model import SourceFile


def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A source file, or a JSON that `parse` wrote.")],
    pipeline: PipelineOption = None,
    ocr: OcrOption = None,
    full: Annotated[bool, typer.Option("--full", help="Show whole texts, not their first line.")] = False,
) -> None:
    """Show one file as a readable tree.

    FILE is a source file, or a JSON that `parse` wrote. A source file is read first, which gives a quick look at how
    the program understands it; nothing is written.
    """
    # Imported here, as in every command: `covidorders --help` must not wait for it.
    from rich.console import Console

    from covidorders.cli.tree import file_tree

    console = Console(highlight=False, emoji=False)
    if not console.is_terminal:
        console.width = 160  # a pipe has no width; narrower ones would break the lines of a tree
    console.print(file_tree(_read(file, pipeline, ocr), is_full=full))


def _read(file: Path, pipeline: str | None, ocr: OcrOption) -> SourceFile:
    if not file.exists():
        raise UsageError(f"{file} is not there. Give a file that exists.")
    if file.is_dir():
        raise UsageError(f"{file} is a folder. Give one file, or parse the folder with `covidorders parse`.")
    if file.suffix == ".json":
        from covidorders.emit import from_bytes

        return from_bytes(file.read_bytes())
    from covidorders.pipeline import parse_file

    return parse_file(file, pipeline=pipeline, options=dict(options_of(ocr)))
