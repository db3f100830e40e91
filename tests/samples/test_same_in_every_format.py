"""The same notice from every format gives the same facts: those that its definition in data/samples states.

No gold from outside is needed (a metamorphic test): formats differ, what they say does not.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest
from tools.make_samples import VARIANTS, load_samples
from tools.make_samples.expected import expected, expected_surroundings, facts, laws_missing, loose, surroundings

if TYPE_CHECKING:
    from .conftest import Parse

SAMPLES = {sample.name: sample for sample in load_samples()}
SLOW = {"doc", "doc-tcvn3", "rtf"}  # each file starts LibreOffice once

EVERY_ONE = [
    pytest.param(name, variant, marks=[pytest.mark.slow] if variant in SLOW else [], id=f"{name}-{variant}")
    for name in SAMPLES
    for variant in VARIANTS
]


@pytest.mark.parametrize(("name", "variant"), EVERY_ONE)
def test_facts_are_those_of_the_definition(name: str, variant: str, parse: Parse) -> None:
    notices, found = SAMPLES[name].notices, parse(name, variant).notices
    assert len(found) == len(notices)
    for sample, parsed in zip(notices, found, strict=True):
        got = facts(parsed, issued_on_settled=sample.expect.issued_on != "*")
        assert differences(got, expected(sample), variant) == {}


@pytest.mark.parametrize(("name", "variant"), EVERY_ONE)
def test_surroundings_are_those_of_the_definition(name: str, variant: str, parse: Parse) -> None:
    for sample, parsed in zip(SAMPLES[name].notices, parse(name, variant).notices, strict=True):
        assert differences(surroundings(parsed), expected_surroundings(sample), variant) == {}


@pytest.mark.parametrize("variant", ["txt", "docx", "html", "pdf"])
@pytest.mark.parametrize(
    "name", [name for name, sample in SAMPLES.items() if any(n.expect.laws for n in sample.notices)]
)
def test_laws_are_cited_by_name(name: str, variant: str, parse: Parse) -> None:
    for sample, parsed in zip(SAMPLES[name].notices, parse(name, variant).notices, strict=True):
        assert laws_missing(parsed, sample) == []


@pytest.mark.parametrize(("name", "variant"), EVERY_ONE)
def test_every_mention_stands_in_the_text(name: str, variant: str, parse: Parse) -> None:
    source = parse(name, variant)
    for notice in source.notices:
        for mention in (*notice.addressees, *notice.distribution, *notice.references, *notice.entities):
            assert " ".join(source.text[mention.start : mention.end].split()) == " ".join(mention.text.split())


def differences(got: Any, wanted: Any, variant: str) -> dict[str, Any]:
    """What differs, field by field, lists entry by entry, else as (got, wanted)."""
    if not VARIANTS[variant].exact:
        got, wanted = loose(got), loose(wanted)
    pairs = [(field.name, getattr(got, field.name), getattr(wanted, field.name)) for field in fields(wanted)]
    return {
        name: _entries(mine, theirs) if isinstance(theirs, tuple) else (mine, theirs)
        for name, mine, theirs in pairs
        if mine != theirs
    }


def _entries(got: tuple[Any, ...], wanted: tuple[Any, ...]) -> dict[str, list[Any]]:
    return {
        "extra": [entry for entry in got if entry not in wanted],
        "missed": [entry for entry in wanted if entry not in got],
    }
