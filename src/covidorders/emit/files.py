"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from covidorders.errors import OutputError


def write_atomically(path: Path, data: bytes) -> None:
    """Write the bytes to `path`, making its folders. A reader sees the old file or the new one, never half of one.

    Raises OutputError where the folder or the file cannot be written (rights, full disk, name too long).
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        raise OutputError(
            f"Cannot write {path}: {error.strerror or error}. Choose another output folder, or make room in this one."
        ) from error


def _replace(path: Path, data: bytes) -> None:
    # The temporary file stands in the same folder: a rename is atomic only inside one file system. Its short name
    # leaves the whole length to the real one, and its dot keeps it out of a listing should the machine go down.
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _umask() -> int:
    """Return the process's umask; mkstemp ignores it and gives files that nobody else may read."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
