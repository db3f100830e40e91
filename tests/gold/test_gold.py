"""What the program makes of real documents, against facts read from them by hand.

The documents and the facts lie beside the project in `../shared`; where that folder is absent the tests are skipped.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tools.gold import score

from covidorders.emit import to_bytes
from covidorders.pipeline import parse_file

pytestmark = pytest.mark.shared

SEED_FIELDS = (
    "bundle", "type", "code", "issued_on", "signers", "addressees", "directives", "reference", "reference_date", "date",
)  # fmt: skip

SEEDS = [
    # (file, directives of each notice at all levels)
    ("000_605d784dc61f2283.txt", [15]),
    ("004_0870d2a0fb836b00.txt", [17, 7, 16]),
]

BROKEN_ACROSS_PAGES = [
    # (file, words on both sides of a page break that are one sentence again)
    ("000_605d784dc61f2283.txt", "phối hợp thực hiện tốt"),
    ("004_0870d2a0fb836b00.txt", "tầm soát (lần 7)"),
    ("004_0870d2a0fb836b00.txt", "rà soát các đối tượng còn sót"),
]


CORPUS_FLOORS = [
    # (field, F1 over the real documents that have gold, scans among them; what scans cost stands in the README)
    ("bundle", 1.0),
    ("type", 1.0),
    ("directives", 0.95),
    ("reference", 0.9),
    ("reference_date", 0.9),
    ("date", 0.95),
]


@pytest.fixture(scope="module")
def seed_scores(shared: Path) -> dict[str, dict[str, float]]:
    return score(shared / "gold" / "seeds", [shared / "seeds"])


@pytest.fixture(scope="module")
def corpus_scores(shared: Path) -> dict[str, dict[str, float]]:
    return score(shared / "gold" / "corpus", [shared / "corpus"])


@pytest.mark.parametrize(("field", "floor"), CORPUS_FLOORS)
def test_real_documents_do_not_get_worse(field: str, floor: float, corpus_scores: dict[str, dict[str, float]]) -> None:
    assert corpus_scores[field]["f1"] >= floor


@pytest.mark.parametrize("field", SEED_FIELDS)
def test_seeds_are_read_completely(field: str, seed_scores: dict[str, dict[str, float]]) -> None:
    assert seed_scores[field] == {**seed_scores[field], "f1": 1.0}


@pytest.mark.parametrize(("name", "expected"), SEEDS)
def test_directives_of_each_notice(name: str, expected: list[int], shared: Path) -> None:
    source = json.loads(to_bytes(parse_file(shared / "seeds" / name)))

    def count(directives: list[dict[str, Any]]) -> int:
        return sum(1 + count(d["children"]) for d in directives)

    assert [count(notice["directives"]) for notice in source["notices"]] == expected


@pytest.mark.parametrize(("name", "words"), BROKEN_ACROSS_PAGES)
def test_sentence_broken_across_pages_is_whole(name: str, words: str, shared: Path) -> None:
    assert words in parse_file(shared / "seeds" / name).text


@pytest.mark.parametrize("name", [name for name, _ in SEEDS])
def test_every_offset_points_at_its_words(name: str, shared: Path) -> None:
    source = parse_file(shared / "seeds" / name)
    for notice in source.notices:
        for found in (*notice.entities, *notice.references):
            assert source.text[found.start : found.end] == found.text
        for named in (*notice.addressees, *notice.distribution):
            assert " ".join(source.text[named.start : named.end].split()) == named.text
