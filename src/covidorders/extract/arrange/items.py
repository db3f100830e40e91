"""List labels at the beginning of a printed line."""

from __future__ import annotations

from covidorders.grammar.fold import fold
from covidorders.grammar.items import starts_item
from covidorders.grammar.marks import pattern


def begins_item(text: str) -> bool:
    """Tell whether a line begins with a list label; the `V/v` that opens a subject is none, though `V/` looks so."""
    return starts_item(text) and not is_subject(text)


def is_subject(text: str) -> bool:
    """Tell whether a line opens the subject of a công văn: `V/v …`."""
    return pattern("subject", "short", whole=False).match(fold(text)) is not None
