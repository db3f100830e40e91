"""The benchmark of scans: what it counts as equal, and that it leaves out documents that are no truth."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.bench_ocr.cer import Errors, page_errors
from tools.bench_ocr.facts import Share
from tools.bench_ocr.truth import digital_pages

from covidorders.layout import Box, Word


def words(*placed: tuple[str, float, float]) -> list[Word]:
    return [Word(text, Box(x, y, x + 6.0 * len(text), y + 12.0)) for text, x, y in placed]


@pytest.mark.parametrize(
    ("read", "wrong"),
    [
        (words(("Số:", 20, 40), ("12/CT-UBND", 60, 40), ("CỘNG", 300, 40)), 0),
        (words(("CỘNG", 300, 40), ("Số:", 20, 40), ("12/CT-UBND", 60, 40)), 0),  # another order is no wrong letter
        (words(("Só:", 20, 41), ("12/GT-UBND", 61, 40), ("CỘNG", 300, 40)), 2),
        (words(("Số:", 20, 40), ("12/CT-UBND", 60, 40)), 4),  # a word missing
        (words(("Số:", 20, 40), ("12/CT-UBND", 60, 40), ("CỘNG", 300, 40), ("x|", 300, 700)), 2),  # two signs too many
        ([Word("Số: 12/CT-UBNĐ", Box(20, 40, 130, 52)), *words(("CỘNG", 300, 40))], 1),  # kept apart as one block
    ],
)
def test_letters_are_compared_by_their_place(read: list[Word], wrong: int) -> None:
    printed = words(("Số:", 20, 40), ("12/CT-UBND", 60, 40), ("CỘNG", 300, 40))
    assert page_errors(printed, read).wrong == wrong


def test_shares() -> None:
    assert (Share(3, 4) + Share(1, 1)).rate == 0.8
    assert Share(0, 0).rate == 1.0  # nothing to find, nothing found
    assert (Errors(1, 90) + Errors(1, 110)).rate == 0.01


@pytest.mark.usefixtures("engine")
def test_a_document_is_read_by_all(root: Path, tmp_path: Path) -> None:
    pytest.importorskip("img2pdf")
    from tools.bench_ocr.contest import Task, run
    from tools.bench_ocr.runs import scan_file

    path = root / "data" / "raw" / "12-giay-moi.pdf"
    rows = run(Task(path, 150, "clean", with_ocrmypdf=False))
    assert set(rows) == {"ours", "bare"}
    assert rows["ours"].errors.rate <= rows["bare"].errors.rate < 0.05
    assert rows["ours"].shares["codes"] == Share(1, 1)
    scan = scan_file([page.image(70) for page in digital_pages(path)], 70, tmp_path)
    assert run(Task(scan, 150, "clean", with_ocrmypdf=False)) == {}  # a scan is no truth
