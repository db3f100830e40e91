"""The tree of directives: labelled paragraphs nested by the rank of their labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from covidorders.grammar.labels import VIETNAMESE_LETTERS, Label, LabelKind, in_place_of
from covidorders.grammar.marks import is_capitals
from covidorders.layout import Paragraph
from covidorders.model import Warning
from covidorders.segment.openings import Opening, openings
from covidorders.segment.parts import Item
from covidorders.segment.ranks import Ranks

HEADING_LENGTH = 160
"""A title longer than this is a paragraph (code points)."""
_NO_KIND = LabelKind("none", None, False, re.compile(r"(?!)"))
_SECOND, _FOURTH = 2, 4
_FAR = 30
"""A number above this that does not follow its predecessor is a figure at the start of a line, no label."""


@dataclass(slots=True)
class _Node:
    """An item while it is being built."""

    label: Label
    rank: float
    id: str
    part: str
    start: int
    end: int
    own: list[tuple[int, int]]
    children: list[_Node] = field(default_factory=list)
    used: Counter[str] = field(default_factory=Counter)
    bullets: int = 0


def build_tree(text: str, body: Sequence[Paragraph]) -> tuple[tuple[Item, ...], tuple[Warning, ...]]:
    """Nest the labelled paragraphs of a body; `body[0]` must carry a label. Table rows are in no item's own words."""
    root = _Node(Label(_NO_KIND, "", "", 0), -1.0, "", "", body[0].start if body else 0, 0, [])
    stack, ranks, warnings = [root], Ranks(), list[Warning]()
    articles = 0
    found = list(openings(text, body))
    following = _labels_below(found)
    for opening, below in zip(found, following, strict=True):
        label = _counting(_unscanned(opening.label, stack, below), stack)
        if label is None:
            _continue(stack, opening)
            continue
        words = text[opening.start + label.end : opening.end]
        inner = stack[-1]
        rank = ranks.of(
            label,
            [node.rank for node in stack[1:]],
            inner_leads_in=_leads_in(text, inner),
            heads=not words.endswith((".", ";", ",")),
            below=below,
        )
        while stack[-1].rank >= rank:
            stack.pop()
        node = _open(stack[-1], label, rank, opening)
        warnings += _check_sequence(stack[-1], node, label, articles)
        articles = (label.ordinal or articles) if label.kind.name == "article" else articles
        stack[-1].children.append(node)
        stack.append(node)
        for holder in stack:
            holder.end = max(holder.end, opening.end)
    return tuple(_freeze(node, text, 1) for node in root.children), tuple(warnings)


def _labels_below(found: Sequence[Opening]) -> list[Label | None]:
    """The next label behind each opening."""
    below: list[Label | None] = []
    label: Label | None = None
    for opening in reversed(found):
        below.append(label)
        label = opening.label or label
    return below[::-1]


def _unscanned(label: Label | None, stack: Sequence[_Node], below: Label | None) -> Label | None:
    """Scanning gives `H.` for `II.` and `L.` for `1.`, and `i)` is a letter or a numeral: the labels around tell."""
    if label is not None and label.kind.name == "letter" and label.printed.endswith(")"):
        return _numeral(label, stack, below)
    if label is None or label.kind.name != "capital" or any(node.label.kind.name == "capital" for node in stack):
        return label
    if label.id == "H" and any(_last(node, "roman") == 1 for node in stack):
        return in_place_of(label, "roman", "II")
    if label.id == "L" and below is not None and below.kind.name == "number" and below.ordinal == 2:
        return in_place_of(label, "number", "1")
    return label


def _numeral(label: Label, stack: Sequence[_Node], below: Label | None) -> Label:
    """`i)` above `ii)` and `v)` behind `iv)` are Roman numerals."""
    first = label.id == "i" and below is not None and below.kind.name == "small-roman" and below.ordinal == _SECOND
    fifth = label.id == "v" and any(_last(node, "small-roman") == _FOURTH for node in stack)
    return in_place_of(label, "small-roman", label.id) if first or fifth else label


def _last(node: _Node, kind: str) -> int | None:
    """Place of the last child of that kind in its sequence."""
    return next((child.label.ordinal for child in reversed(node.children) if child.label.kind.name == kind), None)


