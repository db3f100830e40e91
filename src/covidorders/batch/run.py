"""A run: find the files, see what is to be done, share it out, keep the ledger."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from covidorders import registry
from covidorders.batch.executors import Executor
from covidorders.batch.job import Job, Settings, read_and_write
from covidorders.batch.ledger import Ledger, read_ledger
from covidorders.batch.plan import make_plan
from covidorders.batch.record import Record
from covidorders.batch.walk import walk
from covidorders.batch.watcher import Silent, Watcher
from covidorders.errors import OutputError, UsageError


def run(  # noqa: PLR0913 - these are the options of the command, all but two with a default
    inputs: Sequence[Path],
    out: Path,
    *,
    settings: Settings | None = None,
    executor: str = "processes",
    workers: int | None = None,
    force: bool = False,
    watcher: Watcher | None = None,
) -> Ledger:
    """Read the source files of `inputs` and write their JSON and `_run.json` into `out`. Returns the ledger.

    Only what is new or changed (content, pipeline, options, program) is read, unless `force`; a file that failed is
    tried again. `workers`: number of files at a time, None for one per core. `executor`: a name in the entry-point
    group `covidorders.executors`. Ctrl-C ends the run early: the ledger is written and has `interrupted` set.

    Raises UsageError before anything is done (an input that is not there, two results of one name, an output folder
    that cannot be written), and OutputError if the ledger cannot be written at the end. A script that calls this needs
    the usual `if __name__ == "__main__":`, because it starts processes.
    """
    settings, watcher = settings or Settings(), watcher or Silent()
    _refuse_missing(inputs)
    chosen = _executor(executor)
    earlier = read_ledger(out)
    plan = make_plan(walk(inputs, out), out, settings, earlier, force=force)
    workers = max(1, workers or os.cpu_count() or 1)
    jobs = _share_cores(plan.jobs, workers)
    record = Record(out, settings, plan, earlier)
    _begin(record)
    watcher.planned(plan)
    stopped = True
    try:
        for entry in plan.settled:
            record.add(entry)
            watcher.finished(entry)
        with closing(chosen.run(read_and_write, jobs, workers=workers, started=watcher.started)) as entries:
            for entry in entries:
                record.add(entry)
                watcher.finished(entry)
        stopped = False
    except KeyboardInterrupt:
        pass
    finally:
        ledger = record.write(finished=not stopped, interrupted=stopped)
    return ledger


def _begin(record: Record) -> None:
    """Write the first ledger, so that an output folder that cannot be written is found out before the work."""
    try:
        record.write()
    except OutputError as error:
        raise UsageError(str(error)) from error


def _executor(name: str) -> Executor:
    known = registry.names("covidorders.executors")
    if name not in known:
        raise UsageError(f"There is no executor {name!r}. Give one of: {', '.join(known)}.")
    chosen: Executor = registry.load("covidorders.executors", name)()
    return chosen


def _refuse_missing(inputs: Sequence[Path]) -> None:
    for given in inputs:
        if not os.path.lexists(given):
            raise UsageError(f"{given} is not there. Give a file or a folder that exists.")


def _share_cores(jobs: Sequence[Job], workers: int) -> list[Job]:
    """Return the jobs, each with its share of the cores for the pages of a scan where there are fewer files."""
    share = workers // max(1, len(jobs))
    return [_with_ocr_jobs(job, share) if share > 1 else job for job in jobs]


def _with_ocr_jobs(job: Job, number: int) -> Job:
    options = (*job.settings.options, ("ocr_jobs", number))
    return replace(job, settings=replace(job.settings, options=options))
