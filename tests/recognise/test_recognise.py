"""Entities and references of the JSON: places, ids, skipped ranges, boxes."""

from __future__ import annotations

import pytest
from spacy.language import Language

from covidorders.layout import Box, PlacedWord
from covidorders.recognise import NoticeContext, Pipeline, load_pipeline, recognise
from covidorders.recognise.result import boxes_of, read_doc

TEXT = """Số: 12/UBND-KGVX
Lâm Hà, ngày 20 tháng 9 năm 2021
V/v triển khai Kết luận số 30-KL/BCĐ
Thực hiện Kết luận số 30-KL/BCĐ ngày 28/8/2021, hoàn thành trước ngày 30/9."""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


def test_offsets_and_ids(pipeline: Pipeline) -> None:
    before = "một văn bản khác\n"
    found = recognise(
        pipeline.nlp, before + TEXT, len(before), len(before) + len(TEXT), notice=NoticeContext(year=2021)
    )
    assert all((before + TEXT)[e.start : e.end] == e.text for e in found.entities)
    assert [e.id for e in found.entities] == [f"e{n}" for n in range(1, len(found.entities) + 1)]
    assert [r.id for r in found.references] == ["r1", "r2"]
    assert [e.label for e in found.entities] == ["LOCATION", "DATE", "REFERENCE", "REFERENCE", "DATE", "DATE"]
    assert found.references[1].issued_on is not None
    assert found.references[1].resolved.status == "external"


def test_every_reference_is_an_entity_too(pipeline: Pipeline) -> None:
    found = recognise(pipeline.nlp, TEXT, 0, len(TEXT))
    places = {(e.start, e.end) for e in found.entities if e.label == "REFERENCE"}
    assert places == {(r.start, r.end) for r in found.references}


def test_the_heading_is_skipped_but_for_the_subject(pipeline: Pipeline) -> None:
    subject = TEXT.index("V/v")
    found = recognise(pipeline.nlp, TEXT, 0, len(TEXT), skip=[(0, subject)], notice=NoticeContext(year=2021))
    assert [e.value for e in found.entities if e.label == "DATE"] == ["2021-08-28", "--09-30"]
    assert len(found.references) == 2


def test_a_year_that_is_not_printed_lowers_the_score(pipeline: Pipeline) -> None:
    scores = {
        e.text: e.score for e in recognise(pipeline.nlp, TEXT, 0, len(TEXT), notice=NoticeContext(year=2021)).entities
    }
    assert scores["ngày 30/9"] < scores["ngày 28/8/2021"] == 1.0


def _words() -> list[PlacedWord]:
    """`Kế hoạch` ends one line, `số 12/KH` stands on the next, `ngày` on the next page."""
    places = [(0, 2, 1, 400.0, 100.0), (3, 7, 1, 420.0, 100.5), (8, 10, 1, 60.0, 120.0), (11, 16, 1, 80.0, 120.0)]
    words = [PlacedWord(a, b, page, Box(x, y, x + 15, y + 12)) for a, b, page, x, y in places]
    return [*words, PlacedWord(17, 21, 2, Box(60.0, 40.0, 80.0, 52.0))]


def test_one_box_a_line() -> None:
    boxes = boxes_of(_words(), 0, 21)
    assert [(box.page, box.x0, box.x1) for box in boxes] == [(1, 400.0, 435.0), (1, 60.0, 95.0), (2, 60.0, 80.0)]


def test_boxes_of_a_part_and_of_nothing() -> None:
    assert [box.x0 for box in boxes_of(_words(), 8, 16)] == [60.0]
    assert [box.x0 for box in boxes_of(_words(), 12, 13)] == [80.0]  # inside a word
    assert boxes_of(_words(), 100, 120) == ()
    assert boxes_of([], 0, 10) == ()


def test_components_of_others_need_no_change_here(pipeline: Pipeline) -> None:
    nlp: Language = pipeline.nlp
    doc = nlp.make_doc("Giao Sở Y tế chủ trì")
    span = doc.char_span(5, 12, label="AGENCY", kb_id="so-y-te")
    assert span is not None
    span._.canonical = "Sở Y tế tỉnh Lâm Hà"
    doc.spans["covidorders"] = [span]
    (entity,) = read_doc(doc, 100).entities
    assert (entity.label, entity.start, entity.canonical_id) == ("AGENCY", 105, "so-y-te")
    assert entity.canonical == "Sở Y tế tỉnh Lâm Hà"


HEADING = """Số: 12/UBND-VX
Lâm Hà, ngày tháng 9 năm 2021
V/w thực hiện Thông báo số 30-TB/TU ngày 17/8/2021 và tổng kết năm 2020"""


def test_of_a_heading_only_what_may_be_its_own_is_left_out(pipeline: Pipeline) -> None:
    # "V/v" was misread, so that the segmenter gave no subject: all of it is heading
    found = recognise(pipeline.nlp, HEADING, 0, len(HEADING), skip=[(0, len(HEADING))])
    named = [e.text for e in found.entities if e.label in {"DATE", "REFERENCE"}]
    assert named == ["Thông báo số 30-TB/TU ngày 17/8/2021", "ngày 17/8/2021", "năm 2020"]


def test_the_year_of_a_law_is_part_of_its_name(pipeline: Pipeline) -> None:
    found = recognise(pipeline.nlp, text := "Điều 18 Luật Tiếp công dân năm 2013, sửa năm 2020", 0, len(text))
    named = [(e.label, e.text) for e in found.entities]
    assert named == [("REFERENCE", "Luật Tiếp công dân năm 2013"), ("DATE", "năm 2020")]
