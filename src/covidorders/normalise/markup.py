r"""The light markup that converted files carry: understood, taken out of the text, kept in the repair plan.

Headings (`#`), bold and italic marks (over several lines too: `**KT. CHỦ TỊCH⏎PHÓ CHỦ TỊCH**`), HTML tags and
entities, links, comments, escapes (`1\.`). Bold and italic set the hints of the line. The lone `*` under the issuer
of a Party notice, `(*)` and list bullets are no markup and stay.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from covidorders.normalise.draft import Draft, Edit, Item
from covidorders.normalise.emphasis import lift_emphasis

_ANY = re.compile(r"[*_#\\&<>`~\[]")
_INLINE = re.compile(
    r"""<!--.{0,2000}?-->
      | !\[[^\[\]]*\]\([^()]*\)
      | \[(?P<link>[^\[\]]+)\]\((?:https?:|mailto:|\#|\.{0,2}/)[^()]*\)
      | <(?P<address>https?://[^<>\s]+|[\w.+-]+@[\w.-]+)>
      | (?P<gap><br\s*/?>)
      | </?(?:b|strong|i|em|u|s|sup|sub|span|font|p|div|center|a|mark|small|big|code|ins|del|h[1-6])(?:\s[^<>]*)?/?>
      | `{1,3} | ~~
      | (?P<entity>&(?:amp;){0,3}(?:[A-Za-z]{2,8}|\#\d{1,6}|\#[xX][0-9A-Fa-f]{1,5});)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_HEADING_END = re.compile(r"\s+#+$")
_QUOTE = re.compile(r"(?:>\s?)+(?=[^\W\d_]|[-*\"“])")
_ESCAPE = re.compile(r"\\(?:([\\`*_{}\[\]()#+\-.!|>~\"'])|$)")
_BOLD_TAG = re.compile(r"<(?:b|strong)>", re.IGNORECASE)
_ITALIC_TAG = re.compile(r"<(?:i|em)>", re.IGNORECASE)


def lift_markup(items: Sequence[Item]) -> list[Item]:
    """Return the lines without their markup, hints set. Tables keep their shape; each cell is lifted alone."""
    lifted: list[Item] = []
    lines: list[Draft] = []
    for item in items:
        if isinstance(item, Draft):
            lines.append(item)
            continue
        lifted += _lift(lines)
        lines = []
        rows = tuple(tuple(_lift([cell])[0] for cell in row) for row in item.rows)
        lifted.append(replace(item, rows=rows))
    return lifted + _lift(lines)


def _lift(lines: Sequence[Draft]) -> list[Draft]:
    if not any(_ANY.search(line.text) for line in lines):
        return list(lines)
    plain = [_lift_inline(line) if _ANY.search(line.text) else line for line in lines]
    return [line.amend(_escapes(line.text), "markup") for line in lift_emphasis(plain)]


def _lift_inline(draft: Draft) -> Draft:
    """Take out what needs no partner on another line."""
    text = draft.text
    heading = _HEADING.match(text)
    bold = draft.line.bold or heading is not None or _BOLD_TAG.match(text) is not None
    italic = draft.line.italic or _ITALIC_TAG.match(text) is not None
    if (bold, italic) != (draft.line.bold, draft.line.italic):
        draft = replace(draft, line=replace(draft.line, bold=bold, italic=italic))
    opening = heading or _QUOTE.match(text)
    if opening:
        ending = _HEADING_END.search(text, opening.end()) if heading else None
        edits = [Edit(0, opening.end(), "")] + ([Edit(*ending.span(), "")] if ending else [])
        draft = draft.amend(edits, "markup")
    return draft.amend(_inline(draft.text), "markup")


def _inline(text: str) -> Iterator[Edit]:
    for match in _INLINE.finditer(text):
        entity = match["entity"]
        if entity is None:
            shown = match["link"] or match["address"] or (" " if match["gap"] else "")
            yield Edit(*match.span(), shown)
        elif len(meant := _read_entity(entity)) == 1:
            yield Edit(*match.span(), meant)


def _read_entity(entity: str) -> str:
    """Entities are read until nothing is left to read: `&amp;amp;` comes from text that was escaped twice."""
    for _ in range(4):
        entity = html.unescape(entity)
    return entity


def _escapes(text: str) -> Iterator[Edit]:
    for match in _ESCAPE.finditer(text):
        yield Edit(*match.span(), match[1] or "")
