"""The end matter of a notice: Nơi nhận and the signature blocks, in whatever order they come.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7–II.9; Hướng dẫn 36-HD/VPTW, mục I.7–I.9.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from covidorders.grammar import marks
from covidorders.grammar.fold import fold
from covidorders.grammar.labels import read_label
from covidorders.grammar.names import person
from covidorders.model import Mention, Signature
from covidorders.segment.copies import copies_without_title, is_dash, is_note, kept, take_copies
from covidorders.segment.lines import Passage
from covidorders.segment.seals import is_debris, is_noise, left_of_post, over_name

_REACH = 9
"""A signer's name stands within so many lines below the authority or post."""
_FULL_NAME = 3
"""Words of a name in capitals that is believed without a post above it: `CHÍNH PHỦ` under a seal is none."""
_BODY = 90
"""The name of a body above a signature block is no longer than this (code points)."""


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
    runs_on: set[int] = field(default_factory=set)
    """Lines that finish the post of the line above (`PHÓ CHÁNH` / `VĂN PHÒNG`)."""
    sealed: bool = False
    """Pieces of a seal were read below the post."""

    def __bool__(self) -> bool:
        return bool(self.authority or self.position)


def find_ending(passage: Passage, begin: int) -> int | None:
    """Return the index where the end matter begins, at or after `begin`; None where there is none."""
    for index in range(begin, len(passage)):
        line = passage.words(index)
        if passage.paragraphs[index].table is not None:
            continue
        if marks.is_distribution(line) or (_opens_block(line) and _name_follows(passage, index)):
            above = passage.words(index - 1) if index > begin else ""  # TM. CHÍNH PHỦ stands higher than Nơi nhận
            signs = marks.is_capitals(above) and (marks.is_authority(above) or _names_body(passage, index - 1))
            return index - 1 if signs else index
    return copies_without_title(passage, begin) or _bare_authority(passage, begin)


def _bare_authority(passage: Passage, begin: int) -> int | None:
    """`TM. ỦY BAN THƯỜNG VỤ` at the very end, the name below it unread."""
    for index in range(max(begin, len(passage) - 3), len(passage)):
        line = passage.words(index)
        if marks.is_authority(line) and marks.is_capitals(line) and passage.paragraphs[index].table is None:
            return index
    return None


def _names_body(passage: Passage, index: int) -> bool:
    """The line above a signature block that says for which body is signed, where two bodies sign (`SỞ Y TẾ`)."""
    line = passage.words(index)
    if passage.paragraphs[index].table is not None or not marks.is_capitals(line) or len(line) > _BODY:
        return False
    if marks.is_authority(line) or marks.is_position(line) or read_label(line) is not None:
        return False
    named = marks.opens_with(fold(line), "bodies", "heads") is not None
    return named and _opens_block(passage.words(index + 1)) and _name_follows(passage, index + 1)


def read_ending(passage: Passage, begin: int) -> Ending:
    """Read the end matter from its first paragraph on; `stop` is the first paragraph that belongs to it no more."""
    start = find_ending(passage, begin)
    if start is None:
        return Ending(start=len(passage), stop=len(passage))
    ending = Ending(start=start, stop=start, found=True)
    block, copies = _Block(), is_dash(passage.words(start))
    index = start
    while index < len(passage):
        line = passage.words(index)
        if passage.paragraphs[index].table is not None or marks.is_nation(line) or _turns_over(passage, index, block):
            break
        if marks.is_distribution(line):
            if copies:
                break  # the end matter of an annex
            copies = True
            take_copies(passage, index, ending.distribution, skip=line.find(":") + 1 or len(line))
        elif not _in_block(passage, index, ending, block, copies=copies):
            if _post_unread(passage, index, ending, block):
                pass
            elif not copies or not _is_copy(passage, index, ending):
                break
            else:
                take_copies(passage, index, ending.distribution)
        index += 1
        ending.stop = index
    if block:
        ending.signatures.append(_signature(passage, block, None))
    return ending


def _turns_over(passage: Passage, index: int, block: _Block) -> bool:
    """Tell whether a new page begins with the letterhead of a form sent with the notice, the name having been lost."""
    paragraph = passage.paragraphs[index]
    new_page = index > 0 and paragraph.page != passage.paragraphs[index - 1].page
    return bool(block) and new_page and paragraph.zone == "left" and not is_dash(passage.words(index))


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
    if is_dash(line) and not marks.is_capitals(line):
        return bool(block) and is_debris(passage, index)
    if not block and _names_body(passage, index):
        return True
    if block and (_finishes_post(passage, index, block) or _is_sealed(passage, index, block)):
        return True
    if marks.is_authority(line):
        if block.position and not _belongs(passage, block, index):
            ending.signatures.append(_signature(passage, block, None))
            block.authority.clear()
            block.position.clear()
        block.authority.append(index)
        return True
    if block and (marks.is_signed(line) or _joins_posts(line)):
        block.position += [index] if _joins_posts(line) else []
        return True
    if _is_post(passage, index, block, copies=copies):
        block.position.append(index)
        return True
    return _take_name(passage, index, ending, block, copies=copies)


def _joins_posts(line: str) -> bool:
    return line.strip("*_ .").lower() == "kiêm"


