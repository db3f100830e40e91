"""Real notices beside the checkout: read whole, letterhead and signature column by column, wrong layers found out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from covidorders.extract import extract, read
from covidorders.grammar.marks import is_distribution, is_motto, is_nation
from covidorders.layout import Extracted, ExtractOptions, Line

pytestmark = pytest.mark.shared


def run(path: Path) -> Extracted:
    return extract(read(path), ExtractOptions(ocr="off"))


def lines(extracted: Extracted) -> list[Line]:
    return [block for page in extracted.pages for block in page.blocks if isinstance(block, Line)]


def test_digital_files_need_no_ocr(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "pdf").glob("*.pdf")):
        extracted = run(path)
        assert not any(page.needs_ocr for page in extracted.pages), path.name
        assert extracted.warnings == (), path.name


def test_scans_need_ocr_also_where_a_wrong_layer_hides_in_them(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "scan").glob("*.pdf")):
        assert all(page.needs_ocr for page in run(path).pages), path.name


def test_quoc_hieu_never_stands_in_a_line_with_the_issuer(shared: Path) -> None:
    seen = 0
    for path in sorted((shared / "corpus" / "pdf").glob("*.pdf")):
        found = lines(run(path))
        for line in found:
            if is_nation(line.text) or is_motto(line.text):
                assert line.zone == "right", path.name
                seen += 1
        zones = [line.zone for line in found[:4]]
        assert zones == sorted(zones), path.name  # the left column's lines come first
    assert seen >= 28


def test_noi_nhan_comes_whole_before_the_signer(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "pdf").glob("*.pdf")):
        found = lines(run(path))
        heads = [index for index, line in enumerate(found) if is_distribution(line.text)]
        for index in heads:
            after = [line.zone for line in found[index:]]
            assert after[0] == "left", path.name
            assert "body" not in after[: after.index("right") if "right" in after else len(after)], path.name


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("pdf/stc_92_BC-STC_20190515.pdf", ["signature-stamp", "signature-stamp"]),
        ("pdf/ttg_2319_QD-TTg_20251020.pdf", ["signature-stamp"] + ["page-number"] * 4),
        ("scan/dn_409_TB-VPUBND_20190527_ket-luan.pdf", ["signature-stamp"]),
        ("scan/dng_5710_UBND-SGDDT_20231018_badlayer.pdf", ["copy-stamp"]),
        ("scan/dng_1535_SGDDT-CTrTT_20190531_badlayer.pdf", ["note"]),
    ],
)
def test_stamps_and_notes(shared: Path, name: str, kinds: Any) -> None:
    assert [item.kind for item in run(shared / "corpus" / name).furniture] == kinds


def test_table_that_goes_on_over_pages(shared: Path) -> None:
    extracted = run(shared / "corpus" / "pdf" / "vku_TB-KTDBCL_20220211_COVID.pdf")
    head, rest = extracted.pages[0].blocks[-1], extracted.pages[1].blocks[0]
    assert not isinstance(head, Line) and not isinstance(rest, Line)
    assert (head.continues, rest.continues) == (False, True)
    assert [cell.text for cell in rest.rows[0]][:3] == ["1", "Vật lý", "19/02/2022"]
