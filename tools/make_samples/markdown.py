"""Markdown as converters leave it: either light markup on running text, or headings, pipe tables and escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .flow import Block, Centred, EndMatter, Letterhead, NewPage, Para, Receivers, Urgency, flow
from .inline import PAGE_BREAK, Run, labelled
from .notice import Grid, Sample, Stamp
from .text import distribution_lines, receiver_lines, stamp_lines

_PAGE_MARK = "\n\n--- PAGE BREAK ---\n\n"
_LIST_MARKER = re.compile(r"^(\d+)([.)])(?=\s)|^([-+*])(?=\s)")


def render_markdown(sample: Sample, *, escaped: bool = False) -> str:
    """Return the sample as Markdown.

    `escaped` False: bold runs that span lines, page breaks as blank lines. True: `#` headings, the letterhead as a
    pipe table, list markers escaped (`1\\.`, `\\-`), page breaks as a ruler.
    """
    chunks = _escaped if escaped else _light
    text = "\n\n".join(chunk for block in flow(sample.notices) for chunk in chunks(block) if chunk)
    return text.replace(PAGE_BREAK, _PAGE_MARK if escaped else "\n\n") + "\n"


def _light(block: Block) -> Iterator[str]:
    match block:
        case Letterhead():
            yield _bold([*block.parent, *block.issuer])
            yield "\n".join(block.right)
            yield block.place_date
            yield "*" if block.starred else ""
            yield block.code
            yield "\n".join(block.subject)
        case Centred():
            yield _bold(list(block.lines))
        case EndMatter() if len(block.signers) > 1:
            for signer in block.signers:
                yield _bold(list(signer.lines))
                yield signer.name
            yield "\n".join(distribution_lines(block))
        case EndMatter():
            intro, *entries = distribution_lines(block)
            yield f"***{intro}***"
            yield "\n".join(entries)
            yield _bold(list(block.signers[0].lines))
            yield block.signers[0].name
        case _:
            yield from _common(block, escape=False)


def _escaped(block: Block) -> Iterator[str]:
    match block:
        case Letterhead():
            star = ["\\*"] if block.starred else []
            left = [*block.parent, *(f"**{line}**" for line in block.issuer), *star]
            right = [f"**{line}**" for line in block.right]
            below = [block.code, *block.subject]
            date = f"*{block.place_date}*" if block.place_date else ""
            yield _pipe_table([("<br>".join(left), "<br>".join(right)), ("<br>".join(below), date)])
        case Centred(style="title"):
            yield "\n".join(f"# {line}" for line in block.lines)
        case Centred(style="subject"):
            yield f"**{' '.join(block.lines)}**"
        case Centred():
            yield "\n\n".join(f"**{line}**" for line in block.lines)
        case EndMatter():
            cells = ["<br>".join([f"**{line}**" for line in signer.lines] + [signer.name]) for signer in block.signers]
            distribution = "<br>".join(distribution_lines(block))
            yield _pipe_table([(cells[0], cells[1]), (distribution, "")] if cells[1:] else [(distribution, cells[0])])
        case _:
            yield from _common(block, escape=True)


def _common(block: Block, *, escape: bool) -> Iterator[str]:
    match block:
        case Urgency():
            yield f"**{block.text}**"
        case Receivers():
            yield "\n".join(receiver_lines(block))
        case Para():
            line = "".join(_marked_up(run) for run in labelled(block.label, block.text))
            yield _LIST_MARKER.sub(_escape, line) if escape else line
        case Grid():
            yield _pipe_table(list(block.rows))
        case Stamp():
            yield "\n".join(stamp_lines(block))
        case Letterhead() | Centred() | EndMatter() | NewPage():
            return


def _escape(match: re.Match[str]) -> str:
    number, closing, bullet = match.groups()
    return f"\\{bullet}" if bullet else f"{number}\\{closing}"


def _marked_up(run: Run) -> str:
    mark = "*" * (2 * run.bold + run.italic)
    return f"{mark}{run.text}{mark}"


def _bold(lines: list[str]) -> str:
    """Return the lines as one bold run that spans them all."""
    return "**" + "\n".join(lines) + "**" if lines else ""


def _pipe_table(rows: list[tuple[str, ...]]) -> str:
    head, *rest = (f"| {' | '.join(row)} |" for row in rows)
    rule = "|" + " --- |" * len(rows[0])
    return "\n".join([head, rule, *rest])
