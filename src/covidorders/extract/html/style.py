"""How an element looks: what its tag, its attributes and its inline style say (stylesheets are not read)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITALIC = frozenset({"i", "em", "cite", "dfn", "address"})
_CENTRED_CLASSES = frozenset({"text-center", "center", "aligncenter", "text-xs-center"})
_HEAVY = re.compile(r"bold|[6-9]00")
_LENGTH = re.compile(r"([\d.]{1,8})\s*(px|pt|cm|in|em|mm)")
_POINTS = {"px": 0.75, "pt": 1.0, "cm": 28.35, "in": 72.0, "em": 12.0, "mm": 2.835}


@dataclass(frozen=True, slots=True)
class Look:
    """What text inherits from the elements around it."""

    font: str | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    capitals: bool = False
    verbatim: bool = False


def declarations(node: LexborNode) -> dict[str, str]:
    """Return the inline style as property → value, lower case but for the value of a font."""
    found = {}
    for declaration in (node.attributes.get("style") or "").split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip().lower()] = value.strip()
    return found


def is_hidden(node: LexborNode) -> bool:
    """Tell whether an element is not shown."""
    if "hidden" in node.attributes or node.attributes.get("aria-hidden") == "true":
        return True
    style = declarations(node)
    return style.get("display", "").startswith("none") or style.get("visibility", "").startswith("hidden")


def inherit(look: Look, node: LexborNode) -> Look:
    """Return the look of the text inside `node`."""
    style = declarations(node)
    family = style.get("font-family") or node.attributes.get("face")
    if family:
        look = replace(look, font=family.split(",")[0].strip(" '\""))
    weight = style.get("font-weight", "").lower()
    if node.tag in _BOLD or weight:
        look = replace(look, bold=bool(_HEAVY.search(weight)) if weight else True)
    slant = style.get("font-style", "").lower()
    if node.tag in _ITALIC or slant:
        look = replace(look, italic=slant in {"italic", "oblique"} if slant else True)
    if style.get("text-transform", "").lower() == "uppercase":
        look = replace(look, capitals=True)
    if node.tag in {"pre", "textarea"} or style.get("white-space", "").lower().startswith("pre"):
        look = replace(look, verbatim=True)
    return _aligned(look, node, style)


def _aligned(look: Look, node: LexborNode, style: dict[str, str]) -> Look:
    align = (style.get("text-align") or node.attributes.get("align") or "").lower()
    classes = set((node.attributes.get("class") or "").split())
    if node.tag == "center" or align in {"center", "-webkit-center"} or classes & _CENTRED_CLASSES:
        return replace(look, centred=True)
    return replace(look, centred=False) if align else look


def indent(node: LexborNode) -> float:
    """Return the left margin and padding of an inline element in points: how some pages set two columns apart."""
    style = declarations(node)
    points = 0.0
    for name in ("margin-left", "padding-left"):
        found = _LENGTH.search(style.get(name, "").lower())
        if found:
            points += float(found.group(1).strip(".") or 0) * _POINTS[found.group(2)]
    return points


def has_line(style: dict[str, str], side: str = "") -> bool:
    """Tell whether a style draws a border, on any side or on the one given ("-top")."""
    for name, value in style.items():
        if name == "border" + side or (not side and name.startswith("border") and "-" + name[7:] in _SIDES):
            drawn = value.lower()
            if any(kind in drawn for kind in ("solid", "double", "dotted", "dashed", "inset", "outset")):
                return True
    return False


_SIDES = frozenset({"-top", "-bottom", "-left", "-right", "-style"})
