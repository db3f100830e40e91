"""The executor over processes: a file that kills its process costs that file and nothing else.

The pools of the standard library lose every waiting file when one worker dies, and cannot say which file it was.
Here each worker has a pipe of its own and holds one file at a time.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path

from covidorders.batch.job import Job, Work
from covidorders.batch.ledger import RunEntry
from covidorders.batch.worker import Worker

FILES_PER_WORKER = 200
"""After so many files a worker is replaced, so that what C libraries leak cannot add up over a long run."""


class Processes:
    """Shares the files out over worker processes."""

    def run(
        self, work: Work, jobs: Sequence[Job], *, workers: int, started: Callable[[Job], None]
    ) -> Generator[RunEntry, None, None]:
        """Yield entries as they come. A dead worker or one over its time fails its file and is replaced."""
        waiting = deque(jobs)
        crew: list[Worker] = []
        with tempfile.TemporaryDirectory(prefix="covidorders-") as folder, _one_thread_each():
            context = _context(jobs)
            try:
                while waiting or crew:
                    while waiting and len(crew) < workers:
                        crew.append(Worker(context, work, Path(folder)))
                    for worker in crew:
                        if worker.job is None and waiting:
                            started(waiting[0])
                            worker.give(waiting.popleft())
                    yield from _gather(crew)
                    crew = _keep(crew, is_more=bool(waiting))
            finally:
                for worker in crew:
                    worker.dismiss()


def _gather(crew: Sequence[Worker]) -> Iterator[RunEntry]:
    """Wait until something happens, then yield the entry of every worker that is done, dead or over its time."""
    signs = [sign for worker in crew for sign in worker.signs]
    limits = [worker.ends_at for worker in crew if worker.ends_at is not None]
    ready = set(wait(signs, timeout=max(0.0, min(limits) - time.monotonic()) if limits else None))
    for worker in crew:
        entry = worker.collect() if ready.intersection(worker.signs) else worker.give_up()
        if entry is not None:
            yield entry


def _keep(crew: Sequence[Worker], *, is_more: bool) -> list[Worker]:
    """Return the workers that go on; the worn out, the dead, and the idle when nothing waits are dismissed."""
    kept = []
    for worker in crew:
        # One that has died with a file in its hands is kept, so that the next round says what became of the file.
        if worker.job or (is_more and worker.is_alive and worker.files_done < FILES_PER_WORKER):
            kept.append(worker)
        else:
            worker.dismiss()
    return kept


def _context(jobs: Sequence[Job]) -> multiprocessing.context.BaseContext:
    # Never plain fork: the progress bar's thread and the libraries' own threads would be copied half alive.
    # The fork server imports the pipeline once, so that a new worker costs next to nothing.
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(sorted({job.settings.parser.partition(":")[0] for job in jobs}))
    return context


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Let workers start with one thread each in the numeric libraries: the files are what runs in parallel."""
    names = ("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
    ours = [name for name in names if name not in os.environ]
    os.environ.update(dict.fromkeys(ours, "1"))
    try:
        yield
    finally:
        for name in ours:
            os.environ.pop(name, None)
