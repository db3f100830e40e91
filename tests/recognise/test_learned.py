"""The CRF's parts: paragraphs as tokens, features, tags, and the component with the project's own model."""

from __future__ import annotations

import pytest
import spacy

from covidorders.recognise import load_pipeline
from covidorders.recognise.bare import is_bare
from covidorders.recognise.learned import load_tagger
from covidorders.recognise.learned.features import DATE, REFERENCE, features_of
from covidorders.recognise.learned.gaps import Gaps
from covidorders.recognise.learned.lines import lines_of, without_overlap
from covidorders.recognise.learned.tags import decode, encode, pieces


def test_a_paragraph_a_line_and_a_citation_one_token() -> None:
    text = "Theo Công văn số 5/SYT ngày 1/2\n\nSở\tY tế"
    lines = list(lines_of(text, [(5, 31, REFERENCE)]))
    assert [line.forms for line in lines] == [("Theo", REFERENCE), ("Sở", "\t", "Y", "tế")]
    assert [text[a:b] for a, b in zip(lines[1].starts, lines[1].ends, strict=True)] == ["Sở", "\t", "Y", "tế"]
    assert (lines[0].starts[1], lines[0].ends[1]) == (5, 31)


def test_of_two_that_overlap_the_longer_is_taken() -> None:
    taken = [(20, 30, DATE), (5, 31, REFERENCE), (40, 45, DATE)]
    assert without_overlap(taken) == [(5, 31, REFERENCE), (40, 45, DATE)]


def test_features() -> None:
    (first, second, third) = features_of(("Sở", "Y", "tế"))
    assert {"w=sở", "f=so", "h=Xx", "w+=y", "w+2=tế"} <= set(first)
    assert {"w-=sở", "b-=sở|y", "h=A"} <= set(second)
    assert "w-2=sở" in third


@pytest.mark.parametrize(
    ("forms", "feature", "at"),
    [
        (("các", "Sở", ":", "Y", "tế", ";", "xã"), "l=sở", [3, 4]),  # members of a list with a shared head
        (("UBND", "TỈNH"), "p=caps", [0, 1]),
        (("ở", "Đồng", "Nai"), "g=Bplace", [1]),
        (("ở", "Đồng", "Nai"), "g=Iplace", [2]),
        (("HOÀ", "Bình"), "w=hòa", [0]),  # old spelling is the new one
        (("12", "hộ"), "w=00", [0]),
        (("ông", "Trần", "An"), "fam", [1, 2]),
    ],
)
def test_a_feature(forms: tuple[str, ...], feature: str, at: list[int]) -> None:
    assert [i for i, row in enumerate(features_of(forms)) if feature in row] == at


TEXT = "Giám đốc Sở Y tế, ông An"
(LINE,) = lines_of(TEXT)


def test_tags_there_and_back() -> None:
    tags = encode(LINE, [(0, 16, "POSITION"), (9, 16, "AGENCY"), (22, 24, "PERSON")])
    assert tags == ["B-POSITION", "I-POSITION", "B-AGENCY", "I-AGENCY", "I-AGENCY", "O", "O", "B-PERSON"]
    found = [(piece[2], LINE.starts[piece[0]], LINE.ends[end - 1]) for piece, end in decode(LINE, tags)]
    assert found == [("POSITION", 0, 16), ("AGENCY", 9, 16), ("PERSON", 22, 24)]


def test_no_mention_ends_with_a_sign() -> None:
    tags = ["B-POSITION", "I-POSITION", "B-AGENCY", "I-AGENCY", "I-AGENCY", "I-AGENCY", "B-PERSON", "I-PERSON"]
    assert [TEXT[LINE.starts[a] : LINE.ends[end - 1]] for (a, _, _), end in decode(LINE, tags)] == [
        "Giám đốc Sở Y tế",
        "Sở Y tế",
        "ông An",
    ]


def test_a_run_without_its_beginning() -> None:
    assert list(pieces(["O", "I-AGENCY", "B-AGENCY", "I-PERSON"])) == [
        (1, 2, "AGENCY"),
        (2, 3, "AGENCY"),
        (3, 4, "PERSON"),
    ]


# --- the project's own model ------------------------------------------------------------------------

