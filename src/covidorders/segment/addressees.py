"""Whom a notice is sent to: Kính gửi of a công văn, the receivers of a công điện.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9.a and Phụ lục III, mẫu 1.6 (`… điện:`).
"""

from __future__ import annotations

from covidorders.grammar import marks
from covidorders.grammar.labels import read_label
from covidorders.grammar.marks import opens_with
from covidorders.model import Mention
from covidorders.segment.agencies import split_agencies
from covidorders.segment.lines import Passage

_LONGEST = 260
"""An addressee's line longer than this is a paragraph of the body (code points)."""
_REST = 60
"""The rest of an addressee that runs over the line's end is no longer than this."""
_UNFINISHED = (",", " -", " –", " và", " các", ":")
"""Ends of a line behind which the names of an addressee go on."""


def read_addressees(passage: Passage, index: int, *, letter: bool) -> tuple[tuple[Mention, ...], int]:
    """Read the list that opens at `index`; return the addressees and the index behind them.

    `letter` tells that the notice has a công văn's heading: then a list of agencies that stands there without its
    Kính gửi, lost in scanning, is read too.
    """
    opened = _opening(passage.words(index))
    if opened is None:
        end = _bare_list(passage, index) if letter else index
        return tuple(m for i in range(index, end) for m in _agencies(passage, i, 0)), end
    mentions = list(_agencies(passage, index, opened))
    index += 1
    while index < len(passage) and _continues(passage, index, first=not mentions):
        if mentions and _is_rest(passage, index):
            mentions[-1] = _joined(passage, mentions[-1], _agencies(passage, index, 0)[-1])
        else:
            mentions += _agencies(passage, index, 0)
        index += 1
    return tuple(mentions), index


def _opening(line: str) -> int | None:
    """Length of `Kính gửi:` or `CHỦ TỊCH … điện:` at the start of a line, None where neither stands."""
    if not line:
        return None
    kind = "open" if marks.is_addressees(line) else "telegram"
    found = marks.pattern("addressees", kind, whole=False).match(marks.folded(line))
    if found is None or (kind == "telegram" and not _sends(line, found.end())):
        return None
    return found.end()


def _sends(line: str, end: int) -> bool:
    """The sender of a công điện stands in capitals; a short line may name it in small letters."""
    if marks.is_capitals(line[:end].rstrip(" :")[:-4]):
        return True
    return ":" in line[:end] and len(line) <= end + 4


def _agencies(passage: Passage, index: int, skip: int) -> tuple[Mention, ...]:
    paragraph = passage.paragraphs[index]
    return split_agencies(passage.text, paragraph.start + skip, paragraph.end)


def _continues(passage: Passage, index: int, *, first: bool) -> bool:
    line, before = passage.words(index), passage.words(index - 1)
    if len(line) > _LONGEST or passage.paragraphs[index].table is not None or marks.is_basis(line):
        return False
    label = read_label(line)
    if label is not None:
        return label.kind.bullet and (first or before.endswith((";", ",", ":")) or not before.endswith("."))
    if _is_rest(passage, index):
        return True
    if (first or before.endswith((";", ","))) and line.rstrip().endswith((";", ".", ",")):
        return True
    return (first or not before.endswith((".", ":", ";"))) and _is_bare_name(line)


def _is_bare_name(line: str) -> bool:
    """A body or an office alone on its line, without dash or stop (`Các sở, ban, ngành tỉnh`)."""
    if len(line) > 2 * _REST or not line[:1].isupper() or not line[-1:].isalpha() or ":" in line:
        return False
    folded = marks.folded(line.removeprefix("Các "))
    return any(opens_with(folded, *names) for names in (("bodies", "heads"), ("signing", "positions")))


def _is_rest(passage: Passage, index: int) -> bool:
    """The end of an entry that runs over the line (`- UBND các huyện và thành phố` / `Đạ Nam;`)."""
    line, before = passage.words(index), passage.words(index - 1)
    label, above = read_label(line), read_label(before)
    ends = line.endswith((";", ".", ",")) or (line[:1].islower() and line[-1:].isalnum())
    if label is not None or len(line) > 2 * _REST or not ends:
        return False
    if above is None or not above.kind.bullet:  # Kính gửi các Bộ: Y tế, Công an, / Quốc phòng, Ngoại giao.
        going_on = before.endswith(_UNFINISHED) or (line[:1].islower() and not before.endswith((";", ".")))
        return going_on and not before.endswith(("Kính gửi:", "Kính gửi các:"))
    return len(line) <= _REST and not before.endswith((";", ".", ",", ":"))


def _joined(passage: Passage, first: Mention, rest: Mention) -> Mention:
    words = " ".join(passage.text[first.start : rest.end].split())
    return Mention(text=words, start=first.start, end=rest.end)


def _bare_list(passage: Passage, index: int) -> int:
    """Index behind a list of dashes that all name agencies and that a paragraph of its own follows."""
    end = index
    while end < len(passage) and passage.paragraphs[end].table is None:
        line = passage.words(end)
        label = read_label(line)
        if label is None or not label.kind.bullet or len(line) > _LONGEST:
            break
        name = line[label.end :]
        folded = marks.folded(name.removeprefix("Các "))
        if not name[:1].isupper() or opens_with(folded, "bodies", "heads") is None:
            return index
        end += 1
    return end if end < len(passage) and read_label(passage.words(end)) is None else index
