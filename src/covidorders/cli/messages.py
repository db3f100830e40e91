"""What the program says on stderr, and its exit statuses."""

from __future__ import annotations

import sys

SOME_FAILED = 1
WRONG_USE = 2
INTERRUPTED = 130
"""128 + SIGINT, as every program ends that Ctrl-C stops."""


def complain(sentence: str) -> None:
    """Print an error as one line on stderr."""
    print(f"covidorders: {sentence}", file=sys.stderr)


def counted(number: int, noun: str) -> str:
    """Return `1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def spoken(seconds: float) -> str:
    """Return a time as a person says it: `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
