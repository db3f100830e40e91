"""The program `covidorders`: its commands, and how an error of ours becomes a sentence and an exit status."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from covidorders import __version__
from covidorders.cli.annotate import annotate
from covidorders.cli.doctor import doctor
from covidorders.cli.evaluate import evaluate
from covidorders.cli.messages import INTERRUPTED, WRONG_USE, complain
from covidorders.cli.parse import parse
from covidorders.cli.schema import schema
from covidorders.cli.show import show
from covidorders.cli.train import train
from covidorders.errors import CovidordersError, PipelineError, UsageError

app = typer.Typer(
    name="covidorders",
    help="Reads Vietnamese official notices and gives back their structure as JSON.",
    epilog="Example:  covidorders parse data/raw -o data/parsed",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help starts faster, and reads the same in a pipe
    pretty_exceptions_enable=False,
)
app.command(epilog="Example:  covidorders parse data/raw -o data/parsed")(parse)
app.command(epilog="Example:  covidorders show 'data/raw/thong-bao.docx'")(show)
app.command(epilog="Example:  covidorders evaluate tests/gold/entities --sources documents --part tuning")(evaluate)
app.command(epilog="Example:  covidorders train --output models/entities.crf")(train)
app.add_typer(annotate)
app.command(epilog="Example:  covidorders schema > covidorders.schema.json")(schema)
app.command(epilog="Example:  covidorders doctor")(doctor)


def _say_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"covidorders {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the program and end it with its exit status: 0 all well, 1 some files failed, 2 used wrongly."""
    try:
        app()
    except CovidordersError as error:
        complain(str(error))
        sys.exit(WRONG_USE if isinstance(error, UsageError | PipelineError) else 1)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:  # `covidorders show … | head` is no error
        sys.stderr.close()
        sys.exit(0)
