"""The end matter of a notice: Nơi nhận and the signature blocks, in whatever order they come.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7–II.9; Hướng dẫn 36-HD/VPTW, mục I.7–I.9.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from covidorders.grammar import marks
from covidorders.grammar.fold import fold
from covidorders.grammar.names import person
from covidorders.model import Mention, Signature
from covidorders.segment.agencies import mention
from covidorders.segment.lines import Passage

_REACH = 9
"""A signer's name stands within so many lines below the authority or post."""
_NOTE = 40
"""A line among the copies longer than this is no typist's mark (code points)."""


@dataclass(slots=True)
class Ending:
    """What was read of the end matter. `start`/`stop`: indexes of its first paragraph and of the first one after it."""

    start: int
    stop: int
    distribution: list[Mention] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    found: bool = False


@dataclass(slots=True)
class _Block:
    """One signature block while it is being read: indexes of its lines."""

    authority: list[int] = field(default_factory=list)
    position: list[int] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.authority or self.position)


def find_ending(passage: Passage, begin: int) -> int | None:
    """Return the index where the end matter begins, at or after `begin`; None where there is none."""
    for index in range(begin, len(passage)):
        line = passage.words(index)
        if passage.paragraphs[index].table is not None:
            continue
        if marks.is_distribution(line) or (_opens_block(line) and _name_follows(passage, index)):
            return index
    return None


def read_ending(passage: Passage, begin: int) -> Ending:
    """Read the end matter from its first paragraph on; `stop` is the first paragraph that belongs to it no more."""
    start = find_ending(passage, begin)
    if start is None:
        return Ending(start=len(passage), stop=len(passage))
    ending = Ending(start=start, stop=start, found=True)
    block, copies = _Block(), False
    index = start
    while index < len(passage):
        line = passage.words(index)
        if passage.paragraphs[index].table is not None:
            break
        if marks.is_distribution(line):
            if copies:
                break  # the end matter of an annex
            copies = True
            _copy(passage, index, ending, skip=line.find(":") + 1 or len(line))
        elif not _in_block(passage, index, ending, block, copies=copies):
            if not copies or not _is_copy(passage, index, ending):
                break
            _copy(passage, index, ending)
        index += 1
        ending.stop = index
    if block:
        ending.signatures.append(_signature(passage, block, None))
    return ending


def _opens_block(line: str) -> bool:
    return marks.is_authority(line) or (marks.is_position(line) and not line.endswith(":"))


def _name_follows(passage: Passage, index: int) -> bool:
    for ahead in range(index + 1, min(index + _REACH, len(passage))):
        line = passage.words(ahead)
        if passage.paragraphs[ahead].table is not None or len(line) > 110 or marks.is_basis(line):
            return False
        if not marks.is_position(line) and person(line):
            return True
        if marks.is_distribution(line) and not marks.is_authority(passage.words(index)):
            return marks.is_capitals(passage.words(index))
    return False


def _in_block(passage: Passage, index: int, ending: Ending, block: _Block, *, copies: bool) -> bool:
    """Take a line of a signature block; False where it is none."""
    line = passage.words(index)
    if line.lstrip()[:1] in "-–+•*" and not marks.is_capitals(line):
        return False
    if marks.is_authority(line):
        if block.position and not _belongs(passage, block, index):
            ending.signatures.append(_signature(passage, block, None))
            block.authority.clear()
            block.position.clear()
        block.authority.append(index)
        return True
    if block and (marks.is_signed(line) or line.strip("*_ .").lower() == "kiêm"):
        if line.strip("*_ .").lower() == "kiêm":
            block.position.append(index)
        return True
    if _is_post(passage, index, block, copies=copies):
        block.position.append(index)
        return True
    name = person(line, known_family=not block)
    if name is None or (not block and (copies or ending.signatures)):
        return False
    ending.signatures.append(_signature(passage, block, (index, name)))
    block.authority.clear()
    block.position.clear()
    return True


def _belongs(passage: Passage, block: _Block, index: int) -> bool:
    return index - max(block.position) <= 1


def _is_post(passage: Passage, index: int, block: _Block, *, copies: bool) -> bool:
    line = passage.words(index)
    if marks.is_position(line, capital=not block):
        capitals = marks.is_capitals(line)
        return capitals or bool(block) or _name_follows(passage, index)
    if person(line) and block:
        return False
    return bool(block) and marks.is_capitals(line) and person(line) is None and len(line) <= 90 and not _is_note(line)


def _is_note(line: str) -> bool:
    """A typist's mark below the copies (`TTH`, `A-M3/KL30-BCĐ/50`): short, without a space."""
    return len(line) <= _NOTE and " " not in line.strip()


def _is_copy(passage: Passage, index: int, ending: Ending) -> bool:
    line = passage.words(index)
    if line.lstrip()[:1] in "-–+•*~":
        return True
    if ending.signatures:
        return False  # the copies stand left of the signature or above it
    if passage.paragraphs[index].zone == "left":
        return passage.paragraphs[index].page == passage.paragraphs[index - 1].page
    return len(line) <= 120 and not marks.pattern("annex", "open", whole=False).match(fold(line))


def _copy(passage: Passage, index: int, ending: Ending, skip: int = 0) -> None:
    paragraph = passage.paragraphs[index]
    line = passage.words(index)
    found = mention(passage.text, paragraph.start + skip, paragraph.end)
    if found is None:
        return
    dash = line[skip:].lstrip()[:1] in "-–+•*~"
    last = ending.distribution[-1] if ending.distribution else None
    if dash or last is None:
        ending.distribution.append(found)
        return
    ended = passage.text[last.end : last.end + 1] in {";", ",", "."} or _is_note(line)
    if not ended and passage.text[last.end : paragraph.start].strip() == "":
        joined = " ".join(passage.text[last.start : found.end].split())
        ending.distribution[-1] = Mention(text=joined, start=last.start, end=found.end)
    elif not _is_note(line):
        ending.distribution.append(found)


def _signature(passage: Passage, block: _Block, name: tuple[int, tuple[int, int]] | None) -> Signature:
    indexes = sorted([*block.authority, *block.position, *([name[0]] if name else [])])
    start = passage.paragraphs[indexes[0]].start
    end = passage.paragraphs[indexes[-1]].end
    who = None
    if name is not None:
        line = passage.words(name[0])
        who = " ".join(line[name[1][0] : name[1][1]].split())
    return Signature(
        authority=_lines(passage, block.authority),
        position=_lines(passage, block.position),
        name=who,
        start=start,
        end=end,
    )


def _lines(passage: Passage, indexes: list[int]) -> str | None:
    """Join the lines of an authority or a post; `kiêm` joins two posts of one person."""
    parts: list[str] = []
    glue = True
    for index in indexes:
        words = " ".join(passage.words(index).strip(" *_").split())
        if words.strip(".").lower() == "kiêm":
            glue = True
            parts.append("kiêm")
        else:
            parts.append(words if glue or not parts else f"/ {words}")
            glue = False
    return " ".join(parts) or None
