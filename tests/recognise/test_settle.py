"""Of mentions that exclude each other one is kept."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from covidorders.recognise.found import FoundMention, add_mentions
from covidorders.recognise.settle import Claim, settle

# each row: the sentence; what was claimed, as (words, label); what stands
RULES = [
    # the body belongs to the post, and is a mention too
    (
        "Chủ tịch UBND huyện",
        [("Chủ tịch UBND huyện", "POSITION"), ("UBND huyện", "AGENCY")],
        [("Chủ tịch UBND huyện", "POSITION"), ("UBND huyện", "AGENCY")],
    ),
    # the territory belongs to the body's name
    ("UBND tỉnh Đồng Nai", [("UBND tỉnh Đồng Nai", "AGENCY"), ("tỉnh Đồng Nai", "LOCATION")], [(0, "AGENCY")]),
    # a day inside a reference is one; a number inside it is none
    (
        "Kế hoạch số 12/KH-UBND ngày 01/9/2021",
        [(0, "REFERENCE"), ("ngày 01/9/2021", "DATE"), ("số 12", "QUANTITY"), ("UBND", "AGENCY")],
        [(0, "REFERENCE"), ("ngày 01/9/2021", "DATE")],
    ),
    # a post inside the name of a body
    ("Văn phòng Chủ tịch nước", [(0, "AGENCY"), ("Chủ tịch nước", "POSITION")], [(0, "AGENCY")]),
    # the name of a person inside that of a hospital or a road
    ("Bệnh viện Phạm Ngọc Thạch", [(0, "AGENCY"), ("Phạm Ngọc Thạch", "PERSON")], [(0, "AGENCY")]),
    ("đường Lê Duẩn", [(0, "LOCATION"), ("Lê Duẩn", "PERSON")], [(0, "LOCATION")]),
    # how many of them is no body
    ("thành lập 03 đơn vị", [("03 đơn vị", "QUANTITY"), ("đơn vị", "AGENCY")], [("03 đơn vị", "QUANTITY")]),
    # of two that cross, the longer; of two alike, one
    ("Sở Y tế tỉnh", [("Sở Y tế", "AGENCY"), (0, "AGENCY"), (0, "AGENCY")], [(0, "AGENCY")]),
    # the same words cannot be a post and a body
    ("Ban Giám đốc", [(0, "POSITION"), (0, "AGENCY")], [(0, "POSITION")]),
    # a post that ends inside a body goes on to its end
    (
        "Giám đốc Sở Y tế tỉnh",
        [("Giám đốc Sở Y tế", "POSITION"), ("Sở Y tế tỉnh", "AGENCY")],
        [(0, "POSITION"), ("Sở Y tế tỉnh", "AGENCY")],
    ),
    # a day goes before a number of the same words
    ("tháng 9 năm 2021", [(0, "DATE"), ("9 năm", "QUANTITY")], [(0, "DATE")]),
    # what others call their own stays
    ("Sở Y tế", [(0, "AGENCY"), (0, "MINE")], [(0, "AGENCY"), (0, "MINE")]),
]


def _range(text: str, words: str | int) -> tuple[int, int]:
    if isinstance(words, int):  # 0: the whole
        return 0, len(text)
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(("text", "claimed", "stands"), RULES, ids=[row[0] for row in RULES])
def test_what_stands(text: str, claimed: list[tuple[str | int, str]], stands: list[tuple[str | int, str]]) -> None:
    found = settle([Claim(*_range(text, words), label) for words, label in claimed])
    assert [(one.start, one.end, one.label) for one in found] == [(*_range(text, w), label) for w, label in stands]


RULE = Claim(0, 7, "AGENCY")
MODEL = Claim(0, 12, "AGENCY", 0.95, is_model=True)

# each row: claims; from which score on the model goes first; what stands
ORIGINS = [
    ((RULE, MODEL), {}, [RULE]),
    ((RULE, MODEL), {"AGENCY": 0.9}, [MODEL]),
    ((RULE, MODEL), {"AGENCY": 0.99}, [RULE]),
    # a reference is never given up
    ((Claim(0, 20, "REFERENCE"), MODEL), {"AGENCY": 0.5}, [Claim(0, 20, "REFERENCE")]),
    # the model's longer name does not push out what a rule found inside
    ((Claim(4, 12, "LOCATION"), MODEL), {}, [Claim(4, 12, "LOCATION")]),
    # a rule's post around the model's body
    ((Claim(0, 15, "POSITION"), Claim(5, 15, "AGENCY", 0.6, True)), {}, None),
    # of two of the model the longer
    ((Claim(0, 7, "AGENCY", 0.9, True), Claim(0, 9, "AGENCY", 0.6, True)), {}, [Claim(0, 9, "AGENCY", 0.6, True)]),
]


@pytest.mark.parametrize(("claims", "wins", "stands"), ORIGINS)
def test_rules_and_model(claims: tuple[Claim, ...], wins: dict[str, float], stands: list[Claim] | None) -> None:
    assert settle(claims, model_wins=wins) == (list(claims) if stands is None else stands)


def _settled(text: str, found: list[FoundMention]) -> Doc:
    nlp = spacy.blank("xx")
    nlp.add_pipe("covidorders_settle")
    return nlp(add_mentions(nlp.make_doc(text), found, "covidorders"))


def test_the_component_keeps_what_a_span_says() -> None:
    text = "Giám đốc Sở Y tế tỉnh"
    doc = _settled(text, [FoundMention(0, 16, "POSITION", score=0.8), FoundMention(9, 21, "AGENCY", "Sở Y tế tỉnh A")])
    post, body = doc.spans["covidorders"]
    assert (post.text, post._.exact, post._.score) == (text, (0, 21), 0.8)
    assert body._.canonical == "Sở Y tế tỉnh A"


def test_a_doc_without_mentions() -> None:
    assert list(_settled("Không có gì.", []).spans["covidorders"]) == []
