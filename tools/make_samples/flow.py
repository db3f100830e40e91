"""A notice as a row of blocks in print order: what every renderer draws, each in its own format.

Order of the parts: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục IV (ô số 1 to 9b); Party notices after Hướng dẫn
36-HD/VPTW.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .notice import PARTY_HEADING, QUOC_HIEU, Annex, Grid, Item, Notice, Row, Signer, Stamp

Style = Literal["title", "subject", "authority", "enacting", "chapter", "note"]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The two-column strip: issuer and number on the left, quốc hiệu and date on the right.

    `subject` holds the lines under the number of a công văn.
    """

    parent: tuple[str, ...]
    issuer: tuple[str, ...]
    starred: bool
    right: tuple[str, ...]
    code: str
    subject: tuple[str, ...]
    place_date: str


@dataclass(frozen=True, slots=True)
class Centred:
    """Centred lines of one style."""

    lines: tuple[str, ...]
    style: Style


@dataclass(frozen=True, slots=True)
class Urgency:
    """The boxed degree of urgency (ô số 10b)."""

    text: str


@dataclass(frozen=True, slots=True)
class Receivers:
    """`Kính gửi:` or `<chức danh> điện:` with the list below it; a single receiver stands on the same line."""

    intro: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph of the body. `level` 0 without a label, else from 1."""

    text: str
    label: str = ""
    level: int = 0
    italic: bool = False


@dataclass(frozen=True, slots=True)
class EndMatter:
    """Distribution list on the left, signature on the right; two signers stand side by side above the list."""

    distribution: tuple[str, ...]
    signers: tuple[Signer, ...]
    drafter: str


@dataclass(frozen=True, slots=True)
class NewPage:
    """A new notice or annex begins on a page of its own, numbered from 1 again."""


Block = Letterhead | Centred | Urgency | Receivers | Para | Grid | EndMatter | NewPage | Stamp


def flow(notices: tuple[Notice, ...], *, stamped: bool = False) -> Iterator[Block]:
    """Yield the blocks of a source file in print order; `stamped` with the text of its digital signatures."""
    for ordinal, notice in enumerate(notices):
        if ordinal:
            yield NewPage()
        yield from _heading(notice, stamped=stamped)
        yield from _body(notice)
        yield EndMatter(notice.distribution, notice.sign, notice.drafter)
        for annex in notice.annex:
            yield NewPage()
            yield from _annex(annex, notice)


def _heading(notice: Notice, *, stamped: bool) -> Iterator[Block]:
    if stamped and notice.stamp:
        yield notice.stamp
    if notice.code or notice.issuer:
        yield _letterhead(notice)
    if notice.urgency:
        yield Urgency(notice.urgency)
    if notice.title:
        yield Centred(notice.title, "title")
        yield Centred(notice.subject, "subject")
    if notice.authority:
        yield Centred(notice.authority, "authority")
    if notice.receivers:
        yield Receivers(notice.receivers, notice.addressees)


def _letterhead(notice: Notice) -> Letterhead:
    full = notice.letterhead == "full"
    return Letterhead(
        parent=notice.parent,
        issuer=notice.issuer,
        starred=notice.regime == "party",
        right=(PARTY_HEADING if notice.regime == "party" else QUOC_HIEU) if full else (),
        code=notice.code,
        subject=() if notice.title else notice.subject,
        place_date=notice.place_date,
    )


def _body(notice: Notice) -> Iterator[Block]:
    for text in notice.bases:
        yield Para(text, italic=True)
    if notice.enacting:
        yield Centred((notice.enacting,), "enacting")
    for text in notice.preamble:
        yield Para(text)
    yield from _rows(notice.body)
    for text in notice.closing:
        yield Para(text)


def _annex(annex: Annex, notice: Notice) -> Iterator[Block]:
    if annex.letterhead:
        yield Letterhead(notice.parent, notice.issuer, False, QUOC_HIEU, "", (), "")
    yield Centred(annex.title, "title")
    if annex.subject:
        yield Centred(annex.subject, "subject")
    if annex.note:
        yield Centred((annex.note,), "note")
    yield from _rows(annex.body)


def _rows(rows: tuple[Row, ...]) -> Iterator[Block]:
    for row in rows:
        if isinstance(row, Item):
            if row.label.startswith(("Phần", "Chương")):
                yield Centred((row.label, row.text), "chapter")
            else:
                yield Para(row.text, row.label, _level(row))
        elif isinstance(row, Grid):
            yield row
        else:
            yield Para(row)


def _level(item: Item) -> int:
    """Depth of an item, from 1: its expected id tells it; an annex's items have none and go by their label."""
    if item.id:
        return item.id.count(".") + 1
    if item.label.startswith("Điều") or item.label == "-":
        return 1
    return 3 if item.label.endswith(")") else 2
