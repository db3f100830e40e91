"""Mentions found again in a text that has changed."""

from __future__ import annotations

import random

import pytest

from covidorders.errors import DamagedFileError
from covidorders.evaluate import anchor

from .conftest import Marker

OLD = "Giao Sở Y tế và UBND tỉnh.\nSở Y tế báo cáo UBND tỉnh trước ngày 20/5/2021.\nSở Y tế, Bộ Y tế nhận bản sao.\n"

MARKS = [
    ("AGENCY", "Sở Y tế"), ("AGENCY", "UBND tỉnh"), ("AGENCY", "Sở Y tế", 2), ("AGENCY", "UBND tỉnh", 2),
    ("DATE", "ngày 20/5/2021"), ("AGENCY", "Sở Y tế", 3), ("AGENCY", "Bộ Y tế"),
]  # fmt: skip

CHANGES = [
    # (new text, surfaces found in order, how many are lost), one comment why
    # nothing changed
    (OLD, ["Sở Y tế", "UBND tỉnh", "Sở Y tế", "UBND tỉnh", "ngày 20/5/2021", "Sở Y tế", "Bộ Y tế"], 0),
    # a line more before it all, which names the same bodies
    (
        "UBND tỉnh và Sở Y tế thông báo.\n" + OLD,
        ["Sở Y tế", "UBND tỉnh", "Sở Y tế", "UBND tỉnh", "ngày 20/5/2021", "Sở Y tế", "Bộ Y tế"],
        0,
    ),
    # the second line is gone, and what it named with it
    (
        "Giao Sở Y tế và UBND tỉnh.\nSở Y tế, Bộ Y tế nhận bản sao.\n",
        ["Sở Y tế", "UBND tỉnh", "Sở Y tế", "Bộ Y tế"],
        3,
    ),
    # a letter is read otherwise now, in the date and in a name
    (
        OLD.replace("20/5/2021", "2O/5/2021").replace("Bộ Y tế", "Bo Y tế"),
        ["Sở Y tế", "UBND tỉnh", "Sở Y tế", "UBND tỉnh", "ngày 2O/5/2021", "Sở Y tế", "Bo Y tế"],
        0,
    ),
    # the last line is read first now: what it alone names has moved
    (
        "Bộ Y tế nhận bản sao.\nGiao Sở Y tế và UBND tỉnh.\nSở Y tế báo cáo UBND tỉnh trước ngày 20/5/2021.\n",
        ["Bộ Y tế", "Sở Y tế", "UBND tỉnh", "Sở Y tế", "UBND tỉnh", "ngày 20/5/2021"],
        1,
    ),
    # nothing of it is left
    ("Một văn bản khác hẳn.\n", [], 7),
    ("", [], 7),
]


@pytest.mark.parametrize(("new", "surfaces", "lost"), CHANGES)
def test_mentions_are_found_again(new: str, surfaces: list[str], lost: int, marked: Marker) -> None:
    anchored = anchor(marked(OLD, *MARKS), new)
    assert [one.text for one in anchored.gold.entities] == surfaces
    assert len(anchored.unplaced) == lost
    assert all(new[one.start : one.end] == one.text for one in anchored.gold.entities)
    assert anchored.gold.length == anchored.gold.until == len(new)


def test_the_right_one_of_equal_surfaces_is_taken(marked: Marker) -> None:
    new = "UBND tỉnh và Sở Y tế thông báo.\n" + OLD
    shift = len(new) - len(OLD)
    gold = marked(OLD, *MARKS)
    assert [one.start - shift for one in anchor(gold, new).gold.entities] == [one.start for one in gold.entities]


def test_the_same_text_is_left_alone(marked: Marker) -> None:
    gold = marked(OLD, *MARKS)
    assert anchor(gold, OLD).gold is gold


def test_gold_that_was_changed_by_hand_and_reads_otherwise_is_refused(marked: Marker) -> None:
    gold = marked(OLD, *MARKS)
    wrong = gold.entities[0].model_copy(update={"text": "Sở Nội"})
    with pytest.raises(DamagedFileError, match="Sở Nội"):
        anchor(gold.model_copy(update={"entities": (wrong, *gold.entities[1:])}), OLD)


def test_reworded_surfaces_are_counted(marked: Marker) -> None:
    assert anchor(marked(OLD, *MARKS), OLD.replace("20/5/2021", "2O/5/2021")).reworded == 1
    # case and tone marks are no other wording
    assert anchor(marked(OLD, *MARKS), OLD.replace("Bộ Y tế", "BỘ Y TẾ")).reworded == 0


def test_nested_mentions_stay_nested(marked: Marker) -> None:
    text = "Chủ tịch UBND tỉnh giao UBND tỉnh.\nChủ tịch UBND tỉnh ký.\n"
    marks = [("POSITION", "Chủ tịch UBND tỉnh"), ("AGENCY", "UBND tỉnh"), ("AGENCY", "UBND tỉnh", 2)]
    new = "Mới.\n" + text
    found = anchor(marked(text, *marks), new).gold.entities
    assert [(one.start - 5, one.end - 5) for one in found] == [(0, 18), (9, 18), (24, 33)]


def test_the_annotated_part_keeps_its_end(marked: Marker) -> None:
    gold = marked(OLD, *MARKS[:5], until=OLD.index("\nSở Y tế, Bộ"))
    new = "Dòng mới.\n" + OLD
    assert new[: anchor(gold, new).gold.until].endswith("ngày 20/5/2021.")


def test_much_noise_places_nothing_wrongly(marked: Marker) -> None:
    chance = random.Random(5)
    bodies = ["Sở Y tế", "Sở Tài chính", "UBND huyện", "Công an tỉnh", "Ban Chỉ đạo phòng, chống dịch"]
    words = [chance.choice([*bodies, "rà soát", "báo cáo", "phối hợp với", "kịp thời"]) for _ in range(400)]
    text = " ".join(words)
    at, marks = 0, []
    for word in words:
        marks += [("AGENCY", word, at)] if word in bodies else []
        at += len(word) + 1
    seen: dict[str, int] = {}
    numbered = []
    for label, word, _ in marks:
        seen[word] = seen.get(word, 0) + 1
        numbered.append((label, word, seen[word]))
    gold = marked(text, *numbered)
    noisy = "".join("x" if letter.isalpha() and chance.random() < 0.02 else letter for letter in text)
    anchored = anchor(gold, noisy)
    known = {one.span for one in gold.entities}
    wrong = [one for one in anchored.gold.entities if one.span not in known]
    assert not wrong
    assert len(anchored.unplaced) < 0.05 * len(gold.entities)
