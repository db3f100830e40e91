"""A parsed notice against gold, and the report over several."""

from __future__ import annotations

import json

from covidorders.evaluate import Counts, Evaluation, figures, figures_bytes, score_document, score_documents
from covidorders.model import SourceFile

from .conftest import Marker

DATES = [("DATE", "ngày 03/5/2021"), ("DATE", "ngày 20/5/2021")]


def without_agencies(parsed: SourceFile) -> SourceFile:
    """Only what rules of old standing find, so that the test does not move with the others."""
    notices = [
        one.model_copy(update={"entities": tuple(e for e in one.entities if e.label in ("DATE", "REFERENCE"))})
        for one in parsed.notices
    ]
    return parsed.model_copy(update={"notices": tuple(notices)})


def test_all_found(parsed: SourceFile, marked: Marker) -> None:
    score = score_document(marked(parsed.text, *DATES), parsed, frozenset({"DATE"}))
    assert score.counts == {"DATE": Counts(2, 2, 2, 0)}
    assert (score.kind, score.faults, score.unplaced, score.is_anchored) == ("digital", (), (), False)


def test_missed_extra_and_wrong_bounds(parsed: SourceFile, marked: Marker) -> None:
    gold = marked(parsed.text, ("DATE", "03/5/2021"), ("AGENCY", "Sở Y tế"))
    score = score_document(gold, without_agencies(parsed))
    assert score.counts["DATE"] == Counts(1, 2, 0, 1)
    assert score.counts["AGENCY"] == Counts(1, 0, 0, 0)
    faults = {(one.wanted, one.given) for one in score.faults}
    assert (("DATE", "03/5/2021"), ("DATE", "ngày 03/5/2021")) in faults
    assert (("AGENCY", "Sở Y tế"), None) in faults
    assert (None, ("DATE", "ngày 20/5/2021")) in faults


def test_what_lies_behind_the_annotated_part_does_not_count(parsed: SourceFile, marked: Marker) -> None:
    gold = marked(parsed.text, DATES[0], until=parsed.text.index("1. Sở Y tế"))
    assert score_document(gold, parsed, frozenset({"DATE"})).counts == {"DATE": Counts(1, 1, 1, 0)}


def test_a_changed_text_is_scored_all_the_same(parsed: SourceFile, marked: Marker) -> None:
    old = "Một dòng mà nay không còn.\n" + parsed.text
    score = score_document(marked(old, *DATES), parsed, frozenset({"DATE"}))
    assert score.is_anchored
    assert score.counts == {"DATE": Counts(2, 2, 2, 0)}


def test_a_document_that_was_not_read_is_missed(parsed: SourceFile, marked: Marker) -> None:
    report = score_documents([(marked(parsed.text, *DATES), None)])
    assert report.counts == {"DATE": Counts(2, 0, 0, 0)}
    assert list(report.by_kind) == ["unread"]


def test_canonical_names(parsed: SourceFile, marked: Marker) -> None:
    entity = next(e for n in parsed.notices for e in n.entities if e.label == "DATE").model_copy(
        update={"label": "AGENCY", "canonical": "Ủy ban Nhân dân huyện  Đắk R'lấp"}
    )
    notice = parsed.notices[0].model_copy(update={"entities": (entity,)})
    file = parsed.model_copy(update={"notices": (notice,)})
    for wanted, right in (
        ("Uỷ ban nhân dân huyện Đắk R’lấp", 1),
        ("Sở Y tế", 0),
    ):  # old tone placement is the same name
        gold = marked(file.text, ("AGENCY", entity.text, 1, wanted))
        report = score_documents([(gold, file)])
        assert report.canonical == (right, 1)
        assert [(times, name.wanted) for times, _, name in report.wrong_names(5)] == ([] if right else [(1, wanted)])
    # a name that nobody settled is not scored
    assert score_documents([(marked(file.text, ("AGENCY", entity.text)), file)]).canonical == (0, 0)


def test_confusion_and_the_most_frequent_fault(parsed: SourceFile, marked: Marker) -> None:
    gold = marked(
        parsed.text, ("LOCATION", "ngày 03/5/2021"), ("AGENCY", "Sở Y tế"), ("AGENCY", "Sở Y tế", 2), DATES[1]
    )
    report = score_documents([(gold, without_agencies(parsed))], ["AGENCY", "DATE", "LOCATION"])
    assert report.confusion == {("AGENCY", ""): 2, ("LOCATION", "DATE"): 1}
    times, first = report.worst(1)[0]
    assert (times, first.wanted, first.given) == (2, ("AGENCY", "Sở Y tế"), None)
    assert first.start == parsed.text.index("Sở Y tế")


def test_figures_are_plain_data(parsed: SourceFile, marked: Marker) -> None:
    report = score_documents([(marked(parsed.text, *DATES, ("AGENCY", "Sở Y tế")), without_agencies(parsed))])
    evaluation = Evaluation(report, {"type": Counts(1, 1, 1, 0)}, ("one file is broken",))
    data = json.loads(figures_bytes(evaluation))
    assert data == figures(evaluation)
    assert data["labels"]["DATE"]["strict"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert data["fields"]["type"]["right"] == 1
    assert data["problems"] == ["one file is broken"]
    assert {"gold": "AGENCY", "found": None, "count": 1} in data["confusion"]
