"""A small model, trained from scratch."""

from __future__ import annotations

from pathlib import Path

import pytest

from covidorders.learn import examples, train
from covidorders.learn.train import frequent, sequences
from covidorders.recognise.learned import load_tagger


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train(tmp_path_factory.mktemp("model") / "small.crf", paragraphs=1500, iterations=40).model


def test_it_finds_what_it_was_taught(model: Path) -> None:
    text = "Giao Sở Y tế chủ trì, phối hợp với UBND các huyện, thành phố kiểm tra 15 cơ sở."
    found = [(text[one.start : one.end], one.label) for one in load_tagger(str(model)).find(text)]
    assert ("Sở Y tế", "AGENCY") in found
    assert ("15 cơ sở", "QUANTITY") in found


def test_the_same_model_again(model: Path, tmp_path: Path) -> None:
    again = train(tmp_path / "again.crf", paragraphs=1500, iterations=40)
    text = "Kính gửi: Giám đốc Sở Nội vụ; đồng chí Trần Văn Bình, Chủ tịch UBND huyện."
    one, other = (load_tagger(str(file)).find(text) for file in (model, again.model))
    assert one == other


def test_nothing_but_the_model_is_left_behind(model: Path) -> None:
    assert list(model.parent.iterdir()) == [model]


def test_sequences_have_a_tag_for_every_token() -> None:
    for rows, tags in sequences(examples(50, seed=3)):
        assert len(rows) == len(tags) > 0


def test_rare_features_go() -> None:
    assert frequent([[["a", "b"]], [["a", "c"], ["a"]]], least=3) == [[["a"]], [["a"], ["a"]]]
