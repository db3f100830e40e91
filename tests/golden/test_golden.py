"""`data/parsed` is what the program makes of `data/raw`, byte by byte.

A change that is meant is taken over with `pytest tests/golden --update-golden`, and is then read in the diff.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tools.make_samples import VARIANTS, load_samples, office, render_all

from covidorders import parse_file
from covidorders.emit import to_bytes

ROOT = Path(__file__).parents[2]
RAW, PARSED = ROOT / "data" / "raw", ROOT / "data" / "parsed"
OFFICE_SUFFIXES = {".doc", ".rtf"}  # each of these files starts LibreOffice once
SHOWN_DIFFERENCES = 12

FILES = [
    pytest.param(path, marks=[pytest.mark.slow] if path.suffix in OFFICE_SUFFIXES else [], id=path.name)
    for path in sorted(RAW.iterdir())
]


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


def needs_office(path: Path) -> None:
    if path.suffix in OFFICE_SUFFIXES and not office.available():
        pytest.skip("LibreOffice is not installed")


@pytest.mark.parametrize("raw", FILES)
def test_parsed_file_is_up_to_date(raw: Path, update: bool) -> None:
    needs_office(raw)
    fresh = to_bytes(parse_file(raw))
    golden = PARSED / f"{raw.name}.json"
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(fresh)
    assert golden.exists(), f"{golden.name} is missing: pytest tests/golden --update-golden"
    assert list(differences(json.loads(fresh), json.loads(golden.read_bytes())))[:SHOWN_DIFFERENCES] == []
    assert fresh == golden.read_bytes()


def test_nothing_else_lies_in_parsed(update: bool) -> None:
    """`_run.json` holds times and is not kept."""
    wanted = {f"{path.name}.json" for path in RAW.iterdir()}
    stale = [path for path in PARSED.iterdir() if path.name not in wanted | {"_run.json"}]
    if update:
        for path in stale:
            path.unlink()
        stale = []
    assert stale == []


@pytest.mark.slow
def test_command_line_writes_the_same(tmp_path: Path) -> None:
    if not office.available():
        pytest.skip("LibreOffice is not installed")
    command = [sys.executable, "-c", "from covidorders.cli import main; main()", "parse", str(RAW), "-o", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"})
    assert done.returncode == 0, done.stderr
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.name != "_run.json"}
    assert written == {path.name: path.read_bytes() for path in PARSED.iterdir() if path.name != "_run.json"}


def test_raw_files_are_those_the_script_makes() -> None:
    """`python -m tools.make_samples` writes `data/raw`; what LibreOffice makes differs between its versions."""
    jobs = [(sample, VARIANTS[name]) for sample in load_samples() for name in sample.raw]
    assert {path.name for path in RAW.iterdir()} == {sample.name + variant.suffix for sample, variant in jobs}
    own = [(sample, variant) for sample, variant in jobs if not variant.office and variant.suffix != ".docx"]
    if shutil.which("fc-match") is None:
        own = [(sample, variant) for sample, variant in own if not variant.suffix.endswith(".pdf")]
    assert [name for name, data in render_all(own).items() if (RAW / name).read_bytes() != data] == []


def differences(got: Any, wanted: Any, at: str = "") -> Iterator[str]:
    """Yield what differs, as `path: got != wanted`."""
    if isinstance(got, dict) and isinstance(wanted, dict):
        for key in {**got, **wanted}:
            yield from differences(got.get(key), wanted.get(key), f"{at}/{key}")
    elif isinstance(got, list) and isinstance(wanted, list) and len(got) == len(wanted):
        for index, (a, b) in enumerate(zip(got, wanted, strict=True)):
            yield from differences(a, b, f"{at}/{index}")
    elif got != wanted:
        yield f"{at}: {str(got)[:100]} != {str(wanted)[:100]}"
