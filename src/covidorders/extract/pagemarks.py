"""Where the pages of a text file end, and what of a page is furniture: page numbers, running heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from covidorders.extract.textstamps import head_key, running_heads, stamps
from covidorders.grammar.items import begins_small, ends_sentence
from covidorders.grammar.letterhead import says_number
from covidorders.model import Furniture
from covidorders.model.source import FurnitureKind

_PAGE_MARK = re.compile(
    r"""[^\w\n]{0,80}\\(?:pagebreak|newpage|clearpage)\b.{0,20}
      | (?:[^\w\n]{2,80}|[\[({<])(?:page|trang)(?:[ _-]?break)?[ _:=\#"-]{0,8}
        (?:\d{1,4}(?:[ ]?(?:/|of)[ ]?\d{1,4})?)?[^\w\n]{0,80}
      | <div[^<>]{0,80}page-break[^<>]{0,80}>(?:\s{0,4}</div>)?
      | \{\d{1,4}\}-{8,}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--\s*Page(?P<kind>Number|Header|Footer)\s*=\s*\"(?P<text>[^\"]*)\"\s*-->", re.IGNORECASE)
_NUMBER = re.compile(r"[-–—\s]{0,4}(\d{1,3})[-–—\s.]{0,4}")


_LEAST_OF_A_PAGE = 8
"""Lines between two page numbers at least; the numbers of a table's rows stand closer."""
_FIRST_COUNTED = 2
"""State notices print no number on their first page."""


@dataclass(slots=True)
class TextPage:
    """The lines of one page as they stand in the file, blank ones too, and its furniture."""

    number: int
    lines: list[str] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)


def split_pages(text: str) -> list[TextPage]:
    """Cut a text at form feeds and page marks, and at page numbers that stand alone between blank lines.

    Pages are counted from 1; marks before the first word do not make an empty first page.
    """
    pages = [TextPage(1)]
    for sheet in text.split("\f"):
        if pages[-1].lines:
            _turn(pages)
        for line in sheet.split("\n"):
            if _PAGE_MARK.fullmatch(line.strip()):
                _turn(pages)
            else:
                pages[-1].lines.append(line.rstrip(" \r"))
    if len(pages) > 1 and not any(line.strip() for line in pages[-1].lines):
        pages.pop()
    heads = running_heads([page.lines for page in pages])
    for page in pages:
        _take_furniture(page, heads, several=len(pages) > 1)
    return pages if len(pages) > 1 else _cut_at_numbers(pages[0])


def _turn(pages: list[TextPage]) -> None:
    if any(line.strip() for line in pages[-1].lines):
        pages.append(TextPage(len(pages) + 1))
    else:
        pages[-1].lines.clear()


def _take_furniture(page: TextPage, heads: set[str], *, several: bool) -> None:
    """Move stamps, page numbers, running heads and converters' comments about them out of the lines."""
    for place, line in enumerate(page.lines):
        comment = _COMMENT.fullmatch(line.strip()) if "<!--" in line else None
        if comment:
            kind: FurnitureKind = "page-number" if comment["kind"].lower() == "number" else "running-head"
            page.lines[place] = comment["text"]
            _to_furniture(page, kind, [place])
    for kind, places in list(stamps(page.lines)):
        _to_furniture(page, kind, places)
    filled = [place for place, line in enumerate(page.lines) if line.strip()]
    if not several or len(filled) < 2:
        return
    for place, neighbour in ((filled[0], filled[1]), (filled[-1], filled[-2])):
        line = page.lines[place].strip()
        if _NUMBER.fullmatch(line) and not says_number(page.lines[neighbour].strip()):
            _to_furniture(page, "page-number", [place])
        elif head_key(line) in heads:
            _to_furniture(page, "running-head", [place])


def _to_furniture(page: TextPage, kind: FurnitureKind, places: Sequence[int]) -> None:
    text = " ".join(page.lines[place].strip() for place in places)
    page.furniture.append(Furniture(kind=kind, text=text, page=page.number))
    for place in places:
        page.lines[place] = ""


def _cut_at_numbers(whole: TextPage) -> list[TextPage]:
    """Without page marks a number alone between blank lines ends a page where it breaks a sentence or goes on counting.

    State notices print it at the head of the page from page 2 on (Nghị định 30/2020/NĐ-CP, Phụ lục I, I.7).
    """
    borders = _number_borders(whole.lines)
    pages: list[TextPage] = []
    done = 0
    for place in [*borders, len(whole.lines)]:
        page = TextPage(len(pages) + 1, whole.lines[done:place])
        if pages:
            _to_furniture(page, "page-number", [0])
        else:
            page.furniture = whole.furniture
        pages.append(page)
        done = place
    return pages


def _number_borders(lines: Sequence[str]) -> list[int]:
    numbers = [
        (place, int(found[1]))
        for place, line in enumerate(lines)
        if 0 < place < len(lines) - 1 and (found := _NUMBER.fullmatch(line.strip()))
    ]
    counted = _counted(numbers)
    alone = [
        (place, number)
        for place, number in numbers
        if place in counted or (not lines[place - 1].strip() and not lines[place + 1].strip())
    ]
    borders: list[int] = []
    expected: int | None = None
    for index, (place, number) in enumerate(alone):
        counts_on = number == expected or (index + 1 < len(alone) and alone[index + 1][1] == number + 1)
        if (counts_on and (number >= _FIRST_COUNTED or place in counted)) or _breaks_sentence(lines, place):
            borders.append(place)
            expected = number + 1
    return borders


def _counted(numbers: Sequence[tuple[int, int]]) -> set[int]:
    """Places of numbers without blank lines around them that count on (3, 4, …) with most of a page between them."""
    counted: set[int] = set()
    last: tuple[int, int] | None = None
    first: int | None = None
    for place, number in numbers:
        first = place if number == 1 and not counted else first
        if last is not None and number == last[1] + 1 and place - last[0] >= _LEAST_OF_A_PAGE:
            counted |= {last[0], place}
        elif last is not None and number != _FIRST_COUNTED:
            continue
        last = (place, number) if number >= _FIRST_COUNTED else last
    begins = min(counted, default=0)
    if first is not None and dict(numbers).get(begins) == _FIRST_COUNTED and begins - first >= _LEAST_OF_A_PAGE:
        counted.add(first)  # older and business papers number their first page too
    return counted


def _breaks_sentence(lines: Sequence[str], place: int) -> bool:
    before = next((line.strip() for line in reversed(lines[:place]) if line.strip()), "")
    after = next((line.strip() for line in lines[place + 1 :] if line.strip()), "")
    return len(before) > 20 and not ends_sentence(before) and begins_small(after)
