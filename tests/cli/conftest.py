from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from covidorders.cli import main


class Ended(NamedTuple):
    status: int
    out: str
    err: str


Program = Callable[..., Ended]


@pytest.fixture
def covidorders(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    """Run the program in this process with the given words."""

    def run(*words: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["covidorders", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return Ended(int(end.value.code or 0), said.out, said.err)

    return run


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the stand-in parser where the real one is; only the serial executor sees it."""
    import fake_parser

    monkeypatch.setattr("covidorders.pipeline.parse_file", fake_parser.parse)
