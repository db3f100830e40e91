"""A date printed without its year: the value says only what is printed, the notice's year goes to `canonical`."""

from __future__ import annotations

from covidorders.recognise import NoticeContext, load_pipeline, recognise

TEXT = "Hoàn thành trước ngày 22/9; tổng kết ngày 05/10/2021."


def test_year_of_the_notice_is_kept_apart_from_the_print() -> None:
    found = recognise(load_pipeline().nlp, TEXT, 0, len(TEXT), notice=NoticeContext(year=2021))
    first, second = (entity for entity in found.entities if entity.label == "DATE")
    assert (first.value, first.canonical) == ("--09-22", "2021-09-22")
    assert first.score < 1
    assert (second.value, second.canonical, second.score) == ("2021-10-05", None, 1.0)


def test_without_the_notice_s_year_nothing_is_inferred() -> None:
    found = recognise(load_pipeline().nlp, TEXT, 0, len(TEXT))
    assert [entity.canonical for entity in found.entities] == [None] * len(found.entities)
