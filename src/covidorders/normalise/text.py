"""The normalise stage as a whole."""

from __future__ import annotations

from covidorders.layout import Extracted, Text
from covidorders.normalise.assemble import assemble


def normalise(extracted: Extracted) -> Text:
    """Return the text of a source file, one paragraph a line, with the place of everything in it."""
    return assemble(extracted)