# each row: a sentence of one's own; what the model must find in it
NOTHING = "Thực hiện nghiêm túc, kịp thời."
FOUND = [
    (
        "Giao Sở Tài chính chủ trì, phối hợp với các sở, ban, ngành liên quan.",
        [("Sở Tài chính", "AGENCY"), ("các sở, ban, ngành liên quan", "AGENCY")],
    ),
    (
        "Đồng chí Lê Thị Hoa, Phó Chủ tịch UBND huyện, chủ trì cuộc họp.",
        [("Lê Thị Hoa", "PERSON"), ("Phó Chủ tịch UBND huyện", "POSITION"), ("UBND huyện", "AGENCY")],
    ),
    ("Tại xã Tân Lập có 12 hộ gia đình phải di dời.", [("xã Tân Lập", "LOCATION"), ("12 hộ gia đình", "QUANTITY")]),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_the_component(text: str, wanted: list[tuple[str, str]]) -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("covidorders_entity_model")
    doc = nlp(text)
    spans = list(doc.spans["covidorders"])
    assert [(span.text, span.label_) for span in spans] == wanted
    assert all(span._.origin == "model" and 0 < span._.score <= 1 for span in spans)


def test_nothing_to_find() -> None:
    assert load_tagger("entities").find(NOTHING) == []


def test_only_what_is_asked_for() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("covidorders_entity_model", config={"least": {"PERSON": 0.5}})
    doc = nlp(FOUND[1][0])
    assert {span.label_ for span in doc.spans["covidorders"]} == {"PERSON"}


# each row: mentions of the rules; what the model would add; whether it could stand
ADDED = [
    ([], (0, 7, "AGENCY"), True),
    ([(0, 7, "AGENCY")], (0, 7, "AGENCY"), False),
    ([(0, 12, "AGENCY")], (0, 7, "AGENCY"), False),
    ([(0, 20, "POSITION")], (9, 20, "AGENCY"), True),
    ([(9, 20, "AGENCY")], (0, 20, "POSITION"), True),
    ([(9, 20, "AGENCY")], (0, 20, "PERSON"), False),
    ([(0, 5, "DATE"), (30, 40, "AGENCY")], (9, 20, "PERSON"), True),
    # a label that is left to the rules
    ([], (0, 7, "QUANTITY"), False),
]


@pytest.mark.parametrize(("known", "mention", "stands"), ADDED)
def test_what_could_stand(known: list[tuple[int, int, str]], mention: tuple[int, int, str], stands: bool) -> None:
    least = {"AGENCY": 0.9, "PERSON": 0.9, "POSITION": 0.9}
    assert Gaps(known, least, names_only=False).mention(*mention) is stands


# each row: a paragraph; how much of its beginning the rules know; whether the model looks at it
OPEN = [
    ("- Tiếp tục kiểm tra, giám sát việc chấp hành các quy định về an toàn.", 0, False),
    ("- Tiếp tục kiểm tra tại Hưng Bình, báo cáo kết quả theo quy định chung.", 0, True),
    ("Sở Y tế, Sở Tài chính kiểm tra, giám sát việc chấp hành các quy định.", 21, False),
    # a short line may be all capitals, a name, a cell
    ("lê thị hoa", 0, True),
    ("Lê Thị Hoa", 10, False),
]


@pytest.mark.parametrize(("text", "known", "looks"), OPEN)
def test_where_the_model_looks(text: str, known: int, looks: bool) -> None:
    gaps = Gaps([(0, known, "AGENCY")] if known else [], {}, names_only=True)
    assert gaps.paragraph(text, 0, len(text)) is looks


def test_a_model_that_is_not_there() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("covidorders_entity_model", config={"model": "absent"})
    with pytest.raises(FileNotFoundError, match="covidorders train"):
        nlp("Sở Y tế")


def test_full_is_rules_and_the_model() -> None:
    rules, full = (load_pipeline(name).nlp.pipe_names for name in ("rules", "full"))
    assert [name for name in full if name != "covidorders_entity_model"] == rules
    assert full.index("covidorders_entity_model") == full.index("covidorders_settle") - 1


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Giao So Y te chu tri, phoi hop voi UBND cac huyen", True),
        ("Giao Sở Y tế chủ trì, phối hợp với UBND các huyện", False),
        ("Giao So Y te chu tri, phối hợp với UBND cac huyen", False),
        ("", False),
    ],
)
def test_a_text_without_diacritics(text: str, bare: bool) -> None:
    assert is_bare(text) is bare
