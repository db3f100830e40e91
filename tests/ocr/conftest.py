"""Page images for the tests: samples drawn from data/raw, and pictures of things that are no page."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy
import pypdfium2
import pytest
from numpy.typing import NDArray
from PIL import Image

from covidorders.errors import MissingProgramError
from covidorders.extract.ocr.tesseract import tessdata
from covidorders.layout import Line, Page, RawFile

Picture = NDArray[numpy.uint8]


@pytest.fixture(scope="session")
def engine() -> None:
    """Skip where the language data are not installed."""
    pytest.importorskip("tesserocr")
    try:
        tessdata()
    except MissingProgramError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def drawn(root: Path) -> Callable[[str, int, float], Picture]:
    """Draw a page (index from 0) of a sample, shape (height, width, 3)."""

    def draw(name: str, index: int, dpi: float) -> Picture:
        document = pypdfium2.PdfDocument(root / "data" / "raw" / name)
        try:
            picture = document[index].render(scale=dpi / 72).to_pil().convert("RGB")
            return numpy.asarray(picture, numpy.uint8).copy()
        finally:
            document.close()

    return draw


@pytest.fixture(scope="session")
def photograph() -> Picture:
    """Shapes and colours without a letter, grainy as a camera's picture is."""
    random = numpy.random.default_rng(1)
    y, x = numpy.mgrid[0:900, 0:1200]
    waves = [
        128 + 100 * numpy.sin(x / 170 + y / 300),
        128 + 90 * numpy.cos(y / 120),
        128 + 70 * numpy.sin((x + y) / 90),
    ]
    picture = numpy.stack(waves, axis=2) + random.normal(0, 14, (900, 1200, 3))
    for _ in range(40):
        across, down, radius = random.integers(1200), random.integers(900), random.integers(5, 90)
        picture[(x - across) ** 2 + (y - down) ** 2 < radius**2] = random.integers(0, 255, 3)
    return picture.clip(0, 255).astype(numpy.uint8)


def image_file(pictures: list[Picture], kind: str = "TIFF", dpi: float = 200, name: str = "scan.tif") -> RawFile:
    """Return an image file with these pages."""
    data = BytesIO()
    first, *rest = [Image.fromarray(picture) for picture in pictures]
    more = {"save_all": True, "append_images": rest} if rest else {}
    first.save(data, kind, dpi=(dpi, dpi), **more)
    return RawFile(Path(name), data.getvalue(), "image", f"image/{kind.lower()}")


def text_of(page: Page) -> str:
    return "\n".join(block.text for block in page.blocks if isinstance(block, Line))
