"""Names that fill a line: each row is a line that made a rule necessary."""

from __future__ import annotations

import pytest

from covidorders.grammar.names import person

ROWS = [
    # the plain form, and with titles
    ("Lê Thị Bích Thủy", "Lê Thị Bích Thủy"),
    ("ThS. BS. Cao Văn Lộc", "Cao Văn Lộc"),
    # light markup
    ("**Võ Minh Tâm**", "Võ Minh Tâm"),
    # the seal's rim was read as quotes and degrees
    ("'Hồ Văn Lượng\"", "Hồ Văn Lượng"),
    ("°Trịnh Kim Anh|", "Trịnh Kim Anh"),
    ("Hoàng Ân 2", "Hoàng Ân"),
    # apostrophes within names stay
    ("H'Lan Niê", None),
    ("Y K'Rang", "Y K'Rang"),
    # bodies and sentences are none
    ("Văn Phòng", None),
    ("Nguyễn Văn An đã ký", None),
]


@pytest.mark.parametrize(("line", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_person(line: str, expected: str | None) -> None:
    place = person(line)
    assert (line[place[0] : place[1]] if place else None) == expected
