"""The renderers themselves: the same bytes every time, nothing lost, and the oddities that the samples promise."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from tools.make_samples import VARIANTS, load_samples, office, render_all
from tools.make_samples.inline import plain, runs
from tools.make_samples.legacy import tcvn3, tcvn3_letters, vni, windows_1258
from tools.make_samples.numbering import Numbering
from tools.make_samples.text import OfficeWrapper

if TYPE_CHECKING:
    from .conftest import Rendered

SAMPLES = {sample.name: sample for sample in load_samples()}
FORMATS = {".txt", ".md", ".docx", ".doc", ".rtf", ".html", ".pdf"}
MOST_BYTES = 3_000_000

LEGACY = [
    # (text, TCVN3 and VNI as a Latin-1 reader sees them)
    ("Cộng hòa xã hội chủ nghĩa", "Céng hßa x· héi chñ nghÜa", "Coäng hoøa xaõ hoäi chuû nghóa"),
    ("Độc lập - Tự do - Hạnh phúc", "§éc lËp - Tù do - H¹nh phóc", "Ñoäc laäp - Töï do - Haïnh phuùc"),
    ("trường học, sỹ số, ý kiến", "tr\xadêng häc, sü sè, ý kiÕn", "tröôøng hoïc, syõ soá, yù kieán"),
    ("KẾT LUẬN", "KÕT LUËN", "KEÁT LUAÄN"),  # TCVN3 capitals with tones live in the font
]  # fmt: skip

LABELS = [
    # (labels with their depth, place in the numbering: new start or None where the label follows by itself or is typed)
    ([("1.", 1), ("2.", 1), ("2.", 1), ("3.", 1)], ["", "", "2", ""]),  # a label used twice
    ([("1-", 1), ("3-", 1), ("4-", 1)], ["", "3", ""]),  # a label left out
    ([("a)", 1), ("d)", 1), ("đ)", 1), ("e)", 1)], ["", "4", "typed", ""]),  # Word has no đ: e is its fifth letter
    ([("1.", 1), ("a)", 2), ("2.", 1), ("a)", 2)], ["", "", "", ""]),  # a lower level starts again by itself
    ([("Phần I", 1)], ["typed"]),
]


@pytest.mark.parametrize("name", SAMPLES)
def test_same_bytes_every_time(name: str) -> None:
    jobs = [(SAMPLES[name], variant) for variant in VARIANTS.values() if not variant.office]
    assert render_all(jobs) == render_all(jobs)


def test_office_files_have_the_same_bytes_every_time() -> None:
    if not office.available():
        pytest.skip("LibreOffice is not installed")
    jobs = [(SAMPLES["12-giay-moi"], VARIANTS[name]) for name in ("doc", "rtf")]
    assert render_all(jobs) == render_all(jobs)


def test_office_pdf_has_the_same_letters_in_the_same_places_every_time() -> None:
    if not office.available():
        pytest.skip("LibreOffice is not installed")
    # Not the same bytes: once in many runs LibreOffice writes the streams of its fonts another way.
    jobs = [(SAMPLES["12-giay-moi"], VARIANTS["pdf"])]
    (one,), (other,) = render_all(jobs).values(), render_all(jobs).values()
    assert _letters(one) == _letters(other) != []


def _letters(pdf: bytes) -> list[tuple[int, str, tuple[float, ...]]]:
    """Return page, letter and box of every letter, boxes in points to one decimal."""
    found: list[tuple[int, str, tuple[float, ...]]] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            letters = text.get_text_range()
            count = min(len(letters), text.count_chars())
            found += [(number, letters[i], tuple(round(v, 1) for v in text.get_charbox(i))) for i in range(count)]
            text.close()
            page.close()
    return found


def test_docx_carries_no_date_of_its_making() -> None:
    data = VARIANTS["docx"].make(SAMPLES["10-to-trinh"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", SAMPLES)
def test_office_prints_every_label(name: str, rendered: Rendered) -> None:
    """Automatic numbering comes out as the labels of the definition, in print order."""
    printed = printed_words(rendered(name, "pdf"))
    at = 0
    for notice in SAMPLES[name].notices:
        for item in notice.items:
            glue = "" if item.text.startswith("⁀") else " "
            begins = " ".join(f"{item.label}{glue}{plain(item.text)}".split()[:4])
            assert (at := printed.find(begins, at) + 1) > 0, begins


def printed_words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).replace("\x02", "").replace("\xad", "-").split())


def test_raw_holds_every_format_twice(root: Path) -> None:
    files = list((root / "data" / "raw").iterdir())
    assert all(count >= 2 for count in Counter(path.suffix for path in files).values())
    assert {path.suffix for path in files} == FORMATS
    assert len(SAMPLES) >= 14
    assert sum(path.stat().st_size for path in files) < MOST_BYTES


def test_a_sentence_breaks_across_pages(rendered: Rendered) -> None:
    document = pypdfium2.PdfDocument(rendered("05-chi-thi", "pdf"))
    assert len(document) == 3
    second, third = (document[index].get_textpage().get_text_range().split() for index in (1, 2))
    assert (second[0], third[0]) == ("2", "3")
    assert third[1][0].islower()
    assert second[-1][-1] not in ".;:"


@pytest.mark.parametrize(("text", "in_tcvn3", "in_vni"), LEGACY)
def test_legacy_letters(text: str, in_tcvn3: str, in_vni: str) -> None:
    assert tcvn3_letters(text) == in_tcvn3
    assert vni(text).decode("latin-1") == in_vni


@pytest.mark.parametrize("name", SAMPLES)
def test_windows_1258_reads_back(name: str) -> None:
    text = VARIANTS["txt"].make(SAMPLES[name]).decode()
    assert unicodedata.normalize("NFC", windows_1258(text).decode("cp1258")) == text


def test_every_letter_has_a_tcvn3_code() -> None:
    letters = {chr(code) for code in range(0xC0, 0x1F00) if is_vietnamese(chr(code))}
    assert len(letters) == 134
    small = sorted(letter for letter in letters if letter.islower())
    assert len({tcvn3(letter) for letter in small}) == len(small) == 67


def is_vietnamese(letter: str) -> bool:
    """Tell whether a letter beyond ASCII is one of the 134 of Vietnamese (TCVN 6909:2001)."""
    if letter in "đĐ":
        return True
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0].lower(), set(parts[1:])
    own = marks & {"\u0302", "\u0306", "\u031b"}
    tones = marks - own
    allowed = {"a": "\u0302\u0306", "e": "\u0302", "o": "\u0302\u031b", "u": "\u031b", "i": "", "y": ""}
    return (
        base in allowed
        and len(parts) > 1
        and len(own) <= 1
        and len(tones) <= 1
        and own <= set(allowed[base])
        and tones <= {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    )


@pytest.mark.parametrize(("labels", "starts"), LABELS)
def test_numbering_restarts_only_where_it_must(labels: list[tuple[str, int]], starts: list[str]) -> None:
    numbering = Numbering()
    got: list[str] = []
    known = numbering.xml().count("<w:num ")
    for label, depth in labels:
        place = numbering.place(label, depth)
        instances = numbering.xml().split("<w:num ")[1:]
        new = instances[known:]
        known = len(instances)
        got.append("typed" if place is None else new[-1].split('startOverride w:val="')[1].split('"')[0] if new else "")
    assert got == starts


def test_lines_break_after_hyphen_and_slash() -> None:
    assert OfficeWrapper(22).wrap("Công điện số 1008/CĐ-TTg ngày 15/7/2021") == [
        "Công điện số 1008/CĐ-",
        "TTg ngày 15/7/2021",
    ]


def test_changes_are_accepted_in_plain_text() -> None:
    text = "Bổ sung {--21.000--}{++23.450++} triệu đồng{>>kiểm tra lại<<}"
    assert plain(text) == "Bổ sung 23.450 triệu đồng"
    assert [run.text for run in runs(text) if run.change] == ["21.000", "23.450"]
