"""The command line. Each command stands in a module of its own and does what the library does by the same name."""

from covidorders.cli.app import main

__all__ = ["main"]
