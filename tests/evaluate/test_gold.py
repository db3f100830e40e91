"""The gold file: what is written is read again, and what is wrong is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from covidorders.errors import CovidordersError, DamagedFileError, UsageError
from covidorders.evaluate import FileIndex, gold_bytes, gold_files, read_any, read_gold, write_gold

from .conftest import Marker

TEXT = "UBND tỉnh họp ngày 12/5/2021."


def sound() -> dict[str, Any]:
    return {
        "format": 1, "source": "a.pdf", "sha256": "0" * 64, "length": 20, "until": 20, "part": "tuning",
        "entities": [{"start": 0, "end": 9, "label": "AGENCY", "text": "UBND tỉnh"}],
    }  # fmt: skip


FAULTS = [
    # (keys of the file or of its mention, what the message speaks of)
    ({"format": 2}, "format"),
    ({"source": ""}, "source"),
    ({"sha256": "abc"}, "sha256"),
    ({"until": 21}, "until"),
    ({"length": 5, "until": 5}, "behind the end"),
    ({"part": "training"}, "part"),
    ({"note": "x"}, "note"),
    ({"entities": [{"start": 0, "end": 9, "label": "ORG", "text": "UBND tỉnh"}]}, "entities.0.label"),
    ({"entities": [{"start": 0, "end": 8, "label": "AGENCY", "text": "UBND tỉnh"}]}, "not the length"),
    ({"entities": [{"start": -1, "end": 8, "label": "AGENCY", "text": "UBND tỉnh"}]}, "start"),
]


def test_round_trip(marked: Marker, tmp_path: Path) -> None:
    gold = marked(TEXT, ("AGENCY", "UBND tỉnh", 1, "Ủy ban nhân dân tỉnh Đồng Nai"), ("DATE", "ngày 12/5/2021"))
    write_gold(gold, tmp_path / "a.json")
    assert read_gold(tmp_path / "a.json") == read_any(tmp_path / "a.json") == gold


def test_one_mention_a_line_and_no_sentence(marked: Marker) -> None:
    written = gold_bytes(marked(TEXT, ("AGENCY", "UBND tỉnh"), ("DATE", "ngày 12/5/2021"))).decode()
    assert '  {"start": 14, "end": 28, "label": "DATE", "text": "ngày 12/5/2021"}\n' in written
    assert "họp" not in written
    assert json.loads(gold_bytes(marked(TEXT)))["entities"] == []


@pytest.mark.parametrize(("changes", "speaks_of"), FAULTS)
def test_what_is_wrong_is_said(changes: dict[str, Any], speaks_of: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({**sound(), **changes}), "utf-8")
    with pytest.raises(DamagedFileError, match=speaks_of) as error:
        read_gold(tmp_path / "a.json")
    assert "a.json" in str(error.value)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b"null", b"[" * 100_000, b'{"notices": 3}'])
def test_files_that_are_no_gold(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(data)
    with pytest.raises(CovidordersError):
        read_any(tmp_path / "a.json")


def test_a_folder_without_gold_is_wrong_use(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(UsageError):
            gold_files(place)


def test_files_are_found_by_the_end_of_their_path(tmp_path: Path) -> None:
    for name in ("scan/a.pdf.json", "pdf/a.pdf.json", "b.pdf.json", "_run.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    index = FileIndex(tmp_path, ending=".json")
    assert index.find("corpus/scan/a.pdf") == tmp_path / "scan" / "a.pdf.json"
    assert index.find("corpus/scan/b.pdf") == tmp_path / "b.pdf.json"
    assert index.find("corpus/c.pdf") is None
    with pytest.raises(UsageError, match="both fit"):
        index.find("a.pdf")
