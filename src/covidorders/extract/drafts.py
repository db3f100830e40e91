"""Paragraphs on their way to `Line`: runs with their fonts, still with the tabs and wide gaps of the source.

Formats with paragraphs (DOCX, HTML) build `Draft`s and `Grid`s; `covidorders.extract.grids` turns them into the
lines and tables of a page. Fonts stay with their runs until a line is cut for good, because a letterhead typed with
spaces holds the fonts of both columns in one paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from covidorders.grammar.items import ends_sentence, starts_item
from covidorders.layout import Line, Zone

# Behind Ã, Æ, º and » a no-break space may be part of a letter in UTF-8 read as Windows-1252 (normalise mends it).
_BLANKS = re.compile(r"(?<![ÃÆº»])[ \t\n\r\f\v\u00a0]{2,}|[ \t\n\r\f\v]")
_EDGES = " \t\n\r\f\v\u00a0\u200b\ufeff"
_MOSTLY = 0.7
_FULL_LINE = 60
"""A printed line of an A4 page holds 75–95 letters; one shorter than this was ended on purpose."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one appearance. `text` may hold tabs and runs of blanks, and a newline for a soft line break."""

    text: str
    font: str | None = None
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One line before blanks are tidied; hints as in `covidorders.layout.Line`. A blank line has no runs."""

    runs: tuple[Run, ...]
    starts_paragraph: bool | None = True
    centred: bool = False

    @property
    def text(self) -> str:
        """The letters as in the source, tabs and gaps kept."""
        return "".join(run.text for run in self.runs)

    def cut(self, start: int, end: int) -> Draft:
        """Return the part `text[start:end]`, each letter in its own font."""
        runs, offset = [], 0
        for run in self.runs:
            piece = run.text[max(0, start - offset) : max(0, end - offset)]
            if piece:
                runs.append(Run(piece, run.font, run.bold, run.italic))
            offset += len(run.text)
        return Draft(tuple(runs), self.starts_paragraph, self.centred)


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: the grid columns it covers, from `column` on, and what stands in it.

    `merged_up`: it is the lower part of a cell that began in a row above, and has no content of its own.
    """

    column: int
    span: int
    blocks: tuple[Draft | Grid, ...]
    merged_up: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the source, real or only for laying out. `ruled`: its lines are printed."""

    rows: tuple[tuple[GridCell, ...], ...]
    ruled: bool


def tidy(text: str) -> str:
    """Return `text` with runs of blanks as one space and none at the ends; a lone no-break space inside is kept."""
    return _BLANKS.sub(" ", text).strip(_EDGES)


def to_line(draft: Draft, zone: Zone = "body") -> Line | None:
    """Return the finished line, or None if it is blank."""
    text = tidy(draft.text)
    if not text:
        return None
    letters = [(len(tidy(run.text)), run) for run in draft.runs]
    total = sum(count for count, _ in letters) or 1
    fonts: Counter[str | None] = Counter()
    for count, run in letters:
        fonts[run.font] += count
    return Line(
        text=text,
        starts_paragraph=draft.starts_paragraph,
        zone=zone,
        font=fonts.most_common(1)[0][0],
        bold=sum(count for count, run in letters if run.bold) >= _MOSTLY * total,
        italic=sum(count for count, run in letters if run.italic) >= _MOSTLY * total,
        centred=draft.centred,
    )


def paragraph(runs: Iterable[Run], *, centred: bool = False) -> tuple[Draft, ...]:
    """Cut one paragraph of the source at its soft line breaks.

    Word's Shift+Enter and HTML's `<br>` are used for three things, told apart by `_after_break`: lines of a heading or
    a signature (`KT. CHỦ TỊCH⏎PHÓ CHỦ TỊCH`), items typed below each other, and lines of a text that was broken by
    hand. A blank line between two breaks separates paragraphs.
    """
    segments: list[list[Run]] = [[]]
    for run in runs:
        for number, piece in enumerate(run.text.split("\n")):
            if number:
                segments.append([])
            if piece:
                segments[-1].append(Run(piece, run.font, run.bold, run.italic))
    drafts: list[Draft] = []
    before: str | None = None
    for segment in segments:
        text = tidy("".join(run.text for run in segment))
        starts = True if before is None else _after_break(before, text, centred=centred)
        drafts.append(Draft(tuple(segment), starts, centred))
        before = text or None
    return tuple(drafts)


def _after_break(before: str, after: str, *, centred: bool) -> bool | None:
    """Tell whether the line after a soft break begins a paragraph; None leaves it to the words (normalise)."""
    if starts_item(after):
        return True
    if centred or ends_sentence(before) or not after:
        return None
    goes_on = after[0].islower() or (len(before) >= _FULL_LINE and not after.isupper())
    return False if goes_on else None
