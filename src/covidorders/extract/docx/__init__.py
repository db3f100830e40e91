"""DOCX: python-docx opens the package, the text comes from its XML.

python-docx alone gives neither list markers, text boxes nor tracked changes in the accepted view, so the stories are
walked here: `package` opens, `styles` and `numbering` explain, `runs` and `story` read, `counting` gives the markers.
"""

from __future__ import annotations

from covidorders.errors import DamagedFileError, EmptyFileError
from covidorders.extract.docx.furniture import read_margin, read_notes
from covidorders.extract.docx.numbering import Numbering
from covidorders.extract.docx.package import Package, open_package
from covidorders.extract.docx.story import Story
from covidorders.extract.docx.styles import Styles
from covidorders.extract.grids import lay_out
from covidorders.layout import Block, Extracted, ExtractOptions, Page, RawFile
from covidorders.model import Furniture

__all__ = ["extract"]


def extract(raw: RawFile, options: ExtractOptions) -> Extracted:
    """Return the lines and tables of a DOCX as one page without a size.

    Raises DamagedFileError, LimitExceededError, and EmptyFileError if the document holds no text.
    """
    package = open_package(raw, options)
    try:
        blocks, furniture = _read(package)
    except RecursionError as error:
        raise DamagedFileError(f"{raw.path.name} nests its parts too deeply to be a notice.") from error
    if not blocks:
        what = (
            "only pictures. Export it as PDF and give that, so that its pages can be recognised."
            if (package.has_pictures)
            else "no text. Check that it is the right file."
        )
        raise EmptyFileError(f"{raw.path.name} holds {what}")
    return Extracted(extraction="docx", pages=(Page(1, tuple(blocks)),), furniture=tuple(furniture))


def _read(package: Package) -> tuple[list[Block], list[Furniture]]:
    styles = Styles(package.styles)
    numbering = Numbering(package.numbering, styles)
    furniture: list[Furniture] = []
    heads = []
    for part in (*package.headers, *package.footers):
        head, kept = read_margin(part, styles, numbering)
        heads += head
        furniture += [item for item in kept if item not in furniture]
    story = Story(styles, numbering, package.body, package.chunks)
    blocks = lay_out([*heads, *story.blocks(package.body)])
    furniture += [Furniture(kind="note", text=line, page=1) for line in story.contents]
    furniture += read_notes(package.footnotes, styles, numbering)
    return blocks, furniture
