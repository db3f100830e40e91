"""Segment: one notice is cut into heading, addressees, bases, preamble, directives, closing and end matter."""

from covidorders.segment.notice import segment
from covidorders.segment.parts import Heading, Item, Segmented

__all__ = ["Heading", "Item", "Segmented", "segment"]
