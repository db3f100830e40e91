"""What is printed on a page but is no part of the notice's text: stamps, page numbers, running heads, watermarks.

`classify` judges one line by its words and serves every format. `sift` and `running_heads` judge by the place on the
page, too, and serve formats with a layout (PDF, scans). Patterns with their source: knowledge/furniture.toml.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from covidorders.extract.arrange.pieces import Piece, Row, in_rows
from covidorders.grammar.fold import fold
from covidorders.knowledge import load
from covidorders.layout import Box
from covidorders.model import Furniture
from covidorders.model.source import FurnitureKind, Rect

_MARGIN = 0.1
"""Share of the page's height at its head and foot in which page numbers and running heads stand."""
_LONGEST_STAMP = 16
"""Lines of a stamp at most."""
_ALIGNED = 6.0
"""Points by which the lines of one stamp begin apart at most."""
_REPEATS = 3
"""Pages on which a line must stand at the same place to be a running head."""


@cache
def _lines() -> tuple[tuple[FurnitureKind, ...], re.Pattern[str]]:
    """Return the kinds and one pattern for all; the group that matched tells which kind it was."""
    entries = load("furniture")["line"]
    pattern = "|".join(f"(?P<k{index}>{entry['pattern']})" for index, entry in enumerate(entries))
    return tuple(entry["kind"] for entry in entries), re.compile(pattern)


@cache
def _pattern(section: str, key: str) -> re.Pattern[str]:
    return re.compile(load("furniture")[section][key])


def _plain(text: str) -> str:
    return " ".join(fold(unicodedata.normalize("NFC", text)).split())


def _is(section: str, key: str, text: str) -> bool:
    return _pattern(section, key).fullmatch(_plain(text)) is not None


def classify(text: str) -> FurnitureKind | None:
    """Return the kind of furniture that a line is by its words alone, else None.

    A number alone on a line may be a page number or not; that takes its place on the page: see `is_page_number`.
    """
    plain = _plain(text)
    if not plain or len(plain) > 260:
        return None
    kinds, pattern = _lines()
    found = pattern.fullmatch(plain)
    return kinds[int((found.lastgroup or "k0")[1:])] if found is not None else None


def is_page_number(text: str) -> bool:
    """Tell whether a line at the head or foot of a page is its number."""
    return _is("page_number", "bare", text)


def is_stamp(text: str) -> bool:
    """Tell whether the words of a box on the page (a signature's appearance) are those of a signature stamp."""
    plain = _plain(text)
    return any(_pattern("stamp", key).search(plain) is not None for key in ("open", "close", "address")) or classify(
        text
    ) in ("signature-stamp", "copy-stamp")


def furniture(kind: FurnitureKind, pieces: Sequence[Piece], page: int) -> Furniture:
    """Return pieces that belong together as one piece of furniture, their lines joined by a space."""
    rows = in_rows(pieces)
    box = Rect(
        x0=round(min(piece.x0 for piece in pieces), 2),
        top=round(min(piece.top for piece in pieces), 2),
        x1=round(max(piece.x1 for piece in pieces), 2),
        bottom=round(max(piece.bottom for piece in pieces), 2),
    )
    return Furniture(kind=kind, text=" ".join(row.text for row in rows), page=page, box=box)


def sift(
    pieces: Sequence[Piece], height: float, page: int, rules: Sequence[Box] = ()
) -> tuple[list[Piece], list[Furniture]]:
    """Take the furniture out of a page's pieces: return the pieces that are text, and the furniture.

    `height` is the page's, in points; `page` its number from 1; `rules` its ruling lines (for footnotes).
    """
    found: list[Furniture] = []
    rest = list(pieces)
    for kind, group in (*_stamps(rest), *_arrivals(rest)):
        taken = {id(piece) for piece in group}
        if taken <= {id(piece) for piece in rest}:
            rest = [piece for piece in rest if id(piece) not in taken]
            found.append(furniture(kind, group, page))
    for piece in list(rest):
        told = classify(piece.text)
        if told is not None:
            rest.remove(piece)
            found.append(furniture(told, [piece], page))
    for told, group in (*_page_numbers(rest, height), *_footnotes(rest, rules, height)):
        taken = {id(piece) for piece in group}
        rest = [piece for piece in rest if id(piece) not in taken]
        found.append(furniture(told, group, page))
    return rest, found


