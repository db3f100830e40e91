"""Batch: a folder of source files in, a folder of JSON and a ledger of the run out."""

from covidorders.batch.executors import Executor
from covidorders.batch.job import Job, Settings, Work
from covidorders.batch.ledger import Ledger, RunEntry, RunError, read_ledger
from covidorders.batch.plan import Plan
from covidorders.batch.run import run
from covidorders.batch.watcher import Watcher

__all__ = [
    "Executor",
    "Job",
    "Ledger",
    "Plan",
    "RunEntry",
    "RunError",
    "Settings",
    "Watcher",
    "Work",
    "read_ledger",
    "run",
]