def _counting(label: Label | None, stack: Sequence[_Node]) -> Label | None:
    """Return the label unless it is a far number that follows nothing: that is a figure at the start of a line."""
    if label is None or label.kind.name != "number" or (label.ordinal or 0) <= _FAR:
        return label
    place = label.ordinal or 0
    last = [child.label.ordinal or 0 for node in stack for child in node.children if child.label.kind == label.kind]
    return label if any(0 < place - before <= 3 for before in last) else None


def _continue(stack: list[_Node], opening: Opening) -> None:
    if not opening.table:
        stack[-1].own.append((opening.start, opening.end))
    for holder in stack:
        holder.end = max(holder.end, opening.end)


def _leads_in(text: str, node: _Node) -> bool:
    return bool(node.own) and text[node.own[-1][0] : node.own[-1][1]].endswith(":")


def _open(parent: _Node, label: Label, rank: float, opening: Opening) -> _Node:
    if label.kind.bullet:
        parent.bullets += 1
        part = f"-{parent.bullets}"
    else:
        part = label.id
        if parent.label.id and part.startswith(parent.label.id + "."):
            part = part[len(parent.label.id) + 1 :]
    parent.used[part] += 1
    if parent.used[part] > 1:
        part = f"{part}~{parent.used[part]}"
    path = f"{parent.id}.{part}" if parent.id else part
    start = opening.start + label.end
    own = [(start, opening.end)] if start < opening.end else []
    return _Node(label, rank, path, part, opening.start, opening.end, own)


def _check_sequence(parent: _Node, node: _Node, label: Label, articles: int) -> list[Warning]:
    """Warn of labels out of order; articles (`articles`: the last one) count on through the chapters."""
    place = label.ordinal
    if place is None or (label.kind.name == "article" and place == articles + 1):
        return []
    before = [child for child in parent.children if child.label.kind == label.kind]
    last = before[-1].label.ordinal or 0 if before else 0
    start, end = node.start, node.start + len(label.printed)
    if any(child.label.ordinal == place for child in before):
        message = f"Label {label.printed} occurs again: {node.id}."
        return [Warning(code="repeated-label", message=message, start=start, end=end)]
    if place != last + 1 and not (before and _skips_letter(before[-1].label, label)):
        expected = f"after {before[-1].label.printed}" if before else "as the first label"
        message = f"Label {label.printed} stands {expected} ({node.id})."
        return [Warning(code="label-gap", message=message, start=start, end=end)]
    return []


def _skips_letter(before: Label, now: Label) -> bool:
    """Many drafters count a, b, c, d, e: letters of the Vietnamese alphabet only may be left out."""
    if now.kind.name not in {"letter", "bracket-letter"} or len(before.id) != 1 or len(now.id) != 1:
        return False
    between = VIETNAMESE_LETTERS[before.ordinal or 0 : (now.ordinal or 1) - 1]
    return bool(between) and all(letter in "đư" for letter in between)


def _freeze(node: _Node, text: str, level: int) -> Item:
    own = list(node.own)
    heading = _heading(node, text)
    while heading is not None and own and own[0][0] < heading[1]:
        own = own[1:]
    return Item(
        id=node.id,
        label=None if node.label.kind.bullet else node.label.printed,
        level=level,
        start=node.start,
        end=node.end,
        own=tuple(own),
        heading=heading,
        children=tuple(_freeze(child, text, level + 1) for child in node.children),
    )


def _heading(node: _Node, text: str) -> tuple[int, int] | None:
    """The item's title: a short first paragraph, no sentence, with more of the item's words or children below."""
    if not node.own or not (len(node.own) > 1 or node.children):
        return None
    start, end = node.own[0]
    words = text[start:end]
    if len(words) > HEADING_LENGTH or words.endswith((".", ";", ",", "!", "?")):
        return None
    if len(node.own) > 1 and text[node.own[1][0]].islower():
        return None  # a line broken in mid-sentence
    if node.label.kind.bullet and not node.children and not words.endswith(":"):
        return None  # the paragraph below a short bullet goes on with the list's parent
    end = start + len(words.rstrip(": "))
    for begin, stop in node.own[1:]:  # CHƯƠNG I / QUY ĐỊNH CHUNG / VỀ CÁCH LY
        if not (is_capitals(words) and is_capitals(text[begin:stop])):
            break
        end = stop
    return (start, end) if end > start else None
