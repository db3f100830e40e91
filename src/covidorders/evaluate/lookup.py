"""Finds the file that a gold document speaks of, whichever folder it was parsed from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from covidorders.errors import UsageError

LEDGER_NAME = "_run.json"


class FileIndex:
    """The files below a folder by name, to be found by the end of a path.

    `corpus/scan/a.pdf` of the gold is `corpus/scan/a.pdf` below the folder, or `scan/a.pdf`, or `a.pdf`: of the files
    with that name the one that shares most of the path's end.
    """

    def __init__(self, folder: Path, *, ending: str = "") -> None:
        """Index the folder. `ending` follows a source's name: `.json` for parsed files. Raises UsageError."""
        if not folder.is_dir():
            raise UsageError(f"{folder} is no folder. Give a folder.")
        self.folder = folder
        self._ending = ending
        self._by_name: defaultdict[str, list[Path]] = defaultdict(list)
        for path in sorted(folder.rglob(f"*{ending}")):
            if path.is_file() and path.name != LEDGER_NAME:
                self._by_name[normalize("NFC", path.name)].append(path)

    def find(self, source: str) -> Path | None:
        """Return the file for a source's path; None if there is none. Raises UsageError if several fit equally."""
        wanted = PurePosixPath(normalize("NFC", source) + self._ending)
        found = self._by_name.get(wanted.name, [])
        if not found:
            return None
        rated = [(_shared_end(wanted.parts, path.relative_to(self.folder).parts), path) for path in found]
        best = max(shared for shared, _ in rated)
        fitting = [path for shared, path in rated if shared == best]
        if len(fitting) > 1:
            raise UsageError(f"{source}: {fitting[0]} and {fitting[1]} both fit. Give the folder that holds only one.")
        return fitting[0]


def _shared_end(one: Iterable[str], other: Iterable[str]) -> int:
    pairs = zip(reversed(tuple(one)), reversed(tuple(other)), strict=False)
    count = 0
    for a, b in pairs:
        if a != normalize("NFC", b):
            break
        count += 1
    return count
