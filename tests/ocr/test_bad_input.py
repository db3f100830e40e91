"""Pages that are no pages: what comes back is empty or an error, always with a sentence that says what to do."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import numpy
import pytest

from covidorders.errors import DamagedFileError, LimitExceededError, MissingProgramError
from covidorders.extract.ocr import extract, tesseract
from covidorders.extract.ocr.images import ENOUGH_PIXELS, page_images
from covidorders.layout import ExtractOptions, RawFile

from .conftest import image_file, text_of

OPTIONS = ExtractOptions()


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("what", ["white", "black", "photograph", "tiny"])
def test_picture_without_print_is_a_blank_page(what: str, photograph: Any) -> None:
    pictures = {
        "white": numpy.full((1169, 827, 3), 255, numpy.uint8),
        "black": numpy.zeros((1169, 827, 3), numpy.uint8),
        "photograph": photograph,
        "tiny": numpy.full((3, 2, 3), 90, numpy.uint8),
    }
    read = extract(image_file([pictures[what]]), OPTIONS)
    assert [page.blocks for page in read.pages] == [()]
    assert [warning.code for warning in read.warnings] == ["blank-page"]
    assert "Page 1" in read.warnings[0].message


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("turns", [1, 2, 3])
def test_page_on_its_side_or_head_reads_as_upright(drawn: Any, turns: int) -> None:
    page = drawn("01-cong-van-theo-don-vi.pdf", 0, 150)
    upright = text_of(extract(image_file([page], dpi=150), OPTIONS).pages[0]).split()
    turned = extract(image_file([numpy.ascontiguousarray(numpy.rot90(page, turns))], dpi=150), OPTIONS).pages[0]
    same = Counter(upright) & Counter(text_of(turned).split())
    assert same.total() >= 0.98 * len(upright) > 100


@pytest.mark.usefixtures("engine")
def test_page_of_many_pixels_is_made_smaller_and_read(drawn: Any) -> None:
    page = drawn("12-giay-moi.pdf", 0, 700)  # 47 million pixels
    raw = image_file([page], "JPEG", 700, "large.jpg")
    (image,) = page_images(raw, OPTIONS)
    assert image.image.shape[0] * image.image.shape[1] <= ENOUGH_PIXELS
    assert "GIẤY MỜI" in text_of(extract(raw, OPTIONS).pages[0])


@pytest.mark.parametrize("pixels", [(14_000, 14_000), (20_000, 20_000)], ids=["our limit", "Pillow's limit"])
def test_page_of_too_many_pixels_is_refused_before_it_is_decoded(pixels: tuple[int, int]) -> None:
    raw = RawFile(Path("poster.png"), _png_header(*pixels), "image", "image/png")
    with pytest.raises(LimitExceededError, match=r"poster\.png.*save it at 300 dpi"):
        list(page_images(raw, OPTIONS))


def test_too_many_pages() -> None:
    raw = image_file([numpy.full((40, 30, 3), 255, numpy.uint8)] * 3)
    with pytest.raises(LimitExceededError, match="3 pages, more than the 2 allowed"):
        list(page_images(raw, ExtractOptions(max_pages=2)))


def test_picture_cut_short() -> None:
    whole = image_file([numpy.random.default_rng(3).integers(0, 255, (300, 200, 3), numpy.uint8)], "PNG", name="a.png")
    raw = RawFile(whole.path, whole.data[: len(whole.data) // 2], "image", "image/png")
    with pytest.raises(DamagedFileError, match=r"a\.png cannot be decoded"):
        list(page_images(raw, OPTIONS))


def test_missing_language_data_name_the_command_that_mends_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tesseract, "_USUAL_PLACES", ())
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(MissingProgramError, match="apt-get install tesseract-ocr-vie"):
        tesseract.tessdata()


def test_scanned_pdf_without_language_data_says_so_and_goes_on(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    from covidorders.extract import extract as extract_any
    from covidorders.extract import read

    monkeypatch.setattr(tesseract, "_USUAL_PLACES", ())
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    tesseract.shared_engine.cache_clear()
    try:
        found = extract_any(read(root / "data" / "raw" / "12-giay-moi.pdf"), ExtractOptions(ocr="force"))
    finally:
        tesseract.shared_engine.cache_clear()
    assert [warning.code for warning in found.warnings] == ["needs-ocr"]
    assert "apt-get install tesseract-ocr-vie" in found.warnings[0].message


def _png_header(width: int, height: int) -> bytes:
    """Return the first bytes of a grey PNG of that size, no picture behind them."""
    import struct
    import zlib

    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in (chunk, data)
    )
