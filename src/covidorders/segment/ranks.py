"""The rank of a label: fixed for the decree's own labels, given by the notice for all others."""

from __future__ import annotations

from dataclasses import dataclass, field

from covidorders.grammar.labels import Label
from covidorders.knowledge import load

_DECIMAL_STEP = 0.1
_HALF = 0.5


@dataclass(slots=True)
class Ranks:
    """Ranks of one notice. A mark without a rank of its own takes one at its first appearance and keeps it."""

    given: dict[str, float] = field(default_factory=dict)

    def of(self, label: Label, inner: float | None, *, inner_leads_in: bool, heads: bool) -> float:
        """Return the rank of a label; 0 is highest.

        `inner` is the rank of the innermost open item (None: no item is open), `inner_leads_in` tells whether that
        item's last words end with a colon, `heads` whether the labelled paragraph reads like a heading.
        """
        kind = label.kind
        if kind.name == "decimal":
            return (kind.rank or 0) + _DECIMAL_STEP * (label.id.count(".") - 1)
        if kind.rank is not None:
            return float(kind.rank)
        if kind.name not in self.given:
            self.given[kind.name] = self._first(kind.name, inner, inner_leads_in=inner_leads_in, heads=heads)
        return self.given[kind.name]

    def _first(self, kind: str, inner: float | None, *, inner_leads_in: bool, heads: bool) -> float:
        usual = float(load("ranks")["usual"][kind])
        if inner is None or inner < usual:
            return usual if inner is None or not inner_leads_in else max(inner + _HALF, usual)
        if heads and not inner_leads_in:
            return usual
        return inner + _HALF
