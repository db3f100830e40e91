"""Edit distance of short lines."""

from __future__ import annotations


def distance(a: str, b: str) -> int:
    """Return the Levenshtein distance of two short strings, in O(len(a) len(b))."""
    if a == b:
        return 0
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != other))
    return row[-1]
