from __future__ import annotations

import json
from pathlib import Path, PurePath
from unicodedata import is_normalized, normalize

import pytest
from fake_parser import source_file
from hypothesis import given, settings
from hypothesis import strategies as st

from covidorders.emit import from_bytes, printable, to_bytes, write_atomically
from covidorders.errors import DamagedFileError, OutputError
from covidorders.model import Repair, SourceFile


def a_file(text: str = "Kính gửi: Sở Y tế", was: str = "x") -> SourceFile:
    return source_file(Path("a.txt"), text.encode()).model_copy(
        update={"repairs": (Repair(start=0, end=1, was=was, rule="nfc"),)}
    )


def test_the_bytes_are_readable_utf8_with_keys_in_the_order_of_the_models() -> None:
    written = to_bytes(a_file())
    assert "Kính gửi: Sở Y tế" in written.decode("utf-8")
    assert written.endswith(b"\n}\n")
    assert list(json.loads(written)) == list(SourceFile.model_fields)


def test_what_is_written_reads_back() -> None:
    assert from_bytes(to_bytes(a_file())) == a_file()
    assert to_bytes(from_bytes(to_bytes(a_file()))) == to_bytes(a_file())


@pytest.mark.parametrize(
    "was",
    [
        normalize("NFD", "Thủ tướng"),  # what a decomposed file had before its repair
        "\u0301",  # a mark alone would join the quotation mark before it in a reader's eyes
        "\u212b \u2126",  # letters that NFC replaces by others
        "\u1112\u1161\u11ab",  # Hangul in parts: joins without being a mark
        "\U0001f600e\u0301",  # outside the basic plane, beside a mark
    ],
)
def test_the_file_is_nfc_and_the_value_exact(was: str) -> None:
    written = to_bytes(a_file(was=was))
    assert is_normalized("NFC", written.decode("utf-8"))
    assert json.loads(written)["repairs"][0]["was"] == was
    assert from_bytes(written).repairs[0].was == was


@given(was=st.text(st.characters(codec="utf-8"), max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_text_at_all_is_written_as_nfc_and_read_back(was: str) -> None:
    written = to_bytes(a_file(was=was))
    assert is_normalized("NFC", written.decode("utf-8"))
    assert from_bytes(written).repairs[0].was == was


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff", b'{"schema_version": "1.0.0", "extra": 1}'])
def test_other_json_is_named_as_such(data: bytes) -> None:
    with pytest.raises(DamagedFileError, match="not the JSON of a source file"):
        from_bytes(data)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("sub/công văn.pdf", "sub/công văn.pdf"),
        (normalize("NFD", "Sở Y tế.doc"), "Sở Y tế.doc"),  # as macOS writes names
        ("c\udcf4ng.txt", "c\\xf4ng.txt"),  # a name in latin-1 on disk
    ],
)
def test_printable(path: str, expected: str) -> None:
    assert printable(PurePath(path)) == expected


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "sub" / "a.json"
    write_atomically(target, b"old")

    def no_room(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", no_room)
    with pytest.raises(OutputError, match="No space left on device"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in target.parent.iterdir()] == ["a.json"]


def test_a_file_gets_the_rights_of_any_new_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.json", b"x")
    (tmp_path / "b.json").write_bytes(b"x")
    assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "b.json").stat().st_mode


def test_the_longest_name_that_the_system_takes_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 250 + ".json")
    write_atomically(target, b"x")
    assert target.read_bytes() == b"x"
