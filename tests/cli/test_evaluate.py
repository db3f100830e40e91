"""`covidorders evaluate`: figures on stdout, problems on stderr, exit statuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from covidorders.emit import to_bytes
from covidorders.evaluate import GoldMention, gold_of, write_gold
from covidorders.pipeline import parse_text

from .conftest import Program

TEXT = """UBND TỈNH ĐỒNG NAI
Số: 12/TB-UBND
Đồng Nai, ngày 02 tháng 6 năm 2021
THÔNG BÁO
Về việc họp giao ban
Căn cứ Kế hoạch số 77/KH-UBND ngày 03/5/2021, cuộc họp dời đến ngày 09/6/2021.
"""


class Folders(NamedTuple):
    gold: Path
    parsed: Path
    sources: Path


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """One notice: its gold with all its dates, its parsed JSON and its source."""
    made = Folders(tmp_path / "gold", tmp_path / "parsed", tmp_path / "sources")
    for folder in made:
        folder.mkdir()
    parsed = parse_text(TEXT, name="họp.txt")
    dates = ("ngày 03/5/2021", "ngày 09/6/2021")
    mentions = [
        GoldMention(start=at, end=at + len(date), label="DATE", text=date)
        for date in dates
        for at in (parsed.text.index(date),)
    ]
    write_gold(gold_of("sub/họp.txt", parsed.text, mentions), made.gold / "họp.txt.json")
    facts = {"file": "họp.txt", "notices": [{"type": "TB", "code": "12/TB-UBND"}]}
    (made.gold / "facts.json").write_text(json.dumps(facts), "utf-8")
    (made.parsed / "họp.txt.json").write_bytes(to_bytes(parsed))
    (made.sources / "họp.txt").write_text(TEXT, "utf-8")
    return made


def test_figures_of_parsed_files(folders: Folders, covidorders: Program, tmp_path: Path) -> None:
    ended = covidorders(
        "evaluate", folders.gold, folders.parsed, "--label", "date", "--json", tmp_path / "figures.json"
    )
    assert (ended.status, ended.err) == (0, "")
    assert any(line.split()[:4] == ["DATE", "2", "2", "1.000"] for line in ended.out.splitlines())
    assert any(line.split()[:4] == ["code", "1", "1", "1.000"] for line in ended.out.splitlines())
    figures = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert figures["labels"]["DATE"]["strict"]["f1"] == 1.0
    assert figures["documents"][0]["source"] == "sub/họp.txt"


def test_sources_are_parsed_first(folders: Folders, covidorders: Program) -> None:
    ended = covidorders("evaluate", folders.gold, "--sources", folders.sources, "--label", "DATE")
    assert ended.status == 0
    assert "1 document\n" in ended.out.replace(" \n", "\n") or "1 document " in ended.out


def test_the_most_frequent_faults_have_a_place(folders: Folders, covidorders: Program) -> None:
    path = folders.parsed / "họp.txt.json"
    parsed = json.loads(path.read_text("utf-8"))
    parsed["notices"][0]["entities"] = []
    path.write_text(json.dumps(parsed), "utf-8")
    out = covidorders("evaluate", folders.gold, folders.parsed).out
    row = next(line for line in out.splitlines() if "ngày 03/5/2021" in line)
    assert row.split()[0] == "1"
    assert str(parsed["text"].index("ngày 03/5/2021")) in row
    assert "ngày 03/5/2021" not in covidorders("evaluate", folders.gold, folders.parsed, "--worst", "0").out


def test_a_changed_text_is_told(folders: Folders, covidorders: Program) -> None:
    changed = parse_text(TEXT.replace("ngày 09/6/2021", "tuần sau nữa"), name="họp.txt")
    (folders.parsed / "họp.txt.json").write_bytes(to_bytes(changed))
    ended = covidorders("evaluate", folders.gold, folders.parsed)
    assert ended.status == 0
    assert "1 mention not found: ngày 09/6/2021" in ended.err


def test_what_cannot_be_read_counts_as_missed(folders: Folders, covidorders: Program) -> None:
    (folders.parsed / "họp.txt.json").write_text("{", "utf-8")
    (folders.gold / "broken.json").write_text("[]", "utf-8")
    ended = covidorders("evaluate", folders.gold, folders.parsed)
    assert ended.status == 1
    assert "broken.json" in ended.err and "họp.txt.json" in ended.err
    assert any(line.split()[:4] == ["DATE", "2", "0", "0.000"] for line in ended.out.splitlines())


def test_no_gold_of_the_part(folders: Folders, covidorders: Program) -> None:
    (folders.gold / "facts.json").unlink()
    ended = covidorders("evaluate", folders.gold, folders.parsed, "--part", "held-out")
    assert ended.status == 0
    assert "Nothing to score" in ended.out


WRONG_USE = [
    # (words behind `evaluate GOLD`), one comment why
    # neither parsed files nor sources
    [],
    # both
    ["parsed", "--sources", "sources"],
    ["nowhere"],
    ["parsed", "--label", "ORGANISATION"],
    # parsed files are there already: no pipeline makes them
    ["parsed", "--pipeline", "rules"],
    ["--sources", "sources", "--pipeline", "nowhere.cfg"],
]


@pytest.mark.parametrize("words", WRONG_USE)
def test_wrong_use(words: list[str], folders: Folders, covidorders: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folders.gold.parent)
    ended = covidorders("evaluate", "gold", *words)
    assert ended.status == 2
    assert ended.out == ""
    assert ended.err.startswith("covidorders: ")
