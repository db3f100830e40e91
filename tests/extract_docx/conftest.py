"""The makers of small DOCX files live beside the conformance table in `tools/`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from covidorders.extract.docx import extract
from covidorders.layout import Extracted, ExtractOptions, RawFile
from small_docx import package

Reader = Callable[..., Extracted]


@pytest.fixture
def read_docx() -> Reader:
    """Extract a DOCX made of raw XML (see `small_docx.package`)."""

    def read(body: str, **parts: object) -> Extracted:
        data = package(body, **parts)  # type: ignore[arg-type]
        return extract(RawFile(Path("notice.docx"), data, "docx", "x"), ExtractOptions())

    return read
