"""The repair plan gives back what was extracted, up to white space."""

from __future__ import annotations

import unicodedata
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from covidorders.layout import Cell, Extracted, Line, Page, Table
from covidorders.normalise import normalise
from covidorders.normalise.draft import Change, Draft, Edit
from covidorders.normalise.repairs import replay

PIECES = [
    "Ủy ban nhân dân", "Céng hoµ x· héi chñ nghÜa", "Sôû Y teá phoái hôïp", "CỘNG HÕA", "PHÖ", "Ðộc lập", "THỨ TRƢỞNG",
    "**đậm**", "*", "***", "`x`", "1\\.", "&amp;", "<br>", "# ", "-------", "1 0 9 4 3 /BYT-MT", "K Ế T L U Ậ N",
    "\u200b",
    "\u00ad", "\u00a0", "\uf0b7", "Quyáº¿t Ä‘á»‹nh", "Quye\u0302\u0301t", "Сông", "số 1967/CĐ-", "UBND", "(để", "p/h);",
    "- ", "và", "của các", "2 1", "năm 2 0 2 1", "ngày", "tháng", "\t", "  ", "a", "́", "Ã", "ﬁ", "ＱĐ",
]  # fmt: skip

wild = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=12)
lines = st.builds(
    lambda parts, glue, starts, zone: Line(glue.join(parts), starts_paragraph=starts, zone=zone),
    wild, st.sampled_from(["", " "]), st.sampled_from([None, True, False]), st.sampled_from(["body", "left"]),
)  # fmt: skip
tables = st.builds(
    lambda parts: Table((tuple(Cell("".join(part)) for part in parts),)), st.lists(wild, min_size=1, max_size=3)
)
pages = st.lists(st.lists(lines | tables, max_size=6), max_size=3)


def squash(text: str) -> str:
    return "".join(text.split())


def extracted_text(blocks: list[Any]) -> str:
    texts = []
    for block in blocks:
        texts += [cell.text for row in block.rows for cell in row] if isinstance(block, Table) else [block.text]
    return squash("".join(texts))


@settings(max_examples=300, deadline=None)
@given(pages, st.sampled_from(["text", "pdf-text"]))
def test_replay_gives_back_what_was_extracted(made: list[list[Any]], extraction: Any) -> None:
    extracted = Extracted(extraction, tuple(Page(n, tuple(blocks)) for n, blocks in enumerate(made, 1)))
    text = normalise(extracted)
    assert squash(replay(text.text, text.repairs)) == extracted_text([block for page in made for block in page])
    assert unicodedata.is_normalized("NFC", text.text)
    assert "\n".join(text.text[p.start : p.end] for p in text.paragraphs) == text.text
    bounds = [bound for repair in text.repairs for bound in (repair.start, repair.end)]
    assert bounds == sorted(bounds)


ranges = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4), st.sampled_from(["", "x", "yz", " "])), max_size=4)


@settings(max_examples=300, deadline=None)
@given(st.text("ab ", min_size=12, max_size=16), st.lists(ranges, max_size=3))
def test_changes_of_changes_can_be_undone(text: str, rounds: list[list[tuple[int, int, str]]]) -> None:
    draft = Draft(text, Line(text), 1)
    for orders in rounds:
        edits, done = [], 0
        for start, length, now in sorted(orders):
            if start >= done and start + length <= len(draft.text):
                edits.append(Edit(start, start + length, now))
                done = start + length + 1
        draft = draft.amend(edits, "rule")
    assert draft.raw == text
    assert all(one.end <= other.start for one, other in zip(draft.changes, draft.changes[1:], strict=False))


def test_a_change_of_a_change_keeps_the_first_words() -> None:
    draft = Draft("TƢỢNG", Line("TƢỢNG"), 1).amend([Edit(1, 2, "Ư")], "a").amend([Edit(0, 5, "Tượng")], "b")
    assert draft.changes == (Change(0, 5, "TƢỢNG", "a+b"),)


def test_places_move_with_the_changes() -> None:
    draft = Draft("1 0 9 /BYT", Line("1 0 9 /BYT"), 1).amend([Edit(0, 6, "109")], "digits-apart")
    assert draft.text == "109/BYT"
    assert [draft.place(*span) for span in ((0, 1), (2, 3), (6, 10))] == [(0, 3), (0, 3), (3, 7)]
