"""`covidorders schema`: the JSON Schema."""

from __future__ import annotations

import sys


def schema() -> None:
    """Print the JSON Schema of the results."""
    from covidorders.emit import schema_text

    sys.stdout.write(schema_text())
