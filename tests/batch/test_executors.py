"""Files that kill, block or confuse their worker: each costs itself and nothing else."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from covidorders.batch import RunEntry, Settings, processes, run

Files = Callable[..., Path]

CRASHES = [
    # content, error code, words that the message must have
    ("leave 3", "worker-died", "exit status 3"),  # a library that calls exit()
    ("kill SIGSEGV", "worker-died", "SIGSEGV"),  # a crash in a C library
    ("kill SIGSEGV", "worker-died", "last words of a library"),  # what the library said goes into the message
    ("kill SIGKILL", "worker-died", "memory"),  # the kernel's OOM killer
    ("sys-exit 2", "internal-error", "SystemExit"),
    ("unpicklable", "internal-error", "UnpicklableError: holds a lock"),
    ("dumb", "internal-error", "could not be put into words"),  # an exception whose __str__ raises
    ("panic rust", "internal-error", "Panic: rust"),  # a BaseException that is no Exception
    ("empty", "empty-file", "Give one that has"),
]


@pytest.mark.parametrize(("content", "code", "words"), CRASHES)
def test_a_crash_fails_its_file_only(
    files: Files, tmp_path: Path, fake: Settings, content: str, code: str, words: str
) -> None:
    folder = files({"a.txt": "ok", "crash.txt": content, "z.txt": "ok"})
    ledger = run([folder], tmp_path / "out", settings=fake, workers=1)
    assert [entry.status for entry in ledger.files] == ["ok", "failed", "ok"]
    error = ledger.files[1].error
    assert error is not None
    assert error.code == code
    assert words in error.message
    assert not (tmp_path / "out" / "crash.txt.json").exists()
    assert (tmp_path / "out" / "z.txt.json").exists()


def test_many_crashes_at_once(files: Files, tmp_path: Path, fake: Settings) -> None:
    contents = {f"{number:02}.txt": "leave 1" if number % 2 else "ok" for number in range(12)}
    ledger = run([files(contents)], tmp_path / "out", settings=fake, workers=3)
    assert ledger.counts == {"ok": 6, "failed": 6, "unchanged": 0, "skipped": 0}
    assert not multiprocessing.active_children()


def test_a_file_over_its_time_is_given_up(files: Files, tmp_path: Path) -> None:
    began = time.monotonic()
    settings = Settings(parser="fake_parser:parse", time_limit=3)
    ledger = run([files({"a.txt": "sleep 60", "b.txt": "ok"})], tmp_path / "out", settings=settings, workers=1)
    assert [entry.error.code if entry.error else None for entry in ledger.files] == ["time-limit", None]
    assert time.monotonic() - began < 40


@pytest.mark.parametrize("name", ["serial", "processes"])
def test_executors_agree(files: Files, tmp_path: Path, fake: Settings, name: str) -> None:
    folder = files({"a.txt": "ok", "b.txt": "empty", "sub/c.txt": "warn x-y x-y z"})
    ledger = run([folder], tmp_path / "out", settings=fake, executor=name)

    def told(entry: RunEntry) -> tuple[str, str, dict[str, int], str | None]:
        return entry.path, entry.status, entry.warnings, entry.error.code if entry.error else None

    assert [told(entry) for entry in ledger.files] == [
        ("a.txt", "ok", {}, None),
        ("b.txt", "failed", {}, "empty-file"),
        ("sub/c.txt", "ok", {"x-y": 2, "z": 1}, None),
    ]


def test_a_worn_out_worker_is_replaced(files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "FILES_PER_WORKER", 2)
    folder = files({f"{number}.txt": "ok" for number in range(5)})
    settings = Settings(parser="fake_parser:parse_telling_pid")
    ledger = run([folder], tmp_path / "out", settings=settings, workers=1)
    assert len({entry.pages for entry in ledger.files}) == 3


def test_the_cores_left_over_go_to_the_pages_of_a_scan(files: Files, tmp_path: Path, fake: Settings) -> None:
    ledger = run([files({"a.txt": "ok"})], tmp_path / "out", settings=fake, workers=4)
    assert ledger.files[0].pages == 4  # the stand-in gives the number of OCR jobs as its pages
    ledger = run([files({"a.txt": "ok", "b.txt": "ok"})], tmp_path / "out", settings=fake, workers=4, force=True)
    assert ledger.files[0].pages == 2
