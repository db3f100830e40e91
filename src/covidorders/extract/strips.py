"""Two columns typed side by side in one paragraph, with tabs or blanks between them.

Letterheads (`UBND TỈNH ⇥ CỘNG HÒA …`) and signature blocks (`Nơi nhận: ⇥ TM. …`) of many notices are typed so, those
of .doc files of the 2000s most of all. Such a strip is only looked for where a landmark stands, and is then read
column by column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from covidorders.extract.drafts import Draft
from covidorders.extract.landmarks import heads_the_right, holds_day, opens_distribution, opens_signature
from covidorders.grammar.letterhead import says_number
from covidorders.grammar.marks import is_capitals
from covidorders.grammar.names import person
from covidorders.layout import Zone

_GAP = re.compile(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{4,}")
_WORD = re.compile(r"\S+")
_TAB_WIDTH = 8
_RIGHT_INDENT = 20
"""Letters of blank before a text that stands in the right column: more than any first-line indent."""
_SHORT = 72
_LIST_LINE = re.compile(r"\s*[-–+*]|\s{2,}\S|\S{0,3}L\S{1,3}u\b")
_LAST_ENTRY = re.compile(r"\s*[-–+*]?\s*L\S{1,3}u\b")
_ENTRY_END = (";", ",", ".")


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with the zone it stands in."""

    draft: Draft
    zone: Zone = "body"


@dataclass(frozen=True, slots=True)
class _Halves:
    left: Draft | None
    right: Draft | None


def columns(drafts: Sequence[Draft]) -> list[Placed]:
    """Return `drafts` in reading order: within a two-column strip the left lines first, then the right ones."""
    placed: list[Placed] = []
    position = 0
    while position < len(drafts):
        end = _strip_end(drafts, position)
        if end == position:
            placed += map(Placed, _post_and_name(drafts[position]))
            position += 1
            continue
        halves = [_halves(draft) for draft in drafts[position:end]]
        placed += [Placed(half.left, "left") for half in halves if half.left]
        placed += [Placed(piece, "right") for half in halves if half.right for piece in _post_and_name(half.right)]
        position = end
    return placed


def _post_and_name(right: Draft) -> list[Draft]:
    """`CHỦ TỊCH Lê Văn Nam` in one cell of a saved page: the post in capitals, then the signer's name."""
    text = right.text
    if len(text) > _SHORT * 2:
        return [right]
    for word in _WORD.finditer(text):
        if word.group().isupper() or not word.group()[0].isalpha():
            continue
        post, name = text[: word.start()], text[word.start() :]
        if opens_signature(post) and is_capitals(post) and person(name) is not None:
            return [right.cut(0, word.start()), replace(right.cut(word.start(), len(text)), starts_paragraph=True)]
        break
    return [right]


def _halves(draft: Draft) -> _Halves:
    """Cut at the widest gap between two words; a line with none stands left, or right if it is indented far."""
    text = draft.text
    stop = len(text.rstrip())
    start = len(text) - len(text.lstrip())
    gaps = [gap for gap in _GAP.finditer(text, start, stop) if gap.end() < stop]
    if gaps:
        widest = max(gaps, key=lambda gap: _width(gap.group()))
        left = replace(draft.cut(start, widest.start()), starts_paragraph=None)
        right = replace(draft.cut(widest.end(), stop), starts_paragraph=None)
        return _Halves(left, right)
    if start == stop:
        return _Halves(None, None)
    # Within a strip every line is a printed line: whether it begins a paragraph, the words tell (normalise).
    whole = replace(draft.cut(start, stop), starts_paragraph=None)
    return _Halves(None, whole) if _width(text[:start]) >= _RIGHT_INDENT else _Halves(whole, None)


def _width(blank: str) -> int:
    return sum(_TAB_WIDTH if letter == "\t" else 1 for letter in blank)


def _strip_end(drafts: Sequence[Draft], start: int) -> int:
    """Return where the strip that starts at `start` ends; `start` itself if none does."""
    first = _halves(drafts[start])
    if first.right is None:
        alone = first.left is not None and opens_distribution(first.left.text) and _signature_beside(drafts, start)
        return _trailing_list(drafts, _extent(drafts, start, limit=40)) if alone else start
    if heads_the_right(first.right.text):
        return _extent(drafts, start, limit=12)
    left = first.left.text if first.left else ""
    if holds_day(first.right.text) and says_number(left.strip()):  # quốc hiệu above them is missing or unreadable
        return start + 1
    if opens_distribution(left):
        return _trailing_list(drafts, _extent(drafts, start, limit=40))
    if opens_signature(left) and opens_signature(first.right.text):  # two who sign: THƯ KÝ ⇥ CHỦ TỌA
        return _extent(drafts, start, limit=12)
    if opens_signature(first.right.text) and _distribution_near(drafts, start):
        return _trailing_list(drafts, _extent(drafts, start, limit=40))
    return start


def _distribution_near(drafts: Sequence[Draft], start: int) -> bool:
    """A signature's authority may stand a line or two above `Nơi nhận`; a sentence with a tab in it does not."""
    for draft in drafts[start : start + 4]:
        left = _halves(draft).left
        if left is not None and opens_distribution(left.text):
            return True
    return False


def _signature_beside(drafts: Sequence[Draft], start: int) -> bool:
    """`Nơi nhận:` may stand alone, the signature's first line right of the entries below it."""
    rights = (_halves(draft).right for draft in drafts[start + 1 : start + 4])
    return any(right is not None and opens_signature(right.text) for right in rights)


def _extent(drafts: Sequence[Draft], start: int, limit: int) -> int:
    """Return the end of the last line with a right column that only blank or short lines part from the start.

    The date is the last line of a letterhead's right column: what stands far right below it is a centred title.
    """
    end = start + 1
    dated = False
    for position in range(start + 1, min(len(drafts), start + limit)):
        draft = drafts[position]
        halves = _halves(draft)
        if halves.right is not None:
            if heads_the_right(halves.right.text):  # the letterhead of the next notice
                break
            if dated and (halves.left is None or opens_distribution(halves.left.text)):
                break
            dated = dated or holds_day(halves.right.text)
            end = position + 1
        elif halves.left is not None and (draft.centred or len(halves.left.text) > _SHORT):
            break
    return end


def _trailing_list(drafts: Sequence[Draft], end: int) -> int:
    """Take in the rest of the distribution list, so that the signature does not cut it in two."""
    while end < len(drafts):
        text = drafts[end].text
        halves = _halves(drafts[end])
        above = drafts[end - 1].text.strip()
        runs_over = bool(above) and not above.endswith(_ENTRY_END) and not _LAST_ENTRY.match(above)
        if halves.right is not None or len(text.strip()) > _SHORT:
            break
        if not _LIST_LINE.match(text) and not text.rstrip().endswith(";") and not (runs_over and text.strip()):
            break
        end += 1
    return end
