"""Marks made by hand become gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tools.gold_import import convert

from covidorders.evaluate import FileIndex

TEXT = "SỞ Y TẾ\nngày 12/5/2021\n"


@pytest.fixture
def index(tmp_path: Path) -> FileIndex:
    (tmp_path / "sources" / "scan").mkdir(parents=True)
    (tmp_path / "sources" / "scan" / "a.pdf").touch()
    return FileIndex(tmp_path / "sources")


def marks(folder: Path, *entities: dict[str, Any], file: str = "a.pdf") -> Path:
    path = folder / "a.pdf.json"
    path.write_text(json.dumps({"file": file, "until": 7, "entities": entities}), "utf-8")
    path.with_suffix(".text").write_text(TEXT, "utf-8")
    return path


def test_marks_become_gold(tmp_path: Path, index: FileIndex) -> None:
    agency = {"start": 0, "end": 7, "label": "AGENCY", "text": "SỞ Y TẾ"}
    gold = convert(marks(tmp_path, {**agency, "canonical": "Sở Y tế tỉnh Đồng Nai"}), index, "held-out")
    assert gold is not None
    assert (gold.source, gold.part, gold.until, gold.length) == ("scan/a.pdf", "held-out", 7, len(TEXT))
    assert gold.entities[0].canonical == "Sở Y tế tỉnh Đồng Nai"
    # without a canonical name the printed one is the full name; dates have none
    date = {"start": 8, "end": 22, "label": "DATE", "text": "ngày 12/5/2021", "canonical": None}
    plain = convert(marks(tmp_path, {**agency, "canonical": None}, date), index, "tuning")
    assert plain is not None
    assert [one.canonical for one in plain.entities] == ["SỞ Y TẾ", None]


def test_marks_that_do_not_fit_their_text_are_refused(tmp_path: Path, index: FileIndex) -> None:
    wrong = {"start": 0, "end": 7, "label": "AGENCY", "text": "BỘ Y TẾ"}
    with pytest.raises(ValueError, match="BỘ Y TẾ"):
        convert(marks(tmp_path, wrong), index, "tuning")


def test_a_document_that_is_not_there(tmp_path: Path, index: FileIndex) -> None:
    assert convert(marks(tmp_path, file="b.pdf"), index, "tuning") is None
