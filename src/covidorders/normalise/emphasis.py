"""Bold and italic marks (`**`, `*`, `***`, `__`, `_`): which of them belong together, and what they embrace."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from covidorders.normalise.draft import Draft, Edit

_RUN = re.compile(r"(?<![\\*_])(?:\*{1,3}|_{1,3})(?![*_])")
_REACH = 6
"""Lines over which one emphasis may run."""
_DEEPEST = 32
"""Open marks that are remembered; more of them are no emphasis."""
_MOSTLY = 0.7


@dataclass(frozen=True, slots=True)
class _Mark:
    """A run of asterisks or underscores in a line; `opens`/`closes`: which side of an emphasis it can be."""

    line: int
    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


_Pair = tuple[_Mark, _Mark]


def lift_emphasis(lines: Sequence[Draft]) -> list[Draft]:
    """Return the lines without the marks that belong together, and bold or italic where most of a line is."""
    marks = [mark for number, line in enumerate(lines) for mark in _marks(number, line.text)]
    if not marks:
        return list(lines)
    pairs, alone = _within_lines(marks)
    pairs += _over_lines(alone, lines)
    gone = {mark for pair in pairs for mark in pair}
    gone |= {mark for mark in alone if len(mark.sign) > 1 and _is_debris(mark, lines[mark.line].text)}
    edits: list[list[Edit]] = [[] for _ in lines]
    for mark in marks:
        if mark in gone:
            edits[mark.line].append(Edit(mark.start, mark.end, ""))
    bold = _covered(lines, [pair for pair in pairs if len(pair[0].sign) != 1])
    italic = _covered(lines, [pair for pair in pairs if len(pair[0].sign) != 2])
    return [
        _hinted(line, bold[number], italic[number]).amend(edits[number], "markup") for number, line in enumerate(lines)
    ]


def _marks(number: int, text: str) -> list[_Mark]:
    """Find the runs that can be marks: `(*)`, a bullet, a lone `*` and a sign of multiplication cannot."""
    found = []
    for match in _RUN.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        sign = match.group()
        if (before, after) == ("(", ")"):
            continue
        inside_word = before.isalnum() and after.isalnum()
        opens = after != "" and not after.isspace() and not (inside_word and (len(sign) == 1 or "_" in sign))
        closes = before != "" and not before.isspace() and not (inside_word and (len(sign) == 1 or "_" in sign))
        if opens or closes:
            found.append(_Mark(number, match.start(), match.end(), sign, opens, closes))
    return found


def _within_lines(marks: Iterable[_Mark]) -> tuple[list[_Pair], list[_Mark]]:
    """Pair marks of the same sign on the same line, the inner ones first; return the others too."""
    pairs: list[_Pair] = []
    alone: list[_Mark] = []
    stack: list[_Mark] = []
    for mark in marks:
        if stack and stack[-1].line != mark.line:
            alone += stack
            stack = []
        partner = next((m for m in reversed(stack) if m.sign == mark.sign), None) if mark.closes else None
        if partner is not None:
            place = stack.index(partner)
            alone += stack[place + 1 :]
            del stack[place:]
            pairs.append((partner, mark))
        elif mark.opens:
            stack.append(mark)
            alone += stack[:-_DEEPEST]
            del stack[:-_DEEPEST]
        else:
            alone.append(mark)
    return pairs, sorted(alone + stack, key=lambda mark: (mark.line, mark.start))


def _over_lines(alone: Sequence[_Mark], lines: Sequence[Draft]) -> list[_Pair]:
    """Pair what is left over with marks some lines below; single signs only from a line's start to a line's end."""
    pairs: list[_Pair] = []
    taken: set[_Mark] = set()
    for place, opening in enumerate(alone):
        if opening in taken or not opening.opens or (len(opening.sign) == 1 and opening.start > 0):
            continue
        for closing in alone[place + 1 : place + 1 + _DEEPEST]:
            if closing.line - opening.line > _REACH or (closing.sign == opening.sign and not closing.closes):
                break
            at_end = closing.end == len(lines[closing.line].text.rstrip())
            if closing.sign == opening.sign and closing.line > opening.line and (len(closing.sign) > 1 or at_end):
                pairs.append((opening, closing))
                taken |= {opening, closing}
                break
    return pairs


def _is_debris(mark: _Mark, text: str) -> bool:
    """Half of a pair whose other half a converter lost, at the start or the end of a line."""
    return (mark.opens and mark.start == 0) or (mark.closes and mark.end == len(text.rstrip()))


def _covered(lines: Sequence[Draft], pairs: Iterable[_Pair]) -> list[int]:
    """Return for each line how many of its characters other than blanks the pairs embrace."""
    counts = [0] * len(lines)
    for opening, closing in pairs:
        for number in range(opening.line, closing.line + 1):
            start = opening.end if number == opening.line else 0
            end = closing.start if number == closing.line else len(lines[number].text)
            counts[number] += sum(not letter.isspace() for letter in lines[number].text[start:end])
    return counts


def _hinted(draft: Draft, bold: int, italic: int) -> Draft:
    enough = _MOSTLY * sum(not letter.isspace() and letter not in "*_" for letter in draft.text)
    hints = (draft.line.bold or bold >= enough > 0, draft.line.italic or italic >= enough > 0)
    if hints == (draft.line.bold, draft.line.italic):
        return draft
    return replace(draft, line=replace(draft.line, bold=hints[0], italic=hints[1]))
