"""Metadata at the head of a Markdown file is kept apart; what only looks like it stays."""

from __future__ import annotations

import pytest

from covidorders.extract.frontmatter import parted

from .conftest import Extract, zones

TAKEN = [
    # (head, its metadata)
    ('---\ntitle: "Cong van 31"\noriginal_format: pdf\n---\n', 'title: "Cong van 31"\noriginal_format: pdf'),
    ("\ufeff---\ntags:\n  - y-te\n  - covid\n---\n", "tags:\n  - y-te\n  - covid"),  # a list of values
    ("---\ntitle: Quyết định\n\n# máy tạo\nlang: vi\n---   \n", "title: Quyết định\n\n# máy tạo\nlang: vi"),
]
LEFT = [
    "---\nSố: 31/SYT-NVY\n---\n",  # a letterhead between two rules: keys are plain small letters
    "---\nSỞ Y TẾ\n---\n",
    "---\ntitle: mở ra mà không đóng lại\n",  # never closed
    "title: không có gạch\n",
    "---\n---\n",
]
BODY = "SỞ Y TẾ LÂM HÀ\n\n1. Báo cáo."


@pytest.mark.parametrize(("head", "metadata"), TAKEN)
def test_front_matter_is_furniture(head: str, metadata: str, extracted: Extract) -> None:
    found = extracted(head + BODY)
    assert [(piece.kind, piece.text) for piece in found.furniture] == [("note", metadata)]
    assert [text for _, text in zones(found)] == ["SỞ Y TẾ LÂM HÀ", "1. Báo cáo."]


@pytest.mark.parametrize("head", LEFT)
def test_what_is_no_front_matter(head: str) -> None:
    assert parted(head + BODY) == ("", head + BODY)
