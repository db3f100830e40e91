"""Finds the document in a saved page: the portal's menus, banners, link lists and comments are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from covidorders.extract.html.style import is_hidden
from covidorders.extract.landmarks import heads_the_right, opens_authority, opens_distribution
from covidorders.knowledge import load

_NOT_PRINTED = "script, style, noscript, template, nav, iframe, button, select, input, svg"
_CHROME_TAGS = frozenset({"header", "footer", "aside"})
_CHROME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "dialog"})
_SUBSTANTIAL = 500
"""Letters of running text outside a container that are too many to be a portal's footer."""
_ENOUGH = 200
_LANDMARK_LENGTH = 120


def document_of(page: LexborHTMLParser) -> LexborNode:
    """Return the element that holds the document; the whole body where no clear container is found.

    In order: a container that a known portal names, the smallest element around letterhead and signature, the body.
    """
    body = page.body
    assert body is not None, "an HTML5 parser always makes a body"
    for node in body.css(_NOT_PRINTED):
        node.decompose()
    for selector in load("portals")["containers"]:
        named = [node for node in body.css(selector) if len(node.text() or "") >= _ENOUGH]
        if named:
            return max(named, key=lambda node: len(node.text() or ""))
    _drop_chrome(body)
    return _around_landmarks(body) or body


def _drop_chrome(body: LexborNode) -> None:
    pattern = re.compile(load("portals")["chrome"], re.IGNORECASE)
    total = max(1, _own_letters(body))
    for node in list(body.traverse()):
        if node.parent is None or node.tag in {"body", "html", "form", "table", "tbody", "tr", "td"}:
            continue
        names = f"{node.attributes.get('id') or ''} {node.attributes.get('class') or ''}"
        role = (node.attributes.get("role") or "").lower()
        suspect = node.tag in _CHROME_TAGS or role in _CHROME_ROLES or (names.strip() and pattern.search(names))
        if suspect and not _holds_landmark(node) and _own_letters(node) < 0.4 * total:
            node.decompose()


def _own_letters(node: LexborNode) -> int:
    """Return how many letters stand outside links: menus and lists of news have hardly any."""
    linked = sum(len((link.text() or "").strip()) for link in node.css("a"))
    return max(0, len(" ".join((node.text() or "").split())) - linked)


def _holds_landmark(node: LexborNode) -> bool:
    return any(_is_head(text) or _is_end(text) for text, _ in _texts(node))


def _texts(node: LexborNode) -> Iterator[tuple[str, LexborNode]]:
    """Yield the short texts under `node` with the element that holds them."""
    for found in node.traverse(include_text=True):
        if found.is_text_node and found.parent is not None:
            text = " ".join((found.text_content or "").split())
            if text and len(text) <= _LANDMARK_LENGTH:
                yield text, found.parent


def _is_head(text: str) -> bool:
    return heads_the_right(text) and len(text) < 80


def _is_end(text: str) -> bool:
    return opens_distribution(text) or (opens_authority(text) and text.upper() == text)


def _around_landmarks(body: LexborNode) -> LexborNode | None:
    """Return the smallest element that holds letterhead and signature and leaves no running text outside."""
    first = last = None
    for text, parent in _texts(body):
        if any(is_hidden(node) for node in _line_up(parent)):
            continue
        if first is None and _is_head(text):
            first = parent
        elif first is not None and _is_end(text):
            last = parent
    if first is None or last is None:
        return None
    above_last = {node.mem_id for node in _line_up(last)}
    common = next((node for node in _line_up(first) if node.mem_id in above_last), None)
    total = _own_letters(body)
    while common is not None and common.tag != "body" and total - _own_letters(common) >= _SUBSTANTIAL:
        common = common.parent
    while common is not None and common.tag in {"table", "tbody", "thead", "tr", "ul", "ol"}:
        common = common.parent  # a row or a list is only read as such from outside
    return common


def _line_up(node: LexborNode | None) -> Iterator[LexborNode]:
    while node is not None:
        yield node
        node = node.parent
