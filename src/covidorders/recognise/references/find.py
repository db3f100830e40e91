"""All references of a text, in the order of the text."""

from __future__ import annotations

from covidorders.recognise.references.found import FoundReference
from covidorders.recognise.references.laws import find_laws
from covidorders.recognise.references.lists import complete
from covidorders.recognise.references.numbered import find_numbered


def find_references(text: str, *, year: int | None = None) -> list[FoundReference]:
    """Return the mentions of other documents in `text`, in order, none overlapping another.

    `text` is NFC with one paragraph a line, as the normalise stage gives it: nothing is read across a line break.
    `year` is the notice's own, for dates printed without a year. A letterhead's own `Số: …` at the beginning of a
    line is no reference.
    """
    text = text.replace("\u00a0", " ")  # of the same length, so that places stay right
    laws = list(find_laws(text, year=year))
    numbered = find_numbered(text, [(law.start, law.end) for law in laws], year=year)
    return complete(text, sorted([*laws, *numbered], key=lambda found: found.start))
