"""The learned part of recognition: a CRF over the tokens of a paragraph, trained by `covidorders train`."""

from __future__ import annotations

from covidorders.recognise.learned.lines import Line, lines_of
from covidorders.recognise.learned.tagger import Tagger, load_tagger

__all__ = ["Line", "Tagger", "lines_of", "load_tagger"]
