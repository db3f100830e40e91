"""The program as a whole: its help, its start, its exit statuses."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from covidorders.cli.app import app

from .conftest import Program

COMMANDS = [command.callback.__name__ for command in app.registered_commands if command.callback]
PROGRAM = [sys.executable, "-c", "from covidorders.cli import main; main()"]


def test_help_lists_every_command(covidorders: Program) -> None:
    status, out, _ = covidorders("--help")
    assert status == 0
    assert {"parse", "show", "schema", "doctor"} <= set(COMMANDS)
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", out, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_one_real_example(covidorders: Program, name: str) -> None:
    status, out, _ = covidorders(name, "--help")
    assert status == 0
    examples = re.findall(r"^\s*Example:\s+(.+)$", out, re.MULTILINE)
    assert len(examples) == 1
    assert shlex.split(examples[0])[:2] == ["covidorders", name]


def test_the_version(covidorders: Program) -> None:
    assert re.fullmatch(r"covidorders \d+\.\d+\.\d+\n", covidorders("--version").out)


def test_no_words_at_all_gives_help_and_wrong_use(covidorders: Program) -> None:
    ended = covidorders()
    assert ended.status == 2
    assert "Commands:" in ended.out + ended.err


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, covidorders.cli.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"spacy", "numpy", "pydantic", "rich", "cv2", "pypdfium2", "pdfplumber", "lxml", "underthesea", "tesserocr"}
    assert not heavy & set(done.stdout.split())


def test_a_real_run_on_real_processes(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text("Số: 12/TB-UBND\nTHÔNG BÁO\n1. Giao Sở Y tế kiểm tra.\n", "utf-8")
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    words = ["parse", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--jobs", "1"]
    done = subprocess.run([*PROGRAM, *words], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert "FAILED empty.txt" in done.stderr
    assert "\x1b" not in done.stderr
    assert (tmp_path / "out" / "good.txt.json").exists()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_run_with_a_ledger(tmp_path: Path, sign: signal.Signals) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("sleep 60")
    code = (
        "from covidorders.cli import main\n"
        "import functools, covidorders.batch as batch\n"
        "batch.Settings = functools.partial(batch.Settings, parser='fake_parser:parse')\n"
        "if __name__ == '__main__': main()\n"
    )
    script = tmp_path / "program.py"
    script.write_text(code)
    fakes = str(Path(__file__).parents[1] / "fakes")
    process = subprocess.Popen(
        [sys.executable, str(script), "parse", str(tmp_path / "in"), "-o", str(tmp_path / "out")],
        env={**os.environ, "PYTHONPATH": fakes},
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
    )
    ledger = tmp_path / "out" / "_run.json"
    limit = time.monotonic() + 60
    while not ledger.exists() and time.monotonic() < limit:
        time.sleep(0.05)
    time.sleep(0.3)
    process.send_signal(sign)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "Stopped: 1 not reached" in err
    assert json.loads(ledger.read_text())["files"][0]["status"] == "skipped"


def test_the_package_runs_as_the_command() -> None:
    shown = subprocess.run([sys.executable, "-m", "covidorders", "--help"], capture_output=True, text=True, check=False)
    assert shown.returncode == 0
    assert "parse" in shown.stdout
