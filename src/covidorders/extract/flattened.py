"""Two columns that a converter wrote into one line with a single space between them.

`CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`, `Số: 5/NQ-CP Hà Nội, ngày …`, `Nơi nhận: KT. BỘ TRƯỞNG`,
`- Như trên; THỨ TRƯỞNG`: the gap is put back as a tab, so that the strip is read column by column (`strips`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from covidorders.extract.landmarks import (
    heads_the_right,
    holds_day,
    is_title_alone,
    opens_distribution,
    opens_signature,
)
from covidorders.grammar.letterhead import day_line
from covidorders.grammar.marks import is_capitals, is_signed, is_star
from covidorders.grammar.names import person

_GAP = "\t"
_FAR_RIGHT = "\t\t\t"
_HAS_GAP = re.compile(r"\S(?:[ \u00a0]{4,}|[ \u00a0]*\t)\s*\S")
_SPACE = re.compile(r" +")
_MODERN = re.compile("[ĂăĐđƠơƯư\u1ea0-\u1ef9]")
"""Letters that only Unicode has: a line with them is in no legacy encoding."""
_NUMBER = re.compile(r"\W{0,3}(?:(?:nghị quyết|luật|pháp lệnh) )?[S8$]\S{0,3}\s?[:.]?.{0,40}?/\S*", re.IGNORECASE)
_WITHIN_SENTENCE = re.compile(r"(?:của|nước|về|và|là|do|tại|theo|lệ|lịch sử|trung ương|điều lệ)\s*$", re.IGNORECASE)
_BARS = re.compile(r"(?P<left>[^|]{0,1500})\|(?P<right>[^|]{2,120})\|?")
_LETTERHEAD = 12
"""Lines below quốc hiệu in which the other lines of the letterhead are looked for."""
_SIGNATURE = 40
_LONGEST_LEFT = 80


def reopened(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a page, each flattened strip line with a tab where its columns meet."""
    in_head = in_foot = 0
    for place, printed in enumerate(lines):
        line = _without_bars(printed) if "|" in printed else printed
        text = line.strip()
        in_head, in_foot = max(0, in_head - 1), max(0, in_foot - 1)
        cut = None if not text or _HAS_GAP.search(text) else _head_cut(text, inside=in_head > 0)
        if cut is not None and heads_the_right(text[cut:]):
            in_head = _LETTERHEAD
        elif cut is None and in_foot:
            cut = _entry_cut(text)
        elif cut is None:
            cut = _distribution_cut(text)
            if cut is not None or (opens_distribution(text) and _glued_below(lines, place)):
                in_foot = _SIGNATURE
        if cut == 0 and text:
            yield _FAR_RIGHT + text
        else:
            yield line if not cut else text[:cut].rstrip() + _GAP + text[cut:]


def _without_bars(line: str) -> str:
    """`UBND TỈNH | CỘNG HÒA … |`: saved pages keep a letterhead's two cells so; the bar is the gap between them."""
    found = _BARS.fullmatch(line.strip())
    if found is None:
        return line
    left, right = found["left"].strip(), found["right"].strip()
    strip = is_title_alone(right) or holds_day(right) or opens_distribution(left) or opens_signature(right)
    return f"{left}{_GAP if left else _FAR_RIGHT}{right}" if strip else line


def _head_cut(text: str, *, inside: bool) -> int | None:
    """Return where the right column of a letterhead line begins; 0 if the line is the right column alone."""
    cut = _title_start(text)
    if cut is None:
        return _day_cut(text, inside=inside)
    left = text[:cut].rstrip()
    if not left:
        return 0 if inside else None
    if len(left) > _LONGEST_LEFT or _WITHIN_SENTENCE.search(left) or heads_the_right(left):
        return None
    return cut if inside or is_capitals(text[cut:]) or not _MODERN.search(text) else None


def _title_start(text: str) -> int | None:
    """Return where quốc hiệu, tiêu ngữ or the Party's title begins that ends the line: the last word it can."""
    if not (is_title_alone(text) or any(is_title_alone(text[space.end() :]) for space in _SPACE.finditer(text))):
        return None
    starts = [0, *(space.end() for space in _SPACE.finditer(text))]
    return max(start for start in starts if is_title_alone(text[start:]))


def _day_cut(text: str, *, inside: bool) -> int | None:
    """`Số: … Hà Nội, ngày …`: the place begins behind the number, or behind `*`, or the line is a date alone."""
    if inside and day_line(text) is not None and not is_star(text.split(" ", 1)[0]):
        return 0
    number = _NUMBER.match(text)
    starts = [number.end()] if number else []
    if is_star(text.split(" ", 1)[0]):
        starts.append(len(text.split(" ", 1)[0]))
    for start in starts:
        for space in _SPACE.finditer(text, start):
            day = day_line(text[space.end() :])
            if day is not None and "/" not in day.place:
                return space.end()
    return None


def _distribution_cut(text: str) -> int | None:
    """`Nơi nhận: KT. BỘ TRƯỞNG`."""
    head, colon, right = text.partition(":")
    if colon and opens_distribution(head + colon) and (opens_signature(right) or _is_post(right)):
        return len(text) - len(right.lstrip())
    return None


def _entry_cut(text: str) -> int | None:
    """An entry of Nơi nhận with a line of the signature block behind it; the line of the block alone is right too."""
    alone = person(text) is not None and not text.startswith(("-", "+")) and not text.endswith(";")
    if opens_signature(text) or alone:
        return 0
    for space in _SPACE.finditer(text):
        left, right = text[: space.start()], text[space.end() :]
        if left.startswith(("-", "–", "+")) and (opens_signature(right) and is_capitals(right)):
            return space.end()
        if left.endswith((";", ".")) and (person(right) is not None or is_signed(right)):
            return space.end()
    return None


def _glued_below(lines: Sequence[str], place: int) -> bool:
    """Tell whether a line of the signature block stands behind an entry below a `Nơi nhận:` that is alone."""
    below = (line.strip() for line in lines[place + 1 : place + _SIGNATURE])
    return any("\t" not in line and bool(line) and bool(_entry_cut(line)) for line in below)


def _is_post(text: str) -> bool:
    return bool(text.strip()) and is_capitals(text) and len(text.strip()) <= 60
