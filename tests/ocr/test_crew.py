"""Pages read by several processes: the same pages in the same order, and only a few of them at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from covidorders.extract.ocr import extract
from covidorders.extract.ocr.crew import AHEAD, read_pages
from covidorders.extract.ocr.page import PageImage
from covidorders.layout import ExtractOptions

from .conftest import image_file


@pytest.mark.usefixtures("engine")
def test_two_processes_read_what_one_reads(drawn: Any) -> None:
    raw = image_file([drawn("01-cong-van-theo-don-vi.pdf", index, 110) for index in (0, 1)] * 2, dpi=110)
    assert extract(raw, ExtractOptions(ocr_jobs=2)) == extract(raw, ExtractOptions())


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_are_drawn_only_as_fast_as_they_are_read(drawn: Any, jobs: int) -> None:
    page, waiting, most = drawn("12-giay-moi.pdf", 0, 70), 0, 0

    def pages() -> Iterator[PageImage]:
        nonlocal waiting, most
        for number in range(1, 13):
            waiting += 1
            most = max(most, waiting)
            yield PageImage(number, page, 70)

    numbers = []
    for read in read_pages(pages(), jobs):
        waiting -= 1
        numbers.append(read.page.number)
    assert numbers == list(range(1, 13))
    assert most <= AHEAD * jobs + 1
