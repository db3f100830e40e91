"""How the files of a run are shared out: one after the other, or over processes. Others come by entry point."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Protocol

from covidorders.batch.job import Job, Work
from covidorders.batch.ledger import RunEntry
from covidorders.batch.processes import Processes

__all__ = ["Executor", "Processes", "Serial"]


class Executor(Protocol):
    """Runs jobs. Found by name in the entry-point group `covidorders.executors`; made without arguments."""

    def run(
        self, work: Work, jobs: Sequence[Job], *, workers: int, started: Callable[[Job], None]
    ) -> Generator[RunEntry, None, None]:
        """Yield the entry of every job as it is done, in any order; call `started` when one begins.

        A job whose worker is lost gives a failed entry; it never raises. Closing the iterator ends all work.
        """


class Serial:
    """One file after the other in this process: for looking for faults. A crash of a C library ends the run."""

    def run(
        self, work: Work, jobs: Sequence[Job], *, workers: int, started: Callable[[Job], None]
    ) -> Generator[RunEntry, None, None]:
        """Run the jobs in their order; `workers` is not used."""
        for job in jobs:
            started(job)
            yield work(job)
