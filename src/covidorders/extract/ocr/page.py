"""One page image becomes a page of lines: made upright, read line by line, arranged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy

from covidorders.extract.arrange import compose, cut_at_anchors, gather, in_rows, lift_tables, survey
from covidorders.extract.furniture import furniture as stamp_of
from covidorders.extract.furniture import sift
from covidorders.extract.ocr.arrival import part_arrival
from covidorders.extract.ocr.bullets import with_bullets
from covidorders.extract.ocr.engine import Colour, Engine, ReadWord
from covidorders.extract.ocr.pen import doubt_written
from covidorders.extract.ocr.placement import LEFT_AS_IT_IS, Matrix, Placement
from covidorders.extract.ocr.roman import count_strokes
from covidorders.extract.ocr.shapes import PrintedLine
from covidorders.extract.ocr.slanted import slanted_mark
from covidorders.extract.ocr.strips import Strip, cut_strip
from covidorders.extract.ocr.upright import Upright, head_up, make_upright
from covidorders.extract.ocr.words import fit_to_ink, label_apart
from covidorders.layout import Box, Page, Word
from covidorders.model import Furniture, Warning

POINTS = 72.0
ASSUMED_DPI = 200.0
"""Where the image does not say: the least that Nghị định 30/2020/NĐ-CP, Phụ lục I asks of scans."""
TRIAL_LINES = 4
DIRT, MOST_DIRT = 0.45, 12
"""Confidence and letters of lines that are no print. Of 2002 lines of up to 8 letters on 32 real scans, those below
had no word of the document but pieces of seals; from 0.45 on there are some (`Phụ lục I`)."""
_KEPT = re.compile(r"[\d§]{2}|^\d\W?$|^[A-ZĐ]{2,3}\.$")
"""Figures (§ is an 8 or a 5 not made out) and the short forms of a signature block (`KT.`)."""
MOST_SIGNS, SIGNS_DIRT = 2, 0.7
"""One sign or two apart from all text are specks, but for bullets and signs of figures; more of them, read less surely,
are the frame of a stamp. In a table such may be a digit that was not made out."""
_MEANT = re.compile(r"[-–—+*•_▪◦·=~§%&]")
LEGIBLE = 0.25
"""A page read with less confidence shows no print: a photograph gives 0.15, the worst page of 32 real scans 0.44."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page to be read: its number, its picture, its pixels per inch where they are known."""

    number: int
    image: Colour
    dpi: float | None = None


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as read. Its boxes are those of the upright page until `placement` puts them back (see `restore`)."""

    page: Page
    furniture: tuple[Furniture, ...]
    placement: Placement

    @property
    def blank(self) -> Warning | None:
        """The warning for a page on which nothing was read; None for any other."""
        if self.page.blocks or self.furniture:
            return None
        sure = self.page.confidence
        seen = "" if sure is None else f" (what looked like letters was read with confidence {sure:.2f})"
        message = f"Page {self.page.number} has no print on it that could be read{seen}."
        return Warning(code="blank-page", message=message)


def read_page(given: PageImage, engine: Engine) -> ReadPage:
    """Read one page: words from the engine, lines and tables from `covidorders.extract.arrange`."""
    image, dpi, number = given.image, given.dpi or ASSUMED_DPI, given.number
    upright = make_upright(image, dpi)
    size = image.shape[1] * POINTS / dpi, image.shape[0] * POINTS / dpi
    if upright is None:
        return ReadPage(Page(number, (), *size, ocr=True), (), Placement(*size, LEFT_AS_IT_IS))
    if upright.head_down:
        upright = _right_way_up(upright, engine)
    read = _read(upright, upright.lines, engine)
    width, height = (length * POINTS / upright.dpi for length in upright.even.shape[::-1])
    confidence = _mean([word for line in read for word in line])
    if confidence is None or confidence < LEGIBLE:
        return ReadPage(Page(number, (), *size, ocr=True, confidence=confidence), (), Placement(*size, LEFT_AS_IT_IS))
    print_lines, stamps = part_arrival(read, height)
    words = [word for line in print_lines if not _is_dirt(line) for word in line]
    pieces, furniture = sift(gather(words), height, number, upright.rules)
    furniture += [stamp_of("arrival-stamp", gather(stamp), number) for stamp in stamps]
    tables, pieces = lift_tables(pieces, upright.rules)
    pieces = [piece for piece in pieces if not _is_speck(piece.text)]
    blocks = compose(survey(in_rows(cut_at_anchors(pieces)), tables, width))
    mark = slanted_mark(upright, read, engine)
    page = Page(number, (mark, *blocks) if mark is not None else blocks, width, height, ocr=True, confidence=confidence)
    return ReadPage(page, tuple(furniture), _placement(upright, dpi, size))


def _read(page: Upright, lines: Sequence[PrintedLine], engine: Engine) -> list[list[Word]]:
    strips = [cut_strip(page.even, page.found, line) for line in lines]
    read = engine.read([strip.image for strip in strips])
    scale = POINTS / page.dpi
    exact = [_exact(words, strip, line, page) for words, strip, line in zip(read, strips, lines, strict=True)]
    exact = with_bullets(exact, strips, lines, page.found)
    return [
        [_word(word, strip, line, scale) for word in words]
        for words, strip, line in zip(exact, strips, lines, strict=True)
    ]


def _exact(words: Sequence[ReadWord], strip: Strip, line: PrintedLine, page: Upright) -> list[ReadWord]:
    placed = label_apart(fit_to_ink(words, strip.ink), strip.ink, line.x_height)
    counted = [count_strokes(placed[0], strip.image), *placed[1:]] if placed else []
    return doubt_written(counted, strip.left, page.found, line)


def _word(word: ReadWord, strip: Strip, line: PrintedLine, scale: float) -> Word:
    """Place a word; all words of a line share its height, from capitals to descenders."""
    left, right = strip.left + word.left, strip.left + word.right
    baseline = line.baseline + line.slope * ((left + right) - (line.left + line.right)) / 2
    top, bottom = baseline - 1.5 * line.x_height, baseline + 0.45 * line.x_height
    return Word(word.text, Box(left * scale, top * scale, right * scale, bottom * scale), round(word.confidence, 4))


def _is_dirt(line: Sequence[Word]) -> bool:
    """Tell whether a short line is no print: specks, pieces of seals and signatures, read with little confidence.

    Figures stay, however unsure: a stamped number or a cell of a table stands alone, and is doubted later. So does
    `KT.` over a post.
    """
    text = "".join(word.text for word in line)
    if len(text) > MOST_SIGNS and not any(map(str.isalnum, text)):
        return (_mean(line) or 0.0) < SIGNS_DIRT
    return len(text) <= MOST_DIRT and (_mean(line) or 0.0) < DIRT and _KEPT.search(text) is None


def _is_speck(text: str) -> bool:
    return len(text) <= MOST_SIGNS and not any(map(str.isalnum, text)) and _MEANT.search(text) is None


def _right_way_up(page: Upright, engine: Engine) -> Upright:
    """Read some long lines both ways and take the surer one."""
    other = head_up(page, _unit(page))
    return max((page, other), key=lambda way: _trial(way, engine))


def _trial(page: Upright, engine: Engine) -> float:
    longest = sorted(page.lines, key=lambda line: line.left - line.right)[:TRIAL_LINES]
    return _mean([word for line in _read(page, longest, engine) for word in line]) or 0.0


def _unit(page: Upright) -> float:
    return float(numpy.median([line.x_height for line in page.lines]))


def _placement(page: Upright, dpi: float, size: tuple[float, float]) -> Placement:
    if page.matrix[0, 1] == 0 and page.matrix[0, 0] > 0:  # made larger or smaller, but not turned
        return Placement(*size, LEFT_AS_IT_IS)
    back: Matrix = numpy.asarray(numpy.linalg.inv(page.matrix), float)
    to_points = numpy.diag([POINTS / dpi, POINTS / dpi, 1.0]) @ back @ numpy.diag([page.dpi / POINTS] * 2 + [1.0])
    a, b, c, d, e, f = to_points[:2].ravel().tolist()
    return Placement(*size, (a, b, c, d, e, f))


def _mean(words: Sequence[Word]) -> float | None:
    """Return the confidence of the page: the mean over its letters, so that specks do not count like words."""
    letters = sum(len(word.text) for word in words)
    return round(sum((word.confidence or 0.0) * len(word.text) for word in words) / letters, 4) if letters else None
