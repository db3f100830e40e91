"""The repair plan: what was changed, where, by which rule, and how to undo it.

What is kept: every change of letters, every line left out, joins over a page's end (`join-page`) and inside a code
(`join-code`). What is not: white space, and the joining of lines inside a page. Hence the property

    squash(replay(text.text, text.repairs)) == squash(the extracted lines and cells, one after the other)

where `squash` takes all white space away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from covidorders.model import Repair
from covidorders.normalise.draft import Change, Draft

_NEAR = 16
"""Unchanged characters between two changes by the same rule that become one entry of the plan."""


def replay(text: str, repairs: Iterable[Repair]) -> str:
    """Return the extracted text: `text` with every repair undone (see the property above)."""
    pieces: list[str] = []
    done = 0
    for repair in repairs:
        pieces += (text[done : repair.start], repair.was)
        done = repair.end
    return "".join(pieces) + text[done:]


def repairs_of(draft: Draft, start: int) -> Iterator[Repair]:
    """Yield the changes of a draft whose text begins at `start`; neighbours by the same rule are put together.

    A change of white space alone is left out.
    """
    held: Change | None = None
    for change in draft.changes:
        if not change.rule and change.was.strip() == draft.text[change.start : change.end].strip():
            continue
        if held is not None and held.rule == change.rule and change.start - held.end <= _NEAR:
            held = Change(
                held.start, change.end, held.was + draft.text[held.end : change.start] + change.was, held.rule
            )
            continue
        if held is not None:
            yield _entry(held, start)
        held = change
    if held is not None:
        yield _entry(held, start)


def _entry(change: Change, start: int) -> Repair:
    return Repair(start=start + change.start, end=start + change.end, was=change.was, rule=change.rule or "space")
