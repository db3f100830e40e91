"""What a run has to do: which files are new or changed, and where each result goes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from covidorders.batch.fingerprint import fingerprint
from covidorders.batch.job import Job, Settings, explain
from covidorders.batch.ledger import RunEntry
from covidorders.batch.walk import LEDGER_NAME, Entry, Found, Unreadable
from covidorders.emit import printable
from covidorders.errors import OutputError, UsageError


@dataclass(frozen=True, slots=True)
class Plan:
    """The jobs of a run, the largest file first, and the entries of the files that need no job."""

    jobs: tuple[Job, ...]
    settled: tuple[RunEntry, ...]


def make_plan(
    entries: Iterable[Entry], out: Path, settings: Settings, earlier: Mapping[str, RunEntry], *, force: bool
) -> Plan:
    """Sort the entries of a walk into jobs and settled ones. Raises UsageError where two results would be one file."""
    made_by = fingerprint(settings.pipeline, settings.options)
    jobs, settled, taken = list[Job](), list[RunEntry](), dict[Path, Path]()
    for entry in entries:
        name = printable(entry.name)
        if isinstance(entry, Unreadable):
            settled.append(RunEntry(path=name, status="failed", error=explain(entry.error, entry.path)))
            continue
        job = _job(entry, name, out, settings, made_by)
        _refuse_collision(job, taken)
        known = None if force else _still_holds(job, earlier.get(name))
        if job.output.as_posix() == LEDGER_NAME:
            settled.append(RunEntry(path=name, status="failed", error=explain(_reserved(entry), entry.path)))
        elif known:
            settled.append(known.model_copy(update={"status": "unchanged", "seconds": 0.0}))
        else:
            jobs.append(job)
    sources = {job.path.resolve() for job in jobs}
    for job in jobs:
        _refuse_overwriting(job, sources)
    # The largest first: a long scan that begins last would keep one core busy while the others stand idle.
    return Plan(tuple(sorted(jobs, key=lambda job: -job.size)), tuple(settled))


def _job(entry: Found, name: str, out: Path, settings: Settings, made_by: str) -> Job:
    output = Path(f"{entry.name}.json")
    try:
        size = entry.path.stat().st_size
    except OSError:
        size = 0  # gone since it was found: the job says so
    return Job(name, entry.path, entry.root, out, output, size, settings, made_by)


def _still_holds(job: Job, earlier: RunEntry | None) -> RunEntry | None:
    """Return the earlier entry if its result stands for this content, made the same way; None if not."""
    if earlier is None or earlier.sha256 is None or earlier.made_by != job.made_by:
        return None
    if earlier.output != printable(job.output) or not (job.out / job.output).is_file():
        return None
    try:
        with job.path.open("rb") as stream:
            same = hashlib.file_digest(stream, "sha256").hexdigest() == earlier.sha256
    except OSError:
        return None  # the job finds out and says so
    return earlier if same else None


def _refuse_collision(job: Job, taken: dict[Path, Path]) -> None:
    first = taken.setdefault(job.output, job.path)
    if first != job.path:
        raise UsageError(
            f"{first} and {job.path} would both be written to {job.out / job.output}. "
            "Give the folder above them as the one INPUT, or parse them into two output folders."
        )


def _refuse_overwriting(job: Job, sources: set[Path]) -> None:
    if (job.out / job.output).resolve() in sources:
        raise UsageError(
            f"The result of {job.path} would replace {job.out / job.output}, which is to be read too. "
            "Choose another output folder."
        )


def _reserved(entry: Found) -> OutputError:
    return OutputError(f"The result of {entry.path} would have the name of the run's report. Rename the file.")
