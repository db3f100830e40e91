"""Every bad file is a named error with a sentence that says how to mend it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from covidorders.errors import (
    CovidordersError,
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    LimitExceededError,
)
from covidorders.extract.pdf import extract
from covidorders.layout import ExtractOptions, RawFile


def run(data: bytes, **options: Any) -> None:
    extract(RawFile(Path("notice.pdf"), data, "pdf", "application/pdf"), ExtractOptions(ocr="off", **options))


def encrypted(data: bytes) -> bytes:
    """The file with an encryption dictionary that no empty password opens."""
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -44 >> /ID [<43><43>]"
    return data.replace(b"/Root", lock.encode() + b" /Root")


@pytest.fixture
def good(pdf: Any) -> bytes:
    data: bytes = pdf.page().text(85, 100, "Sở Y tế").page().data()
    return data


@pytest.mark.parametrize(
    ("change", "options", "error", "mend"),
    [
        (lambda data: b"", {}, EmptyFileError, "Download"),
        (lambda data: b" \n\n ", {}, EmptyFileError, "Download"),
        (lambda data: data[:9], {}, DamagedFileError, "Download"),
        (lambda data: b"%PDF-1.7\n" + b"\0" * 500, {}, DamagedFileError, "qpdf"),
        (encrypted, {}, EncryptedFileError, "without"),
        (lambda data: data, {"max_pages": 1}, LimitExceededError, "max_pages"),
    ],
)
def test_bad_file(good: bytes, change: Any, options: Any, error: type[CovidordersError], mend: str) -> None:
    with pytest.raises(error) as caught:
        run(change(good), **options)
    assert "notice.pdf" in str(caught.value)
    assert mend in str(caught.value)


def test_file_without_its_last_bytes_is_read_as_far_as_it_goes(good: bytes) -> None:
    run(good[:-20])


def without_page(data: bytes, number: int) -> bytes:
    """The file with a page that the list of pages names and that is not there."""
    kids = re.search(rb"/Kids \[([^\]]*)\]", data)
    assert kids is not None
    pages = kids.group(1).split(b" 0 R")
    pages[number] = b" 0"[: len(pages[number]) - 1].rjust(len(pages[number]))
    return data.replace(kids.group(1), b" 0 R".join(pages))


def test_damaged_page_costs_only_itself(pdf: Any) -> None:
    pdf.page().text(85, 100, "Sở Y tế").page().text(85, 100, "Sở Tài chính")
    raw = RawFile(Path("notice.pdf"), without_page(pdf.data(), 1), "pdf", "application/pdf")
    extracted = extract(raw, ExtractOptions(ocr="off"))
    assert extracted.pages[0].blocks and not extracted.pages[1].blocks
    assert [warning.code for warning in extracted.warnings] == ["damaged-page"]
    assert "Page 2" in extracted.warnings[0].message


def test_file_without_a_single_good_page(pdf: Any) -> None:
    pdf.page().text(85, 100, "Sở Y tế")
    with pytest.raises(DamagedFileError, match="none of its pages"):
        run(without_page(pdf.data(), 0))
