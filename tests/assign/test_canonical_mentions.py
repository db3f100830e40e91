"""Addressees, distribution and issuer get the canonical names of the entities that stand there."""

from __future__ import annotations

import pytest

from covidorders.assign.canonical import issuer_with_id, with_canonical
from covidorders.model import Entity, EntityLabel, Issuer, Mention

TEXT = "UBND TỈNH HOA LƯ\nSỞ Y TẾ\nKính gửi: Sở Nội vụ (để báo cáo); CT UBND tỉnh; Sở A, Sở B; Như trên"


def entity(words: str, label: EntityLabel, canonical_id: str | None) -> Entity:
    start = TEXT.index(words)
    return Entity(
        id="e1",
        label=label,
        text=words,
        start=start,
        end=start + len(words),
        canonical=f"tên đầy đủ của {words}",
        canonical_id=canonical_id,
    )


ENTITIES = [
    entity("UBND TỈNH HOA LƯ", "AGENCY", "uy-ban-nhan-dan@00"),
    entity("SỞ Y TẾ", "AGENCY", "so-y-te@00"),
    entity("Sở Nội vụ", "AGENCY", "so-noi-vu@00"),
    entity("CT UBND tỉnh", "POSITION", None),
    entity("UBND tỉnh", "AGENCY", "uy-ban-nhan-dan@00"),
    entity("Sở A", "AGENCY", None),
    entity("Sở B", "AGENCY", None),
]


@pytest.mark.parametrize(
    ("words", "canonical", "id_"),
    [
        ("Sở Nội vụ (để báo cáo)", "tên đầy đủ của Sở Nội vụ", "so-noi-vu@00"),
        ("CT UBND tỉnh", "tên đầy đủ của CT UBND tỉnh", None),
        # two bodies in one entry, or none: nothing is said
        ("Sở A, Sở B", None, None),
        ("Như trên", None, None),
    ],
)
def test_mentions(words: str, canonical: str | None, id_: str | None) -> None:
    start = TEXT.index(words)
    (named,) = with_canonical([Mention(text=words, start=start, end=start + len(words))], ENTITIES)
    assert (named.canonical, named.canonical_id) == (canonical, id_)


def test_issuer() -> None:
    heading = (0, TEXT.index("Kính gửi"))
    issuer = issuer_with_id(Issuer(name="SỞ Y TẾ", parent="UBND TỈNH HOA LƯ"), heading, ENTITIES)
    assert issuer is not None
    assert issuer.canonical_id == "so-y-te@00"
    unknown = issuer_with_id(Issuer(name="SỞ NỘI VỤ"), heading, ENTITIES)
    assert unknown is not None
    assert unknown.canonical_id is None
    assert issuer_with_id(None, heading, ENTITIES) is None
