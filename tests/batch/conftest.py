from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from covidorders.batch import Settings


@pytest.fixture
def fake() -> Settings:
    """Settings with the stand-in parser."""
    return Settings(parser="fake_parser:parse")


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., Path]:
    """Write files, given as path and content, into a folder of inputs and return it."""

    def write(contents: dict[str, str], folder: str = "in") -> Path:
        for name, content in contents.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        return tmp_path / folder

    return write
