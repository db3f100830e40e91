"""Input of every bad kind beside a good file: each is named with what to do, and the good one is written."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

NOTICE = (
    "UBND HUYỆN A\nSố: 12/TB-UBND\nTHÔNG BÁO\n1. Giao Phòng Y tế kiểm tra.\n2. Các xã báo cáo trước ngày 15/7/2021.\n"
)


def pdf(password: str | None = None) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption(password) if password else None, invariant=True)
    for page in range(3):
        canvas.drawString(72, 700, f"Page {page} of a paper")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def docx_without_document() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/styles.xml", "<w:styles/>")
    return stream.getvalue()


BAD: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    # name: content, the codes that name it rightly
    "empty.pdf": (lambda: b"", {"empty-file"}),
    "empty.txt": (lambda: b"", {"empty-file"}),
    "blank.txt": (lambda: b" \n\t\n", {"empty-file"}),
    "cut-off.pdf": (lambda: pdf()[:300], {"damaged-file"}),  # a download that broke off
    "locked.pdf": (lambda: pdf("secret"), {"encrypted-file"}),
    "hollow.docx": (docx_without_document, {"damaged-file", "unknown-format"}),
    "noise.pdf": (lambda: bytes(range(256)) * 40, {"unknown-format"}),  # bytes of no format at all
    "program.doc": (lambda: b"\x7fELF\x02\x01\x01" + bytes(500), {"unknown-format"}),
}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    folder = tmp_path_factory.mktemp("bad")
    (folder / "in").mkdir()
    (folder / "in" / "good.txt").write_text(NOTICE, "utf-8")
    (folder / "in" / "wrong-suffix.pdf").write_text(NOTICE, "utf-8")
    for name, (content, _) in BAD.items():
        (folder / "in" / name).write_bytes(content())
    (folder / "in" / "broken-link.pdf").symlink_to(folder / "nowhere")
    command = [sys.executable, "-c", "from covidorders.cli import main; main()", "parse"]
    words = [*command, str(folder / "in"), "-o", str(folder / "out")]
    return subprocess.run(words, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL), folder / "out"


def test_the_exit_status_says_that_some_failed(ran: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    assert ran[0].returncode == 1, ran[0].stderr


def test_the_rest_is_written(ran: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    written = sorted(path.name for path in ran[1].iterdir())
    assert written == ["_run.json", "good.txt.json", "wrong-suffix.pdf.json"]


def test_a_wrong_suffix_is_read_by_content_with_a_warning(
    ran: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    result = json.loads((ran[1] / "wrong-suffix.pdf.json").read_text("utf-8"))
    assert result["text"].startswith("UBND HUYỆN A")
    assert "wrong-suffix" in [warning["code"] for warning in result["warnings"]]


@pytest.mark.parametrize("name", [*BAD, "broken-link.pdf"])
def test_each_bad_file_is_named_with_what_to_do(ran: tuple[subprocess.CompletedProcess[str], Path], name: str) -> None:
    entries = {entry["path"]: entry for entry in json.loads((ran[1] / "_run.json").read_text("utf-8"))["files"]}
    entry = entries[name]
    assert entry["status"] == "failed"
    assert entry["error"]["code"] in (BAD[name][1] if name in BAD else {"unreadable-file"})
    assert entry["error"]["message"].count(". ") >= 1  # what is wrong, and how to mend it
    assert f"FAILED {name}: " in ran[0].stderr
