from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from covidorders.batch import Job, Plan, RunEntry, Settings, read_ledger, run
from covidorders.errors import UsageError

Files = Callable[..., Path]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def serial(folder: Path, out: Path, fake: Settings, **how: bool) -> dict[str, RunEntry]:
    ledger = run([folder], out, settings=fake, executor="serial", **how)
    return {entry.path: entry for entry in ledger.files}


def statuses(entries: dict[str, RunEntry]) -> dict[str, str]:
    return {path: entry.status for path, entry in entries.items()}


def test_each_result_stands_where_its_source_stood(files: Files, out: Path, fake: Settings) -> None:
    serial(files({"a.txt": "ok", "tháng 9/công văn.txt": "ok"}), out, fake)
    written = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert written == ["_run.json", "a.txt.json", "tháng 9/công văn.txt.json"]
    assert (
        json.loads((out / "tháng 9/công văn.txt.json").read_text("utf-8"))["source"]["path"] == "tháng 9/công văn.txt"
    )


def test_a_second_run_does_what_is_new_or_changed(files: Files, out: Path, fake: Settings) -> None:
    folder = files({"same.txt": "warn a b", "changed.txt": "ok", "lost.txt": "ok", "bad.txt": "empty"})
    serial(folder, out, fake)
    untouched = (out / "same.txt.json").stat().st_mtime_ns
    files({"new.txt": "ok", "changed.txt": "ok then"})
    (out / "lost.txt.json").unlink()
    entries = serial(folder, out, fake)
    assert statuses(entries) == {
        "bad.txt": "failed",  # tried again: what was missing may be installed by now
        "changed.txt": "ok",
        "lost.txt": "ok",
        "new.txt": "ok",
        "same.txt": "unchanged",
    }
    assert entries["same.txt"].warnings == {"a": 1, "b": 1}
    assert (out / "same.txt.json").stat().st_mtime_ns == untouched


def test_a_touched_file_of_the_same_content_is_unchanged(files: Files, out: Path, fake: Settings) -> None:
    folder = files({"a.txt": "ok"})
    serial(folder, out, fake)
    os.utime(folder / "a.txt", (0, 0))
    assert statuses(serial(folder, out, fake)) == {"a.txt": "unchanged"}


