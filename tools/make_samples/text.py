"""Plain text, as word processors save it, as converters wrap it, or laid out in columns with blanks."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .flow import Block, Centred, EndMatter, Letterhead, Para, Receivers, Urgency, flow
from .inline import PAGE_BREAK, breakable, labelled
from .notice import Grid, Sample, Signer, Stamp

_COLUMN = 44
_INDENT = "      "


@dataclass(frozen=True, slots=True)
class TextLayout:
    """How the text is laid out. `width` 0: a paragraph a line. `columns`: the letterhead's columns side by side.

    `page_mark`: what stands where a page ends inside a sentence.
    """

    width: int = 0
    columns: bool = False
    page_mark: Literal["blank", "form-feed", "ruler"] = "blank"


PARAGRAPHS = TextLayout()
_PAGE_MARKS = {"blank": "\n\n", "form-feed": "\n\f2\n\n", "ruler": "\n\n--- PAGE BREAK ---\n\n"}


def render_text(sample: Sample, layout: TextLayout = PARAGRAPHS) -> str:
    """Return the sample as plain text, paragraphs apart by a blank line, broken by newlines only."""
    blocks = flow(sample.notices, stamped=layout.width > 0)
    chunks = ("\n".join(chunk) for block in blocks for chunk in _chunks(block, layout) if any(chunk))
    return "\n\n".join(chunks).replace(PAGE_BREAK, _PAGE_MARKS[layout.page_mark]) + "\n"


def label_and_text(block: Para) -> str:
    """Return a paragraph with its label, page breaks kept."""
    return "".join(run.text for run in labelled(block.label, block.text))


def receiver_lines(block: Receivers) -> list[str]:
    """Return the lines of the receivers: one on the line of the intro, several as a list below it."""
    if len(block.items) == 1:
        return [f"{block.intro} {block.items[0]}"]
    return [block.intro, *(f"- {item}" for item in block.items)]


def distribution_lines(block: EndMatter) -> list[str]:
    """Return `Nơi nhận:` with its list and the drafter's mark."""
    drafter = [block.drafter] if block.drafter else []
    return ["Nơi nhận:", *(f"- {entry}" for entry in block.distribution), *drafter]


def _chunks(block: Block, layout: TextLayout) -> Iterator[list[str]]:
    match block:
        case Letterhead() | EndMatter() if layout.columns:
            yield from _side_by_side(block)
        case Letterhead():
            star = ["*"] if block.starred else []
            yield [*block.parent, *block.issuer, *star]
            yield list(block.right)
            yield [block.code, *block.subject]
            yield [block.place_date]
        case EndMatter():
            yield from _end_matter(block)
        case Stamp():
            yield stamp_lines(block)
        case _:
            yield _body_lines(block, layout)


def _body_lines(block: Block, layout: TextLayout) -> list[str]:
    match block:
        case Centred():
            return list(block.lines)
        case Urgency():
            return [block.text]
        case Receivers():
            return [line for text in receiver_lines(block) for line in _wrapped(text, layout)]
        case Para():
            return _wrapped(label_and_text(block), layout)
        case Grid():
            return ["\t".join(row) for row in block.rows]
        case _:
            return []


def stamp_lines(stamp: Stamp) -> list[str]:
    """Return the lines that signing software prints."""
    return [
        f"Người ký: {stamp.signer}", f"Email: {stamp.email}", f"Cơ quan: {stamp.agency}", f"Thời gian ký: {stamp.time}",
    ]  # fmt: skip


def _end_matter(block: EndMatter) -> Iterator[list[str]]:
    alone = len(block.signers) == 1
    if alone:
        yield distribution_lines(block)
    for signer in block.signers:
        yield list(signer.lines)
        yield [signer.name]
    if not alone:
        yield distribution_lines(block)


def _wrapped(text: str, layout: TextLayout) -> list[str]:
    if not layout.width:
        return [text]
    return OfficeWrapper(layout.width, initial_indent=_INDENT).wrap(text)


class OfficeWrapper(textwrap.TextWrapper):
    """Breaks lines as word processors do."""

    def _split(self, text: str) -> list[str]:
        return breakable(text)


def _side_by_side(block: Letterhead | EndMatter) -> Iterator[list[str]]:
    if isinstance(block, Letterhead):
        star = ["*"] if block.starred else []
        yield _columns([*block.parent, *block.issuer, *star], list(block.right))
        subject = [line for text in block.subject for line in textwrap.wrap(text, _COLUMN - 6)]
        yield _columns([block.code, *subject], [block.place_date])
    elif len(block.signers) > 1:
        left, right = (_signer_lines(signer) for signer in block.signers)
        yield _columns(left, right)
        yield distribution_lines(block)
    else:
        left = [line for text in distribution_lines(block) for line in textwrap.wrap(text, _COLUMN)]
        yield _columns(left, _signer_lines(block.signers[0]), centred=False)


def _signer_lines(signer: Signer) -> list[str]:
    return [*signer.lines, "", "", "", signer.name]


def _columns(left: list[str], right: list[str], *, centred: bool = True) -> list[str]:
    count = max(len(left), len(right))
    pairs = zip(left + [""] * (count - len(left)), right + [""] * (count - len(right)), strict=True)
    place = str.center if centred else str.ljust
    return [f"{place(a, _COLUMN)}{b.center(_COLUMN)}".rstrip() for a, b in pairs]
