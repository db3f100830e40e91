"""Where paragraphs begin and which lines are centred, told by the place of the lines in the page's frame."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from covidorders.extract.arrange.frame import Frame, is_short
from covidorders.extract.arrange.items import begins_item
from covidorders.extract.arrange.pieces import Row
from covidorders.extract.arrange.strips import is_listed
from covidorders.grammar.fold import fold
from covidorders.grammar.items import ends_sentence
from covidorders.grammar.letterhead import says_number, title_line
from covidorders.grammar.marks import is_capitals, is_distribution, is_nation

_CAPITAL_FONT = re.compile(r"\.?Vn[A-Z]\w*?H(?:[A-Z, -]|$)")
_SAME_PLACE = 4.0
"""Points within which two lines begin at the same place."""
_CLEAR = 20.0
"""Points between a centred line and the margins, but for the long lines of a title."""
_UNEVEN = 3.0
"""Points by which the axes of centred lines may differ."""
_HARDLY = 1.5
"""Points that a justified line does not keep from the margins, but the longest line of a title does."""
_PARAGRAPH_GAP = 0.2
"""What must be added to the distance of lines, as a share of the letters' height, to make a gap between paragraphs."""
_END_OF_NATION = frozenset({"nam", "viet nam"})
"""What of quốc hiệu a narrow column leaves for a second line, folded."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its paragraph hint: True, it begins a paragraph; False, it goes on; None, cannot be told here."""

    row: Row
    starts: bool | None
    centred: bool = False


def mark_body(rows: Sequence[Row], frame: Frame, *, opens_page: bool) -> list[Placed]:
    """Mark full-width rows that follow each other. `opens_page`: the first of them is the first line of the page."""
    marked: list[Placed] = []
    hanging: float | None = None
    for index, row in enumerate(rows):
        centred = is_centred(row, frame) or _stacked(rows, index, frame)
        if not marked:
            starts = _at_page_top(row, frame, centred) if opens_page else True
        elif centred or marked[-1].centred:
            starts = _among_centred(marked[-1], row, frame, centred)
        else:
            starts = _in_body(marked[-1].row, row, frame, hanging)
        if starts is not False:
            hanging = _hanging(row)
        marked.append(Placed(row, starts, centred))
    return marked


def mark_column(rows: Sequence[Row]) -> list[Placed]:
    """Mark the rows of one column of a strip, from top to bottom.

    Lines of a letterhead or a signature block stand alone; entries of Nơi nhận and `V/v …` may run over lines.
    """
    marked: list[Placed] = []
    in_distribution = is_listed(rows) and rows[1].text[:1] in "-–"
    edge = max(row.x1 for row in rows)
    for row in rows:
        text = row.text
        starts: bool | None = True
        if marked:
            before = marked[-1].row
            starts = _in_distribution(before, row, edge) if in_distribution else _in_column(before, row)
        in_distribution = in_distribution or is_distribution(text)
        marked.append(Placed(row, starts))
    return marked


def is_centred(row: Row, frame: Frame) -> bool:
    """Tell whether a row stands in the middle of the frame, clear of both margins."""
    left, right = row.x0 - frame.left, frame.right - row.x1
    if min(left, right) < max(1.5 * row.height, _CLEAR) or abs(left - right) > max(8.0, 0.03 * frame.width):
        return False
    if _is_plain_item(row.text):
        return False
    return not _at_indent(left, frame) or is_capitals(row.text)


def _at_indent(inset: float, frame: Frame) -> bool:
    return frame.indent is not None and abs(inset - frame.indent) < _SAME_PLACE


def _stacked(rows: Sequence[Row], index: int, frame: Frame) -> bool:
    """Tell whether a row and a neighbour are centred on one axis, be it not the frame's.

    The neighbour is clear of the margins; the row itself may nearly fill the frame, as the long line of a title does.
    """
    row = rows[index]
    left = row.x0 - frame.left
    inset = min(left, frame.right - row.x1)
    if inset < _HARDLY or _is_plain_item(row.text) or (inset < _CLEAR and ends_sentence(row.text)):
        return False
    agreeing = sum(
        abs(other.centre - row.centre) < _UNEVEN
        and abs(other.x0 - row.x0) > 2 * _SAME_PLACE
        and min(other.x0 - frame.left, frame.right - other.x1) > _CLEAR
        for other in rows[max(index - 1, 0) : index + 2]
        if other is not row
    )
    return agreeing >= (2 if _at_indent(left, frame) else 1)


