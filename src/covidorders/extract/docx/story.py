"""Walks a story (body, text box, header, footnote): paragraphs with their list markers, tables, content controls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from covidorders.extract.containers import ZIP_MAGIC
from covidorders.extract.docx.counting import Counters, Marker
from covidorders.extract.docx.numbering import Numbering
from covidorders.extract.docx.ooxml import ALTERNATE, Element, chosen, is_on, relation, value, w
from covidorders.extract.docx.runs import Anchored, RunReader
from covidorders.extract.docx.styles import Styles
from covidorders.extract.docx.tables import is_ruled, rows
from covidorders.extract.drafts import Draft, Grid, GridCell, Run, paragraph, tidy

_PARAGRAPH, _TABLE, _CONTROL, _CHUNK = w("p"), w("tbl"), w("sdt"), w("altChunk")
_WRAPPERS = frozenset(w(name) for name in ("sdtContent", "customXml", "ins", "moveTo"))
_CLOSING = ".,;:)/]"


@dataclass(slots=True)
class Story:
    """Reads one story.

    `chunks` are HTML texts that it takes in, by relation id; `contents` collects the lines of a table of contents,
    which is no part of the text.
    """

    styles: Styles
    numbering: Numbering
    part: Element
    chunks: Mapping[str, bytes] = field(default_factory=dict)
    contents: list[str] = field(default_factory=list)
    _reader: RunReader = field(init=False)
    _counters: Counters = field(init=False)
    _held: list[Run] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._reader = RunReader(self.styles, self.part)
        self._counters = Counters(self.numbering)

    def blocks(self, parent: Element) -> list[Draft | Grid]:
        """Return the paragraphs and tables of `parent` in document order."""
        blocks = list(self._walk(parent))
        if self._held:  # a joined paragraph at the very end of the story
            blocks += paragraph(self._held)
            self._held = []
        return blocks

    def _walk(self, parent: Element) -> Iterator[Draft | Grid]:
        for child in parent:
            if child.tag == _PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == _TABLE:
                yield self._grid(child)
            elif child.tag == _CONTROL:
                yield from self._control(child)
            elif child.tag in _WRAPPERS:
                yield from self._walk(child)
            elif child.tag == _CHUNK:
                yield from self._chunk(child)
            elif child.tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    yield from self._walk(branch)

    def _chunk(self, element: Element) -> list[Draft | Grid]:
        """Programs that make DOCX out of HTML put the page into the package as it is (§17.17.2.1)."""
        data = self.chunks.get(relation(element))
        if not data or data.startswith(ZIP_MAGIC):
            return []
        from covidorders.extract.html import embedded  # late: hardly any document needs it

        return embedded(data)

    def _control(self, control: Element) -> Iterator[Draft | Grid]:
        gallery = control.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
        for content in control.findall(w("sdtContent")):
            if value(gallery) == "Table of Contents":
                lines = (block.text for block in self._walk(content) if isinstance(block, Draft))
                self.contents += [text for line in lines if (text := tidy(line))]
            else:
                yield from self._walk(content)

    def _paragraph(self, element: Element) -> Iterator[Draft | Grid]:
        properties = element.find(w("pPr"))
        runs, anchored = self._reader.read(element)
        if _joins_next(properties):
            if "".join(run.text for run in runs).strip():
                marker = None if _mark_deleted(properties) else self._marker(properties)
                runs = _marked(runs, marker)
            self._held += runs
            yield from self._anchored(anchored)
            return
        style = self.styles.of_paragraph(properties)
        if self.styles.name(style).startswith("toc "):
            self.contents += [text for text in [tidy("".join(run.text for run in runs))] if text]
            return
        marker = self._marker(properties) if not _is_section_mark(properties, runs) else None
        runs, self._held = [*self._held, *_marked(runs, marker)], []
        yield from paragraph(runs, centred=self.styles.centred(properties))
        yield from self._anchored(anchored)

    def _marker(self, properties: Element | None) -> Marker | None:
        numbered = self.styles.numbered_by(properties)
        return None if numbered is None else self._counters.marker(numbered)

    def _anchored(self, anchored: list[Anchored]) -> Iterator[Draft | Grid]:
        """A text box follows the paragraph it hangs on; its lists count by themselves."""
        for hung in anchored:
            if hung.box is None:
                yield from paragraph([Run(hung.words)], centred=True)
            else:
                inner = Story(self.styles, self.numbering, hung.box)
                yield from inner.blocks(hung.box)

    def _grid(self, table: Element) -> Grid:
        lines = []
        for row in rows(table):
            cells = []
            for cell in row:
                blocks = () if cell.merged_up else tuple(self.blocks(cell.element))
                cells.append(GridCell(cell.column, cell.span, blocks, cell.merged_up))
            lines.append(tuple(cells))
        return Grid(tuple(lines), is_ruled(table, self.styles))


def _marked(runs: list[Run], marker: Marker | None) -> list[Run]:
    """Put the marker before the text. A paragraph without text prints only a marker: it is counted, and left out."""
    text = "".join(run.text for run in runs).strip()
    if marker is None or not text:
        return runs
    between = "" if marker.glued and text[0] in _CLOSING else " "
    first = runs[0]
    return [Run(marker.text + between, marker.font or first.font, first.bold, first.italic), *runs]


def _mark_deleted(properties: Element | None) -> bool:
    """Tell whether the paragraph mark is deleted (or moved away) by a tracked change."""
    mark = None if properties is None else properties.find(w("rPr"))
    return mark is not None and (mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None)


def _joins_next(properties: Element | None) -> bool:
    """A deleted paragraph mark, or a hidden one that separates styles, joins the paragraph to the next (17.3.1.29)."""
    if _mark_deleted(properties):
        return True
    mark = None if properties is None else properties.find(w("rPr"))
    return mark is not None and is_on(mark.find(w("specVanish"))) and is_on(mark.find(w("vanish")))


def _is_section_mark(properties: Element | None, runs: list[Run]) -> bool:
    """A paragraph that only ends a section is not counted, whatever its style says."""
    return properties is not None and properties.find(w("sectPr")) is not None and not runs
