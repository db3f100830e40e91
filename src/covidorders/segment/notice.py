"""Segment one notice: heading, addressees, legal bases, preamble, directives, closing, end matter, annexes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from covidorders.grammar import marks
from covidorders.grammar.dates import find_dates
from covidorders.grammar.doctypes import by_name
from covidorders.grammar.labels import read_label
from covidorders.grammar.letterhead import with_digits
from covidorders.layout import Paragraph, Text
from covidorders.model import IssueDate, Mention, NoticeTable, PageBox, Span, TextSpan, Warning
from covidorders.segment.addressees import read_addressees
from covidorders.segment.annexes import find_annexes, opens_annex
from covidorders.segment.attendance import behind_attendance
from covidorders.segment.ending import Ending, read_ending
from covidorders.segment.gazette import gazette_title
from covidorders.segment.heading import HeadingLines, read_heading, type_of
from covidorders.segment.issuer import read_issuer
from covidorders.segment.lines import Passage
from covidorders.segment.parts import Heading, Segmented
from covidorders.segment.regime import vote
from covidorders.segment.signers import believed, doubtful_names
from covidorders.segment.tree import build_tree
from covidorders.segment.unread import DAY, NUMBER, blanks, recognised
from covidorders.split import NoticeRange

_ATTACHED = 90
"""The line above a list of enclosures is no longer than this (code points)."""
_ANNEX_ALONE = 14
"""`PHỤ LỤC 1` alone on its line needs no new page."""


@dataclass(frozen=True, slots=True)
class _Body:
    """The notice between heading and end matter, by paragraph indexes."""

    bases: tuple[int, ...]
    preamble: tuple[int, ...]
    items: tuple[int, ...]
    closing: tuple[int, ...]


def segment(text: Text, where: NoticeRange) -> Segmented:
    """Cut one notice of `text` into its parts. Every paragraph of the notice lies in exactly one of them."""
    passage = Passage.within(text, where.start, where.end)
    lines = read_heading(passage)
    letter = lines.title is None and bool(lines.subject or lines.code)
    addressees, begin = read_addressees(passage, lines.stop, letter=letter)
    ending = read_ending(passage, begin)
    ending.signatures = [believed(text, signature) for signature in ending.signatures]
    stop = _body_stop(passage, begin, ending)
    body = _cut_body(passage, begin, stop)
    items, tree_warnings = build_tree(text.text, [passage.paragraphs[i] for i in body.items])
    heading = _heading(passage, lines, addressees, ending)
    after = ending.stop if ending.found else stop
    return Segmented(
        ordinal=where.ordinal,
        start=where.start,
        end=where.end,
        heading=heading,
        bases=tuple(_span(passage, (i,)) for i in body.bases),
        preamble=_text_span(passage, body.preamble),
        items=items,
        closing=_text_span(passage, body.closing),
        distribution=tuple(ending.distribution),
        signatures=tuple(ending.signatures),
        annexes=find_annexes(passage, after),
        tables=_tables(text, where),
        warnings=(
            *_heading_warnings(heading, ending, _unread(text, passage, lines)),
            *doubtful_names(text, ending.signatures),
            *tree_warnings,
        ),
    )


def _body_stop(passage: Passage, begin: int, ending: Ending) -> int:
    """The body ends at the end matter; without one, at the first annex that opens a page."""
    if ending.found:
        return ending.start
    for index in range(begin + 1, len(passage)):
        line = passage.words(index)
        alone = marks.is_capitals(line.split(":")[0][:12]) and opens_annex(line)
        new_page = passage.paragraphs[index].page != passage.paragraphs[index - 1].page
        if alone and (new_page or len(line) <= _ANNEX_ALONE):
            return index
    return len(passage)


def _cut_body(passage: Passage, begin: int, end: int) -> _Body:
    stop = _attached_list(passage, begin, end)
    bases: list[int] = []
    preamble: list[int] = []
    index = begin
    while index < stop:
        line = passage.words(index)
        bullet = read_label(line)
        plain = line[bullet.end :] if bullet is not None and bullet.kind.bullet else line
        named = marks.is_basis(plain) if bullet is None else marks.folded(plain).startswith("can cu")
        named = named or (bullet is None and index - 1 in bases and _is_next_basis(passage, index))
        if named and (bullet is None or bullet.kind.bullet) and not _is_order(passage, index, bullet):
            bases.append(index)
        elif bullet is not None and passage.paragraphs[index].table is None:
            behind = behind_attendance(passage, index, stop)
            if behind == index:
                break
            preamble += range(index, behind)
            index = behind
            continue
        preamble.append(index)
        index += 1
    if index == stop:
        cut = _closing_start(passage, [i for i in preamble if i not in bases][1:]) + tuple(range(stop, end))
        return _Body(tuple(bases), tuple(i for i in preamble if i not in cut), (), cut)
    items = list(range(index, stop))
    last = max(i for i in items if _labelled(passage, i))
    tail = [i for i in items if i > last]
    owned = _is_title(passage.words(last)) and not marks.folded(passage.words(last + 1)).startswith("tran trong")
    closing = _closing_start(passage, tail[1:] if owned else tail, asks=True)
    closing += tuple(range(stop, end))
    return _Body(tuple(bases), tuple(preamble), tuple(i for i in items if i not in closing), closing)


def _is_next_basis(passage: Passage, index: int) -> bool:
    """Of several documents under one Căn cứ each may have a line of its own (`Căn cứ Luật A;` / `Luật B;`)."""
    line = passage.words(index)
    return passage.words(index - 1).endswith(";") and line.endswith((";", ".")) and by_name(line) is not None


def _attached_list(passage: Passage, begin: int, end: int) -> int:
    """Index of `Đính kèm:` behind the paragraph that ends the notice with `./.`: its dashes give no orders."""
    for index in range(begin + 1, end):
        line = passage.words(index)
        listed = len(line) <= _ATTACHED and marks.pattern("closing", "attached").match(marks.folded(line)) is not None
        if listed and _end_mark(passage.words(index - 1)):
            return index
    return end


def _is_order(passage: Passage, index: int, bullet: object) -> bool:
    """A dash item `- Căn cứ …` is a legal base only where a heading's Căn cứ block stands: before any other item."""
    return (
        bullet is not None
        and passage.words(index).endswith((".", "./."))
        and not marks.is_command(passage.words(index + 1))
        and not marks.is_basis(passage.words(index + 1).lstrip("-– "))
    )


