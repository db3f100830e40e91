"""What the recognise stage hands on."""

from __future__ import annotations

from dataclasses import dataclass

from covidorders.model import Entity, Reference


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was recognised in one notice. Offsets are into the whole file's text.

    Ids count within the notice in the order of the text: `e1`, `e2`, … and `r1`, `r2`, …
    """

    entities: tuple[Entity, ...]
    references: tuple[Reference, ...]
