"""Normalise: the lines of an extractor become one text, one paragraph a line, letters and joins mended.

Nothing is lost: what was changed stands in `Text.repairs` (see `covidorders.normalise.repairs`).
"""

from covidorders.normalise.text import normalise

__all__ = ["normalise"]
