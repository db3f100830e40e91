"""The components as anyone uses them, in a pipeline of their own."""

from __future__ import annotations

import importlib

import spacy
from spacy.tokens import Doc, Span

from covidorders.grammar.dates import FoundDate
from covidorders.recognise import extensions
from covidorders.recognise.references import FoundReference

TEXT = "Thực hiện Kế hoạch số 945/KH-UBND ngày 21/9/2021, hoàn thành trước ngày 30/9."


def _spans(doc: Doc, key: str = "covidorders") -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.spans[key]]


def test_by_name_in_a_blank_pipeline() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("covidorders_references")
    nlp.add_pipe("covidorders_dates")
    doc = nlp(TEXT)
    assert _spans(doc)[0] == ("Kế hoạch số 945/KH-UBND ngày 21/9/2021", "REFERENCE")
    assert ("ngày 21/9/2021", "DATE") in _spans(doc)


def test_what_a_span_says() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("covidorders_references", config={"spans_key": "own"})
    doc = nlp(TEXT)
    (span,) = doc.spans["own"]
    assert isinstance(span._.reference, FoundReference)
    assert span._.reference.code is not None
    assert span._.reference.code.notation == "KH-UBND"
    assert span._.date is None


def test_issue_year_completes_dates() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("covidorders_dates")
    doc = nlp.make_doc(TEXT)
    doc._.issue_year = 2021
    values = [span._.date.value for span in nlp(doc).spans["covidorders"]]
    assert values == ["2021-09-21", "2021-09-30"]
    assert all(isinstance(span._.date, FoundDate) for span in doc.spans["covidorders"])


def test_digits_of_a_code_are_no_dates() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("covidorders_references")
    nlp.add_pipe("covidorders_dates")
    doc = nlp("Nghị quyết số 12/2021/NQ-HĐND ngày 01/7/2021, Quyết định số 9/2021/QĐ-UBND")
    assert [text for text, label in _spans(doc) if label == "DATE"] == ["ngày 01/7/2021"]


def test_a_year_behind_a_number_is_a_date_and_in_a_name_none() -> None:
    text = "Thực hiện Công văn 3550/SGDĐT-CTTT năm 2024, Luật Đê điều năm 2006"
    nlp = spacy.blank("xx")
    nlp.add_pipe("covidorders_references")
    nlp.add_pipe("covidorders_dates")
    doc = nlp(text)
    assert [text for text, label in _spans(doc) if label == "DATE"] == ["năm 2024"]


def test_the_tokenizer_by_name_in_a_configuration() -> None:
    tokenizer = {"@tokenizers": "covidorders.OfficialTokenizer.v1"}
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": tokenizer}})
    assert [token.text for token in nlp("số 945/KH-UBND")] == ["số", "945/KH-UBND"]


def test_extensions_can_be_registered_again() -> None:
    importlib.reload(extensions)
    assert Span.has_extension("reference")
