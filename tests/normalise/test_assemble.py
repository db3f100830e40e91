"""Offsets: paragraphs, pages, words, tables and furniture of the normalised text."""

from __future__ import annotations

from itertools import chain, pairwise
from pathlib import Path

import pytest

from covidorders.extract import extract, read
from covidorders.grammar.items import begins_small, ends_sentence
from covidorders.layout import Box, Extracted, ExtractOptions, Line, Page, Table, Word
from covidorders.model import Furniture
from covidorders.normalise import normalise
from covidorders.normalise.repairs import replay

from .conftest import Normalised, line, paragraphs, table


def test_words_keep_their_boxes(normalised: Normalised) -> None:
    text = normalised([line("Sở Y tế", starts_paragraph=True), line("chủ trì", starts_paragraph=False)])
    assert [(text.text[w.start : w.end], w.box.x0) for w in text.words] == [
        ("Sở", 0.0), ("Y", 10.0), ("tế", 20.0), ("chủ", 0.0), ("trì", 10.0),
    ]  # fmt: skip


def test_words_of_a_mended_line(normalised: Normalised) -> None:
    text = normalised([line("Số: 1 0 9 4 3 /BYT-MT ngày \u200b 0 5 tháng 1 năm 2021 PHÕNG")])
    assert text.text == "Số: 10943/BYT-MT ngày 05 tháng 1 năm 2021 PHÒNG"
    assert [text.text[w.start : w.end] for w in text.words] == text.text.split()
    number = text.words[1]
    assert (number.box.x0, number.box.x1) == (10.0, 68.0)  # one box around all its pieces


def test_words_of_a_decoded_line(normalised: Normalised) -> None:
    text = normalised([line("Sôû Y teá phoái hôïp vôùi caùc huyeän")])
    assert [text.text[w.start : w.end] for w in text.words] == ["Sở", "Y", "tế", "phối", "hợp", "với", "các", "huyện"]


def test_the_lowest_confidence_counts(normalised: Normalised) -> None:
    box = Box(0, 0, 1, 1)
    words = tuple(Word(digit, box, sure) for digit, sure in (("1", 0.9), ("2", 0.4), ("/BYT", 0.8)))
    text = normalised([Line("1 2 /BYT", words=words)], extraction="ocr")
    assert [(text.text[w.start : w.end], w.confidence) for w in text.words] == [("12/BYT", 0.4)]


def test_tables_are_paragraphs_a_row(normalised: Normalised) -> None:
    text = normalised(["Phân công:", table(("TT", "Việc"), ("1", "Lấy\u00a0mẫu")), "Hết"])
    assert paragraphs(text) == ["Phân công:", "TT\tViệc", "1\tLấy mẫu", "Hết"]
    (placed,) = text.tables
    assert text.text[placed.start : placed.end] == "TT\tViệc\n1\tLấy mẫu"
    assert placed.rows == (("TT", "Việc"), ("1", "Lấy mẫu"))
    assert [(p.table, p.zone) for p in text.paragraphs] == [
        (None, "body"), (0, "table"), (0, "table"), (None, "body"),
    ]  # fmt: skip


def test_empty_cells(normalised: Normalised) -> None:
    assert normalised([table(("", ""), ("", "x"))]).text == "\t\n\tx"


def test_pages_without_text(normalised: Normalised) -> None:
    text = normalised([], ["Một."], [], ["Hai."])
    assert [(page.number, page.start, page.end) for page in text.pages] == [(1, 0, 0), (2, 0, 4), (3, 4, 4), (4, 5, 9)]


def test_page_sizes_and_hints_are_handed_on() -> None:
    pages = (Page(1, (Line("HỎA TỐC", bold=True, centred=True, zone="left"),), 595.0, 842.0, ocr=True, confidence=0.9),)
    text = normalise(Extracted("ocr", pages))
    assert (text.pages[0].width, text.pages[0].ocr, text.pages[0].confidence) == (595.0, True, 0.9)
    (paragraph,) = text.paragraphs
    assert (paragraph.bold, paragraph.centred, paragraph.zone) == (True, True, "left")


def test_furniture_is_mended_too() -> None:
    furniture = (Furniture(kind="running-head", text="Së Y tÕ phèi hîp víi c¸c ngµnh", page=1),)
    text = normalise(Extracted("pdf-text", (Page(1, (Line("Céng hoµ x· héi chñ nghÜa ViÖt Nam"),)),), furniture))
    assert [piece.text for piece in text.furniture] == ["Sở Y tế phối hợp với các ngành"]
    assert [repair.rule for repair in text.repairs] == ["tcvn3"]


def test_nothing_at_all(normalised: Normalised) -> None:
    text = normalised([])
    assert (text.text, text.paragraphs, text.repairs) == ("", (), ())


@pytest.mark.shared
def test_every_real_file_can_be_replayed(shared: Path) -> None:
    files = [
        p for p in sorted(shared.glob("corpus/*/*")) + sorted(shared.glob("seeds/*")) if p.suffix in {".pdf", ".txt"}
    ]
    assert len(files) > 20
    for path in files:
        extracted = extract(read(path), ExtractOptions(ocr="off"))
        text = normalise(extracted)
        blocks = [block for page in extracted.pages for block in page.blocks]
        raw = [[c.text for r in b.rows for c in r] if isinstance(b, Table) else [b.text] for b in blocks]
        assert _squash(replay(text.text, text.repairs)) == _squash("".join(chain.from_iterable(raw))), path.name
        assert all(text.text[w.start : w.end].split() == [text.text[w.start : w.end]] for w in text.words), path.name


@pytest.mark.shared
def test_three_sentences_of_the_seeds_that_a_page_cut_are_whole_and_nothing_else_is_joined(shared: Path) -> None:
    joined = 0
    for path in sorted(shared.glob("seeds/*.txt")):
        extracted = extract(read(path))
        said = paragraphs(normalise(extracted))
        joined += len(extracted.pages[0].blocks) - len(said)
        broken = [b for a, b in pairwise(said) if len(a) > 60 and not ends_sentence(a) and begins_small(b)]
        assert broken == [line for line in broken if line.startswith("ngày")]  # the second line of a title
    assert joined == 3


def _squash(text: str) -> str:
    return "".join(text.split())
