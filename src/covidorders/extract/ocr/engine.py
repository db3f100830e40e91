"""The seam between a page image and whatever recognises it, so that another engine can be plugged in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy
from numpy.typing import NDArray

Gray = NDArray[numpy.uint8]
"""A grey image, shape (height, width), 0 black to 255 white."""

Colour = NDArray[numpy.uint8]
"""A colour image, shape (height, width, 3), red, green, blue."""


@dataclass(frozen=True, slots=True)
class ImageWord:
    """A recognised word; the box is in pixels of the image given to the engine, origin top left.

    `line` is equal for words that the engine saw in one printed line, and rises down the page.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: int


class Engine(Protocol):
    """Recognises the words of one grey page image. An engine may be used for many pages, by one thread at a time."""

    def recognise(self, gray: Gray, dpi: float) -> tuple[ImageWord, ...]:
        """Return the words found, in any order; `confidence` is 0..1. Raises MissingProgramError."""
        ...
