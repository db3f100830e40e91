"""What goes out to an annotation tool comes back the same, and what is broken is said."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from covidorders.annotate import Mark, MarkedText, marked, read_annotations
from covidorders.annotate.doccano import label_definitions, to_doccano
from covidorders.annotate.label_studio import labelling_config, to_label_studio
from covidorders.annotate.marked import LABELS
from covidorders.errors import DamagedFileError
from covidorders.evaluate import GoldDocument, gold_bytes
from covidorders.pipeline import parse_text

TEXT = "Chủ tịch UBND tỉnh họp\nngày 12/5/2021."
MARKS = (
    Mark(0, 18, "POSITION", 0.9),
    Mark(9, 18, "AGENCY", 0.8, "Ủy ban nhân dân tỉnh Đồng Nai"),
    Mark(23, 37, "DATE"),
)
PLAIN = MarkedText("scan/công văn.pdf", TEXT, MARKS)
# letters outside the basic plane count two in JavaScript
ASTRAL = MarkedText(
    "a.txt",
    "🏛🏛 " + TEXT,
    tuple(Mark(one.start + 3, one.end + 3, one.label, one.score, one.canonical) for one in MARKS),
)


def exported(document: MarkedText, **changes: Any) -> list[dict[str, Any]]:
    """A Label Studio export in which a person accepted the predictions."""
    task = json.loads(to_label_studio([document]))[0]
    predictions = task.pop("predictions")
    task["annotations"] = [{"id": 1, "was_cancelled": False, "result": predictions[0]["result"]}]
    return [{**task, **changes}]


def read(value: object) -> list[GoldDocument]:
    return read_annotations(json.dumps(value).encode())[0]


def spans(gold: GoldDocument) -> set[tuple[int, int, str, str | None]]:
    return {(one.start, one.end, one.label, one.canonical) for one in gold.entities}


def kept(document: MarkedText) -> set[tuple[int, int, str, str | None]]:
    return {(one.start, one.end, one.label, one.canonical) for one in document.marks}


@pytest.mark.parametrize("document", [PLAIN, ASTRAL, MarkedText("empty.txt", "Không có gì.", ())])
def test_label_studio_gives_back_what_it_got(document: MarkedText) -> None:
    (gold,) = read(exported(document))
    assert spans(gold) == kept(document)
    assert (gold.source, gold.length, gold.until) == (document.source, len(document.text), len(document.text))
    assert all(document.text[one.start : one.end] == one.text for one in gold.entities)


@pytest.mark.parametrize("document", [PLAIN, ASTRAL, MarkedText("empty.txt", "Không có gì.", ())])
def test_doccano_gives_back_what_it_got(document: MarkedText) -> None:
    (gold,), _ = read_annotations(to_doccano([document]))
    assert spans(gold) == kept(document)
    assert all(document.text[one.start : one.end] == one.text for one in gold.entities)


def test_everything_the_program_finds_makes_the_round_trip() -> None:
    parsed = parse_text("Số: 12/TB-UBND\nĐồng Nai, ngày 02 tháng 6 năm 2021\nKế hoạch số 77/KH-UBND ngày 03/5/2021.\n")
    document = marked(parsed)
    assert document.marks
    for data in (json.dumps(exported(document)).encode(), to_doccano([document])):
        (gold,), _ = read_annotations(data)
        assert spans(gold) == kept(document)


def test_the_gold_holds_no_sentence() -> None:
    written = gold_bytes(read(exported(PLAIN))[0]).decode()
    assert "họp" in TEXT
    assert "họp" not in written


def test_the_labelling_interface_has_every_label() -> None:
    view = ElementTree.fromstring(labelling_config())
    assert [one.attrib["value"] for one in view.iter("Label")] == list(LABELS)
    assert [one["text"] for one in json.loads(label_definitions())] == list(LABELS)
    names = {one.attrib["name"] for one in view.iter() if "name" in one.attrib}
    task = json.loads(to_label_studio([PLAIN]))[0]
    for one in task["predictions"][0]["result"]:
        assert {one["from_name"], one["to_name"]} <= names


def test_predictions_carry_scores() -> None:
    prediction = json.loads(to_label_studio([PLAIN]))[0]["predictions"][0]
    assert [one["score"] for one in prediction["result"] if one["type"] == "labels"] == [0.9, 0.8, 1.0]
    assert prediction["score"] == 0.9


# --- what tools do to a file ------------------------------------------------------------------------


def region(start: object, end: object, label: object = "AGENCY", **value: object) -> dict[str, Any]:
    return {"id": "x", "type": "labels", "value": {"start": start, "end": end, "labels": [label], **value}}


def annotated(*regions: dict[str, Any], document: MarkedText = PLAIN, **changes: Any) -> list[dict[str, Any]]:
    return exported(document, annotations=[{"result": list(regions)}], **changes)


READ = [
    # (regions, text, spans), one comment why
    # no words with the region: it counts code points
    ([region(9, 18)], PLAIN, {(9, 18, "AGENCY")}),
    # a blank was selected too
    ([region(8, 19)], PLAIN, {(9, 18, "AGENCY")}),
    # a line end inside is shown as two characters
    ([region(19, 27, text="họp\\nngày")], PLAIN, {(19, 27, "AGENCY")}),
    # old versions count UTF-16 units; the words tell
    ([region(14, 23, text="UBND tỉnh")], ASTRAL, {(12, 21, "AGENCY")}),
    ([region(12, 21, text="UBND tỉnh")], ASTRAL, {(12, 21, "AGENCY")}),
    # the same region drawn twice is one mention
    ([region(9, 18), region(9, 18)], PLAIN, {(9, 18, "AGENCY")}),
    # relations and choices are not ours
    ([{"type": "relation", "from_id": "a", "to_id": "b"}, {"type": "choices", "value": {}}], PLAIN, set()),
]


@pytest.mark.parametrize(("regions", "document", "expected"), READ)
def test_regions(regions: list[dict[str, Any]], document: MarkedText, expected: set[tuple[int, int, str]]) -> None:
    (gold,) = read(annotated(*regions, document=document))
    assert {one.span for one in gold.entities} == expected
    assert len(gold.entities) == len(expected)


def test_the_annotation_changed_last_counts() -> None:
    first = {"updated_at": "2026-01-02T00:00:00Z", "result": [region(0, 18, "POSITION")]}
    last = {"updated_at": "2026-01-03T00:00:00Z", "result": [region(9, 18)]}
    cancelled = {"updated_at": "2026-01-04T00:00:00Z", "was_cancelled": True, "result": []}
    (gold,) = read(exported(PLAIN, annotations=[last, first, cancelled]))
    assert [one.span for one in gold.entities] == [(9, 18, "AGENCY")]


def test_tasks_that_nobody_annotated_are_told() -> None:
    documents, untouched = read_annotations(to_label_studio([PLAIN, ASTRAL]))
    assert (documents, untouched) == ([], [PLAIN.source, ASTRAL.source])


DOCCANO = [
    # (changes to the line), one comment why
    # the column is called labels
    lambda line: {"labels": line.pop("label"), **line},
    # relation projects write records
    lambda line: {
        "entities": [
            {"id": n, "label": one[2], "start_offset": one[0], "end_offset": one[1]}
            for n, one in enumerate(line.pop("label"))
        ],
        "relations": [],
        **line,
    },
    # older versions keep metadata apart
    lambda line: {
        "text": line["text"],
        "label": line["label"],
        "meta": {key: line[key] for key in ("source", "sha256", "canonical")},
    },
]


@pytest.mark.parametrize("change", DOCCANO)
def test_forms_of_doccano(change: Any) -> None:
    line = change(json.loads(to_doccano([PLAIN])))
    (gold,), _ = read_annotations(json.dumps(line).encode())
    assert spans(gold) == kept(PLAIN)


LINE = json.loads(to_doccano([PLAIN]))

BROKEN: list[tuple[object, str]] = [
    # (what is in the file, what the message speaks of)
    (b"", ""),
    (b"\xff\xfe\x00", "Neither"),
    (b"{", "Neither"),
    (b"[" * 100_000, "Neither"),
    (b"3", "list of records"),
    ([1], "list of records"),
    ([{}], "data"),
    ([{"data": {"text": "x"}}], "source"),
    ([{"id": 1, "text": "x", "label": []}], "JSON-MIN"),
    (annotated({"type": "labels"}), "value"),
    (annotated(region(9, 99)), "outside the text"),
    (annotated(region(9, 9)), "empty"),
    (annotated(region(18, 9)), "empty"),
    (annotated(region(-1, 9)), "start"),
    (annotated(region("9", 18)), "start"),
    (annotated(region(True, 18)), "start"),
    (annotated(region(9.0, 18)), "start"),
    (annotated(region(10**30, 10**31)), "outside the text"),
    (annotated(region(8, 9)), "white space"),
    (annotated(region(9, 18, "ORG")), "ORG"),
    (annotated(region(9, 18, {"a": 1})), "no label"),
    (annotated({**region(9, 18), "value": {"start": 9, "end": 18, "labels": ["AGENCY", "DATE"]}}), "several"),
    (annotated(region(9, 18, text="Sở Y tế")), "does not read"),
    (exported(PLAIN, annotations=[{"result": None}]), "records"),
    (exported(PLAIN, annotations="x"), "records"),
    # the tool turned line ends into something else
    (exported(PLAIN, data={"text": TEXT.replace("\n", "\r\n"), "source": "a", "sha256": "0" * 64}), "another text"),
    (exported(PLAIN, data={"text": "\ud800", "source": "a"}), "text"),
    (exported(PLAIN) * 2, "twice"),
    ({**LINE, "label": None}, "label"),
    ({**LINE, "label": [[0, 3]]}, "start, end, label"),
    ({**LINE, "label": [[0, 3, 7]]}, "start, end, label"),
    ({**LINE, "label": [[0, 99, "AGENCY"]]}, "outside the text"),
    ({**LINE, "label": [["0", 3, "AGENCY"]]}, "start"),
    ({**LINE, "label": [[0, 3, "cơ quan"]]}, "no label"),
    ({**LINE, "text": None}, "text"),
    ({**LINE, "source": 4}, "source"),
    ({**LINE, "text": "khác"}, "another text"),
    ({**LINE, "entities": [{"label": "AGENCY"}]}, "start_offset"),
]


@pytest.mark.parametrize(("content", "speaks_of"), BROKEN[1:])
def test_broken_files_are_named(content: object, speaks_of: str) -> None:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    with pytest.raises(DamagedFileError, match=speaks_of):
        read_annotations(data)


def test_offsets_inside_a_letter_are_told() -> None:
    line = json.loads(to_doccano([ASTRAL]))
    line["label"] = [[1, 4, "AGENCY"]]
    with pytest.raises(DamagedFileError, match="inside a letter"):
        read_annotations(json.dumps(line).encode())


def test_an_empty_file_holds_nothing() -> None:
    assert read_annotations(b"") == ([], [])
