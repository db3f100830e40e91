"""The run's own report, `_run.json`: one line per source file, and what a later run needs to know."""

from __future__ import annotations

import contextlib
from collections import Counter
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from covidorders.batch.walk import LEDGER_NAME
from covidorders.emit import write_atomically
from covidorders.model import Model

LEDGER_VERSION = "1.0.0"

Status = Literal["ok", "failed", "unchanged", "skipped"]


class RunError(Model):
    """Why a file failed. Codes are listed in docs/errors.md."""

    code: str = Field(description="Kebab-case name, listed in docs/errors.md.")
    message: str = Field(description="What is wrong and how to mend it.")


class RunEntry(Model):
    """What became of one source file."""

    path: str = Field(description="Relative to its INPUT; the name of the file where INPUT is the file itself.")
    status: Status = Field(
        description="`ok`: read and written; `unchanged`: the result of an earlier run still holds; "
        "`failed`: see `error`, there is no result; `skipped`: the run was stopped before its turn came."
    )
    seconds: float = Field(default=0.0, description="Time spent on the file in this run.")
    output: str | None = Field(default=None, description="The result, relative to the output folder.")
    pages: int = Field(default=0, description="Pages read.")
    notices: int = Field(default=0, description="Notices found.")
    warnings: dict[str, int] = Field(default={}, description="How often each warning code was given.")
    error: RunError | None = Field(default=None, description="Why it failed.")
    sha256: str | None = Field(default=None, description="Of the source file that the result was made from.")
    made_by: str | None = Field(default=None, description="Fingerprint of program, pipeline and options.")


class Ledger(Model):
    """The whole of `_run.json`."""

    schema_version: str = Field(default=LEDGER_VERSION, description="Version of this form.")
    version: str = Field(description="Of the program.")
    pipeline: str = Field(description="As given with `--pipeline`, else `default`.")
    started: str = Field(description="ISO 8601, UTC.")
    finished: str | None = Field(description="Null while the run goes on, or if it was killed.")
    interrupted: bool = Field(default=False, description="True if Ctrl-C ended the run early.")
    counts: dict[Status, int] = Field(description="How many files have each status.")
    files: tuple[RunEntry, ...] = Field(description="One line per file of this run, sorted by path.")
    earlier: tuple[RunEntry, ...] = Field(
        default=(), description="Files of earlier runs into this folder that were not among the inputs of this one."
    )

    def write(self, out: Path) -> None:
        """Write `_run.json` into the output folder, whole or not at all."""
        write_atomically(out / LEDGER_NAME, self._to_bytes())

    def _to_bytes(self) -> bytes:
        head = self.model_dump_json(indent=1, exclude={"files", "earlier"}).removesuffix("\n}")
        lists = [f' "files": {_lines(self.files)}', f' "earlier": {_lines(self.earlier)}']
        return ",\n".join([head, *lists, ""]).removesuffix(",\n").encode() + b"\n}\n"


def _lines(entries: tuple[RunEntry, ...]) -> str:
    """Return a JSON list with one entry a line, so that `grep` and `diff` are of use."""
    if not entries:
        return "[]"
    return "[\n" + ",\n".join(f"  {entry.model_dump_json()}" for entry in entries) + "\n ]"


def read_ledger(out: Path) -> dict[str, RunEntry]:
    """Return what earlier runs said of each file, by path; empty where there is no ledger that can be read."""
    with contextlib.suppress(OSError, ValidationError):
        ledger = Ledger.model_validate_json((out / LEDGER_NAME).read_bytes())
        return {entry.path: entry for entry in (*ledger.earlier, *ledger.files)}
    return {}


def count(entries: tuple[RunEntry, ...]) -> dict[Status, int]:
    """Return how many entries have each status; every status is named."""
    counted = Counter(entry.status for entry in entries)
    order: tuple[Status, ...] = ("ok", "unchanged", "failed", "skipped")
    return {status: counted[status] for status in order}
