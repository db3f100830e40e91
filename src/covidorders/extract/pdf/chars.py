"""Words with boxes from a page's text layer.

PDFium tells the letters, the spaces and every letter's place; words are cut at spaces and joined again by geometry,
never by font: a fallback font for `ủ` or `ớ` does not break a word.
"""

from __future__ import annotations

import ctypes
import re
import struct
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

from covidorders.layout import Box, Word

_HYPHEN = "\x02\ufffe"
"""What PDFium puts in the place of a hyphen (or soft hyphen) at the end of a line, by the way it is asked."""

_LETTERS = rf"[^ \t\r\n\f\v\0\xa0\u2000-\u200b\u202f\u3000\ufeff\uffff{_HYPHEN}]+"
_TOKEN = re.compile(rf"{_LETTERS}[{_HYPHEN}]?|[{_HYPHEN}]")
_GLUED_LABEL = re.compile(r"(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)](?=[^\W\d_])")
_DIGITS_APART = re.compile(r"(?<!\S)\d(?: \d){2}(?!\S)")
_unpack = struct.Struct("4f").unpack
"""Left, top, right, bottom of PDFium's rectangle."""
_TOUCHING = 0.08
"""Gap between two letters of one word at most, as a share of the letters' height (a space takes 0.2 and more)."""
_APART = 0.45
"""Gap between digits that were typed with a space between them; letters of two words stand no nearer."""
_FEWEST_APART = 3
"""Single digits in a row that make a number set apart; two may be two numbers (`khoản 1 2`)."""
_SOFT_HYPHEN_WIDTH = 0.45
"""Width to height from which the last letter of a line is `ư` of TCVN3 (byte AD), not a hyphen."""

Place = Callable[[float, float, float, float], Box]
"""Turns left, bottom, right, top of PDF user space into a box of the page as it is seen."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page in the order of its text layer; `first[i]` is the index of the first letter of `words[i]`."""

    words: list[Word]
    first: list[int]
    text: str


def read_words(textpage: ctypes.c_void_p, place: Place) -> PageWords:
    """Return the words of a text page. `place` comes from `place_on`."""
    text = _text(textpage)
    spans = _spans(textpage, text)
    tokens = _join(textpage, text, spans, _bounds(textpage, spans))
    if _DIGITS_APART.search(text) is not None:
        tokens = _join_digits(tokens)
    words = [Word(token, place(*box)) for token, _, box in tokens]
    return PageWords(words, [start for _, start, _ in tokens], text)


def place_on(page: PdfPage) -> Place:
    """Return the function that turns PDF user space into points from the top left corner of the page as seen."""
    left, bottom, right, top = page.get_bbox()
    rotation = page.get_rotation()
    if rotation == 90:
        return lambda x0, y0, x1, y1: Box(y0 - bottom, x0 - left, y1 - bottom, x1 - left)
    if rotation == 180:
        return lambda x0, y0, x1, y1: Box(right - x1, y0 - bottom, right - x0, y1 - bottom)
    if rotation == 270:
        return lambda x0, y0, x1, y1: Box(top - y1, right - x1, top - y0, right - x0)
    return lambda x0, y0, x1, y1: Box(x0 - left, top - y1, x1 - left, top - y0)


_Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top in PDF user space."""
_Token = tuple[str, int, _Bounds]


def _text(textpage: ctypes.c_void_p) -> str:
    """Return the page's text with one character for every letter that PDFium counts."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    text = memoryview(buffer)[: max(written - 1, 0)].tobytes().decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    # Letters without a Unicode value or beyond the basic plane: the slow way keeps the counting right.
    return "".join(_letter(pdfium.FPDFText_GetUnicode(textpage, index)) for index in range(count))


def _letter(code: int) -> str:
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\0"


def _spans(textpage: ctypes.c_void_p, text: str) -> list[tuple[int, int]]:
    """Cut the text at spaces, and behind a label that stands apart from its word without a space (`10.` `Khi`)."""
    spans = [found.span() for found in _TOKEN.finditer(text)]
    labels = {
        found.start(): found.end() for found in _GLUED_LABEL.finditer(text) if _stand_apart(textpage, found.end() - 1)
    }
    if not labels:
        return spans
    cut: list[tuple[int, int]] = []
    for start, end in spans:
        border = labels.get(start)
        cut += [(start, end)] if border is None or border >= end else [(start, border), (border, end)]
    return cut


def _stand_apart(textpage: ctypes.c_void_p, index: int) -> bool:
    """Tell whether there is a gap between the letter `index` and the next one."""
    left, right = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(textpage, index, left)
    pdfium.FPDFText_GetLooseCharBox(textpage, index + 1, right)
    return bool(right.left - left.right > _TOUCHING * (left.top - left.bottom))


