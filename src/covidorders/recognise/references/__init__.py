"""Mentions of other documents (viện dẫn): laws by name, documents by number, lists, short forms.

`find_references` is the plain function; the spaCy component `covidorders_references` calls it.
"""

from covidorders.recognise.references.find import find_references
from covidorders.recognise.references.found import FoundReference

__all__ = ["FoundReference", "find_references"]
