"""What looks on at a run."""

from __future__ import annotations

from typing import Protocol

from covidorders.batch.job import Job
from covidorders.batch.ledger import RunEntry
from covidorders.batch.plan import Plan


class Watcher(Protocol):
    """Is told how a run goes on: a progress bar, lines in a log, nothing."""

    def planned(self, plan: Plan) -> None:
        """Learn what is to be done, before anything is."""

    def started(self, job: Job) -> None:
        """Learn that a file is being read."""

    def finished(self, entry: RunEntry) -> None:
        """Learn what became of a file."""


class Silent:
    """A watcher that says nothing."""

    def planned(self, plan: Plan) -> None:
        """Say nothing."""

    def started(self, job: Job) -> None:
        """Say nothing."""

    def finished(self, entry: RunEntry) -> None:
        """Say nothing."""
