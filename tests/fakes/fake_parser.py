"""Stand-ins for `parse_file` that do what the first word of the file says, crashes of every kind included."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from covidorders.emit import printable
from covidorders.errors import EmptyFileError
from covidorders.model import Generator, SourceFile, SourceInfo, Warning


class UnpicklableError(Exception):
    """Holds a lock, which no pipe can carry."""

    def __init__(self) -> None:
        super().__init__("holds a lock")
        self.lock = threading.Lock()


class DumbError(Exception):
    def __str__(self) -> str:
        raise RuntimeError("cannot say")


class Panic(BaseException):
    """As extensions written in Rust raise: no Exception."""


def parse(path: Path, *, pipeline: str | None, root: Path | None, options: Mapping[str, Any] | None) -> SourceFile:
    data = path.read_bytes()
    verb, _, rest = data.decode("utf-8").strip().partition(" ")
    DEEDS.get(verb, _nothing)(rest)
    return source_file(path.relative_to(root) if root else path, data, options)


def parse_telling_pid(
    path: Path, *, pipeline: str | None, root: Path | None, options: Mapping[str, Any] | None
) -> SourceFile:
    """Give the worker's process id as the number of pages."""
    made = source_file(path, path.read_bytes(), options)
    return made.model_copy(update={"source": made.source.model_copy(update={"pages": os.getpid()})})


def source_file(name: Path, data: bytes, options: Mapping[str, Any] | None = None) -> SourceFile:
    text = data.decode("utf-8")
    warnings = [Warning(code=code, message=f"about {code}") for code in text.split()[1:] if text.startswith("warn")]
    return SourceFile(
        generator=Generator(version="0", pipeline="fake", model=None),
        source=SourceInfo(
            path=printable(name),
            sha256=hashlib.sha256(data).hexdigest(),
            bytes=len(data),
            media_type="text/plain",
            pages=(options or {}).get("ocr_jobs", 1),
            extraction="text",
            ocr_confidence=None,
        ),
        text=text,
        pages=(),
        notices=(),
        warnings=tuple(warnings),
        furniture=(),
        repairs=(),
    )


def _nothing(_rest: str) -> None:
    return


def _empty(_rest: str) -> None:
    raise EmptyFileError("The file has no text. Give one that has.")


def _unpicklable(_rest: str) -> None:
    raise UnpicklableError


def _dumb(_rest: str) -> None:
    raise DumbError


def _panic(rest: str) -> None:
    raise Panic(rest)


def _leave(rest: str) -> None:
    os._exit(int(rest))


def _sys_exit(rest: str) -> None:
    sys.exit(int(rest))


def _kill(rest: str) -> None:
    print("last words of a library", file=sys.stderr, flush=True)
    os.kill(os.getpid(), getattr(signal, rest))
    time.sleep(10)


def _sleep(rest: str) -> None:
    time.sleep(float(rest))


DEEDS = {
    "empty": _empty,
    "unpicklable": _unpicklable,
    "dumb": _dumb,
    "panic": _panic,
    "leave": _leave,
    "sys-exit": _sys_exit,
    "kill": _kill,
    "sleep": _sleep,
}