def _labelled(passage: Passage, index: int) -> bool:
    return passage.paragraphs[index].table is None and read_label(passage.words(index)) is not None


def _is_title(line: str) -> bool:
    """The last item is a title only: the paragraph below it is its own, however it opens."""
    label = read_label(line)
    return label is not None and not label.kind.bullet and not line.endswith((".", ";", ",", ":", "/"))


def _closing_start(passage: Passage, tail: list[int], *, asks: bool = False) -> tuple[int, ...]:
    """Of the unlabelled paragraphs behind the last item, those from the first that closes the notice on.

    With `asks`, one in which the issuer asks its readers to carry the notice out closes it too.
    """
    for place, index in enumerate(tail):
        line = passage.words(index)
        asked = asks and marks.pattern("closing", "asks", whole=False).match(marks.folded(line)) is not None
        if passage.paragraphs[index].table is None and (asked or marks.is_closing(line) or _end_mark(line)):
            return tuple(tail[place:])
    return ()


def _end_mark(line: str) -> bool:
    return line.rstrip(' "”').endswith(("./.", "/.", "./"))


def _span(passage: Passage, indexes: tuple[int, ...]) -> Span:
    return Span(start=passage.paragraphs[indexes[0]].start, end=passage.paragraphs[indexes[-1]].end)


def _text_span(passage: Passage, indexes: tuple[int, ...]) -> TextSpan | None:
    if not indexes:
        return None
    span = _span(passage, indexes)
    return TextSpan(text=passage.joined(indexes), start=span.start, end=span.end)


