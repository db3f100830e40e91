"""The table that says what each part of recognition is worth."""

from __future__ import annotations

import pytest
from tools.ablation import CHANGES, Row, _runs, table

from covidorders.evaluate.spans import score_spans

TEXT = "Kính gửi: Sở Y tế; ông Trần Văn An, 15 km."


@pytest.mark.parametrize("how", CHANGES)
def test_changed_texts_keep_their_length(how: str) -> None:
    assert len(CHANGES[how](TEXT * 20)) == len(TEXT * 20)


def test_tags_of_underthesea() -> None:
    words = [
        ("ông", "N", "B-NP", "O"),
        ("Trần  Văn", "Np", "B-NP", "B-PER"),
        ("An", "Np", "B-NP", "I-PER"),
        (",", "CH"),
    ]
    assert list(_runs("ông Trần  Văn An, ", [*words[:3], (",", "CH", "O", "O")])) == [(4, 16, "PER")]


def test_the_table() -> None:
    counts = score_spans([(0, 5, "AGENCY"), (9, 12, "AGENCY")], [(0, 5, "AGENCY")])
    assert "| rules | 0.667 | - |" in table([Row("rules", counts, 71.6)])
