"""Python's cycle collector in a process that does nothing but read files."""

from __future__ import annotations

import gc

_YOUNG, _MIDDLE, _OLD = 100_000, 20, 100
"""Objects made before a collection, and collections before a longer one."""


def collect_seldom() -> None:
    """Look for garbage in cycles less often, in the whole process.

    A page makes tens of thousands of small objects and no cycles; the usual thresholds (700 objects) look through all
    of them again and again. A tenth of the time of a digital PDF (`python -m tools.bench`), peak memory as before.
    """
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
