"""What happens to a page on its way through printer, signature, scanner and fax.

Each step is seeded: the same page comes out the same way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy
from numpy.typing import NDArray

from covidorders.extract.ocr.engine import Colour
from covidorders.layout import Box, Word

Degrade = Callable[[Colour, float], Colour]
"""Takes a page image and its dpi and gives it back worse, of the same size."""

DEGREES = 2.0
SKEWED = ("skew", "office")
"""The kinds whose pages lie askew; what was read on them is set straight before it is compared."""
SEAL_RED = (214, 40, 48)
SEAL_DIAMETER_MM = 36
"""Thông tư 07/2010/TT-BCA (amended by 21/2012/TT-BCA): seals of provincial bodies are 34 to 36 mm wide."""


def clean(image: Colour, dpi: float) -> Colour:
    return image


def skew(image: Colour, dpi: float) -> Colour:
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), DEGREES, 1.0)
    return _bytes(cv2.warpAffine(image, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255)))


def noise(image: Colour, dpi: float) -> Colour:
    """Grey paper, blur of the lens, grain of the sensor, specks of dust."""
    random = numpy.random.default_rng(7)
    paper = image.astype(numpy.float32) * 0.88 + 14
    soft = cv2.GaussianBlur(paper, (0, 0), 0.35 * dpi / 100)
    grain = soft + random.normal(0, 9, image.shape[:2])[..., None]
    specks = random.random(image.shape[:2]) < 0.0006
    return _bytes(numpy.where(specks[..., None], 60, grain))


def jpeg(image: Colour, dpi: float, quality: int = 30) -> Colour:
    _, data = cv2.imencode(".jpg", image[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    decoded = cv2.imdecode(data, cv2.IMREAD_COLOR)
    assert decoded is not None
    return _bytes(numpy.asarray(decoded)[..., ::-1])


def seal(image: Colour, dpi: float) -> Colour:
    """A round red seal over the left third of the signature, which is the last text on the right half of the page."""
    x, y = _signature(image, dpi)
    radius = round(SEAL_DIAMETER_MM / 25.4 * dpi / 2)
    ink = numpy.zeros(image.shape[:2], numpy.uint8)
    thick = max(1, round(dpi / 60))
    for part in (1.0, 0.68):
        cv2.circle(ink, (x, y), round(radius * part), 255, thick, cv2.LINE_AA)
    _letters_round(ink, "CONG HOA X.H.C.N VIET NAM * TINH * UY BAN NHAN DAN *", (x, y), radius * 0.78, dpi)
    cv2.putText(ink, "UBND", (x - radius // 2, y + radius // 8), 0, radius / 55, 255, thick + 1, cv2.LINE_AA)
    cover = (ink.astype(numpy.float32) / 255 * 0.85)[..., None]
    paper = image.astype(numpy.float32)
    return _bytes(paper * (1 - cover) + paper * numpy.array(SEAL_RED) / 255 * cover)


def fax(image: Colour, dpi: float) -> Colour:
    """Black and white only, with the rough edges of a thermal line."""
    random = numpy.random.default_rng(11)
    gray = cv2.GaussianBlur(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), (0, 0), 0.3 * dpi / 100)
    rough = gray + random.normal(0, 28, gray.shape)
    return numpy.repeat(numpy.where(rough < 150, 0, 255).astype(numpy.uint8)[..., None], 3, axis=2)


def office(image: Colour, dpi: float) -> Colour:
    """An ordinary office scan: seal, 2 degrees of skew, grain, JPEG."""
    return jpeg(noise(skew(seal(image, dpi), dpi), dpi), dpi, quality=45)


DEGRADES: dict[str, Degrade] = {
    "clean": clean,
    "skew": skew,
    "noise": noise,
    "jpeg": jpeg,
    "seal": seal,
    "fax": fax,
    "office": office,
}


def straightened(word: Word, width: float, height: float) -> Word:
    """Return a word of a skewed page, in points, at the place it had before."""
    back = cv2.getRotationMatrix2D((width / 2, height / 2), -DEGREES, 1.0)
    x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
    dx, dy = (back @ numpy.array([x, y, 1.0]) - (x, y)).tolist()
    box = Box(word.box.x0 + dx, word.box.top + dy, word.box.x1 + dx, word.box.bottom + dy)
    return Word(word.text, box, word.confidence)


def _signature(image: Colour, dpi: float) -> tuple[int, int]:
    """Return the middle of the seal: above the last printed line of the right half, a little to its left."""
    height, width = image.shape[:2]
    dark = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)[: round(height * 0.93), width // 2 :] < 128
    rows = numpy.flatnonzero(dark.sum(axis=1) > 3)
    if not len(rows):
        return round(width * 0.65), round(height * 0.7)
    last = int(rows[-1])
    columns = numpy.flatnonzero(dark[max(0, last - round(dpi * 0.15)) : last + 1].any(axis=0))
    return width // 2 + int(columns[0]) + round(dpi * 0.2), last - round(dpi * 0.35)


def _letters_round(ink: Colour, text: str, middle: tuple[int, int], radius: float, dpi: float) -> None:
    for number, letter in enumerate(text):
        angle = 2 * numpy.pi * number / len(text)
        at = (round(middle[0] + radius * numpy.sin(angle)) - 4, round(middle[1] - radius * numpy.cos(angle)) + 4)
        cv2.putText(ink, letter, at, 0, dpi / 450, 255, max(1, round(dpi / 150)), cv2.LINE_AA)


def _bytes(image: NDArray[Any]) -> Colour:
    return numpy.asarray(numpy.clip(image, 0, 255), numpy.uint8)
