"""Resolve: where a reference leads inside its file. Links across files come from `covidorders link` later."""

from covidorders.resolve.bundle import resolve

__all__ = ["resolve"]