_Group = tuple[FurnitureKind, list[Piece]]


def _stamps(pieces: Sequence[Piece]) -> list[_Group]:
    """Return the signature stamps of several lines: from `Người ký: …` down to the time, or from the time upwards."""
    groups: list[_Group] = []
    taken: set[int] = set()
    texts = {id(piece): _plain(piece.text) for piece in pieces if any(c in piece.text for c in ":;@+")}
    for piece in pieces:
        text = texts.get(id(piece), "")
        if text and id(piece) not in taken and _pattern("stamp", "open").fullmatch(text):
            group = _downwards(piece, [one for one in pieces if id(one) not in taken], texts)
            kind: FurnitureKind = "copy-stamp" if text.startswith(("sao", "trich")) else "signature-stamp"
            groups.append((kind, group))
            taken.update(map(id, group))
    for piece in pieces:
        text = texts.get(id(piece), "")
        if text and id(piece) not in taken and _pattern("stamp", "close").fullmatch(text):
            group = _upwards(piece, [one for one in pieces if id(one) not in taken])
            groups.append(("signature-stamp", group))
            taken.update(map(id, group))
    return groups


def _downwards(first: Piece, pieces: Sequence[Piece], texts: dict[int, str]) -> list[Piece]:
    """Follow the lines below `Người ký: …` down to the time of signing.

    Lines of a scanned stamp need not begin at the same place, if the time of signing is found.
    """
    for aligned in (False, True):
        group = _follow(first, pieces, texts, aligned=aligned)
        if aligned or _closes(group[-1], texts):
            return group
    return [first]


def _closes(piece: Piece, texts: dict[int, str]) -> bool:
    return _pattern("stamp", "close").search(texts.get(id(piece), "")) is not None


def _follow(first: Piece, pieces: Sequence[Piece], texts: dict[int, str], *, aligned: bool) -> list[Piece]:
    group = [first]
    closed = _closes(first, texts)
    smallest = 0.75 if aligned else 0.5
    while len(group) < _LONGEST_STAMP:
        last = group[-1]
        below = [
            piece
            for piece in pieces
            if piece.middle > last.middle
            and -0.35 * last.height <= piece.top - last.bottom < 0.9 * last.height
            and (abs(piece.x0 - first.x0) < _ALIGNED if aligned else _under(piece, first))
            and smallest < piece.height / first.height < 1 / smallest
        ]
        if not below:
            break
        following = min(below, key=lambda piece: piece.top)
        closes = _pattern("stamp", "close").fullmatch(texts.get(id(following), "")) is not None
        if closed and not closes:
            break
        closed = closed or closes
        group.append(following)
    return group


def _under(piece: Piece, first: Piece) -> bool:
    """Tell whether most of a line stands below the first line of the stamp."""
    shared = min(piece.x1, first.x1) - max(piece.x0, first.x0)
    return shared > 0.6 * min(piece.x1 - piece.x0, first.x1 - first.x0) and piece.x1 < first.x1 + 4 * _ALIGNED


def _upwards(last: Piece, pieces: Sequence[Piece]) -> list[Piece]:
    """Follow the lines above a time of signing that begin at the same place, in letters of the same height."""
    group = [last]
    for direction in (1, -1):
        while len(group) < _LONGEST_STAMP // 2:
            edge = group[-1] if direction > 0 else group[0]
            near = [
                piece
                for piece in pieces
                if piece not in group
                and abs(piece.x0 - last.x0) < _ALIGNED
                and 0.85 < piece.height / last.height < 1.18
                and _follows(edge, piece, direction)
                and (direction > 0 or not _pattern("page_number", "bare").fullmatch(_plain(piece.text)))
            ]
            if direction > 0:
                near = [piece for piece in near if _is("stamp", "close", piece.text)]
            if not near:
                break
            chosen = min(near, key=lambda piece: abs(piece.middle - edge.middle))
            group = [*group, chosen] if direction > 0 else [chosen, *group]
    return group


