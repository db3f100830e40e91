from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from covidorders.batch import Job, Plan, RunEntry, RunError, Settings
from covidorders.cli.messages import spoken
from covidorders.cli.progress import Bar

from .conftest import Program

pytestmark = pytest.mark.usefixtures("played")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("warn x-y")
    (folder / "sub" / "b[1].txt").write_text("ok")  # square brackets are markup to rich
    return folder


@pytest.mark.parametrize(
    ("extra", "status"),
    [
        ({}, 0),
        ({"bad.txt": "empty"}, 1),  # the others are written all the same
        ({"bad.txt": "panic x"}, 1),
    ],
)
def test_exit_status_and_results(
    covidorders: Program, folder: Path, tmp_path: Path, extra: dict[str, str], status: int
) -> None:
    for name, content in extra.items():
        (folder / name).write_text(content)
    ended = covidorders("parse", folder, "-o", tmp_path / "out", "--executor", "serial")
    assert ended.status == status
    assert ended.out == ""
    assert (tmp_path / "out" / "a.txt.json").exists()
    assert (tmp_path / "out" / "sub" / "b[1].txt.json").exists()


def test_lines_for_a_log(covidorders: Program, folder: Path, tmp_path: Path) -> None:
    (folder / "bad.txt").write_text("empty")
    words = ("parse", folder, "-o", tmp_path / "out", "--executor", "serial")
    lines = covidorders(*words).err.splitlines()
    assert lines[0] == "3 files found, 0 unchanged, 3 to read"
    assert any("ok sub/b[1].txt: 0 notices, " in line for line in lines)
    assert any("FAILED bad.txt: The file has no text. Give one that has. (empty-file)" in line for line in lines)
    assert lines[-1].startswith("Done: 2 read, 1 failed. Results in ")
    again = covidorders(*words).err.splitlines()
    assert again[0] == "3 files found, 2 unchanged, 1 to read"


@pytest.mark.parametrize(
    "words",
    [
        ["parse"],
        ["parse", "in"],  # no output folder
        ["parse", "nowhere", "-o", "out"],
        ["parse", "in", "-o", "out", "--jobs", "0"],
        ["parse", "in", "-o", "out", "--ocr", "maybe"],
        ["parse", "in", "-o", "out", "--pipeline", "nowhere.cfg"],
        ["parse", "in", "-o", "out", "--executor", "nobody"],
        ["parse", "in", "-o", "in/a.txt"],  # a file stands where the folder should be
        ["prase", "in", "-o", "out"],
    ],
)
def test_wrong_use(covidorders: Program, folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.chdir(folder.parent)
    ended = covidorders(*words)
    assert ended.status == 2
    assert ended.err
    assert not (folder.parent / "out").exists()


def test_ocr_goes_to_the_parser(covidorders: Program, folder: Path, tmp_path: Path) -> None:
    words = ("parse", folder, "-o", tmp_path / "out", "--executor", "serial")
    covidorders(*words)
    covidorders(*words, "--ocr", "force")
    statuses = [entry["status"] for entry in json.loads((tmp_path / "out/_run.json").read_text())["files"]]
    assert statuses == ["ok", "ok"]  # another way of reading: nothing is unchanged


def test_force(covidorders: Program, folder: Path, tmp_path: Path) -> None:
    words = ("parse", folder, "-o", tmp_path / "out", "--executor", "serial")
    covidorders(*words)
    assert "Done: 2 read" in covidorders(*words, "--force").err


def test_the_bar_says_what_is_read_and_how_far_it_is() -> None:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, width=120, color_system=None)
    jobs = tuple(
        Job(name, Path(name), Path(), Path(), Path(f"{name}.json"), 1000, Settings(), "x")
        for name in ("a[b].pdf", "second.pdf")
    )
    with Bar(console) as bar:
        bar.planned(Plan(jobs, ()))
        for job in jobs:
            bar.started(job)
        bar._progress.refresh()
        bar.finished(RunEntry(path="a[b].pdf", status="failed", error=RunError(code="x", message="Broken.")))
        bar._progress.refresh()
    shown = stream.getvalue()
    assert "2 files found" in shown
    assert "reading a[b].pdf and 1 more" in shown
    assert "1/2 files" in shown
    assert "FAILED a[b].pdf: Broken. (x)" in shown


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0.04, "0.0 s"), (9.94, "9.9 s"), (59.4, "59 s"), (185, "3 min 5 s"), (7800, "2 h 10 min")],
)
def test_spoken(seconds: float, expected: str) -> None:
    assert spoken(seconds) == expected
