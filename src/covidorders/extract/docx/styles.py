"""What a style gives to a paragraph and its runs (ECMA-376 Part 1 §17.7: direct, then styles, then the defaults)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from covidorders.extract.docx.ooxml import Element, is_on, number, value, w

_DEEPEST = 30
"""Word stops at ten styles based on each other; a circle of them must not hang us."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """How a run looks, as far as it matters here."""

    font: str | None = None
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class NumberedBy:
    """The list a paragraph belongs to; `style` is the style that says so, None if the paragraph itself does."""

    num_id: int
    level: int | None
    style: str | None


class Styles:
    """The styles part of a document; works without one too."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall(w("style"))
        self._by_id = {style.get(w("styleId")): style for style in styles}
        self._default = next(
            (
                style.get(w("styleId"))
                for style in styles
                if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}
            ),
            None,
        )
        defaults = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self._run_defaults = () if defaults is None else (defaults,)
        self._chain = lru_cache(maxsize=None)(self._find_chain)

    def _find_chain(self, style_id: str | None) -> tuple[Element, ...]:
        chain: list[Element] = []
        while style_id is not None and len(chain) < _DEEPEST:
            style = self._by_id.get(style_id)
            if style is None:
                break
            chain.append(style)
            style_id = value(style.find(w("basedOn")))
        return tuple(chain)

    def of_paragraph(self, properties: Element | None) -> str | None:
        """Return the id of the paragraph's style, the default one if it names none."""
        named = None if properties is None else value(properties.find(w("pStyle")))
        return named if named in self._by_id else self._default

    def name(self, style_id: str | None) -> str:
        """Return a style's name in lower case ("toc 1"); it does not change with Word's language as the id does."""
        style = self._by_id.get(style_id) if style_id else None
        return (value(style.find(w("name"))) or "").lower() if style is not None else ""

    def centred(self, properties: Element | None) -> bool:
        """Tell whether a paragraph is centred."""
        found = None if properties is None else properties.find(w("jc"))
        if found is None:
            for style in self._chain(self.of_paragraph(properties)):
                found = style.find(f"{w('pPr')}/{w('jc')}")
                if found is not None:
                    break
        return value(found) == "center"

    def numbered_by(self, properties: Element | None) -> NumberedBy | None:
        """Return the list of a paragraph: its own `numPr`, each missing half of it from its style (§17.9.18).

        `numId` 0 takes the paragraph out of the list that its style puts it in.
        """
        own = None if properties is None else properties.find(w("numPr"))
        num_id = None if own is None else number(own.find(w("numId")))
        level = None if own is None else number(own.find(w("ilvl")))
        from_style: str | None = None
        if num_id is None:
            for style in self._chain(self.of_paragraph(properties)):
                inherited = style.find(f"{w('pPr')}/{w('numPr')}")
                if inherited is None:
                    continue
                if level is None:
                    level = number(inherited.find(w("ilvl")))
                num_id = number(inherited.find(w("numId")))
                if num_id is not None:
                    from_style = style.get(w("styleId"))
                    break
        return NumberedBy(num_id, level, from_style) if num_id else None

    def numbering_of(self, style_id: str) -> int | None:
        """Return the `numId` that a numbering style points to (the target of `numStyleLink`, §17.9.21)."""
        style = self._by_id.get(style_id)
        return None if style is None else number(style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}"))

    def rules_tables(self, style_id: str | None) -> bool:
        """Tell whether a table style prints the lines between cells ("Table Grid")."""
        for style in self._chain(style_id):
            borders = style.find(f"{w('tblPr')}/{w('tblBorders')}")
            if borders is not None:
                inside = (value(borders.find(w(side))) for side in ("insideH", "insideV"))
                return any(line not in {None, "nil", "none"} for line in inside)
        return False

    def appearance(self, run: Element | None, paragraph_style: str | None) -> Appearance:
        """Return how a run with the properties `run` (`w:rPr`) looks in a paragraph of that style."""
        character_style = None if run is None else value(run.find(w("rStyle")))
        if run is None or len(run) == (character_style is not None):
            return self._styled(paragraph_style, character_style)
        return _appearance((run, *self._run_sources(paragraph_style, character_style)))

    def _run_sources(self, paragraph_style: str | None, character_style: str | None) -> tuple[Element, ...]:
        styles = (*self._chain(character_style), *self._chain(paragraph_style))
        sources = [found for style in styles if (found := style.find(w("rPr"))) is not None]
        return (*sources, *self._run_defaults)

    def _styled(self, paragraph_style: str | None, character_style: str | None) -> Appearance:
        return _appearance(self._run_sources(paragraph_style, character_style))


def _appearance(sources: tuple[Element, ...]) -> Appearance:
    return Appearance(
        font=_font(sources),
        bold=_first_on(sources, "b"),
        italic=_first_on(sources, "i"),
        hidden=_first_on(sources, "vanish"),
        capitals=_first_on(sources, "caps"),
    )


def _first_on(sources: tuple[Element, ...], name: str) -> bool:
    for source in sources:
        found = source.find(w(name))
        if found is not None:
            return is_on(found)
    return False


def _font(sources: tuple[Element, ...]) -> str | None:
    """A theme's font is always a Unicode one, so its name does not matter."""
    for source in sources:
        fonts = source.find(w("rFonts"))
        if fonts is None:
            continue
        if fonts.get(w("asciiTheme")) or fonts.get(w("hAnsiTheme")):
            return None
        named = fonts.get(w("ascii")) or fonts.get(w("hAnsi"))
        if named:
            return str(named)
    return None
