"""One source file of a run: what a worker is told, and what it does with it."""

from __future__ import annotations

import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from covidorders.batch.ledger import RunEntry, RunError
from covidorders.emit import printable, to_bytes, write_atomically
from covidorders.errors import CovidordersError, UnreadableFileError
from covidorders.model import Notice, SourceFile


class Parser(Protocol):
    """What turns one file into its source file: `covidorders.pipeline.parse_file`, or a stand-in in a test."""

    def __call__(
        self, path: Path, *, pipeline: str | None, root: Path | None, options: Mapping[str, Any] | None
    ) -> SourceFile:
        """Return the source file; `root` is the folder that `source.path` is relative to."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is the same for all files of a run; plain data, so that it can be sent to another process or machine.

    `pipeline`: a pipeline file or the name of one. `options`: fields of `ExtractOptions` that go before the pipeline's
    own. `parser`: the `module:name` of a Parser. `time_limit`: seconds for one file, None for no limit; only executors
    with processes can keep it.
    """

    pipeline: str | None = None
    options: tuple[tuple[str, Any], ...] = ()
    parser: str = "covidorders.pipeline:parse_file"
    time_limit: float | None = 3600.0


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read and where its JSON goes: `out / output`. `name` is its path in the ledger."""

    name: str
    path: Path
    root: Path
    out: Path
    output: Path
    size: int
    settings: Settings
    made_by: str


Work = Callable[[Job], RunEntry]


class Ended(BaseException):
    """The worker was told to end; it is nobody's failure and must not be caught by one."""


def read_and_write(job: Job) -> RunEntry:
    """Parse the job's file and write its JSON. Never raises for what the file does: that becomes a failed entry."""
    began = time.perf_counter()
    try:
        source = _parser(job.settings.parser)(
            job.path, pipeline=job.settings.pipeline, root=job.root, options=dict(job.settings.options)
        )
        write_atomically(job.out / job.output, to_bytes(source))
    except (KeyboardInterrupt, Ended):
        raise
    # Extensions written in Rust raise panics that are no Exception: nothing a file does may end the run.
    except BaseException as error:
        return failed(job, explain(error, job.path), time.perf_counter() - began)
    return RunEntry(
        path=job.name,
        status="ok",
        seconds=round(time.perf_counter() - began, 3),
        output=printable(job.output),
        pages=source.source.pages,
        notices=len(source.notices),
        warnings=dict(sorted(Counter(_warning_codes(source)).items())),
        sha256=source.source.sha256,
        made_by=job.made_by,
    )


def failed(job: Job, error: RunError, seconds: float) -> RunEntry:
    """Return the ledger's entry for a file that could not be read."""
    return RunEntry(path=job.name, status="failed", seconds=round(seconds, 3), error=error)


def explain(error: BaseException, path: Path) -> RunError:
    """Return the error as code and message; one that is not ours is named as a fault of the program."""
    if isinstance(error, PermissionError | FileNotFoundError) and error.filename == str(path):
        error = UnreadableFileError(f"{path}: {error.strerror}. Give yourself the right to read it, or leave it out.")
    if isinstance(error, CovidordersError):
        return RunError(code=error.code, message=_words(error))
    where = traceback.extract_tb(error.__traceback__)[-1:]
    place = f" at {Path(where[0].filename).name}:{where[0].lineno}" if where else ""
    return RunError(
        code="internal-error",
        message=f"{type(error).__name__}: {_words(error)}{place}. This is a fault of the program, not of the file: "
        "please report it. The other files are not touched by it.",
    )


def _words(error: BaseException) -> str:
    # An exception of somebody else's may fail even at saying what it is.
    try:
        return str(error) or (type(error).__doc__ or type(error).__name__).strip()
    except Exception:
        return "(the error could not be put into words)"


def _warning_codes(source: SourceFile) -> Iterator[str]:
    places: tuple[SourceFile | Notice, ...] = (source, *source.notices)
    return (warning.code for place in places for warning in place.warnings)


def _parser(name: str) -> Parser:
    module, _, attribute = name.partition(":")
    parser: Parser = getattr(import_module(module), attribute)
    return parser
