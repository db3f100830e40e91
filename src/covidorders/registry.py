"""Named parts found through entry points, so that another package can add one.

Groups: `covidorders.extractors`, `covidorders.executors`, `covidorders.exporters`.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import Any

from covidorders.errors import UnknownFormatError


@cache
def names(group: str) -> tuple[str, ...]:
    """Return the names of all parts of a group, sorted."""
    return tuple(sorted({point.name for point in entry_points(group=group)}))


@cache
def load(group: str, name: str) -> Any:  # noqa: ANN401 - the caller knows the group's protocol
    """Return the part of that name; the last one installed wins. Raises UnknownFormatError if there is none."""
    found = [point for point in entry_points(group=group) if point.name == name]
    if not found:
        known = ", ".join(names(group)) or "none"
        raise UnknownFormatError(
            f"No {group} part is named {name!r} (installed: {known}). Install the package with it."
        )
    return found[-1].load()
