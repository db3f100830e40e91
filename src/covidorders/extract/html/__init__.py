"""HTML, saved pages of law portals, Word's own HTML, MHTML: selectolax parses, the blocks are walked here.

`charset` decodes, `container` finds the document among the portal's menus, `flow` reads paragraphs, `lists` counts
list items, `tables` turns tables into grids.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from covidorders.errors import DamagedFileError, EmptyFileError
from covidorders.extract.drafts import Draft, Grid
from covidorders.extract.grids import lay_out
from covidorders.extract.html.charset import decode
from covidorders.extract.html.container import document_of
from covidorders.extract.html.flow import read_flow
from covidorders.layout import Extracted, ExtractOptions, Page, RawFile

__all__ = ["embedded", "extract"]


def extract(raw: RawFile, options: ExtractOptions) -> Extracted:
    """Return the lines and tables of an HTML document as one page without a size.

    Raises EmptyFileError if nothing in it is printed, DamagedFileError if it nests too deeply.
    """
    del options
    text, encoding = decode(raw.data)
    try:
        flow = read_flow(document_of(LexborHTMLParser(text)))
        blocks = lay_out(flow.blocks)
    except RecursionError as error:
        raise DamagedFileError(f"{raw.path.name} nests its elements too deeply to be a notice.") from error
    if not blocks:
        raise EmptyFileError(
            f"{raw.path.name} is a page without text of its own. "
            "Portals often load the text later: open it in a browser, wait, and save it again."
        )
    return Extracted(extraction="html", pages=(Page(1, tuple(blocks)),), furniture=tuple(flow.notes), encoding=encoding)


def embedded(data: bytes) -> list[Draft | Grid]:
    """Return the blocks of an HTML or MHTML text that stands inside another document (`w:altChunk` of a DOCX)."""
    text, _ = decode(data)
    return read_flow(document_of(LexborHTMLParser(text))).blocks
