from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from covidorders import registry
from covidorders.cli import checks
from covidorders.cli.checks import Check
from covidorders.errors import MissingProgramError

from .conftest import Program


def states() -> dict[str, Check]:
    registry.load.cache_clear()
    return {check.name: check for check in checks.checks()}


def test_every_lack_has_a_command_that_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_data() -> Path:
        raise MissingProgramError("missing")

    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr("covidorders.extract.ocr.tesseract.tessdata", no_data)
    found = states()
    for name, mend in {
        "LibreOffice": "apt-get install --no-install-recommends libreoffice-writer-nogui",
        "Tesseract data vie": "apt-get install tesseract-ocr-vie",
        "Liberation Serif with Vietnamese letters": "apt-get install fontconfig fonts-liberation2",
    }.items():
        assert found[name].found is None
        assert mend in found[name].mend


def test_an_add_on_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(group: str, name: str) -> object:
        if name == "processes":
            raise ImportError(group)
        return object()

    monkeypatch.setattr(registry, "load", broken)
    found = {check.name: check for check in checks._parts()}
    assert found["executors"].found is None
    assert "processes cannot be loaded" in found["executors"].mend


def test_the_packages_are_those_that_the_program_asks_for() -> None:
    names = {check.name for check in checks._packages()}
    assert {"pydantic", "spacy", "pypdfium2", "typer"} <= names
    assert all(check.found for check in checks._packages())


@pytest.mark.parametrize(
    ("made", "status", "words"),
    [
        ([Check("Python", "3.11.2")], 0, "ok       Python: 3.11.2"),
        (
            [Check("tool", None, "apt-get install tool", used_for="DOC")],
            1,
            "MISSING  tool (for DOC). To mend it: apt-get",
        ),
        ([Check("fonts", None, "apt-get install fonts", is_needed=False)], 0, "optional fonts. To mend it: apt-get"),
    ],
)
def test_the_report_and_the_exit_status(
    covidorders: Program, monkeypatch: pytest.MonkeyPatch, made: list[Check], status: int, words: str
) -> None:
    monkeypatch.setattr(checks, "checks", lambda: iter(made))
    ended = covidorders("doctor")
    assert ended.status == status
    assert words in ended.out
