"""Where the number or the day stands that a scan shows and recognition could not read, so that a person can look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from covidorders.layout import Box, Paragraph, PlacedWord, Text
from covidorders.model import PageBox

NUMBER = re.compile(r"\W{0,3}\w{2}\s?[:;.,]?(?P<slot>[^\w/-]*)(?=[/-]|\s\w)")
"""Between `Số:` and the notation."""
DAY = re.compile(r"ng\wy(?P<slot>\s*)(?=th\wng)|th\wng(?P<month>\s*)(?=n\wm)", re.IGNORECASE)
"""Between `ngày` and `tháng`, `tháng` and `năm`."""
_WIDE, _USUAL, _NARROW = 0.76, 0.55, 0.32
"""Widths of capitals, other letters and signs in Times, in heights of a line's box (from capitals to descenders)."""
_LEAST = 1.2
"""Width of a box to look into, at least, in heights: a digit may have been read as part of the next word."""
_SPREAD = 1.15
"""A word wider than this many times its letters has something else in it."""


def blanks(text: Text, paragraph: Paragraph, slots: re.Pattern[str]) -> tuple[PageBox, ...]:
    """Return the boxes of the blank slots of a recognised heading line, in points; () where the source has no layout.

    What was read in a slot and not believed tells its place, else the words on its left and right do.
    """
    words = [word for word in text.words if paragraph.start <= word.start <= paragraph.end]
    line = text.text[paragraph.start : paragraph.end]
    boxes: list[PageBox] = []
    for found in slots.finditer(line):
        for start, end in (span for span in found.regs[1:] if span[0] >= 0):
            boxes += _box(text.text, words, paragraph.start + start, paragraph.start + end)
        if slots is NUMBER:
            break
    return tuple(boxes)


def recognised(text: Text, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph stands on a page that was read with OCR."""
    return any(page.number == paragraph.page and page.ocr for page in text.pages)


def _box(text: str, words: Sequence[PlacedWord], start: int, end: int) -> Iterator[PageBox]:
    erased = [w for w in words if (w.start < end and w.end > start) or start <= w.start == w.end <= end]
    erased = [word for word in erased if not any(map(str.isalnum, text[word.start : word.end]))]
    if erased:
        yield _page_box(erased[0].page, _hull([word.box for word in erased]))
        return
    for whole in (word for word in words if word.start < start and end < word.end):  # `Số:2321/SYT-KHTC` read as one
        left = whole.box.x0 + _letters(text[whole.start : start]) * (whole.box.bottom - whole.box.top)
        right = whole.box.x1 - _letters(text[end : whole.end]) * (whole.box.bottom - whole.box.top)
        kept = (left, right) if left < right else (whole.box.x0, whole.box.x1)
        yield _page_box(whole.page, Box(kept[0], whole.box.top, kept[1], whole.box.bottom))
        return
    for one, other in pairwise([word for word in words if text[word.start : word.end].strip()]):
        if one.start < start and end <= other.start + 1:
            left = min(one.box.x1, one.box.x0 + _usual_width(text, one))
            right = max(other.box.x0, other.box.x1 - _usual_width(text, other))
            right = max(right, left + _LEAST * (one.box.bottom - one.box.top))
            if one.end <= end:
                yield _page_box(one.page, Box(left, one.box.top, right, one.box.bottom))
            return


def _usual_width(text: str, word: PlacedWord) -> float:
    """Return how wide the letters of a word are in print, in points; a number read as one with it takes the rest."""
    width = _letters(text[word.start : word.end]) * (word.box.bottom - word.box.top)
    return width if width * _SPREAD < word.box.x1 - word.box.x0 else word.box.x1 - word.box.x0


def _letters(text: str) -> float:
    return sum(_WIDE if c.isupper() else _USUAL if c.isalnum() else _NARROW for c in text)


def _hull(boxes: Sequence[Box]) -> Box:
    return Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
    )


def _page_box(page: int, box: Box) -> PageBox:
    return PageBox(page=page, x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom)
