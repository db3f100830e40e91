"""One worker process: its end of the pipe, and the end that the run holds."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import time
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import NoReturn

from covidorders.batch.collector import collect_seldom
from covidorders.batch.job import Ended, Job, Work, explain, failed
from covidorders.batch.ledger import RunEntry
from covidorders.errors import CovidordersError, TimeLimitError, WorkerDiedError

GRACE = 3.0
"""Seconds that a worker gets to end what it started (LibreOffice) before it is killed."""


class Worker:
    """A process that reads one file at a time, as the run sees it."""

    def __init__(self, context: BaseContext, work: Work, folder: Path) -> None:
        self._connection, theirs = context.Pipe()
        self._words = folder / f"worker-{id(self._connection)}.log"
        # Not a daemon: the OCR of a long scan may start processes of its own.
        self._process = context.Process(target=_serve, args=(theirs, work, self._words), daemon=False)  # type: ignore[attr-defined]
        self._process.start()
        theirs.close()
        self._began = 0.0
        self._heard = 0  # bytes of the log that belong to earlier files
        self.job: Job | None = None
        self.files_done = 0

    @property
    def signs(self) -> tuple[Connection, int]:
        """What becomes ready when the worker has an answer or is dead."""
        return (self._connection, self._process.sentinel)

    @property
    def is_alive(self) -> bool:
        """Tell whether the process can take another file."""
        return bool(self._process.is_alive())

    @property
    def ends_at(self) -> float | None:
        """The moment (`time.monotonic`) at which the present file has had its time, None without a limit."""
        limit = self.job.settings.time_limit if self.job else None
        return None if limit is None else self._began + limit

    def give(self, job: Job) -> None:
        """Give the worker its next file. If it died in between, `collect` finds out."""
        self.job, self._began = job, time.monotonic()
        self._heard = self._words.stat().st_size if self._words.exists() else 0
        try:
            self._connection.send(job)
        except OSError:
            return

    def collect(self) -> RunEntry | None:
        """Return the entry of the present file: the worker's answer, or a failed one if the worker is dead."""
        if self.job is None:
            return None
        try:
            entry: RunEntry = self._connection.recv()
        except (EOFError, OSError):
            self._process.join(GRACE)
            return self._lost(WorkerDiedError(self._how_it_died()))
        self.job, self.files_done = None, self.files_done + 1
        return entry

    def give_up(self) -> RunEntry | None:
        """Return a failed entry and end the process if the present file has had its time, else None."""
        if self.job is None or self.ends_at is None or time.monotonic() < self.ends_at:
            return None
        limit = self.job.settings.time_limit
        self._stop()
        return self._lost(TimeLimitError(f"Not done after {limit:g} s. Raise --time-limit, or split the file."))

    def dismiss(self) -> None:
        """End the process: at once if it is at work, else it goes by itself when the pipe is closed."""
        self._connection.close()
        if self.job is None:
            self._process.join(GRACE)
        self._stop()

    def _stop(self) -> None:
        if self._process.is_alive():
            self._process.terminate()
            self._process.join(GRACE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _lost(self, error: CovidordersError) -> RunEntry:
        job, self.job = self.job, None
        assert job is not None
        return failed(job, explain(error, job.path), time.monotonic() - self._began)

    def _how_it_died(self) -> str:
        code = self._process.exitcode
        if code == -signal.SIGKILL:
            how = "The system ended the process that read this file, most likely because no memory was left"
            mend = "Use fewer --jobs, or split the file into smaller ones."
        else:
            name = signal.Signals(-code).name if code is not None and code < 0 else f"exit status {code}"
            how = f"A library crashed on this file ({name})"
            mend = "The file may be damaged: try to print it to a new PDF, and please report it."
        last = self._last_words()
        return f"{how}. {mend}" + (f" Its last words: {last}" if last else "")

    def _last_words(self) -> str:
        """Return what the process printed about this file, the Python traceback of a crash cut to its inmost line."""
        if not self._words.exists():
            return ""
        printed = self._words.read_bytes()[self._heard :].decode("utf-8", "replace")
        said, _, crash = printed.partition("Fatal Python error: ")
        place = next((line.strip() for line in crash.splitlines() if line.lstrip().startswith("File ")), "")
        return " ".join([*said.strip()[-300:].split(), place]).strip()


def _serve(connection: Connection, work: Work, words: Path) -> None:
    """Be the worker: answer one job after the other until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the run decides what it means
    signal.signal(signal.SIGTERM, _end)
    _write_to(words)
    collect_seldom()
    try:
        while True:
            connection.send(work(connection.recv()))
    except (EOFError, OSError, Ended):
        return


def _end(_signal: int, _frame: object) -> NoReturn:
    raise Ended


def _write_to(words: Path) -> None:
    """Turn what C libraries print away from the terminal, into a file that is read if the process dies."""
    handle = os.open(words, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(handle, stream)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    faulthandler.enable(all_threads=False)