def _is_plain_item(text: str) -> bool:
    """Tell list items (`- …`, `1. …`, `a) …`) from headings that may be centred (`Chương I`, `II. …`)."""
    return not text[:1].isupper() and begins_item(text)


def _hanging(row: Row) -> float | None:
    """Return where the words behind the label begin, for a list item whose further lines hang there."""
    words = row.words
    if len(words) < 2 or len(words[0].text) > 6 or not begins_item(f"{words[0].text} x"):
        return None
    return words[1].box.x0


def _at_page_top(row: Row, frame: Frame, centred: bool) -> bool | None:
    if centred:
        return True
    inset = row.x0 - frame.left
    if frame.indented:
        if frame.indent is not None and abs(inset - frame.indent) < 2 * _SAME_PLACE:
            return True
        if abs(inset) < _SAME_PLACE:
            return None if begins_item(row.text) else False
    return None


def _among_centred(before: Placed, row: Row, frame: Frame, centred: bool) -> bool:
    """A centred title goes on in a centred line of the same kind that follows at the usual distance."""
    if not (centred and before.centred):
        return True
    above, text = before.row.text, row.text
    if above.count("(") > above.count(")"):
        return False
    if row.level - before.row.level > 1.25 * max(row.height, frame.pitch or 0.0):
        return True
    return (
        is_capitals(above) != is_capitals(text)
        or _legacy_capitals(before.row) != _legacy_capitals(row)
        or abs(before.row.height - row.height) > 0.12 * row.height
        or begins_item(text)
        or begins_item(above)
        or title_line(above) is not None
        or text.startswith("(")
    )


def _legacy_capitals(row: Row) -> bool:
    """Tell whether a row is set in a font that prints small letters as capitals (`.VnTimeH`)."""
    font = row.pieces[0].font
    return font is not None and _CAPITAL_FONT.match(font) is not None


def _in_body(above: Row, row: Row, frame: Frame, hanging: float | None) -> bool | None:
    inset = row.x0 - frame.left
    text = row.text
    if is_short(above, row, frame.right):
        return True
    indented = bool(frame.indented)
    if _gap(above, row, frame):
        broken = indented and inset < _SAME_PLACE and text[:1].islower() and not ends_sentence(above.text)
        return not broken
    if inset > _SAME_PLACE:
        if hanging is not None and abs(row.x0 - hanging) < _SAME_PLACE:
            return False
        return abs(row.x0 - above.x0) >= _SAME_PLACE or ends_sentence(above.text) or begins_item(text)
    if begins_item(text) and ends_sentence(above.text):
        return True
    if indented or frame.pitch is not None or not ends_sentence(above.text):
        return False
    return None


def _gap(above: Row, row: Row, frame: Frame) -> bool:
    distance = row.level - above.level
    usual = frame.pitch if frame.pitch is not None else 1.3 * row.height
    return distance > usual + max(2.0, _PARAGRAPH_GAP * row.height)


def _in_column(above: Row, row: Row) -> bool | None:
    """Letterhead or signature: `V/v …` goes on in small letters, capitals may or may not (`ỦY BAN` / `TỈNH …`)."""
    text = row.text
    if text[:1].islower() and not is_capitals(text):
        return False
    if says_number(text):
        return True
    if fold(text) in _END_OF_NATION and is_nation(f"{above.text} {text}"):
        return False
    if is_capitals(above.text) and is_capitals(text) and row.level - above.level < 1.6 * row.height:
        return None
    if is_capitals(above.text) or is_capitals(text) or begins_item(text) or ends_sentence(above.text):
        return True
    return None


def _in_distribution(above: Row, row: Row, edge: float) -> bool | None:
    if begins_item(row.text) or row.text[:1] in "-–+•":
        return True
    if ends_sentence(above.text):
        return None if is_distribution(above.text) else True
    return False if row.text[:1].islower() or not is_short(above, row, edge) else None
