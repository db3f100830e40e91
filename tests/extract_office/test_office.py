"""DOC, RTF and ODT through LibreOffice: what survives, and how failures are named."""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from tools.small_docx import abstract, lvl, num, package

from covidorders.errors import ConversionError, DamagedFileError, EmptyFileError, MissingProgramError
from covidorders.extract import extract, office, read
from covidorders.layout import ExtractOptions, Line, RawFile

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

RTF = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times New Roman;}{\f1 .VnTime;}}
{\*\listtable{\list{\listlevel\levelnfc0\levelstartat3{\leveltext\'07\u272 ?i\u7873 ?u \'00.;}{\levelnumbers\'06;}}
\listid1}}{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}
{\f0\ls1 Ph\u7841 ?m vi\par}{\f0\ls1 Hi\u7879 ?u l\u7921 ?c\par}\pard{\f1 Th\'f1 t\'ad\'edng Ch\'ddnh ph\'f1\par}}"""


def raw(data: bytes, kind: str = "rtf") -> RawFile:
    return RawFile(Path(f"notice.{kind}"), data, kind, "x")


def lines(file: RawFile) -> list[str]:
    return [block.text for block in office.extract(file, ExtractOptions()).pages[0].blocks if isinstance(block, Line)]


@needs_office
def test_rtf_with_a_list_and_a_legacy_font() -> None:
    extracted = office.extract(raw(RTF), ExtractOptions())
    found = [(block.text, block.font) for block in extracted.pages[0].blocks if isinstance(block, Line)]
    assert extracted.extraction == "doc"
    assert [text for text, _ in found[:2]] == ["Điều 3. Phạm vi", "Điều 4. Hiệu lực"]
    # 0xAD is a soft hyphen to Word and the letter ư to TCVN3: it has to arrive
    assert found[2] == ("Thñ t\u00adíng ChÝnh phñ", ".VnTime")


@needs_office
@pytest.mark.parametrize("kind", ["doc", "rtf", "odt", "fodt"])
def test_markers_survive_every_format(tmp_path: Path, kind: str) -> None:
    numbering = abstract(0, lvl(0, "decimal", "Điều %1."), lvl(1, "lowerLetter", "%2)"), lvl(2, "bullet", "-"))
    numbering += num(1, 0)
    levels = [0, 1, 1, 2, 0]
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        f"<w:r><w:t>Nội dung {position}</w:t></w:r></w:p>"
        for position, level in enumerate(levels)
    )
    source = tmp_path / "list.docx"
    source.write_bytes(package(body, numbering))
    command = [*office._arguments(source)]
    command[command.index("--convert-to") + 1] = kind
    office._convert([str(shutil.which("soffice")), *command], source.name, 120)
    converted = source.with_suffix("." + kind)
    if kind == "fodt":
        converted = converted.rename(tmp_path / "list.odt")
    extracted = extract(read(converted))
    texts = [block.text for block in extracted.pages[0].blocks if isinstance(block, Line)]
    markers = ["Điều 1.", "a)", "b)", "-", "Điều 2."]
    assert texts == [f"{marker} Nội dung {position}" for position, marker in enumerate(markers)]


def test_lost_letters_of_a_level_text_come_from_the_printed_markers() -> None:
    broken = rb"{\leveltext \'07\'3fi\'3fu \'00.;}{\leveltext \'02\'01);}"
    item = rb"{\listtext\pard\plain  \u272\'3fi\u7873\'3fu 12.\tab}"
    mended = office.mend(broken + item)
    assert mended == broken.replace(rb"\'3fi\'3fu", rb"\u272\'3fi\u7873\'3fu") + item
    assert office.mend(broken) == broken  # nothing to take them from
    assert office.mend(item) == item


@needs_office
def test_broken_files_are_named() -> None:
    with pytest.raises(DamagedFileError, match="whole copy"):
        office.extract(raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "doc"), ExtractOptions())
    with pytest.raises(EmptyFileError):
        office.extract(raw(rb"{\rtf1 }"), ExtractOptions())


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(MissingProgramError, match="apt-get install"):
        office.extract(raw(RTF), ExtractOptions())


def fake_office(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_a_conversion_that_hangs_is_stopped_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_office(tmp_path, f"(sleep 3; touch {tmp_path}/survived) & sleep 60", monkeypatch)
    with pytest.raises(ConversionError, match="office_timeout"):
        office.extract(raw(RTF), ExtractOptions(office_timeout=0.2))
    assert not (tmp_path / "survived").exists()


def test_a_conversion_that_gives_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_office(tmp_path, "echo 'out of disk' >&2", monkeypatch)
    with pytest.raises(ConversionError, match="out of disk"):
        office.extract(raw(RTF), ExtractOptions())


def test_profiles_of_killed_workers_are_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(office, "_profiles", {})
    left, used = tmp_path / "covidorders-profile-left", tmp_path / "covidorders-profile-used"
    for folder in (left, used):
        folder.mkdir()
        (folder / "in-use").touch()
        os.utime(folder / "in-use", (0, 0))
    with (used / "in-use").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        mine = office._profile()
    assert (left.exists(), used.exists(), mine.exists()) == (False, True, True)
    office._drop_profile()
    assert not mine.exists()


def _first_line(data: bytes) -> str:
    return lines(raw(data))[0]


@needs_office
def test_several_processes_at_once() -> None:
    files = [rf"{{\rtf1 Cong van so {number}\par}}".encode() for number in range(4)]
    with ProcessPoolExecutor(2) as pool:
        assert list(pool.map(_first_line, files)) == [f"Cong van so {number}" for number in range(4)]


@pytest.mark.shared
@pytest.mark.slow
@needs_office
def test_no_word_of_the_real_files_is_lost(tmp_path: Path) -> None:
    folder = Path(__file__).parents[3] / "shared" / "corpus" / "doc"
    if not folder.exists():
        pytest.skip("the real documents are not beside the project")
    for path in sorted(folder.glob("*.doc")):
        source = tmp_path / path.name
        source.write_bytes(path.read_bytes())
        command = office._arguments(source)
        command[command.index("--convert-to") + 1] = "txt:Text (encoded):UTF8"
        office._convert([str(shutil.which("soffice")), *command], path.name, 120)
        plain = source.with_suffix(".txt").read_text("utf-8-sig").split()
        blocks = extract(read(path)).pages[0].blocks
        words = " ".join(
            block.text if isinstance(block, Line) else " ".join(cell.text for row in block.rows for cell in row)
            for block in blocks
        ).split()
        assert sorted(words) == sorted(plain), path.name
