"""Annotate: mentions go out to annotation tools, corrections come back as gold."""

from covidorders.annotate.exchange import Export, Tool, anchor_file, export, read_annotations, write_annotations
from covidorders.annotate.marked import Mark, MarkedText, marked

__all__ = [
    "Export",
    "Mark",
    "MarkedText",
    "Tool",
    "anchor_file",
    "export",
    "marked",
    "read_annotations",
    "write_annotations",
]
