"""A signer's name that stands only in the picture of a digital signature: that picture alone is recognised.

Of digitally signed files some have a post and nothing under it in the text: signature and name are one picture in the
appearance of a signature widget. Such a picture is read at its own resolution, and the name put where it stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from covidorders.errors import MissingProgramError
from covidorders.extract.arrange import gather, in_rows
from covidorders.extract.arrange.pieces import Piece
from covidorders.extract.pdf.chars import place_on
from covidorders.extract.pdf.drafts import Draft
from covidorders.extract.pdf.drawing import Picture, read_pictures
from covidorders.extract.pdf.overlays import draw_in
from covidorders.extract.pdf.recognition import draw
from covidorders.grammar.marks import is_capitals, is_position
from covidorders.grammar.names import person
from covidorders.layout import Box, ExtractOptions, Line, Word

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_RIGHT = 0.45
"""A signature block stands right of this share of the page."""
_NEAR = 120.0
"""Points between the post and the picture under it at most: six to eight lines are left for the signature."""
_WIDEST = 0.6
"""Share of the page's width from which a picture is no signature."""
_DPI = (150.0, 300.0)
"""Resolution at least and at most; between them that of the picture, which letters made larger do not better."""


def with_names(
    document: PdfDocument, drafts: Sequence[Draft], recognised: Collection[int], options: ExtractOptions
) -> list[Draft]:
    """Return the pages, names of signers added that only a picture shows; `recognised` are read as a whole already.

    Pages without a post that lacks its name, or without a picture under it, cost nothing. Where OCR is off or not
    there, all stays as it is: the notice then has no signer's name, and says so.
    """
    if options.ocr == "off":
        return list(drafts)
    return [
        draft if draft.lacking is not None or draft.number in recognised else _with_name(document, draft)
        for draft in drafts
    ]


def _with_name(document: PdfDocument, draft: Draft) -> Draft:
    pieces = [piece for row in draft.rows for piece in row.pieces]
    post = _nameless_post(pieces, draft.width)
    if post is None:
        return draft
    for words in _read_under(document, draft, post, pieces):
        return replace(draft, rows=tuple(in_rows([*pieces, *gather(words)])))
    return draft


def _nameless_post(pieces: Sequence[Piece], width: float) -> Piece | None:
    """Return the last post of a signature block, if no name stands below it."""
    right = [piece for piece in pieces if piece.centre > _RIGHT * width]
    posts = [piece for piece in right if is_capitals(piece.text) and is_position(piece.text)]
    if not posts:
        return None
    post = max(posts, key=lambda piece: piece.bottom)
    below = [piece for piece in right if piece.top >= post.middle and piece is not post]
    return None if any(person(piece.text, known_family=False) for piece in below) else post


def _read_under(document: PdfDocument, draft: Draft, post: Piece, pieces: Sequence[Piece]) -> Iterator[list[Word]]:
    """Yield the words of the names in the pictures under the post."""
    page = document[draft.number - 1]
    try:
        draw_in(page)
        page.close()
        page = document[draft.number - 1]
        for picture in read_pictures(page.raw, place_on(page)):
            box = picture.box
            if _is_under(box, post, draft.width) and not any(_between(piece, post, box) for piece in pieces):
                yield from _names(page, draft, picture)
    except (ImportError, MissingProgramError):
        return
    finally:
        page.close()


def _is_under(box: Box, post: Piece, width: float) -> bool:
    across = min(box.x1, post.x1) - max(box.x0, post.x0)
    return (
        across > 0
        and box.bottom > post.bottom
        and post.top - post.height < box.top < post.bottom + _NEAR
        and box.x1 - box.x0 < _WIDEST * width
    )


def _between(piece: Piece, post: Piece, box: Box) -> bool:
    """Tell whether a text stands under the post and not below the picture: the place of the signature is not free."""
    return piece is not post and post.bottom < piece.middle < box.bottom and piece.x0 < post.x1 and piece.x1 > post.x0


def _names(page: PdfPage, draft: Draft, picture: Picture) -> Iterator[list[Word]]:
    from covidorders.extract.ocr.page import PageImage, read_page
    from covidorders.extract.ocr.placement import restore
    from covidorders.extract.ocr.tesseract import shared_engine

    dpi = min(max(picture.dpi or _DPI[1], _DPI[0]), _DPI[1])
    box = _on_page(picture.box, draft)
    read = read_page(PageImage(draft.number, draw(page, dpi, box), dpi), shared_engine())
    for line in reversed(restore(read.page, read.placement).blocks):
        if isinstance(line, Line) and (name := _name(line.words)):
            yield [_moved(word, box) for word in name]


def _name(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words at the end of a line that are a name; before it may stand what the signature was read as."""
    for start in range(len(words) - 1):
        if person(" ".join(word.text for word in words[start:])):
            return words[start:]
    return ()


def _on_page(box: Box, draft: Draft) -> Box:
    return Box(max(box.x0, 0.0), max(box.top, 0.0), min(box.x1, draft.width), min(box.bottom, draft.height))


def _moved(word: Word, corner: Box) -> Word:
    box = word.box
    x, y = corner.x0, corner.top
    return replace(word, box=Box(box.x0 + x, box.top + y, box.x1 + x, box.bottom + y))
