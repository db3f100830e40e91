"""What the program names in real documents, against marks made by hand: strict F1 by label, and canonical names.

The gold lies in `tests/gold/entities`, the documents beside the project in `../shared`; where that folder is absent the
tests that need documents are skipped. Only the tuning part is scored here: the held-out part is for the figures of a
release (`covidorders evaluate tests/gold/entities --sources ../shared --part held-out`).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from covidorders.evaluate import Evaluation, evaluate, gold_files, read_gold, source_reader

ENTITIES = Path(__file__).parent / "entities"
LABELS = ("AGENCY", "DATE", "LOCATION", "PERSON", "POSITION", "QUANTITY", "REFERENCE")

FLOORS = [
    # (kind of page, label, strict F1); a little under what was reached
    ("digital", "AGENCY", 0.955),
    ("digital", "DATE", 0.98),
    ("digital", "LOCATION", 0.985),
    ("digital", "PERSON", 0.97),
    ("digital", "POSITION", 0.975),
    ("digital", "QUANTITY", 0.98),
    ("digital", "REFERENCE", 0.96),
    ("ocr", "AGENCY", 0.93),
    ("ocr", "DATE", 0.96),
    ("ocr", "LOCATION", 0.98),
    ("ocr", "PERSON", 0.9),
    ("ocr", "POSITION", 0.94),
    ("ocr", "QUANTITY", 0.96),
    ("ocr", "REFERENCE", 0.89),
]
CANONICAL = 0.95
"""Share of right names among the agencies found exactly."""
LOST_AT_MOST = 0.01
"""Share of mentions that may not be found again in texts that the extraction gives now."""


@pytest.fixture(scope="module")
def tuning(shared: Path) -> Evaluation:
    return evaluate(ENTITIES, source_reader(shared), part="tuning")


@pytest.mark.shared
@pytest.mark.slow
def test_every_document_is_read(tuning: Evaluation) -> None:
    assert tuning.problems == ()
    documents = tuning.entities.documents
    assert {one.kind for one in documents} == {"digital", "ocr"}
    lost = sum(len(one.unplaced) for one in documents)
    marked = sum(counts.gold for counts in tuning.entities.counts.values())
    assert lost <= LOST_AT_MOST * (marked + lost)


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(("kind", "label", "floor"), FLOORS)
def test_labels_do_not_get_worse(kind: str, label: str, floor: float, tuning: Evaluation) -> None:
    assert tuning.entities.by_kind[kind][label].strict.f1 >= floor


@pytest.mark.shared
@pytest.mark.slow
def test_names_do_not_get_worse(tuning: Evaluation) -> None:
    right, of = tuning.entities.canonical
    assert right >= CANONICAL * of > 0


@pytest.mark.parametrize("path", gold_files(ENTITIES), ids=lambda path: path.stem)
def test_the_gold_follows_the_guide(path: Path) -> None:
    """Marks overlap only as the guide allows, few run over a line's end, and agencies have their name."""
    gold = read_gold(path)
    assert gold.source.endswith(path.stem)
    for one in gold.entities:
        assert one.end <= gold.until
        assert one.text == one.text.strip()
        assert "\n" not in one.text or one.label in {"AGENCY", "REFERENCE"}
        assert (one.canonical is not None) == (one.label == "AGENCY")
    for i, outer in enumerate(gold.entities):
        for inner in gold.entities[i + 1 :]:
            if inner.start >= outer.end:
                break
            assert (outer.label, inner.label) in {("POSITION", "AGENCY"), ("REFERENCE", "DATE")}, (outer, inner)
            assert inner.end <= outer.end


def test_there_is_gold_of_every_label() -> None:
    found = {one.label for path in gold_files(ENTITIES) for one in read_gold(path).entities}
    assert found == set(LABELS)
