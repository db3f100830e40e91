from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from covidorders.batch.walk import Found, Unreadable, walk

Files = Callable[..., Path]


def names(folder: Path, out: Path | None = None) -> list[str]:
    return [str(entry.name) for entry in walk([folder], out or folder.parent / "out") if isinstance(entry, Found)]


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        # folder by folder, each sorted, the files of a folder before the folders in it
        (["b.txt", "a.txt", "sub/c.txt", "Sub/d.txt"], ["a.txt", "b.txt", "Sub/d.txt", "sub/c.txt"]),
        # what is hidden is not meant: editors' and the system's own files
        ([".DS_Store", ".git/config", "a.txt", "sub/.~lock.b.docx#"], ["a.txt"]),
        # a folder that was once an output folder can be an input without its report being read
        (["_run.json", "sub/_run.json", "a.txt"], ["a.txt"]),
        # JSON elsewhere than in the output folder is a file like any other (and fails with a reason)
        (["a.txt", "a.txt.json"], ["a.txt", "a.txt.json"]),
    ],
)
def test_which_files(files: Files, contents: list[str], expected: list[str]) -> None:
    assert names(files(dict.fromkeys(contents, "x"))) == expected


def test_an_output_folder_inside_the_input_is_not_read(files: Files) -> None:
    folder = files({"a.txt": "x", "out/a.txt.json": "{}", "outside/b.txt": "x"})
    assert names(folder, folder / "out") == ["a.txt", "outside/b.txt"]


def test_results_beside_their_sources_are_not_read(files: Files) -> None:
    folder = files({"a.txt": "x", "a.txt.json": "{}", "other.json": "{}", "sub/b.txt": "x"})
    assert names(folder, folder) == ["a.txt", "other.json", "sub/b.txt"]


def test_a_circle_of_links_ends(files: Files) -> None:
    folder = files({"a.txt": "x", "sub/b.txt": "x"})
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "sub" / "self").symlink_to(folder / "sub")
    assert names(folder) == ["a.txt", "sub/b.txt"]


def test_a_file_keeps_the_name_of_its_real_place(files: Files) -> None:
    folder = files({"z/b.txt": "x"})
    (folder / "a").symlink_to(folder / "z")  # comes first by name
    assert names(folder) == ["z/b.txt"]


def test_links_that_fan_out_do_not_multiply(files: Files) -> None:
    folder = files({"end/f.txt": "x"})
    for level in range(30):  # 2 ** 30 ways to the bottom
        step = folder / f"step{level:02}"
        step.mkdir()
        for name in ("left", "right"):
            (step / name).symlink_to(folder / (f"step{level + 1:02}" if level < 29 else "end"))
    assert names(folder) == ["end/f.txt"]


def test_a_linked_folder_outside_is_read(files: Files) -> None:
    folder = files({"a.txt": "x"})
    (folder / "more").symlink_to(files({"b.txt": "x"}, folder="elsewhere"))
    assert names(folder) == ["a.txt", "more/b.txt"]


def test_a_file_given_twice_is_read_once(files: Files, tmp_path: Path) -> None:
    folder = files({"a.txt": "x"})
    found = list(walk([folder / "a.txt", folder], tmp_path / "out"))
    assert [entry.name for entry in found] == [Path("a.txt")]


def test_what_cannot_be_read_is_named(files: Files, tmp_path: Path) -> None:
    folder = files({"a.txt": "x"})
    (folder / "broken").symlink_to(tmp_path / "nowhere")
    os.mkfifo(folder / "pipe")  # opening it would wait for ever
    entries = {str(entry.name): entry for entry in walk([folder], tmp_path / "out")}
    assert [name for name, entry in entries.items() if isinstance(entry, Unreadable)] == ["broken", "pipe"]
    assert isinstance(entries["a.txt"], Found)


@pytest.mark.parametrize("mode", [0o000, 0o444])  # cannot be listed; can be listed but not entered
def test_a_folder_without_permission_is_named_and_the_rest_read(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    folder = files({"a.txt": "x", "closed/b.txt": "x", "open/c.txt": "x"})
    closed = folder / "closed"
    if os.geteuid() == 0:  # root may do anything: play the refusal
        real_iterdir, real_stat = Path.iterdir, Path.stat

        def iterdir(path: Path) -> object:
            if path == closed and mode == 0:
                raise PermissionError(13, "Permission denied", str(path))
            return real_iterdir(path)

        def stat(path: Path, **how: bool) -> os.stat_result:
            if path.parent == closed:
                raise PermissionError(13, "Permission denied", str(path))
            return real_stat(path, **how)

        monkeypatch.setattr(Path, "iterdir", iterdir)
        monkeypatch.setattr(Path, "stat", stat)
    closed.chmod(mode)
    try:
        entries = list(walk([folder], tmp_path / "out"))
    finally:
        monkeypatch.undo()
        closed.chmod(0o755)
    refused = [entry for entry in entries if isinstance(entry, Unreadable)]
    assert [str(entry.name) for entry in refused] == ["closed" if mode == 0 else "closed/b.txt"]
    assert refused[0].error.code == "unreadable-file"
    assert [str(entry.name) for entry in entries if isinstance(entry, Found)] == ["a.txt", "open/c.txt"]
