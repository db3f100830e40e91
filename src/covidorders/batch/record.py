"""The ledger while a run goes on."""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import covidorders
from covidorders.batch.job import Settings
from covidorders.batch.ledger import Ledger, RunEntry, count
from covidorders.batch.plan import Plan
from covidorders.errors import OutputError

SECONDS_BETWEEN_LEDGERS = 10.0


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(slots=True)
class Record:
    """Gathers what became of each file and writes it down, now and then and at the end."""

    out: Path
    settings: Settings
    plan: Plan
    earlier: dict[str, RunEntry]
    began: str = field(default_factory=_now)
    done: list[RunEntry] = field(default_factory=list)
    written_at: float = 0.0

    def add(self, entry: RunEntry) -> None:
        """Take down what became of a file; the ledger on disk follows every few seconds."""
        self.done.append(entry)
        if entry.status == "failed":
            self._remove_stale(entry)
        if time.monotonic() - self.written_at > SECONDS_BETWEEN_LEDGERS:
            with contextlib.suppress(OutputError):  # the last writing will say so, if it still cannot be
                self.write()

    def write(self, *, finished: bool = False, interrupted: bool = False) -> Ledger:
        """Write the ledger and return it. Raises OutputError if the output folder cannot be written."""
        self.written_at = time.monotonic()
        reached = {entry.path for entry in self.done}
        skipped = (self._skipped(job.name) for job in self.plan.jobs if job.name not in reached)
        files = tuple(sorted((*self.done, *skipped), key=lambda entry: entry.path))
        names = {entry.path for entry in files}
        ledger = Ledger(
            version=covidorders.__version__,
            pipeline=self.settings.pipeline or "default",
            started=self.began,
            finished=_now() if finished else None,
            interrupted=interrupted,
            counts=count(files),
            files=files,
            earlier=tuple(entry for path, entry in sorted(self.earlier.items()) if path not in names),
        )
        ledger.write(self.out)
        return ledger

    def _skipped(self, name: str) -> RunEntry:
        """Return the entry of a file not reached. What is known of its earlier result is kept for the next run."""
        known = self.earlier.get(name) or RunEntry(path=name, status="skipped")
        return known.model_copy(update={"status": "skipped", "seconds": 0.0, "error": None})

    def _remove_stale(self, entry: RunEntry) -> None:
        """Remove the result of an earlier run: what lies in the output folder always belongs to the file as it is."""
        before = self.earlier.get(entry.path)
        if before and before.output:
            outputs = {job.name: job.output for job in self.plan.jobs}
            with contextlib.suppress(OSError):
                (self.out / outputs.get(entry.path, before.output)).unlink(missing_ok=True)
