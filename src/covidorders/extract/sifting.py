"""Furniture of recognised pages: what OCR read of page numbers and stamps is taken out of the text."""

from __future__ import annotations

from dataclasses import replace

from covidorders.extract.arrange import compose, cut_at_anchors, gather, in_rows, survey
from covidorders.extract.furniture import sift
from covidorders.layout import Line, Page
from covidorders.model import Furniture


def sift_page(page: Page) -> tuple[Page, list[Furniture]]:
    """Return the page without its furniture, and the furniture.

    A page with tables or without furniture comes back as it is; any other is laid out anew from the words that remain.
    """
    lines = [block for block in page.blocks if isinstance(block, Line)]
    if len(lines) < len(page.blocks) or page.width is None or page.height is None:
        return page, []
    pieces, found = sift(gather([word for line in lines for word in line.words]), page.height, page.number)
    if not found:
        return page, []
    blocks = compose(survey(in_rows(cut_at_anchors(pieces)), (), page.width))
    return replace(page, blocks=blocks), found
