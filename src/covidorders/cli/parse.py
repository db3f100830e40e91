"""`covidorders parse`: the main job."""

from __future__ import annotations

import signal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from covidorders.cli.messages import INTERRUPTED, SOME_FAILED

if TYPE_CHECKING:
    from covidorders.batch import Ledger


class Ocr(StrEnum):
    """What is done with scanned pages."""

    auto = "auto"
    off = "off"
    force = "force"


PipelineOption = Annotated[
    str | None, typer.Option("--pipeline", metavar="FILE", help="A pipeline file, or the name of one. [default: full]")
]
OcrOption = Annotated[
    Ocr | None,
    typer.Option(
        "--ocr",
        help="Scanned pages: read those without a good text layer, none, or every page as an image. "
        "[default: as the pipeline says, else auto]",
        show_default=False,
    ),
]


def parse(  # noqa: PLR0913, PLR0917 - one parameter an option
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Files, or folders to read to the bottom.")],
    out: Annotated[Path, typer.Option("-o", "--output", metavar="OUT", help="Folder for the results.")],
    pipeline: PipelineOption = None,
    ocr: OcrOption = None,
    jobs: Annotated[
        int | None, typer.Option("-j", "--jobs", min=1, metavar="N", help="Files at a time. [default: one per core]")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Read everything again, also what is unchanged.")] = False,
    time_limit: Annotated[
        float, typer.Option("--time-limit", min=0.1, metavar="SECONDS", help="Give up a file after this time.")
    ] = 3600.0,
    executor: Annotated[
        str,
        typer.Option("--executor", metavar="NAME", help="How files are shared out: processes, serial, or an add-on."),
    ] = "processes",
) -> None:
    """Read notices and write their structure as JSON.

    For each source file INPUT/sub/name.ext it writes OUT/sub/name.ext.json, and OUT/_run.json with a line per file.
    Reads PDF, scans and images, DOCX, DOC, RTF, ODT, HTML, Markdown and plain text. A second run reads only what is
    new or changed, and tries again what failed.

    Exit status: 0 all went well, 1 some files failed (named with their reason), 2 the command was used wrongly.
    """
    from covidorders.batch import Settings, run
    from covidorders.cli.progress import watcher

    settings = Settings(pipeline=_usable(pipeline), options=options_of(ocr), time_limit=time_limit)
    signal.signal(signal.SIGTERM, _as_ctrl_c)
    with watcher() as looking_on:
        ledger = run(inputs, out, settings=settings, executor=executor, workers=jobs, force=force, watcher=looking_on)
        looking_on.summed_up(ledger, out)
    raise typer.Exit(_status(ledger))


def options_of(ocr: Ocr | None) -> tuple[tuple[str, Any], ...]:
    """Return the extract options that the command line sets."""
    return (("ocr", ocr.value),) if ocr else ()


def _usable(pipeline: str | None) -> str | None:
    """Return the pipeline as given. One that cannot be used is found out here, not once for every file."""
    if pipeline is not None:
        from covidorders.recognise import load_pipeline

        load_pipeline(pipeline)
    return pipeline


def _status(ledger: Ledger) -> int:
    if ledger.interrupted:
        return INTERRUPTED
    return SOME_FAILED if ledger.counts["failed"] else 0


def _as_ctrl_c(_signal: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt
