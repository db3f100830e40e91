"""Finds the source files of a run: INPUT files as they are, INPUT folders read through to the bottom."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal

from covidorders.errors import CovidordersError, UnreadableFileError

LEDGER_NAME = "_run.json"


@dataclass(frozen=True, slots=True)
class Found:
    """One source file: where it is, the INPUT folder it was found in, and its path relative to that."""

    path: Path
    root: Path
    name: PurePath


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something under an INPUT that cannot be read: a folder without permission, a link that leads nowhere."""

    path: Path
    root: Path
    name: PurePath
    error: CovidordersError


Entry = Found | Unreadable


def walk(inputs: Iterable[Path], out: Path) -> Iterator[Entry]:
    """Yield every source file of the inputs, folder by folder, sorted by name; each file of the disk once.

    Left out: names that begin with a dot, `_run.json`, the output folder, and in it the JSON beside its source.
    Links to folders are followed after the real folders, and no folder is entered twice, so that a circle of links
    ends and a file keeps the name of the place where it really stands.
    """
    seen: set[str] = set()
    for given in inputs:
        is_folder = _kind(given) == "folder"
        for entry in _walk_folder(given, out) if is_folder else [_take(given, given.parent)]:
            place = os.path.realpath(entry.path)
            if place not in seen:
                seen.add(place)
                yield entry


def _walk_folder(root: Path, out: Path) -> Iterator[Entry]:
    folders, links, entered = [root], list[Path](), set[str]()
    output = os.path.realpath(out)
    while folders or links:
        folder = folders.pop() if folders else links.pop(0)
        real = os.path.realpath(folder)
        if real in entered or (real == output and folder != root):
            continue
        entered.add(real)
        try:
            inside, files = _list(folder, is_output=real == output)
        except OSError as error:
            yield Unreadable(folder, root, folder.relative_to(root), _refused(folder, error))
            continue
        folders += [child for child in reversed(inside) if not child.is_symlink()]
        links += [child for child in inside if child.is_symlink()]
        yield from (_take(file, root) for file in files)


def _list(folder: Path, *, is_output: bool) -> tuple[list[Path], list[Path]]:
    """Return the folders and the files in a folder that count, each sorted by name."""
    children = sorted(child for child in folder.iterdir() if not child.name.startswith("."))
    known = set(children)
    inside = [child for child in children if _kind(child) == "folder"]
    folders = set(inside)
    files = [child for child in children if child.name != LEDGER_NAME and child not in folders]
    if is_output:
        files = [file for file in files if file.suffix != ".json" or file.with_suffix("") not in known]
    return inside, files


def _kind(path: Path) -> Literal["folder", "file"] | None:
    """Return what the path leads to; None for anything that cannot be read as either."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return None
    return "folder" if stat.S_ISDIR(mode) else "file" if stat.S_ISREG(mode) else None


def _take(path: Path, root: Path) -> Entry:
    name = path.relative_to(root)
    return Found(path, root, name) if _kind(path) == "file" else Unreadable(path, root, name, _refused(path, None))


def _refused(path: Path, error: OSError | None) -> UnreadableFileError:
    what = (error.strerror or str(error)) if error else "no file that can be read (a broken link, a pipe, a device)"
    return UnreadableFileError(f"{path}: {what}. Give yourself the right to read it, or leave it out.")
