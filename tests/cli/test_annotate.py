"""`covidorders annotate`: export, import and anchor on folders."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from covidorders.cli.annotate import annotate
from covidorders.emit import to_bytes
from covidorders.evaluate import GoldMention, gold_of, read_gold, write_gold
from covidorders.pipeline import parse_text

from .conftest import Program

TEXT = "Số: 12/TB-UBND\nĐồng Nai, ngày 02 tháng 6 năm 2021\nCuộc họp dời đến ngày 09/6/2021.\n"
COMMANDS = [str(one.name) for one in annotate.registered_commands]


@pytest.fixture
def parsed(tmp_path: Path) -> Path:
    folder = tmp_path / "parsed"
    (folder / "sub").mkdir(parents=True)
    file = parse_text(TEXT, name="sub/họp.txt")
    (folder / "sub" / "họp.txt.json").write_bytes(to_bytes(file))
    (folder / "_run.json").write_text("{}", "utf-8")
    return folder


def accept(tasks: Path) -> None:
    """What a person does who agrees."""
    data = json.loads(tasks.read_text("utf-8"))
    for task in data:
        task["annotations"] = [{"result": task.pop("predictions")[0]["result"]}]
    tasks.write_text(json.dumps(data), "utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_one_real_example(covidorders: Program, name: str) -> None:
    status, out, _ = covidorders("annotate", name, "--help")
    assert status == 0
    examples = re.findall(r"^\s*Example:\s+(.+)$", out, re.MULTILINE)
    assert len(examples) == 1
    assert shlex.split(examples[0])[:3] == ["covidorders", "annotate", name]


@pytest.mark.parametrize(("tool", "beside"), [("label-studio", ".config.xml"), ("doccano", ".labels.json")])
def test_there_and_back(tool: str, beside: str, parsed: Path, tmp_path: Path, covidorders: Program) -> None:
    tasks, gold = tmp_path / "tasks.json", tmp_path / "gold"
    ended = covidorders("annotate", "export", parsed, "-o", tasks, "--to", tool)
    assert (ended.status, ended.out) == (0, "")
    assert (tmp_path / f"tasks.json{beside}").exists()
    assert "ngày 09/6/2021" in tasks.read_text("utf-8")
    if tool == "label-studio":
        accept(tasks)
    assert covidorders("annotate", "import", tasks, "-o", gold, "--part", "held-out").status == 0
    found = read_gold(gold / "sub" / "họp.txt.json")
    assert found.part == "held-out"
    assert any(one.text == "ngày 09/6/2021" for one in found.entities)
    assert "dời" not in (gold / "sub" / "họp.txt.json").read_text("utf-8")
    # what went out and came back is what the program finds
    assert covidorders("evaluate", gold, parsed, "--worst", "0").out.count("1.000") > 0


def test_import_writes_over_the_gold_that_is_there(parsed: Path, tmp_path: Path, covidorders: Program) -> None:
    gold = tmp_path / "gold"
    write_gold(gold_of("sub/họp.txt", "cũ", [], part="held-out"), gold / "flat.json")
    tasks = tmp_path / "tasks.json"
    covidorders("annotate", "export", parsed, "-o", tasks, "--to", "label-studio")
    accept(tasks)
    covidorders("annotate", "import", tasks, "-o", gold)
    assert [path.name for path in gold.rglob("*.json")] == ["flat.json"]
    assert read_gold(gold / "flat.json").part == "held-out"
    assert read_gold(gold / "flat.json").length == len(parse_text(TEXT).text)


def test_marks_of_the_gold_go_out(parsed: Path, tmp_path: Path, covidorders: Program) -> None:
    text = parse_text(TEXT).text
    mention = GoldMention(start=text.index("Cuộc"), end=text.index("Cuộc") + 8, label="QUANTITY", text="Cuộc họp")
    write_gold(gold_of("corpus/sub/họp.txt", text, [mention]), tmp_path / "gold" / "a.json")
    tasks = tmp_path / "tasks.json"
    assert covidorders(
        "annotate", "export", parsed, "-o", tasks, "--to", "label-studio", "--gold", tmp_path / "gold"
    ).status == 0  # fmt: skip
    (task,) = json.loads(tasks.read_text("utf-8"))
    assert task["data"]["source"] == "corpus/sub/họp.txt"
    assert [one["value"]["text"] for one in task["predictions"][0]["result"]] == ["Cuộc họp"]


@pytest.mark.parametrize("source", ["../../outside.txt", "/etc/passwd", "a\\b.txt", "", "a/.."])
def test_no_file_is_written_outside_the_folder(source: str, parsed: Path, tmp_path: Path, covidorders: Program) -> None:
    tasks = tmp_path / "tasks.json"
    covidorders("annotate", "export", parsed, "-o", tasks, "--to", "doccano")
    line = {**json.loads(tasks.read_text("utf-8")), "source": source}
    tasks.write_text(json.dumps(line), "utf-8")
    before = set(tmp_path.rglob("*"))
    ended = covidorders("annotate", "import", tasks, "-o", tmp_path / "gold" / "deep")
    assert ended.status == 1
    assert ended.err.startswith("covidorders: ")
    assert set(tmp_path.rglob("*")) == before


def test_anchoring(parsed: Path, tmp_path: Path, covidorders: Program) -> None:
    old = "Một dòng cũ.\n" + parse_text(TEXT).text
    dates = [old.index("ngày 09/6/2021"), old.index("dòng cũ")]
    sound = [GoldMention(start=dates[0], end=dates[0] + 14, label="DATE", text="ngày 09/6/2021")]
    gold = tmp_path / "gold" / "a.json"
    write_gold(gold_of("họp.txt", old, sound), gold)
    assert covidorders("annotate", "anchor", gold.parent, parsed).status == 0
    assert read_gold(gold).entities[0].start == dates[0] - len("Một dòng cũ.\n")
    # again: nothing to do
    assert covidorders("annotate", "anchor", gold.parent, parsed).err == ""

    lost = [*sound, GoldMention(start=dates[1], end=dates[1] + 7, label="DATE", text="dòng cũ")]
    write_gold(gold_of("họp.txt", old, lost), gold)
    ended = covidorders("annotate", "anchor", gold.parent, parsed)
    assert ended.status == 1
    assert "not found: dòng cũ" in ended.err
    assert len(read_gold(gold).entities) == 2
    assert covidorders("annotate", "anchor", gold.parent, parsed, "--drop").status == 1
    assert [one.text for one in read_gold(gold).entities] == ["ngày 09/6/2021"]


WRONG = [
    # (words, exit status), one comment why
    (["export", "nowhere", "-o", "x.json", "--to", "doccano"], 2),
    (["export", "parsed", "-o", "x.json", "--to", "brat"], 2),
    # nothing in it
    (["export", "empty", "-o", "x.json", "--to", "doccano"], 2),
    (["import", "nowhere.json", "-o", "gold"], 1),
    (["anchor", "nowhere", "parsed"], 2),
    (["anchor", "empty", "parsed"], 2),
]


@pytest.mark.parametrize(("words", "status"), WRONG)
def test_wrong_use(
    words: list[str], status: int, parsed: Path, covidorders: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(parsed.parent)
    Path("empty").mkdir()
    ended = covidorders("annotate", *words)
    assert (ended.status, ended.out) == (status, "")
    assert ended.err


def test_one_broken_file_does_not_stop_the_others(parsed: Path, tmp_path: Path, covidorders: Program) -> None:
    (parsed / "broken.json").write_text("{", "utf-8")
    ended = covidorders("annotate", "export", parsed, "-o", tmp_path / "tasks.json", "--to", "label-studio")
    assert ended.status == 1
    assert "broken.json" in ended.err
    assert len(json.loads((tmp_path / "tasks.json").read_text("utf-8"))) == 1
