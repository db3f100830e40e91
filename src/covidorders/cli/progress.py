"""What a person sees of a run, on stderr: a bar on a terminal, a line per file elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from covidorders.batch import Job, Ledger, Plan, RunEntry
from covidorders.cli.messages import counted, spoken


class Lines:
    """One line per file, as a log wants it."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._total = self._done = 0

    def planned(self, plan: Plan) -> None:
        """Say how many files there are."""
        self._total = len(plan.jobs) + len(plan.settled)
        unchanged = sum(entry.status == "unchanged" for entry in plan.settled)
        self._say(f"{counted(self._total, 'file')} found, {unchanged} unchanged, {len(plan.jobs)} to read")

    def started(self, job: Job) -> None:
        """Say nothing: the line comes when the file is done."""

    def finished(self, entry: RunEntry) -> None:
        """Say what became of the file."""
        self._done += 1
        if entry.status != "unchanged":
            self._say(f"[{self._done}/{self._total}] {_line(entry)}")

    def summed_up(self, ledger: Ledger, out: Path) -> None:
        """Say how the run went and where the results are."""
        named = {"ok": "read", "unchanged": "unchanged", "failed": "failed", "skipped": "not reached"}
        parts = [f"{number} {named[status]}" for status, number in ledger.counts.items() if number]
        end = "Stopped" if ledger.interrupted else "Done"
        self._say(f"{end}: {', '.join(parts) or 'no files'}. Results in {out}, report in {out / '_run.json'}")

    def _say(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)


class Bar(Lines):
    """A bar that says what is being read and how long is left. Bytes are counted: files are too unequal."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._open: dict[str, int] = {}
        self._task = TaskID(0)
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[files]}", markup=False),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=console,
            transient=True,
        )

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._progress.stop()

    def planned(self, plan: Plan) -> None:
        """Start the bar."""
        super().planned(plan)
        # One byte more per file, so that a folder of empty files moves too.
        total = sum(job.size + 1 for job in plan.jobs)
        self._task = self._progress.add_task("", total=total, files="")

    def started(self, job: Job) -> None:
        """Show the file's name."""
        self._open[job.name] = job.size + 1
        self._show()

    def finished(self, entry: RunEntry) -> None:
        """Move the bar; only a failure is worth a line of its own."""
        self._done += 1
        self._progress.advance(self._task, self._open.pop(entry.path, 0))
        if entry.status == "failed":
            self._say(_line(entry))
        self._show()

    def _show(self) -> None:
        more = f" and {len(self._open) - 1} more" if len(self._open) > 1 else ""
        doing = f"reading {_short(next(iter(self._open)))}{more}" if self._open else "writing"
        self._progress.update(self._task, description=doing, files=f"{self._done}/{self._total} files")


@contextmanager
def watcher() -> Iterator[Lines]:
    """Give the watcher that fits stderr."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield Lines(console)
        return
    with Bar(console) as bar:
        yield bar


def _line(entry: RunEntry) -> str:
    if entry.error:
        return f"FAILED {entry.path}: {entry.error.message} ({entry.error.code})"
    parts = [counted(entry.notices, "notice"), counted(entry.pages, "page"), spoken(entry.seconds)]
    if entry.warnings:
        parts.append(counted(sum(entry.warnings.values()), "warning"))
    return f"{entry.status} {entry.path}: {', '.join(parts)}"


def _short(name: str, width: int = 40) -> str:
    return name if len(name) <= width else f"…{name[1 - width :]}"
