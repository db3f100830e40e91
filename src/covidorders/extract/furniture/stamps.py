"""Stamps of several lines: digital signatures, copies, and the dấu đến of the office that received the paper."""

from __future__ import annotations

from collections.abc import Sequence

from covidorders.extract.arrange import Piece
from covidorders.extract.furniture.patterns import matches, pattern, plain
from covidorders.model.source import FurnitureKind

_LONGEST_STAMP = 16
"""Lines of a stamp at most."""
_ALIGNED = 6.0
"""Points by which the lines of one stamp begin apart at most."""

Group = tuple[FurnitureKind, list[Piece]]
"""Pieces that are one piece of furniture, and its kind."""
_Texts = dict[int, str]
"""The plain words of pieces, by their id()."""


def stamps(pieces: Sequence[Piece]) -> list[Group]:
    """Return the signature stamps of several lines: from `Người ký: …` down to the time, or from the time upwards."""
    groups: list[Group] = []
    taken: set[int] = set()
    texts = {id(piece): plain(piece.text) for piece in pieces}
    for piece in pieces:
        text = texts[id(piece)]
        if id(piece) not in taken and pattern("stamp", "open").fullmatch(text):
            free = [one for one in pieces if id(one) not in taken]
            group = _downwards(piece, free, texts)
            group += _namesakes(group, free)
            kind: FurnitureKind = "copy-stamp" if text.startswith(("sao", "trich")) else "signature-stamp"
            groups.append((kind, group))
            taken.update(map(id, group))
    for piece in pieces:
        text = texts[id(piece)]
        if id(piece) not in taken and pattern("stamp", "close").fullmatch(text):
            group = _upwards(piece, [one for one in pieces if id(one) not in taken])
            groups.append(("signature-stamp", group))
            taken.update(map(id, group))
    return groups


def _downwards(first: Piece, pieces: Sequence[Piece], texts: _Texts) -> list[Piece]:
    """Follow the lines below `Người ký: …` down to the time of signing.

    Lines of a scanned stamp need not begin at the same place, if the time of signing is found.
    """
    groups = [_follow(first, pieces, texts, aligned=aligned) for aligned in (False, True)]
    closed = [group for group in groups if _closes(group[-1], texts)]
    return max(closed, key=len, default=groups[1])


def _namesakes(group: Sequence[Piece], pieces: Sequence[Piece]) -> list[Piece]:
    """Return the signer's name that PDF viewers repeat in large letters on the left half of a stamp."""
    top, bottom = min(piece.top for piece in group), max(piece.bottom for piece in group)
    x0 = min(piece.x0 for piece in group)
    words = {word for piece in group for word in plain(piece.text).split()}
    return [
        piece
        for piece in pieces
        if piece not in group
        and piece.x1 <= x0 + 2.0
        and x0 - piece.x1 < 12 * _ALIGNED
        and top - piece.height <= piece.middle <= bottom + piece.height
        and set(plain(piece.text).split()) <= words
    ]


def _closes(piece: Piece, texts: _Texts) -> bool:
    return pattern("stamp", "close").search(texts[id(piece)]) is not None


def _follow(first: Piece, pieces: Sequence[Piece], texts: _Texts, *, aligned: bool) -> list[Piece]:
    group = [first]
    closed = _closes(first, texts)
    smallest = 0.75 if aligned else 0.5
    while len(group) < _LONGEST_STAMP:
        last = group[-1]
        below = [
            piece
            for piece in pieces
            if piece.middle > last.middle
            and -0.35 * last.height <= piece.top - last.bottom < _leading(texts[id(piece)]) * last.height
            and (abs(piece.x0 - first.x0) < _ALIGNED if aligned else _under(piece, first))
            and smallest < piece.height / first.height < 1 / smallest
        ]
        if not below:
            break
        following = min(below, key=lambda piece: piece.top)
        closes = pattern("stamp", "close").fullmatch(texts[id(following)]) is not None
        if closed and not closes:
            break
        closed = closed or closes
        group.append(following)
    return group


def _leading(text: str) -> float:
    """Return the blank above a line of a stamp at most, in heights of the last one: on scans a line may get lost."""
    named = pattern("stamp", "field").fullmatch(text) or pattern("stamp", "close").fullmatch(text)
    return 2.2 if named else 0.9


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
                and (direction > 0 or not pattern("page_number", "bare").fullmatch(plain(piece.text)))
            ]
            if direction > 0:
                near = [piece for piece in near if matches("stamp", "close", piece.text)]
            if not near:
                break
            chosen = min(near, key=lambda piece: abs(piece.middle - edge.middle))
            group = [*group, chosen] if direction > 0 else [chosen, *group]
    return group


def _follows(edge: Piece, piece: Piece, direction: int) -> bool:
    gap = piece.top - edge.bottom if direction > 0 else edge.top - piece.bottom
    return -0.35 * edge.height <= gap < 0.35 * edge.height


def arrivals(pieces: Sequence[Piece]) -> list[Group]:
    """Return the dấu đến with its own number and date, which are not those of the notice."""
    groups: list[Group] = []
    for piece in pieces:
        if len(piece.words) > 3 or not piece.text.isupper() or not matches("arrival", "open", piece.text):
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
            and matches("arrival", "field", other.text)
        ]
        groups.append(("arrival-stamp", [piece, *group]))
    return groups
