"""Canonical names for what the fixed places of a notice name: by the entity that stands there."""

from __future__ import annotations

from collections.abc import Sequence

from covidorders.grammar.fold import fold
from covidorders.model import Entity, Issuer, Mention

_BODIES = ("AGENCY", "POSITION")


def with_canonical(mentions: Sequence[Mention], entities: Sequence[Entity]) -> tuple[Mention, ...]:
    """Give each mention canonical name and id of the body or post at its range.

    A mention may run on behind it (`Sở Y tế (để báo cáo)`), but only if it names nothing else.
    """
    return tuple(_named(mention, entities) for mention in mentions)


def _named(mention: Mention, entities: Sequence[Entity]) -> Mention:
    inside = [one for one in entities if one.label in _BODIES and mention.start <= one.start and one.end <= mention.end]
    outer = [one for one in inside if not any(_within(one, other) for other in inside)]
    if len(outer) != 1 or outer[0].start != mention.start:
        return mention
    return mention.model_copy(update={"canonical": outer[0].canonical, "canonical_id": outer[0].canonical_id})


def _within(one: Entity, other: Entity) -> bool:
    return one is not other and other.start <= one.start and one.end <= other.end and other.label == "POSITION"


def issuer_with_id(issuer: Issuer | None, heading: tuple[int, int], entities: Sequence[Entity]) -> Issuer | None:
    """Give the issuing body the id of the first entity in the heading that is its name or opens it."""
    if issuer is None:
        return None
    name = fold(issuer.name)
    for one in entities:
        if one.label in _BODIES and one.canonical_id and heading[0] <= one.start < heading[1]:
            printed = fold(" ".join(one.text.split()))
            if name == printed or name.startswith(f"{printed} "):
                return issuer.model_copy(update={"canonical_id": one.canonical_id})
    return issuer
