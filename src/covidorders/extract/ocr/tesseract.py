"""Tesseract in this process, through tesserocr: the wheel carries the engine, Debian the language data."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy

from covidorders.errors import MissingProgramError
from covidorders.extract.ocr.engine import Gray, ReadWord
from covidorders.extract.ocr.rereading import least_sure, surest

LANGUAGE = "vie"
INPUT_HEIGHT = 36
"""Rows that the Vietnamese network looks at; it would scale the strip to it anyway, and less well."""
INK_GAMMA = 2.0
"""Grey edges are made darker: thin tone marks live on them. Measured in tools/bench_ocr: 1.48 % to 1.28 % wrong."""
STRIP_DPI = 200
SHORT = 3.5
"""Strips narrower than so many of their heights (a label, a cell) are also read in the second way."""
DOUBTFUL = 0.85
AGAIN = ((0.88, -0.05, 1.1), (0.8, 0.05, 1.25))
"""Further readings, for lines with a word less sure than the first number: rows added above and below, as a part of the
strip's height (less than nothing: rows left out above), and how much wider the letters are made."""
_WORD_LEVEL = "5"
_USUAL_PLACES = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
_DARKER = (255 * (numpy.arange(256) / 255) ** INK_GAMMA).astype(numpy.uint8)


def tessdata() -> Path:
    """Return the folder that holds `vie.traineddata`; `TESSDATA_PREFIX` goes first. Raises MissingProgramError."""
    prefix = os.environ.get("TESSDATA_PREFIX")
    own = [Path(prefix), Path(prefix) / "tessdata"] if prefix else []
    for folder in [*own, *map(Path, _USUAL_PLACES)]:
        if (folder / f"{LANGUAGE}.traineddata").is_file():
            return folder
    raise MissingProgramError(
        "Tesseract's Vietnamese data (vie.traineddata) are missing, so scanned pages cannot be read. "
        "Install them with: apt-get install tesseract-ocr-vie"
    )


class Tesseract:
    """The default engine. It keeps one handle open: opening one costs as much as some lines."""

    def __init__(self) -> None:
        os.environ["OMP_THREAD_LIMIT"] = "1"  # one thread a page is faster than four, which wait for each other
        try:
            import tesserocr
        except ImportError as error:
            raise MissingProgramError(
                "The package tesserocr is missing. Install it with: pip install tesserocr"
            ) from error
        self._modes = tesserocr.PSM
        self._api: Any = tesserocr.PyTessBaseAPI(
            path=str(tessdata()), lang=LANGUAGE, psm=tesserocr.PSM.RAW_LINE, oem=tesserocr.OEM.LSTM_ONLY
        )

    def read(self, strips: Sequence[Gray]) -> list[tuple[ReadWord, ...]]:
        """Return the words of every strip, from left to right, NFC."""
        return [self._read(strip) for strip in strips]

    def _read(self, strip: Gray) -> tuple[ReadWord, ...]:
        """Read a strip as it is, a short or doubtful one also as a line that tesseract cuts to its ink.

        Where a word is not sure, the line is read again cut and stretched otherwise.
        """
        picture, scale = _sized(strip)
        words = self._recognise(picture, self._modes.RAW_LINE)
        if picture.shape[1] < SHORT * INPUT_HEIGHT or sureness(words) < DOUBTFUL:
            words = max(words, self._recognise(picture, self._modes.SINGLE_LINE), key=sureness)
        for unsure, margin, wider in AGAIN:
            if least_sure(words) < unsure:
                words = surest(words, self._recognise(_sized(strip, margin, wider)[0], self._modes.RAW_LINE))
        return tuple(replace(word, left=word.left / scale, right=word.right / scale) for word in words)

    def _recognise(self, picture: Gray, mode: int) -> list[ReadWord]:
        height, width = picture.shape
        self._api.SetPageSegMode(mode)
        self._api.SetImageBytes(picture.tobytes(), width, height, 1, width)
        self._api.SetSourceResolution(STRIP_DPI)
        self._api.Recognize()
        return _words(self._api.GetTSVText(0))


@cache
def shared_engine() -> Tesseract:
    """Return this process's engine, opened at the first page."""
    return Tesseract()


def _sized(strip: Gray, margin: float = 0.0, wider: float = 1.0) -> tuple[Gray, float]:
    """Return the strip as the network wants it, and by how much its columns were scaled."""
    rows = round(abs(margin) * strip.shape[0])
    if margin > 0:
        strip = numpy.pad(strip, ((rows, rows), (0, 0)), constant_values=255)
    elif margin < 0:
        strip = strip[rows:]
    scale = INPUT_HEIGHT / strip.shape[0]
    width = max(8, round(strip.shape[1] * scale * wider))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return _DARKER[cv2.resize(strip, (width, INPUT_HEIGHT), interpolation=way)], scale * wider


def sureness(words: Sequence[ReadWord]) -> float:
    """Return the mean confidence over the letters of some words, 0 where there are none."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _words(tsv: str) -> list[ReadWord]:
    """Read tesseract's TSV: level page block paragraph line word left top width height confidence text."""
    words = []
    for row in tsv.splitlines():
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == _WORD_LEVEL and cells[11].strip():
            left, wide = int(cells[6]), int(cells[8])
            text = unicodedata.normalize("NFC", cells[11].strip())
            words.append(ReadWord(text, left, left + wide, min(max(float(cells[10]) / 100, 0.0), 1.0)))
    return words