def _bounds(textpage: ctypes.c_void_p, spans: Sequence[tuple[int, int]]) -> list[_Bounds]:
    """Return the box of each span: that of its first and its last letter together."""
    rect = pdfium.FS_RECTF()
    loose_box = pdfium.FPDFText_GetLooseCharBox
    found: list[_Bounds] = []
    for start, end in spans:
        loose_box(textpage, start, rect)
        left, top, right, bottom = _unpack(rect)
        if end - start > 1:
            loose_box(textpage, end - 1, rect)
            x0, y1, x1, y0 = _unpack(rect)
            # Not min() and max(): this loop runs for every word of every page.
            left = left if left < x0 else x0
            right = right if right > x1 else x1
            top = top if top > y1 else y1
            bottom = bottom if bottom < y0 else y0
        if top - bottom < 1.0 or right - left < 0.1:
            left, bottom, right, top = _tight(textpage, start, end)
        found.append((left, bottom, right, top))
    return found


def _tight(textpage: ctypes.c_void_p, start: int, end: int) -> _Bounds:
    """Return the box of the ink, for fonts that do not tell their height or width."""
    boxes = [[ctypes.c_double() for _ in range(4)] for _ in range(start, end)]
    for index, (left, right, bottom, top) in enumerate(boxes, start):
        pdfium.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    return (
        min(box[0].value for box in boxes),
        min(box[2].value for box in boxes),
        max(box[1].value for box in boxes),
        max(box[3].value for box in boxes),
    )


def _join(
    textpage: ctypes.c_void_p, text: str, spans: Sequence[tuple[int, int]], bounds: Sequence[_Bounds]
) -> list[_Token]:
    """Return the words; pieces that touch each other are one word."""
    joined: list[_Token] = []
    before: _Bounds = (0.0, 0.0, 0.0, 0.0)
    behind = 0
    for (start, end), box in zip(spans, bounds, strict=True):
        token = text[start:end]
        if token[-1] in _HYPHEN:
            token = token[:-1] + _hyphen(textpage, end - 1)
        height = before[3] - before[1]
        gap = box[0] - before[2]
        if -0.3 * height <= gap <= _TOUCHING * height and _touch(textpage, text[behind:start], start, before, box):
            joined[-1] = _united(joined[-1], (token, start, box))
        else:
            joined.append((token, start, box))
        before, behind = joined[-1][2], end
    return joined


def _hyphen(textpage: ctypes.c_void_p, index: int) -> str:
    """Return the letter that PDFium took for a hyphen: one, or `ư` of TCVN3."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(textpage, index, rect)
    return "\u00ad" if rect.right - rect.left > _SOFT_HYPHEN_WIDTH * (rect.top - rect.bottom) else "-"


def _touch(textpage: ctypes.c_void_p, between: str, start: int, before: _Bounds, box: _Bounds) -> bool:
    """Tell whether two pieces without a gap are one word: at one level, and no space typed between them.

    A space that was typed parts two words however narrow it is; one that PDFium made up does not.
    """
    return _level(before, box) and (not between or pdfium.FPDFText_IsGenerated(textpage, start - 1) == 1)


def _level(left: _Bounds, right: _Bounds) -> bool:
    shared = min(left[3], right[3]) - max(left[1], right[1])
    return shared >= 0.5 * min(left[3] - left[1], right[3] - right[1])


def _join_digits(tokens: Iterable[_Token]) -> list[_Token]:
    """Join digits set apart (`1 0 9 4 3`) into the number that a reader sees."""
    joined: list[_Token] = []
    run: list[_Token] = []
    for token in tokens:
        if not run or not _set_apart(run[-1], token):
            joined += _number(run)
            run = []
        run.append(token)
    return joined + _number(run)


def _set_apart(before: _Token, token: _Token) -> bool:
    """Tell whether two tokens are single digits with a narrow space between."""
    if len(token[0]) != 1 or len(before[0]) != 1 or not (token[0].isdigit() and before[0].isdigit()):
        return False
    left, right = before[2], token[2]
    return 0.0 <= right[0] - left[2] <= _APART * (left[3] - left[1]) and _level(left, right)


def _number(run: list[_Token]) -> list[_Token]:
    """Join a run of digits, if it is long enough to be a number and no pair of numbers."""
    return run if len(run) < _FEWEST_APART else [reduce(_united, run)]


def _united(before: _Token, token: _Token) -> _Token:
    box, other = before[2], token[2]
    united = (min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3]))
    return before[0] + token[0], before[1], united
