"""Text files made by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from covidorders.extract.plain import extract
from covidorders.layout import Extracted, ExtractOptions, Line, RawFile

Extract = Callable[[str | bytes], Extracted]


@pytest.fixture
def extracted() -> Extract:
    """Extract a text file with this content."""

    def run(content: str | bytes) -> Extracted:
        data = content.encode() if isinstance(content, str) else content
        return extract(RawFile(Path("notice.txt"), data, "text", "text/plain"), ExtractOptions())

    return run


def lines(found: Extracted) -> list[Line]:
    return [block for page in found.pages for block in page.blocks if isinstance(block, Line)]


def zones(found: Extracted) -> list[tuple[str, str]]:
    return [(line.zone, line.text) for line in lines(found)]