@pytest.mark.parametrize("what", ["pipeline", "pipeline-content", "options", "version", "force"])
def test_everything_is_read_again_when_the_way_of_reading_changes(
    files: Files, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    folder = files({"a.txt": "ok"})
    pipeline = tmp_path / "mine.cfg"
    pipeline.write_text("one")
    first = Settings(parser="fake_parser:parse", pipeline=str(pipeline) if what == "pipeline-content" else None)
    then = first
    serial(folder, out, first)
    if what == "pipeline":
        then = Settings(parser="fake_parser:parse", pipeline=str(pipeline))
    elif what == "pipeline-content":
        pipeline.write_text("two")
    elif what == "options":
        then = Settings(parser="fake_parser:parse", options=(("ocr", "force"),))
    elif what == "version":
        monkeypatch.setattr("covidorders.batch.fingerprint._program", lambda: "another")
    assert statuses(serial(folder, out, then, force=what == "force")) == {"a.txt": "ok"}


def test_a_result_of_an_older_content_does_not_stay_behind(files: Files, out: Path, fake: Settings) -> None:
    folder = files({"a.txt": "ok"})
    serial(folder, out, fake)
    files({"a.txt": "empty"})
    assert statuses(serial(folder, out, fake)) == {"a.txt": "failed"}
    assert not (out / "a.txt.json").exists()


def test_a_file_that_is_not_our_result_is_never_removed(files: Files, out: Path, fake: Settings) -> None:
    out.mkdir()
    (out / "a.txt.json").write_text("somebody's own")
    serial(files({"a.txt": "empty"}), out, fake)
    assert (out / "a.txt.json").read_text() == "somebody's own"


def test_other_inputs_into_the_same_folder_are_remembered(files: Files, out: Path, fake: Settings) -> None:
    one, two = files({"a.txt": "ok"}, folder="one"), files({"b.txt": "ok"}, folder="two")
    serial(one, out, fake)
    serial(two, out, fake)
    written = json.loads((out / "_run.json").read_text())
    assert [entry["path"] for entry in written["files"]] == ["b.txt"]
    assert [entry["path"] for entry in written["earlier"]] == ["a.txt"]
    assert statuses(serial(one, out, fake)) == {"a.txt": "unchanged"}


def test_the_ledger_has_one_line_a_file(files: Files, out: Path, fake: Settings) -> None:
    serial(files({"a.txt": "ok", "b.txt": "empty", "c.txt": "warn x"}), out, fake)
    lines = (out / "_run.json").read_text("utf-8").splitlines()
    of_files = [json.loads(line.strip().rstrip(",")) for line in lines if line.startswith('  {"path"')]
    assert [(entry["path"], entry["status"]) for entry in of_files] == [
        ("a.txt", "ok"),
        ("b.txt", "failed"),
        ("c.txt", "ok"),
    ]
    assert of_files[1]["error"] == {"code": "empty-file", "message": "The file has no text. Give one that has."}
    assert of_files[2]["warnings"] == {"x": 1}


@pytest.mark.parametrize("damage", ["", "{", '{"files": 3}', "[]"])
def test_a_damaged_ledger_only_costs_time(files: Files, out: Path, fake: Settings, damage: str) -> None:
    folder = files({"a.txt": "ok"})
    serial(folder, out, fake)
    (out / "_run.json").write_text(damage)
    assert read_ledger(out) == {}
    assert statuses(serial(folder, out, fake)) == {"a.txt": "ok"}


def test_two_results_of_one_name_are_refused_before_anything_is_done(files: Files, out: Path, fake: Settings) -> None:
    one, two = files({"x.txt": "ok"}, folder="one"), files({"x.txt": "ok"}, folder="two")
    with pytest.raises(UsageError, match="would both be written"):
        run([one, two], out, settings=fake)
    assert not out.exists()


def test_a_result_never_replaces_a_source(files: Files, fake: Settings) -> None:
    folder = files({"a.txt": "ok", "a.txt.json": "ok"})
    with pytest.raises(UsageError, match="would replace"):
        run([folder / "a.txt", folder / "a.txt.json"], folder, settings=fake)


def test_a_source_whose_result_would_be_the_ledger_fails_alone(files: Files, out: Path, fake: Settings) -> None:
    entries = serial(files({"_run": "ok", "a.txt": "ok"}), out, fake)
    assert statuses(entries) == {"_run": "failed", "a.txt": "ok"}


def test_an_input_that_is_not_there_is_wrong_use(tmp_path: Path, fake: Settings) -> None:
    with pytest.raises(UsageError, match="is not there"):
        run([tmp_path / "nothing"], tmp_path / "out", settings=fake)


def test_an_executor_that_is_not_installed(files: Files, out: Path, fake: Settings) -> None:
    with pytest.raises(UsageError, match="Give one of: processes, serial"):
        run([files({"a.txt": "ok"})], out, settings=fake, executor="cluster")
    assert not out.exists()


def test_an_output_folder_that_cannot_be_one(files: Files, tmp_path: Path, fake: Settings) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(UsageError, match="Choose another output folder"):
        run([files({"a.txt": "ok"})], tmp_path / "out", settings=fake)


def test_a_result_that_cannot_be_written_fails_its_file(files: Files, out: Path, fake: Settings) -> None:
    (out / "a.txt.json").mkdir(parents=True)
    entries = serial(files({"a.txt": "ok", "b.txt": "ok", "n" * 251: "ok"}), out, fake)
    assert statuses(entries) == {"a.txt": "failed", "b.txt": "ok", "n" * 251: "failed"}
    assert {entry.error.code for entry in entries.values() if entry.error} == {"unwritable-output"}


def test_a_name_that_is_not_utf8(files: Files, out: Path, fake: Settings) -> None:
    folder = files({})
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/c\xf4ng.txt")).write_text("ok")
    entries = serial(folder, out, fake)
    assert statuses(entries) == {"c\\xf4ng.txt": "ok"}
    assert json.loads((out / os.fsdecode(b"c\xf4ng.txt.json")).read_text())["source"]["path"] == "c\\xf4ng.txt"
    assert statuses(serial(folder, out, fake)) == {"c\\xf4ng.txt": "unchanged"}


def test_an_empty_folder(files: Files, out: Path, fake: Settings) -> None:
    folder = files({})
    folder.mkdir()
    assert serial(folder, out, fake) == {}
    assert (out / "_run.json").exists()


class Stopping:
    """Presses Ctrl-C when the second file begins."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def planned(self, plan: Plan) -> None:
        assert len(plan.jobs) == 3

    def started(self, job: Job) -> None:
        self.seen.append(job.name)
        if len(self.seen) == 2:
            raise KeyboardInterrupt

    def finished(self, entry: RunEntry) -> None:
        pass


@pytest.mark.parametrize("executor", ["serial", "processes"])
def test_ctrl_c_writes_the_ledger(files: Files, out: Path, fake: Settings, executor: str) -> None:
    folder = files({"a.txt": "ok    ", "b.txt": "ok  ", "c.txt": "ok"})  # the largest is read first
    began = time.monotonic()
    ledger = run([folder], out, settings=fake, executor=executor, workers=1, watcher=Stopping())
    assert [entry.status for entry in ledger.files] == ["ok", "skipped", "skipped"]
    assert ledger.interrupted
    assert ledger.finished is None
    assert json.loads((out / "_run.json").read_text())["interrupted"]
    again = run([folder], out, settings=fake, executor="serial")
    assert [entry.status for entry in again.files] == ["unchanged", "ok", "ok"]
    assert time.monotonic() - began < 20


def test_an_interrupted_run_keeps_what_is_known_of_the_others(files: Files, out: Path, fake: Settings) -> None:
    folder = files({"a.txt": "ok    ", "b.txt": "ok  ", "c.txt": "ok"})
    serial(folder, out, fake)
    run([folder], out, settings=fake, executor="serial", force=True, watcher=Stopping())
    again = run([folder], out, settings=fake, executor="serial")
    assert [entry.status for entry in again.files] == ["unchanged", "unchanged", "unchanged"]
