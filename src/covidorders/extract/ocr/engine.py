"""The seam between the picture of a printed line and whatever reads it, so that another engine can be plugged in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy
from numpy.typing import NDArray

Gray = NDArray[numpy.uint8]
"""A grey image, shape (height, width), 0 black to 255 white."""

Colour = NDArray[numpy.uint8]
"""A colour image, shape (height, width, 3), red, green, blue."""


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word read in a strip: from pixel column `left` up to `right`, confidence 0..1."""

    text: str
    left: float
    right: float
    confidence: float


class Engine(Protocol):
    """Reads strips: grey pictures of one printed line each, dark on white. One thread at a time may use an engine.

    Page segmentation is not the engine's work (see `lines`), nor is reading order (see `covidorders.extract.arrange`).
    """

    def read(self, strips: Sequence[Gray]) -> list[tuple[ReadWord, ...]]:
        """Return the words of every strip, from left to right. Raises MissingProgramError."""
        ...
