"""Domain knowledge as data: TOML files in this folder, each entry with its legal source beside it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Return the parsed data file `name`.toml of this folder. The caller must not change it."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