def _follows(edge: Piece, piece: Piece, direction: int) -> bool:
    gap = piece.top - edge.bottom if direction > 0 else edge.top - piece.bottom
    return -0.35 * edge.height <= gap < 0.35 * edge.height


def _arrivals(pieces: Sequence[Piece]) -> list[_Group]:
    """Return the dấu đến with its own number and date, which are not those of the notice."""
    groups: list[_Group] = []
    for piece in pieces:
        if len(piece.words) > 3 or not piece.text.isupper() or not _is("arrival", "open", piece.text):
            continue
        reach = 5.0 * piece.height
        group = [
            other
            for other in pieces
            if other is not piece
            and abs(other.middle - piece.middle) < reach
            and other.x0 < piece.x1 + 3 * reach
            and other.x1 > piece.x0 - 2 * reach
            and "/" not in other.text.partition(":")[2][:12]
            and _is("arrival", "field", other.text)
        ]
        groups.append(("arrival-stamp", [piece, *group]))
    return groups


def _page_numbers(pieces: Sequence[Piece], height: float) -> list[_Group]:
    """Return the number that stands alone as the first or last line of the page, in its margin."""
    head = in_rows(piece for piece in pieces if piece.bottom < _MARGIN * height)[:1]
    foot = in_rows(piece for piece in pieces if piece.top > height * (1 - _MARGIN))[-1:]
    return [("page-number", row.pieces) for row in (*head, *foot) if len(row.pieces) == 1 and is_page_number(row.text)]


def _footnotes(pieces: Sequence[Piece], rules: Sequence[Box], height: float) -> list[_Group]:
    """Return the notes at the foot of the page: under a short rule, in smaller letters than the text above it."""
    if not pieces:
        return []
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    for rule in rules:
        across = rule.x1 - rule.x0
        thin = rule.bottom - rule.top < 3.0 and 60.0 < across < 0.5 * (right - left)
        if not thin or rule.top < 0.45 * height or abs(rule.x0 - left) > 12.0:
            continue
        below = in_rows(piece for piece in pieces if piece.top > rule.top - 2.0)
        above = [piece.height for piece in pieces if piece.top <= rule.top - 2.0]
        if not below or not above or below[0].top - rule.bottom > 25.0:
            continue
        tall = sorted(above)[len(above) // 2]
        if all(row.height < 0.93 * tall for row in below) and _is("footnote", "open", below[0].text):
            return [("footnote", [piece for row in below for piece in row.pieces])]
    return []


def running_heads(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> set[str]:
    """Return the keys (see `head_key`) of lines that stand at the same place in the margin of several pages."""
    counted: dict[str, int] = {}
    for rows, height in zip(pages, heights, strict=True):
        for key in {head_key(row, height) for row in edge_rows(rows, height)}:
            counted[key] = counted.get(key, 0) + 1
    needed = max(_REPEATS, len(pages) // 2)
    return {key for key, times in counted.items() if times >= needed}


def edge_rows(rows: Sequence[Row], height: float) -> Iterable[Row]:
    """Return the rows that may be running heads or feet: the two first and last, in the margins."""
    for row in {id(row): row for row in (*rows[:2], *rows[-2:])}.values():
        if row.bottom < _MARGIN * height or row.top > height * (1 - _MARGIN):
            yield row


def head_key(row: Row, height: float) -> str:
    """Return what is the same in a running head on every page: its words without numbers, and its place."""
    return f"{re.sub(r'[0-9]+', '#', _plain(row.text))}@{round(row.bottom / height * 100)}"
