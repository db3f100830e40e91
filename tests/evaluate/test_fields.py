"""Facts against the fields of a parsed notice."""

from __future__ import annotations

from typing import Any

import pytest

from covidorders.evaluate import Counts, FileFacts, score_facts
from covidorders.model import SourceFile

RIGHT, NONE = Counts(1, 1, 1, 0), Counts(0, 0, 0, 0)

FACTS = [
    # (facts of the notice, field, counts), one comment why
    ({"type": "CV"}, "type", RIGHT),
    ({"type": "QĐ"}, "type", Counts(1, 1, 0, 0)),
    # spaces in a code say nothing
    ({"code": "4510 / UBND-KGVX"}, "code", RIGHT),
    # that there is no code is an answer too
    ({"code": None}, "code", Counts(1, 1, 0, 0)),
    ({"issued_on": "2021-05-12"}, "issued_on", RIGHT),
    # capitals and doubled spaces are no other name
    ({"signers": ["LÊ VĂN  MẪU"]}, "signers", RIGHT),
    ({"addressees": ["Sở Y tế"]}, "addressees", RIGHT),
    # four fifths of the words: half
    ({"addressees": ["Sở Y tế tỉnh"]}, "addressees", Counts(1, 1, 0, 0)),
    ({"addressees": []}, "addressees", Counts(0, 1, 0, 0)),
    ({"refs": [{"code": "77/KH-UBND", "date": "2021-05-03"}]}, "references", RIGHT),
    ({"refs": [{"code": "77/KH-UBND", "date": "2021-05-03"}]}, "reference dates", RIGHT),
    # a document cited without its day says nothing on days
    ({"refs": [{"code": "77/KH-UBND"}]}, "reference dates", NONE),
    ({"refs": [{"code": "78/KH-UBND"}]}, "references", Counts(1, 1, 0, 0)),
    ({"dates": ["2021-05-03", "2021-05-20"]}, "dates", Counts(2, 2, 2, 0)),
    (
        {"directives": [{"path": "1", "head": "Sở Y tế lấy mẫu"}, {"path": "2", "head": "Các đơn vị báo cáo"}]},
        "directives",
        Counts(2, 2, 2, 0),
    ),
    # the right words under the wrong label
    ({"directives": [{"path": "3", "head": "Sở Y tế lấy mẫu"}]}, "directives", Counts(1, 2, 0, 0)),
    # readers may differ on the second: it does not count, found or not
    (
        {"directives": [{"path": "1", "head": "Sở Y tế lấy mẫu"}, {"path": "2", "head": "Các đơn", "optional": True}]},
        "directives",
        RIGHT,
    ),
]


def facts(**notice: Any) -> FileFacts:
    return FileFacts.model_validate({"file": "notice.txt", "notices": [notice]})


@pytest.mark.parametrize(("notice", "field", "expected"), FACTS)
def test_each_field(notice: dict[str, Any], field: str, expected: Counts, parsed: SourceFile) -> None:
    assert score_facts(facts(**notice), parsed)[field] == expected


def test_what_the_reader_left_out_is_not_scored(parsed: SourceFile) -> None:
    assert score_facts(facts(), parsed) == {"bundle": RIGHT}


def test_close_names_count_one_half(parsed: SourceFile) -> None:
    counts = score_facts(facts(addressees=["Sở Y tế ấy"]), parsed)["addressees"]
    assert counts == Counts(1, 1, 0, 0)
    notice = parsed.notices[0]
    name = notice.addressees[0].model_copy(update={"text": "Ban Chỉ huy Quân sự tỉnh", "canonical": None})
    file = parsed.model_copy(update={"notices": (notice.model_copy(update={"addressees": (name,)}),)})
    near = score_facts(facts(addressees=["Ban Chỉ huy Quân sự"]), file)["addressees"]
    assert near == Counts(1, 1, 0, 1)
    assert near.partial.f1 == 0.5


def test_without_a_parsed_file_all_is_missed() -> None:
    scores = score_facts(
        facts(type="CV", code=None, signers=["Lê Văn Mẫu"], directives=[{"path": "1", "head": "x"}]), None
    )
    assert {field: (one.gold, one.found) for field, one in scores.items() if one.gold or one.found} == {
        "bundle": (1, 0), "type": (1, 0), "code": (1, 0), "signers": (1, 0), "directives": (1, 0),
    }  # fmt: skip
