"""Marks inside a sample's texts (data/samples/README.md) as runs, and the plain text a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

PAGE_BREAK = "⇟"
GLUE = "⁀"

_BREAKABLE = re.compile(r"\s+|[^\s/-]*[/-]+|[^\s/-]+")
_TOKEN = re.compile(r"(\*{1,3}|\{\+\+|\+\+\}|\{--|--\}|\{>>[^<]*<<\})")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look. `change`: a tracked change; `comment`: a remark that hangs on the end of the run."""

    text: str
    bold: bool = False
    italic: bool = False
    change: Literal["inserted", "deleted"] | None = None
    comment: str | None = None


def runs(text: str) -> tuple[Run, ...]:
    """Return the runs of a text; page breaks stay inside them."""
    return tuple(_runs(text.removeprefix(GLUE)))


def _runs(text: str) -> Iterator[Run]:
    look = Run("")
    for token in _TOKEN.split(text):
        if token in {"*", "**", "***"}:
            look = replace(
                look,
                bold=look.bold ^ (len(token) > 1),
                italic=look.italic ^ (len(token) != 2),
            )
        elif token == "{++":
            look = replace(look, change="inserted")
        elif token == "{--":
            look = replace(look, change="deleted")
        elif token in {"++}", "--}"}:
            look = replace(look, change=None)
        elif token.startswith("{>>"):
            yield replace(look, text="", comment=token[3:-3])
        elif token:
            yield replace(look, text=token)


def accepted(text: str) -> tuple[Run, ...]:
    """Return the runs with every change accepted and every comment left out."""
    return tuple(
        replace(run, change=None, comment=None) for run in runs(text) if run.change != "deleted" and run.comment is None
    )


def marked(text: str) -> str:
    """Return the accepted text with its page breaks, without emphasis."""
    return "".join(run.text for run in accepted(text))


def unbroken(text: str) -> str:
    """Return a text without its page breaks."""
    return text.replace(PAGE_BREAK, " ")


def plain(text: str) -> str:
    """Return what a reader reads: accepted, no emphasis, no page breaks."""
    return unbroken(marked(text))


def breakable(text: str) -> list[str]:
    """Cut a text where word processors may end a line: at blanks, and after `-` and `/` inside codes and dates."""
    return _BREAKABLE.findall(text)


def glued(text: str) -> bool:
    """Tell whether the text touches its label."""
    return text.startswith(GLUE)


def labelled(label: str, text: str) -> tuple[Run, ...]:
    """Return the accepted runs of an item with its label before them, in the look of the first run."""
    shown = accepted(text)
    if not label:
        return shown
    gap = "" if glued(text) else " "
    return (replace(shown[0], text=f"{label}{gap}{shown[0].text}"), *shown[1:])
