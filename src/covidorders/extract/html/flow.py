"""Reads an element as a browser lays it out: paragraphs, list items, tables, footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborNode

from covidorders.extract.drafts import Draft, Grid, Run, paragraph, tidy
from covidorders.extract.glyphs import bullet
from covidorders.extract.html.lists import ListState, open_list
from covidorders.extract.html.style import Look, declarations, indent, inherit, is_hidden
from covidorders.extract.html.tables import read_table
from covidorders.grammar.items import starts_item
from covidorders.model import Furniture
from covidorders.model.source import FurnitureKind

_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("html", "legend", "li", "main", "p", "pre", "section", "summary", "tbody", "td", "th", "thead", "tr"),
    }
)
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_SILENT = frozenset(
    {
        *(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "meta",
            "link",
            "iframe",
            "object",
            "embed",
            "svg",
        ),
        *("canvas", "video", "audio", "map", "select", "textarea", "button", "input", "datalist"),
    }
)
# A browser shows any run of blanks as one. Long runs within a line are kept all the same: converters leave there the
# blanks with which a letterhead was typed in two columns (`covidorders.extract.strips`).
_BLANKS = re.compile(r"[ \t]*[\n\r\f][ \t\n\r\f]*|(?<![ \t])[ \t]{1,3}(?![ \t])")
_NOTE_MARK = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}|[*†‡]{1,3}|[ivx]{1,5})\s*[\])]?\s*")
_BRACKETED = re.compile(r"\s*\[\s*(?:\d{1,3}|\*{1,3})\s*\]\s*")
_NOTE_ID = re.compile(r"_?(?:ftn|edn|fn|footnote)[-_]?\d+", re.IGNORECASE)
_COLUMN_INDENT = 30.0
_SYMBOLS = frozenset({"symbol", "wingdings", "webdings", "wingdings 2", "courier new"})


@dataclass(slots=True)
class Flow:
    """What was read so far, and the paragraph that is being read."""

    blocks: list[Draft | Grid] = field(default_factory=list)
    notes: list[Furniture] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _marker: str = ""
    _lists: list[ListState] = field(default_factory=list)

    def read(self, node: LexborNode, look: Look) -> None:
        """Read the content of `node`."""
        for child in node.iter(include_text=True):
            if child.is_text_node:
                self._write(child.text_content or "", look)
            elif child.is_element_node:
                self._element(child, look)

    def _element(self, node: LexborNode, look: Look) -> None:
        tag = node.tag or ""
        if tag in _SILENT or is_hidden(node) or _is_note_mark(node):
            return
        side = (node.attributes.get("title") or "").lower()
        if tag == "br":
            self._runs.append(Run("\n"))
        elif tag == "div" and side in {"header", "footer"}:  # LibreOffice's HTML
            self._apart(node, look, "running-head")
        elif _is_note(node):
            self._apart(node, look, "footnote")
        elif tag == "table":
            self._table(node, inherit(look, node))
        elif tag in _LISTS:
            self._list(node, inherit(look, node))
        elif tag in _BLOCKS:
            inner = inherit(look, node)
            self.end_paragraph(look)
            self.read(node, inner)
            self.end_paragraph(inner)
        else:
            self._inline(node, inherit(look, node))

    def _inline(self, node: LexborNode, look: Look) -> None:
        style = (node.attributes.get("style") or "").lower()
        if "mso-list:" in style and "ignore" in style:  # Word's HTML writes the marker out
            text = tidy((node.text() or "").replace("\u00a0", " "))
            font = _symbol_font(node) or look.font
            symbol = (font or "").lower() in _SYMBOLS
            self._write((bullet(text, font) if symbol else text) + " ", look)
            return
        if self._runs and indent(node) >= _COLUMN_INDENT:
            self._runs.append(Run("\t"))
        self.read(node, replace(look, centred=look.centred))

    def _write(self, text: str, look: Look) -> None:
        if not look.verbatim:
            text = _BLANKS.sub(" ", text)
        if text:
            self._runs.append(Run(text.upper() if look.capitals else text, look.font, look.bold, look.italic))

    def end_paragraph(self, look: Look) -> None:
        """Close the paragraph that is being read."""
        runs, self._runs = self._runs, []
        text = "".join(run.text for run in runs).strip()
        if not text:
            return
        if self._marker:
            # Pages often type the label although they use a list element.
            if not starts_item(text):
                runs = [Run(self._marker + " ", runs[0].font, runs[0].bold, runs[0].italic), *_without_lead(runs)]
            self._marker = ""
        self.blocks += paragraph(runs, centred=look.centred)

    def _list(self, node: LexborNode, look: Look) -> None:
        self.end_paragraph(look)
        depth = sum(not state.ordered for state in self._lists)
        state = open_list(node, depth)
        self._lists.append(state)
        for child in node.iter(include_text=True):
            if child.is_element_node and child.tag == "li" and not is_hidden(child):
                self._marker = state.marker(child)
                inner = inherit(look, child)
                self.read(child, inner)
                self.end_paragraph(inner)
                self._marker = ""
            elif child.is_element_node:
                self._element(child, look)
        self._lists.pop()

    def _table(self, node: LexborNode, look: Look) -> None:
        self.end_paragraph(look)
        for child in node.iter():
            if child.tag == "caption":
                self._element(child, look)

        def read_cell(cell: LexborNode) -> tuple[Draft | Grid, ...]:
            if is_hidden(cell):
                return ()
            inner = Flow(notes=self.notes)
            cell_look = inherit(look, cell)
            inner.read(cell, cell_look)
            inner.end_paragraph(cell_look)
            return tuple(inner.blocks)

        self.blocks.append(read_table(node, read_cell))

    def _apart(self, node: LexborNode, look: Look, kind: FurnitureKind) -> None:
        """Keep a footnote, header or footer out of the text."""
        self.end_paragraph(look)
        inner = Flow(notes=self.notes)
        inner.read(node, look)
        inner.end_paragraph(look)
        text = " ".join(tidy(block.text) for block in inner.blocks if isinstance(block, Draft)).strip()
        if text:
            is_number = kind == "running-head" and text.strip("-–— ").isdecimal()
            self.notes.append(Furniture(kind="page-number" if is_number else kind, text=text, page=1))


def read_flow(document: LexborNode) -> Flow:
    """Return everything that `document` prints."""
    flow = Flow()
    flow.read(document, Look())
    flow.end_paragraph(Look())
    return flow


def _without_lead(runs: list[Run]) -> list[Run]:
    """Take the blanks off the front, so that a marker is followed by one blank only."""
    kept = list(runs)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    return kept


def _symbol_font(node: LexborNode) -> str | None:
    for found in (node, *node.css("span")):
        family = declarations(found).get("font-family", "")
        if family.split(",")[0].strip(" '\"").lower() in _SYMBOLS:
            return family.split(",")[0].strip(" '\"")
    return None


def _is_note_mark(node: LexborNode) -> bool:
    """A footnote's mark: a bracketed number set high, or a number that links within the page."""
    if node.tag == "sup":
        text = node.text() or ""
        link = node.css_first("a")
        return bool(_BRACKETED.fullmatch(text)) or (link is not None and bool(_NOTE_MARK.fullmatch(text)))
    if node.tag == "a" and (node.attributes.get("href") or "").startswith("#"):
        return bool(_NOTE_MARK.fullmatch(node.text() or "")) and bool((node.text() or "").strip())
    return False


def _is_note(node: LexborNode) -> bool:
    """A footnote's text: Word marks it with `mso-element:footnote` or an id such as `ftn1`."""
    if "mso-element:footnote" in (node.attributes.get("style") or "").replace(" ", "").lower():
        return "mso-element:footnote-list" not in (node.attributes.get("style") or "").replace(" ", "").lower()
    if "MsoFootnoteText" in (node.attributes.get("class") or ""):
        return True
    return node.tag in {"div", "li", "p"} and bool(_NOTE_ID.fullmatch(node.attributes.get("id") or ""))
