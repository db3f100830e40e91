"""The visible letters of a paragraph, run by run, in the accepted view of tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from covidorders.extract.docx.ooxml import (
    ALTERNATE,
    MATH,
    MATH_TEXT,
    TEXT_PATH,
    Element,
    chosen,
    value,
    w,
)
from covidorders.extract.docx.styles import Appearance, Styles
from covidorders.extract.drafts import Run
from covidorders.extract.glyphs import readable, symbol

# Wrappers whose content is printed. Deleted text (w:del, w:moveFrom) is not among them, insertions are.
_WRAPPERS = frozenset(
    w(name)
    for name in (
        *("ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml", "sdt", "sdtContent", "dir", "bdo"),
        *("ruby", "rubyBase"),
    )
)
_LETTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    # In TCVN3 this code is the letter ư, so it has to reach the normaliser, which knows the encoding.
    w("softHyphen"): "\u00ad",
}
_RUN, _TEXT, _SYMBOL, _FIELD = w("r"), w("t"), w("sym"), w("fldChar")
_PICTURES = frozenset(w(name) for name in ("drawing", "pict", "object"))
_BOX = w("txbxContent")


@dataclass(frozen=True, slots=True)
class Anchored:
    """What hangs on a paragraph: a text box (an element with paragraphs) or the words of a WordArt picture."""

    box: Element | None
    words: str = ""


@dataclass(slots=True)
class RunReader:
    """Reads the paragraphs of one part in order; fields may reach over several paragraphs."""

    styles: Styles
    part: Element
    _fields: list[bool] = field(default_factory=list)
    _fields_close: bool = True

    def __post_init__(self) -> None:
        kinds = [value(mark, "fldCharType") for mark in self.part.iter(_FIELD)]
        # An unclosed field would swallow the rest of the document: then its codes alone are left out.
        self._fields_close = kinds.count("begin") == kinds.count("end")

    def read(self, paragraph: Element) -> tuple[list[Run], list[Anchored]]:
        """Return the runs of a `w:p` and what is anchored in it, hidden and deleted text left out."""
        style = self.styles.of_paragraph(paragraph.find(w("pPr")))
        runs: list[Run] = []
        anchored: list[Anchored] = []
        for element in _inline(paragraph):
            if element.tag == _RUN:
                self._read_run(element, style, runs, anchored)
            else:  # a formula: its letters, without their arrangement
                text = "".join(found.text or "" for found in element.iter(MATH_TEXT))
                runs.append(Run(text))
        return runs, anchored

    def _read_run(self, run: Element, style: str | None, runs: list[Run], anchored: list[Anchored]) -> None:
        look = self.styles.appearance(run.find(w("rPr")), style)
        letters = []
        for child in _opened(run):
            if child.tag == _FIELD:
                self._turn(value(child, "fldCharType"))
            elif child.tag in _PICTURES:
                anchored.extend(_anchors(child))
            elif self._in_result():
                letters.append(_letters(child, look))
        text = "".join(letters)
        if text and not look.hidden:
            runs.append(Run(_cased(text, look), look.font, look.bold, look.italic))

    def _turn(self, mark: str | None) -> None:
        if not self._fields_close:
            return
        if mark == "begin":
            self._fields.append(False)
        elif mark == "separate" and self._fields:
            self._fields[-1] = True
        elif mark == "end" and self._fields:
            self._fields.pop()

    def _in_result(self) -> bool:
        return all(self._fields)


def _inline(parent: Element) -> Iterator[Element]:
    """Yield the runs and formulas of a paragraph, through all wrappers that are printed."""
    for child in parent:
        if child.tag == _RUN or child.tag in MATH:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inline(child)
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _inline(branch)


def _opened(run: Element) -> Iterator[Element]:
    """Yield the children of a run, of `mc:AlternateContent` those of the one branch to read."""
    for child in run:
        if child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _opened(branch)
        else:
            yield child


def _letters(child: Element, look: Appearance) -> str:
    if child.tag == _TEXT:
        return readable(child.text or "", look.font)
    if child.tag == _SYMBOL:
        try:
            return symbol(int(value(child, "char") or "", 16), value(child, "font"))
        except ValueError:
            return ""
    return _LETTERS.get(child.tag, "")


def _cased(text: str, look: Appearance) -> str:
    """`w:caps` prints capitals; letters of legacy fonts are codes and must not be turned."""
    legacy = look.font is not None and look.font.lower().startswith((".vn", "vni"))
    return text.upper() if look.capitals and not legacy else text


def _anchors(picture: Element) -> Iterator[Anchored]:
    """Yield the outermost text boxes of a picture and the words of WordArt, each once."""
    for child in picture:
        if child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _anchors(branch)
        elif child.tag == _BOX:
            yield Anchored(child)
        else:
            words = child.get("string") if child.tag == TEXT_PATH else None
            if words:
                yield Anchored(None, words)
            yield from _anchors(child)
