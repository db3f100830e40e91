"""covidorders reads Vietnamese official notices and gives back their structure.

>>> from covidorders import parse_file, parse_text
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = ["__version__", "parse_file", "parse_text"]

if TYPE_CHECKING:
    from covidorders.pipeline import parse_file, parse_text


def __getattr__(name: str) -> Any:  # noqa: ANN401 - module attribute access is untyped by nature
    """Load the pipeline only when it is asked for, so that `covidorders --help` starts fast."""
    if name in {"parse_file", "parse_text"}:
        from covidorders import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
