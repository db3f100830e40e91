"""The rank of a label: fixed for the decree's own labels, given by the notice for all others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from covidorders.grammar.labels import Label
from covidorders.knowledge import load

_DECIMAL_STEP = 0.1
_HALF = 0.5


def _above_list(opened: Sequence[float], below: Label | None) -> float | None:
    """The rank of a heading whose own list begins right below it with a label of fixed rank (`Cấp độ 1` / `1.`)."""
    if below is None or below.kind.rank is None or below.ordinal != 1 or below.kind.name == "decimal":
        return None
    rank = float(below.kind.rank)
    outer = max((other for other in opened if other < rank), default=rank - 1)
    return (outer + rank) / 2


@dataclass(slots=True)
class Ranks:
    """Ranks of one notice. A mark without a rank of its own takes one at its first appearance and keeps it."""

    given: dict[str, float] = field(default_factory=dict)

    def of(
        self, label: Label, opened: Sequence[float], *, inner_leads_in: bool, heads: bool, below: Label | None
    ) -> float:
        """Return the rank of a label; 0 is highest.

        `opened` are the ranks of the open items from the outermost to the innermost, `inner_leads_in` tells whether
        the innermost one's last words end with a colon, `heads` whether the labelled paragraph reads like a heading,
        `below` is the next label.
        """
        kind = label.kind
        if kind.name == "decimal":
            return (kind.rank or 0) + _DECIMAL_STEP * (label.id.count(".") - 1)
        if kind.rank is not None:
            return float(kind.rank)
        if kind.name not in self.given:
            inner = opened[-1] if opened else None
            above = _above_list(opened, below) if heads else None
            usual = float(load("ranks")["usual"][kind.name])
            if above is not None and above < usual:
                self.given[kind.name] = above
            else:
                self.given[kind.name] = self._first(usual, inner, inner_leads_in=inner_leads_in, heads=heads)
        return self.given[kind.name]

    @staticmethod
    def _first(usual: float, inner: float | None, *, inner_leads_in: bool, heads: bool) -> float:
        if inner is None or inner < usual:
            return usual if inner is None or not inner_leads_in else max(inner + _HALF, usual)
        if heads and not inner_leads_in:
            return usual
        return inner + _HALF
