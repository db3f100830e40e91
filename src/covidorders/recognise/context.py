"""What is known of a notice before its running text is read: components find it in `doc._.notice`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoticeContext:
    """Facts of the heading and the signatures. All may be missing: a component works without them."""

    year: int | None = None
    """The notice's own year, for dates printed without one."""
    issuer: str | None = None
    """The issuing body as printed, in any case: `SỞ Y TẾ`."""
    parent: str | None = None
    """The body above it in the letterhead: `UBND TỈNH ĐỒNG NAI`."""
    place: str | None = None
    """The place of the date line: `Đồng Nai`."""
    code: str | None = None
    """The notice's own number and notation: a heading that repeats it cites nothing."""
    issued_on: str | None = None
    """Its own day (ISO)."""
    signers: tuple[str, ...] = ()
    """Names of those who sign, as printed."""
    recognised: bool = False
    """Its pages, or some of them, were read from pictures."""
