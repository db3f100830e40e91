"""Persons named in running text, tables, attendee lists and signatures: `covidorders_persons`."""

from covidorders.recognise.persons.finder import find_persons

__all__ = ["find_persons"]