def _heading(passage: Passage, lines: HeadingLines, addressees: tuple[Mention, ...], ending: Ending) -> Heading:
    issuer = read_issuer([passage.words(i) for i in lines.issuer])
    subject, subject_range = _subject(passage, lines)
    ends = [passage.words(i) for i in range(ending.start, ending.stop)]
    heads = [passage.words(i) for i in range(lines.stop)]
    top = passage.paragraphs[0] if passage.paragraphs else Paragraph(0, 0, 1)
    bottom = passage.paragraphs[lines.stop - 1].end if lines.stop else top.start
    told = gazette_title(subject) if subject and subject_range and lines.code is None else None
    if told is not None and subject is not None and subject_range is not None:
        tail = passage.text[slice(*subject_range)]
        authority = told.issuer.name if told.issuer else ""
        bare = subject[told.end :]
        subject, subject_range = (
            (bare[: -len(authority)].rstrip() if authority and bare.endswith(f" {authority}") else bare) or None,
            (subject_range[0] + min(told.end, len(tail)), subject_range[1]),
        )
    kind = type_of(lines, has_addressees=bool(addressees) or bool(lines.subject and lines.title is None))
    issuer = issuer or (told.issuer if told else None)
    code = lines.code or (told.code if told else None)
    return Heading(
        regime=vote(heads, code, issuer, ends, ending.signatures),
        type=kind,
        code=code,
        place=lines.day.place if lines.day else None,
        issued_on=_issued_on(lines) or (told.issued_on if told else None),
        issuer=issuer,
        subject=subject,
        urgency=lines.urgency,
        secrecy=lines.secrecy,
        addressees=addressees,
        range=(top.start, bottom),
        subject_range=subject_range,
    )


def _subject(passage: Passage, lines: HeadingLines) -> tuple[str | None, tuple[int, int] | None]:
    spans = [lines.title_rest] if lines.title_rest else []
    spans += [(passage.paragraphs[i].start, passage.paragraphs[i].end) for i in lines.subject]
    if not spans:
        return None, None
    words = " ".join(" ".join(passage.text[a:b].split()) for a, b in spans)
    short = marks.pattern("subject", "short", whole=False).match(words.lower())
    words = words[short.end() :] if short else words
    if words.endswith(")") and "(" not in words:  # (v/v …)
        words = words[:-1]
    return words.strip(" *_") or None, (spans[0][0], spans[-1][1])


def _issued_on(lines: HeadingLines) -> IssueDate | None:
    if lines.day is None:
        return None
    raw = lines.day.date
    for said, source in ((raw, None), (with_digits(raw), "misread-digits")):
        best = next(iter(find_dates(said)), None)
        if best is not None and best.precision == "day" and best.iso is not None:
            return IssueDate(raw=raw, iso=best.iso, precision="day", inferred_from=source)
    best = next(iter(find_dates(raw)), None)
    return IssueDate(
        raw=raw, iso=None, precision=best.precision if best else "none", partial=best.iso if best else None
    )


def _tables(text: Text, where: NoticeRange) -> tuple[NoticeTable, ...]:
    return tuple(
        NoticeTable(start=t.start, end=t.end, page=t.page, rows=t.rows)
        for t in text.tables
        if where.start <= t.start < where.end
    )


def _unread(text: Text, passage: Passage, lines: HeadingLines) -> dict[str, tuple[PageBox, ...]]:
    """Return where the blanks of a scan's number line and date line stand on the page."""
    slots = {"number": NUMBER, "day": DAY}
    found = {kind: passage.paragraphs[index] for index, kind in lines.kinds.items() if kind in slots}
    return {kind: blanks(text, at, slots[kind]) for kind, at in found.items() if recognised(text, at)}


def _heading_warnings(heading: Heading, ending: Ending, unread: Mapping[str, tuple[PageBox, ...]]) -> list[Warning]:
    found: list[Warning] = []
    start, end = heading.range
    if heading.code is None:
        found.append(Warning(code="no-code", message="The heading has no number line.", start=start, end=end))
    elif not heading.code.complete:
        message = f"The code is incomplete: {heading.code.raw}."
        if unread.get("number"):
            message = f"The number is blank or could not be read: {heading.code.raw}."
        boxes = unread.get("number", ())
        found.append(Warning(code="incomplete-code", message=message, boxes=boxes, start=start, end=end))
    if heading.issued_on is None:
        found.append(Warning(code="no-issue-date", message="The heading has no date line.", start=start, end=end))
    elif heading.issued_on.iso is None:
        message = f"The day of issue is blank or could not be read: {heading.issued_on.raw}."
        boxes = unread.get("day", ())
        found.append(Warning(code="incomplete-issue-date", message=message, boxes=boxes, start=start, end=end))
    if heading.type is None:
        found.append(
            Warning(code="unknown-type", message="The heading names no type of document.", start=start, end=end)
        )
    if any(signature.name is None for signature in ending.signatures):
        found.append(Warning(code="no-signer-name", message="A signature block has no readable name."))
    if not ending.signatures:
        found.append(Warning(code="no-signature", message="No signature block was found.", start=start, end=end))
    return found
