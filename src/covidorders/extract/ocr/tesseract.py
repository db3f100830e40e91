"""Tesseract in this process, through tesserocr: the wheel carries the engine, Debian the language data."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

from covidorders.errors import MissingProgramError
from covidorders.extract.ocr.engine import Gray, ImageWord

LANGUAGE = "vie"
_WORD_LEVEL = "5"
_USUAL_PLACES = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)


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
    """The default engine. It keeps one handle open; starting one costs more than a small page."""

    def __init__(self) -> None:
        os.environ["OMP_THREAD_LIMIT"] = "1"  # one thread a page is faster than four (they wait for each other)
        try:
            import tesserocr
        except ImportError as error:
            raise MissingProgramError(
                "The package tesserocr is missing. Install it with: pip install tesserocr"
            ) from error
        self._api: Any = tesserocr.PyTessBaseAPI(
            path=str(tessdata()), lang=LANGUAGE, psm=tesserocr.PSM.AUTO, oem=tesserocr.OEM.LSTM_ONLY
        )

    def recognise(self, gray: Gray, dpi: float) -> tuple[ImageWord, ...]:
        """Return the words of the image with boxes in pixels and confidences 0..1."""
        height, width = gray.shape
        self._api.SetImageBytes(gray.tobytes(), width, height, 1, width)
        self._api.SetSourceResolution(round(dpi))
        self._api.Recognize()
        return _words(self._api.GetTSVText(0))


@cache
def shared_engine() -> Tesseract:
    """Return this process's engine, opened at the first page."""
    return Tesseract()


def _words(tsv: str) -> tuple[ImageWord, ...]:
    """Read tesseract's TSV: level page block paragraph line word left top width height confidence text."""
    words: list[ImageWord] = []
    line, key = -1, None
    for row in tsv.splitlines():
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != _WORD_LEVEL or not cells[11].strip():
            continue
        if cells[2:5] != key:
            line, key = line + 1, cells[2:5]
        left, top, width, height = map(int, cells[6:10])
        words.append(ImageWord(cells[11], left, top, left + width, top + height, float(cells[10]) / 100, line))
    return tuple(words)
