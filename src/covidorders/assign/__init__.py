"""Assign: what was recognised in the text goes to the directive, the legal base or the notice that it stands in."""

from covidorders.assign.notice import assign

__all__ = ["assign"]
