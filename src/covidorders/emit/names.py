"""Names of files as they may stand in a JSON."""

from __future__ import annotations

import os
from pathlib import PurePath
from unicodedata import normalize


def printable(path: PurePath) -> str:
    r"""Return the path with `/` between its parts, NFC, and any byte that is not UTF-8 written as `\xNN`.

    The same path gives the same words on every system, and a JSON file can hold them.
    """
    return normalize("NFC", os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace"))
