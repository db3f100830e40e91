"""The heading of a notice: everything before its legal bases, addressees or body."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from covidorders.grammar import marks
from covidorders.grammar.codes import parse_code
from covidorders.grammar.doctypes import DocTypeInfo, by_code, by_name, by_notation
from covidorders.grammar.fold import same
from covidorders.grammar.labels import read_label
from covidorders.grammar.letterhead import DayLine, day_line, is_gazette_title, number_line, says_number, title_line
from covidorders.model import Code, DocType
from covidorders.segment.agencies import opens_with_body
from covidorders.segment.lines import Passage

_SUBJECT_LINE = 300
"""A line under the title longer than this is the body's first paragraph, whatever its end (code points)."""
_TITLE_LINE = 200
_ISSUER_LINE = 60
"""A line of a letterhead is no longer than this (code points)."""
_NO_NAME = re.compile(r"[\d,;:]| - ")
_LOOK_AHEAD = 14
_NTH = re.compile(r"\(?\s*(?:lần|đợt|số)\s+(?:thứ\s+)?\w+\s*\)?", re.IGNORECASE)
"""`(lần 2)`, `SỐ 5` behind a type's name counts the notice, it is not its subject."""


@dataclass(slots=True)
class HeadingLines:
    """What the lines of a heading say, while they are being read."""

    kinds: dict[int, str] = field(default_factory=dict)
    issuer: list[int] = field(default_factory=list)
    subject: list[int] = field(default_factory=list)
    code: Code | None = None
    day: DayLine | None = None
    day_at: int | None = None
    title: DocType | None = None
    title_rest: tuple[int, int] | None = None
    """Place of the subject that stands behind the type's name in the title line."""
    urgency: str | None = None
    secrecy: str | None = None
    stop: int = 0
    """Index of the first paragraph after the heading."""


def read_heading(passage: Passage) -> HeadingLines:
    """Read the heading's lines in whatever order they come; stop at the first line of the body."""
    heading = HeadingLines()
    index = 0
    while index < len(passage):
        kind = _kind(passage, index, heading)
        if kind == "stop":
            break
        heading.kinds[index] = kind
        _take(passage, index, kind, heading)
        index += 1
    heading.stop = index
    _part_authority(passage, heading)
    return heading


def _kind(passage: Passage, index: int, heading: HeadingLines) -> str:  # noqa: C901 - one line per kind
    line = passage.words(index)
    paragraph = passage.paragraphs[index]
    if paragraph.table is not None:
        return "stop"
    if marks.is_nation(line) or marks.is_motto(line):
        return "nation"
    if marks.is_party_header(line) or marks.is_youth_header(line) or marks.is_star(line) or marks.is_rule(line):
        return "mark"
    if marks.is_contact(line) and heading.title is None:
        return "mark"
    if marks.urgency(line) or marks.secrecy(line):
        return "grade"
    if says_number(line) and heading.code is None:
        return "number"
    if day_line(line) and heading.day is None:
        return "day"
    if marks.is_addressees(line) or marks.is_distribution(line) or marks.is_command(line):
        return "stop"
    if marks.pattern("subject", "short", whole=False).match(line.lower()) or _opens_party_subject(heading, line):
        return "subject"
    if heading.title is None and title_line(line) and not heading.subject:
        return "title"
    if index == 0 and _plain_title(line) and not _anchor_follows(passage, index):
        return "title"
    if marks.is_basis(line):
        return "stop"
    return _plain_kind(passage, index, heading, line)


def _plain_title(line: str) -> tuple[DocTypeInfo, int] | None:
    """A text without a letterhead may open with its title in small letters (`Báo cáo về tình hình sản xuất`)."""
    info = by_name(line) if line[:1].isupper() and len(line) <= _TITLE_LINE else None
    if info is None or line.endswith((".", ";", ",", ":")) or " " not in line:
        return None
    length = len(info.name)
    return (info, length) if same(line[:length], info.name) and line[length + 1 : length + 2].islower() else None


def _opens_party_subject(heading: HeadingLines, line: str) -> bool:
    """A công văn of the Party has its subject under the number without `V/v` (Hướng dẫn 36-HD/VPTW, mục I.5)."""
    if heading.title is None and heading.code is not None and line.casefold().startswith("về việc "):
        return True
    return heading.code is not None and heading.title is None and line.startswith("Về ") and len(line) <= 120


def _plain_kind(passage: Passage, index: int, heading: HeadingLines, line: str) -> str:
    paragraph = passage.paragraphs[index]
    before = heading.kinds.get(index - 1)
    if heading.title is not None:
        return "subject" if _continues_title(passage, index, heading, line) else "stop"
    if before == "subject" and _continues_subject(passage, index, line):
        return "subject"
    if read_label(line) is not None:
        return "stop" if heading.kinds.get(index - 1) != "odd" and not _anchor_follows(passage, index) else "odd"
    if paragraph.zone == "left" or marks.is_capitals(line) or _lost_capitals(heading, index, line):
        return "issuer" if not heading.subject or _anchor_follows(passage, index) else "stop"
    return "odd" if _anchor_follows(passage, index) and len(line) <= _SUBJECT_LINE else "stop"


