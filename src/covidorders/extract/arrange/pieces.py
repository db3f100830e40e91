"""Words side by side become pieces of printed lines; pieces side by side become rows.

A piece has no wide gap inside: a justified line may break into several pieces, two columns never stand in one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median_low

from covidorders.layout import Box, Word

_WIDE_GAP = 0.8
"""Gap that ends a piece, as a share of the letters' height: a space takes 0.2 to 0.3, a narrow gutter 0.9."""
LARGE = 3.0
"""Height of words that are no part of a line, as a multiple of the page's usual words: watermarks, lines of a grid that
OCR took for letters. The letters of titles stay below 2."""
_UNSTEADY = 2.0
"""Height of a piece, as a multiple of its words', from which some of its words are no letters of this line."""
_REACH = 0.12
"""Share of its width by which a piece may reach into the next one of its row."""
_BUCKET = 8.0
"""Height in points of the bands that words are sorted into; about half a printed line."""


class Piece:
    """A run of words in one printed line. `font`, `bold` and `italic` are set where the format knows them."""

    __slots__ = ("_text", "bold", "bottom", "font", "italic", "top", "words", "x0", "x1")

    def __init__(self, word: Word) -> None:
        box = word.box
        self.words = [word]
        self.x0, self.top, self.x1, self.bottom = box.x0, box.top, box.x1, box.bottom
        self._text: str | None = None
        self.font: str | None = None
        self.bold = False
        self.italic = False

    def add(self, word: Word) -> None:
        """Put a word at the right end."""
        box = word.box
        self._text = None
        self.words.append(word)
        self.x1 = box.x1 if box.x1 > self.x1 else self.x1
        self.top = box.top if box.top < self.top else self.top
        self.bottom = box.bottom if box.bottom > self.bottom else self.bottom

    def steady(self) -> None:
        """Take top and bottom from the middle word, if some reach into other lines as specks and seals do."""
        usual = median_low([word.box.bottom - word.box.top for word in self.words])
        if self.height > _UNSTEADY * usual:
            self.top = median_low([word.box.top for word in self.words])
            self.bottom = median_low([word.box.bottom for word in self.words])

    def cut(self, index: int) -> Piece:
        """Cut the words from `index` on off; return them as a piece of their own."""
        rest = Piece(self.words[index])
        for word in self.words[index + 1 :]:
            rest.add(word)
        rest.font, rest.bold, rest.italic = self.font, self.bold, self.italic
        del self.words[index:]
        self._text = None
        self.x1 = max(word.box.x1 for word in self.words)
        return rest

    @property
    def text(self) -> str:
        """The words, one space between."""
        if self._text is None:
            self._text = " ".join([word.text for word in self.words])
        return self._text

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    @property
    def centre(self) -> float:
        """Middle from left to right, in points."""
        return (self.x0 + self.x1) / 2

    @property
    def middle(self) -> float:
        """Middle from top to bottom, in points."""
        return (self.top + self.bottom) / 2

    @property
    def box(self) -> Box:
        """The piece's box."""
        return Box(self.x0, self.top, self.x1, self.bottom)


class Row:
    """Pieces side by side, from left to right.

    `height` is that of the usual word; `level` the mean middle of the words from top to bottom, which is steadier from
    line to line than their tops and bottoms are (measured on 521 lines of scans: 0.4 pt astray, the bottoms 1.6 pt).
    """

    __slots__ = ("bottom", "height", "level", "pieces", "top", "x0", "x1")

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces = list(pieces)
        if len(self.pieces) > 1:
            self.pieces.sort(key=lambda piece: piece.x0)
        self.x0 = self.pieces[0].x0
        self.x1 = max([piece.x1 for piece in self.pieces])
        self.top = min([piece.top for piece in self.pieces])
        self.bottom = max([piece.bottom for piece in self.pieces])
        widest = self.pieces[0] if len(self.pieces) == 1 else max(self.pieces, key=lambda piece: piece.x1 - piece.x0)
        # The usual word's height: that of the row grows with the accents of its capitals.
        self.height = median_low([word.box.bottom - word.box.top for word in widest.words])
        self.level = sum([word.box.top + word.box.bottom for word in widest.words]) / (2 * len(widest.words))

    @property
    def words(self) -> tuple[Word, ...]:
        """All words, from left to right."""
        return tuple([word for piece in self.pieces for word in piece.words])

    @property
    def text(self) -> str:
        """The words, one space between."""
        pieces = self.pieces
        return pieces[0].text if len(pieces) == 1 else " ".join([piece.text for piece in pieces])

    @property
    def centre(self) -> float:
        """Middle from left to right, in points."""
        return (self.x0 + self.x1) / 2

    @property
    def box(self) -> Box:
        """The row's box."""
        return Box(self.x0, self.top, self.x1, self.bottom)