def _take_name(passage: Passage, index: int, ending: Ending, block: _Block, *, copies: bool) -> bool:
    """Take a signer's name, which ends the block; where two posts stand side by side, it ends the first of them."""
    name = _signer(passage, index, block, ending, copies=copies)
    if name is None:
        return False
    if len(block.position) == 2 and not block.authority and _signer_below(passage, index):
        first = _Block(position=block.position[:1])
        ending.signatures.append(_signature(passage, first, (index, name)))
        del block.position[0]
        return True
    ending.signatures.append(_signature(passage, block, (index, name)))
    block.authority.clear()
    block.position.clear()
    block.runs_on.clear()
    return True


def _finishes_post(passage: Passage, index: int, block: _Block) -> bool:
    """Take a line that finishes the post begun on the line above: `KT. CHÁNH` / `VĂN PHÒNG`."""
    taken = block.authority if index - 1 in block.authority else block.position
    line, above = passage.words(index), passage.words(index - 1)
    if index - 1 not in taken or not marks.is_capitals(line) or marks.is_authority(line) or marks.is_signed(line):
        return False
    last = fold(above).rsplit(maxsplit=1)[-1]
    if last not in marks.words("signing", "unfinished") or (marks.is_position(line) and last != "pho"):
        return False
    if person(line) is not None and marks.opens_with(fold(line), "bodies", "heads") is None:
        return False
    taken.append(index)
    block.runs_on.add(index)
    return True


def _is_sealed(passage: Passage, index: int, block: _Block) -> bool:
    """Tell whether a line is what was read of a seal between post and name: once there is one, all short lines are."""
    line = passage.words(index)
    if is_noise(line):
        block.sealed = True
        return True
    said = marks.is_authority(line) or marks.is_position(line) or marks.is_signed(line) or _joins_posts(line)
    return (
        not said
        and person(line) is None
        and (block.sealed or not marks.is_capitals(line))
        and over_name(passage, index)
    )


def _post_unread(passage: Passage, index: int, ending: Ending, block: _Block) -> bool:
    """Tell whether a line behind the last copy is what a seal left of a post: only short lines stand before a name."""
    return not block and not ending.signatures and kept(ending.distribution) and left_of_post(passage, index)


def _signer(passage: Passage, index: int, block: _Block, ending: Ending, *, copies: bool) -> tuple[int, int] | None:
    """The place of a signer's name in a line; a name that ends like an entry of the copies is one of those."""
    line = passage.words(index)
    if line.rstrip().endswith((";", ",")):
        return None
    name = person(line, known_family=not block)
    if block:
        return name
    if ending.signatures or not copies:
        return None if ending.signatures else name
    # A name alone behind the last copy: the post above it was not read
    last = index == len(passage) - 1
    name = person(line, known_family=not last) if kept(ending.distribution) else None
    sealed = name is not None and marks.is_capitals(line) and len(line[slice(*name)].split()) < _FULL_NAME
    return None if sealed else name


def _signer_below(passage: Passage, index: int) -> bool:
    line = passage.words(index + 1)
    return bool(line) and not line.endswith((";", ",")) and not marks.is_position(line) and person(line) is not None


def _belongs(passage: Passage, block: _Block, index: int) -> bool:
    return index - max(block.position) <= 1


def _is_post(passage: Passage, index: int, block: _Block, *, copies: bool) -> bool:
    line = passage.words(index)
    line = line.lstrip("-– ") if block and marks.is_capitals(line) else line  # CHỦ TỊCH UBND / - TRƯỞNG BAN CHỈ ĐẠO
    if marks.is_position(line, capital=not block):
        capitals = marks.is_capitals(line)
        return capitals or bool(block) or _name_follows(passage, index)
    if person(line) and block:
        return False
    return bool(block) and marks.is_capitals(line) and person(line) is None and len(line) <= 90 and not is_note(line)


def _is_copy(passage: Passage, index: int, ending: Ending) -> bool:
    line = passage.words(index)
    if is_dash(line):
        return True
    if ending.signatures:
        return False  # the copies stand left of the signature or above it
    if kept(ending.distribution) and passage.text[ending.distribution[-1].end :][:1] == ".":
        return is_note(line) or line.startswith("(")  # behind the last copy only typists' marks stand
    if passage.paragraphs[index].zone == "left":
        return passage.paragraphs[index].page == passage.paragraphs[index - 1].page
    return len(line) <= 120 and not marks.pattern("annex", "open", whole=False).match(fold(line))


def _signature(passage: Passage, block: _Block, name: tuple[int, tuple[int, int]] | None) -> Signature:
    indexes = sorted([*block.authority, *block.position, *([name[0]] if name else [])])
    who = None
    if name is not None:
        line = passage.words(name[0])
        who = " ".join(line[name[1][0] : name[1][1]].split())
    return Signature(
        authority=_lines(passage, block.authority, block.runs_on),
        position=_lines(passage, block.position, block.runs_on),
        name=who,
        start=passage.paragraphs[indexes[0]].start,
        end=passage.paragraphs[indexes[-1]].end,
    )


def _lines(passage: Passage, indexes: list[int], runs_on: set[int]) -> str | None:
    """Join the lines of an authority or a post; `kiêm` joins two posts of one person."""
    parts: list[str] = []
    glue = True
    for index in indexes:
        words = " ".join(passage.words(index).strip(" *_").split())
        if _joins_posts(words):
            glue = True
            parts.append("kiêm")
        else:
            parts.append(words if glue or not parts or index in runs_on else f"/ {words}")
            glue = False
    return " ".join(parts) or None