def _lost_capitals(heading: HeadingLines, index: int, line: str) -> bool:
    """An issuer's line whose capitals only the font showed (`ủy ban nhân dân` / `Tỉnh Lâm Hà`): a body's name alone."""
    if heading.subject or len(line) > _ISSUER_LINE or not line[-1:].isalpha() or _NO_NAME.search(line):
        return False
    follows = heading.kinds.get(index - 1) in {"issuer", "nation"} and bool(heading.issuer)
    return opens_with_body(line) or (follows and marks.opens_with(marks.folded(line), "bodies", "places") is not None)


def _continues_title(passage: Passage, index: int, heading: HeadingLines, line: str) -> bool:
    """Lines under the title are the subject, until a sentence, a list item or the authority's line begins."""
    paragraph = passage.paragraphs[index]
    if read_label(line) is not None or len(line) > _SUBJECT_LINE or marks.is_distribution(line):
        return False
    if line.startswith("(") and marks.pattern("annex", "attached", whole=False).match(marks.folded(line)):
        return False  # (Ban hành kèm theo …) cites the letter that the text came with
    if line.endswith((".", ":", ";", ",")) and not paragraph.centred:
        return line.endswith(",") and marks.is_capitals(line)
    if paragraph.centred or paragraph.bold or marks.is_capitals(line):
        return True
    if heading.subject and line[:1].isupper() and marks.is_capitals(passage.words(heading.subject[-1])):
        return marks.pattern("subject", "body", whole=False).match(marks.folded(line)) is None
    return not heading.subject or len(line) <= 160


def _continues_subject(passage: Passage, index: int, line: str) -> bool:
    """A công văn's subject runs over several short lines of the left column."""
    last, now = passage.paragraphs[index - 1], passage.paragraphs[index]
    if last.zone == "left" or now.zone == "left":
        return last.zone == now.zone
    if line.endswith((".", ";", ":")) and not _anchor_follows(passage, index):
        return False
    return len(line) <= 90 and read_label(line) is None and (line[0].islower() or _anchor_follows(passage, index))


def _anchor_follows(passage: Passage, index: int) -> bool:
    """Tell whether a line that only a heading has comes within the next lines."""
    for ahead in range(index + 1, min(index + 1 + _LOOK_AHEAD, len(passage))):
        line = passage.words(ahead)
        if marks.is_nation(line) or marks.is_party_header(line) or marks.is_addressees(line) or number_line(line):
            return True
        title = title_line(line, alone_is_enough=False)
        if day_line(line) or (title and (title[1] == len(line) or is_gazette_title(line[title[1] :]))):
            return True
        if len(line) > _SUBJECT_LINE or marks.is_distribution(line):
            return False
    return False


def _take(passage: Passage, index: int, kind: str, heading: HeadingLines) -> None:
    line = passage.words(index)
    start = passage.paragraphs[index].start
    match kind:
        case "number":
            heading.code = _number(passage, index, line)
        case "day":
            heading.day, heading.day_at = day_line(line), start
        case "grade":
            heading.urgency = heading.urgency or marks.urgency(line)
            heading.secrecy = heading.secrecy or marks.secrecy(line)
        case "issuer":
            heading.issuer.append(index)
        case "title":
            info, length = title_line(line) or _plain_title(line) or (None, 0)
            heading.title = info.doc_type if info else None
            rest = line[length:].lstrip(" *_.:–-")
            if rest and not _NTH.fullmatch(rest):
                heading.title_rest = (start + len(line) - len(rest), start + len(line))
        case "subject":
            heading.subject.append(index)


def _part_authority(passage: Passage, heading: HeadingLines) -> None:
    """The authority that stands between subject and legal bases is no subject (`CHÍNH PHỦ`; `HĐND …` / `KHÓA X …`)."""
    after = passage.words(heading.stop)
    if heading.title is None or not (marks.is_basis(after) or marks.is_command(after)):
        return
    if heading.title_rest is not None and heading.subject:
        rest = passage.text[slice(*heading.title_rest)]
        if rest.casefold().startswith("của ") and marks.names_authority(rest[4:]):
            heading.title_rest = None  # QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH
    count = len(heading.subject)
    for place in range(count - 1, -1, -1):
        line = passage.words(heading.subject[place])
        if not marks.is_capitals(line) and not any(same(line, passage.words(index)) for index in heading.issuer):
            return
        if (marks.names_authority(line) or not marks.is_capitals(line)) and (place or heading.title_rest):
            for index in heading.subject[place:]:
                heading.kinds[index] = "authority"
            del heading.subject[place:]


def _number(passage: Passage, index: int, line: str) -> Code | None:
    """The code of a number line; a number stamped on the line above its `Số:` belongs to it."""
    code = number_line(line)
    above = passage.words(index - 1).strip() if index else ""
    if code is not None and code.number is None and above.isdigit() and len(above) <= 6:
        return parse_code(f"{above}/{code.notation}") or code
    return code


def type_of(heading: HeadingLines, *, has_addressees: bool) -> DocType | None:
    """The type by the title, else by the notation, else công văn where it has a subject or addressees of its own."""
    if heading.title is not None:
        return heading.title
    told = by_notation(heading.code.notation) if heading.code and heading.code.notation else None
    if told is not None:
        return told.doc_type
    letter = by_code("CV") if has_addressees else None
    return letter.doc_type if letter else None
