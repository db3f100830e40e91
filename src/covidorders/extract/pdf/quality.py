"""Whether a page's text layer can be trusted, or the page must be recognised.

Measured with `python -m covidorders.extract.pdf.quality FILE…` on 17 digital files (90 pages) and 3 scans with a hidden
layer in a wrong language (10 pages): the share of words with a letter outside ASCII is 0.66 and more where the layer is
right, 0.53 and more in legacy encodings (TCVN3), 0.32 and less in the wrong layers; the border is in the middle.
"""

from __future__ import annotations

import re
import sys

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 8
"""Fewer words tell nothing about the language."""
_MARKED = 0.43
"""Share of words with a letter outside ASCII from which a layer is Vietnamese (or a legacy encoding of it)."""
_UNREADABLE = 0.2
"""Share of letters without a Unicode value from which a digital layer is no text."""
_PRIVATE = re.compile("[\0\ufffd\ue000-\uf8ff]")


def marked_share(text: str) -> float:
    """Return the share (0..1) of words that have a letter outside ASCII: tone marks, đ, ư, or their legacy codes."""
    words = _WORD.findall(text)
    return sum(not word.isascii() for word in words) / len(words) if words else 0.0


def usable(text: str) -> bool:
    """Tell whether a text layer over an image is the page's text: Vietnamese with its marks, and not just a stamp."""
    words = _WORD.findall(text)
    return len(words) >= _FEWEST_WORDS and sum(not word.isascii() for word in words) >= _MARKED * len(words)


def readable(text: str) -> bool:
    """Tell whether the letters of a digital page have Unicode values; broken fonts leave none."""
    letters = len(text) - text.count(" ")
    return letters > 0 and len(_PRIVATE.findall(text)) <= _UNREADABLE * letters


def main(paths: list[str]) -> None:
    """Print number of words, marked share and verdict of every page of some PDF files."""
    from pypdfium2 import PdfDocument

    for path in paths:
        for number, page in enumerate(PdfDocument(path), 1):
            text = page.get_textpage().get_text_bounded()
            words = len(_WORD.findall(text))
            print(f"{path}\t{number}\t{words}\t{marked_share(text):.2f}\t{'usable' if usable(text) else 'not usable'}")


if __name__ == "__main__":
    main(sys.argv[1:])
