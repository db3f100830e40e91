"""Image files: PNG, JPEG, and TIFF with any number of pages."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator
from io import BytesIO

import numpy
from PIL import Image, ImageOps, UnidentifiedImageError

from covidorders.errors import DamagedFileError, LimitExceededError
from covidorders.extract.ocr.engine import Colour
from covidorders.extract.ocr.page import PageImage
from covidorders.layout import ExtractOptions, RawFile

MOST_PIXELS = 170_000_000
"""A page of more pixels is refused: A0 at 300 dpi has 140 million. Pillow itself stops at 179 million."""
ENOUGH_PIXELS = 20_000_000
"""A page of more than twice these pixels is halved, or more, when it is loaded: A4 at 400 dpi has 15 million."""
PAGE_INCHES = (5.0, 24.0)
"""The longer side of a page lies between these; a resolution that says otherwise (72 of a screen) is not believed."""
A4_INCHES = 11.69


def page_images(raw: RawFile, options: ExtractOptions) -> Iterator[PageImage]:
    """Load the pages of an image file, one at a time.

    Raises DamagedFileError where the file cannot be decoded, LimitExceededError for too many pages or pixels.
    """
    with _opened(raw) as picture:
        count = getattr(picture, "n_frames", 1)
        if count > options.max_pages:
            raise LimitExceededError(
                f"{raw.path.name} has {count} pages, more than the {options.max_pages} allowed; "
                "split it, or raise max_pages under [covidorders.extract]."
            )
        for index in range(count):
            with _naming(raw):
                picture.seek(index)
                yield _page(picture, index + 1, raw)


@contextlib.contextmanager
def _opened(raw: RawFile) -> Iterator[Image.Image]:
    with _naming(raw), Image.open(BytesIO(raw.data), formats=["PNG", "JPEG", "TIFF"]) as picture:
        yield picture


@contextlib.contextmanager
def _naming(raw: RawFile) -> Iterator[None]:
    """Turn what Pillow raises for broken files into an error that names the file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is checked before decoding
            yield
    except Image.DecompressionBombError as error:
        raise LimitExceededError(
            f"{raw.path.name} has more than the {MOST_PIXELS // 1_000_000} million pixels allowed for a page; "
            "save it at 300 dpi."
        ) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise DamagedFileError(
            f"{raw.path.name} cannot be decoded as an image ({error}). Scan or export it again."
        ) from error


def _page(picture: Image.Image, number: int, raw: RawFile) -> PageImage:
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise LimitExceededError(
            f"Page {number} of {raw.path.name} has {width * height / 1e6:.0f} million pixels, more than the "
            f"{MOST_PIXELS // 1_000_000} million allowed; save it at 300 dpi."
        )
    stated = picture.info.get("dpi", (0.0, 0.0))[0]
    dpi = float(stated) if _believable(max(width, height), float(stated)) else max(width, height) / A4_INCHES
    shrink = max(1, round((width * height / ENOUGH_PIXELS) ** 0.5))
    if shrink > 1:
        picture.draft("RGB", (width // shrink, height // shrink))  # JPEG decodes straight to the smaller size
    colours = _in_colours(picture)
    if shrink > 1 and colours.width > width // shrink:
        colours = colours.reduce(shrink)
    image: Colour = numpy.asarray(colours, numpy.uint8)
    return PageImage(number, image, dpi * colours.width / max(1, _upright_width(picture, width, height)))


def _believable(pixels: int, dpi: float) -> bool:
    return dpi > 0 and PAGE_INCHES[0] <= pixels / dpi <= PAGE_INCHES[1]


def _in_colours(picture: Image.Image) -> Image.Image:
    """Return the picture as the camera held it upright, on white where it was transparent, as RGB."""
    turned = ImageOps.exif_transpose(picture)
    if turned.mode in ("I;16", "I", "F"):
        turned = Image.fromarray((numpy.asarray(turned, float) / 257).clip(0, 255).astype(numpy.uint8))
    if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
        layered = turned.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        turned = Image.alpha_composite(paper, layered)
    return turned.convert("RGB")


def _upright_width(picture: Image.Image, width: int, height: int) -> int:
    """Return the width that the full picture has once the camera's turn is undone."""
    quarter_turns = (5, 6, 7, 8)
    return height if picture.getexif().get(0x0112) in quarter_turns else width
