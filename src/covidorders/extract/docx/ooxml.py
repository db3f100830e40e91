"""Names and small readings of WordprocessingML (ECMA-376 Part 1)."""

from __future__ import annotations

from typing import TypeAlias

from lxml.etree import _Element

Element: TypeAlias = _Element
"""An XML element (`lxml.etree._Element`)."""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_V = "urn:schemas-microsoft-com:vml"


def w(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute."""
    return f"{{{_W}}}{name}"


ALTERNATE, CHOICE, FALLBACK = (f"{{{_MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
MATH_TEXT = f"{{{_M}}}t"
MATH = frozenset({f"{{{_M}}}oMath", f"{{{_M}}}oMathPara"})
TEXT_PATH = f"{{{_V}}}textpath"


def value(element: Element | None, attribute: str = "val") -> str | None:
    """Return a `w:` attribute of `element`, None if either is absent."""
    return None if element is None else element.get(w(attribute))


def relation(element: Element) -> str:
    """Return the id of the relation that an element points to, empty if it has none."""
    return element.get(f"{{{_R}}}id") or ""


def number(element: Element | None, attribute: str = "val") -> int | None:
    """Return a `w:` attribute as an integer, None if absent or no integer."""
    text = value(element, attribute)
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None


def is_on(element: Element | None) -> bool:
    """Read an on/off property (17.17.4): present means on, unless its value says otherwise."""
    return element is not None and value(element) not in {"0", "false", "off", "none"}


def chosen(alternate: Element) -> Element | None:
    """Return the one branch of `mc:AlternateContent` to read, so that a text box is not read twice.

    The first choice, as a current Word takes it; the fallback only where no choice holds a text box but it does.
    """
    choice, fallback = alternate.find(CHOICE), alternate.find(FALLBACK)
    if choice is None or fallback is None:
        return choice if choice is not None else fallback
    box = f".//{w('txbxContent')}"
    return fallback if choice.find(box) is None and fallback.find(box) is not None else choice
