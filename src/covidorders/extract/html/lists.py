"""Markers of `<ol>` and `<ul>`: a browser prints them, the page does not hold them (HTML Standard §4.4.5–4.4.8)."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from covidorders.extract.html.style import declarations
from covidorders.extract.number_format import format_number

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_FORMATS = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
_BULLETS = {"disc": "•", "circle": "◦", "square": "▪"}
_BY_DEPTH = ("disc", "circle", "square")


@dataclass(slots=True)
class ListState:
    """One list while its items are read; `depth` counts the unordered lists around it."""

    ordered: bool
    style: str
    count: int
    step: int
    depth: int

    def marker(self, item: LexborNode) -> str:
        """Count one item on and return its marker, empty where none is printed."""
        style = _style(item) or self.style
        if style == "none":
            self.count += self.step
            return ""
        if not self.ordered:
            return style.strip("\"' ") if style[:1] in "\"'" else _BULLETS.get(style, "•")
        value = _integer(item.attributes.get("value"))
        self.count = self.count + self.step if value is None else value
        return format_number(self.count, _FORMATS.get(style, "decimal")) + "."


def open_list(node: LexborNode, depth: int) -> ListState:
    """Return the state in which the first item of `node` is read."""
    ordered = node.tag == "ol"
    style = _style(node)
    if not style:
        style = "decimal" if ordered else _BY_DEPTH[min(depth, 2)]
    backwards = ordered and "reversed" in node.attributes
    start = _integer(node.attributes.get("start"))
    if start is None:
        start = sum(child.tag == "li" for child in node.iter()) if backwards else 1
    step = -1 if backwards else 1
    return ListState(ordered, style, start - step, step, depth)


def _style(node: LexborNode) -> str:
    declared = declarations(node)
    style = declared.get("list-style-type") or declared.get("list-style") or ""
    kind = node.attributes.get("type") or ""
    words = style.split() if style[:1] not in "\"'" else [style]
    return next((word for word in words if word), _TYPES.get(kind, kind.lower()))


def _integer(text: str | None) -> int | None:
    try:
        return int(text) if text else None
    except ValueError:
        return None
