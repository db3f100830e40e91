"""The makers of small DOCX files live beside the conformance table in `tools/`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tools.small_docx import package

from covidorders.extract.docx import extract
from covidorders.layout import Extracted, ExtractOptions, RawFile

Reader = Callable[..., Extracted]


@pytest.fixture
def read_docx() -> Reader:
    """Extract a DOCX made of raw XML (see `small_docx.package`)."""

    def read(body: str, **parts: object) -> Extracted:
        data = package(body, **parts)  # type: ignore[arg-type]
        return extract(RawFile(Path("notice.docx"), data, "docx", "x"), ExtractOptions())

    return read