def gather(words: Sequence[Word]) -> list[Piece]:
    """Return the pieces of printed lines that the words make up; the words may come in any order."""
    open_pieces: dict[int, list[Piece]] = {}
    pieces: list[Piece] = []
    tallest = LARGE * median_low([word.box.bottom - word.box.top for word in words]) if words else 0.0
    for word in sorted(words, key=lambda word: word.box.x0):
        box = word.box
        if box.bottom - box.top > tallest:
            pieces.append(Piece(word))
            continue
        band = int((box.top + box.bottom) / 2 / _BUCKET)
        piece = _before(box, (open_pieces.get(band - 1), open_pieces.get(band), open_pieces.get(band + 1)))
        if piece is None:
            piece = Piece(word)
            pieces.append(piece)
        else:
            piece.add(word)
            last = piece.words[-2].box
            band_before = int((last.top + last.bottom) / 2 / _BUCKET)
            if band_before == band:
                continue
            open_pieces[band_before].remove(piece)
        open_pieces.setdefault(band, []).append(piece)
    for piece in pieces:
        if piece.height > _UNSTEADY * (piece.words[0].box.bottom - piece.words[0].box.top):
            piece.steady()
    return pieces


def _before(box: Box, bands: Iterable[list[Piece] | None]) -> Piece | None:
    """Return the piece that a word with this box goes on with: near to the left and at the same height."""
    best: Piece | None = None
    most = 0.5
    top, bottom, x0 = box.top, box.bottom, box.x0
    height = bottom - top
    for pieces in bands:
        for piece in pieces or ():
            last = piece.words[-1].box
            other = last.bottom - last.top
            gap = x0 - piece.x1
            taller = other if other > height else height
            if gap > _WIDE_GAP * taller or gap < -0.5 * taller:
                continue
            low = last.bottom if last.bottom < bottom else bottom
            high = last.top if last.top > top else top
            shorter = other if other < height else height
            share = (low - high) / shorter if shorter > 0 else 0.0
            if share >= most:
                best, most = piece, share
    return best


def side_by_side(a: Piece, b: Piece, share: float = 0.5) -> bool:
    """Tell whether two pieces overlap from top to bottom by that share of the lower one, and not from left to right."""
    return overlap(a, b) >= share and apart(a, b)


def overlap(a: Piece, b: Piece) -> float:
    """Return how much two pieces overlap from top to bottom, as a share of the lower one's height."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared / max(min(a.bottom - a.top, b.bottom - b.top), 0.1)


def apart(a: Piece, b: Piece) -> bool:
    """Tell whether two pieces stand apart from left to right, but for what a handwritten day reaches into the other."""
    reach = max(1.0, _REACH * min(a.x1 - a.x0, b.x1 - b.x0))
    return a.x1 <= b.x0 + reach or b.x1 <= a.x0 + reach


def in_rows(pieces: Iterable[Piece]) -> list[Row]:
    """Return the rows from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.top + piece.bottom):
        best: list[Piece] | None = None
        most = 0.5
        for row in rows[-3:]:
            share = overlap(max(row, key=lambda one: one.x1 - one.x0) if len(row) > 1 else row[0], piece)
            if share >= most and all(apart(one, piece) for one in row):
                best, most = row, share
        if best is None:
            rows.append([piece])
        else:
            best.append(piece)
    return sorted((Row(row) for row in rows), key=lambda row: row.top + row.bottom)
