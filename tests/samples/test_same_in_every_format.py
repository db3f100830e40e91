"""The same notice from every format gives the same facts: those that its definition in data/samples states.

No gold from outside is needed (a metamorphic test): formats differ, what they say does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest
from tools.make_samples import VARIANTS, load_samples
from tools.make_samples.expected import expected, expected_surroundings, facts, laws_missing, loose, surroundings

if TYPE_CHECKING:
    from .conftest import Parse

SAMPLES = {sample.name: sample for sample in load_samples()}
SLOW = {"doc", "doc-tcvn3", "rtf", "odt"}  # each file starts LibreOffice once

KNOWN_FAILURES: dict[tuple[str, str], tuple[set[str], str]] = {
    # (test, variant): (samples, why). Strict: a row that no longer fails breaks the build.
    ("facts", "docx-tabbed"): ({"01", "12"}, "blanks of an empty number part columns, tabs at the line's start do not"),
    ("surroundings", "docx-tabbed"): ({"01", "02", "12"}, "a distribution line that wraps ends its column"),
}


def every_one(test: str) -> list[Any]:
    """Every sample in every variant, the known failures of a test marked."""
    return [
        pytest.param(name, variant, marks=list(_marks(test, name, variant)), id=f"{name}-{variant}")
        for name in SAMPLES
        for variant in VARIANTS
    ]


def _marks(test: str, name: str, variant: str) -> Iterator[pytest.MarkDecorator]:
    if variant in SLOW:
        yield pytest.mark.slow
    samples, why = KNOWN_FAILURES.get((test, variant), (set(), ""))
    if name[:2] in samples:
        yield pytest.mark.xfail(reason=why, strict=True)


@pytest.mark.parametrize(("name", "variant"), every_one("facts"))
def test_facts_are_those_of_the_definition(name: str, variant: str, parse: Parse) -> None:
    notices, found = SAMPLES[name].notices, parse(name, variant).notices
    assert len(found) == len(notices)
    for sample, parsed in zip(notices, found, strict=True):
        got = facts(parsed, issued_on_settled=sample.expect.issued_on != "*")
        assert differences(got, expected(sample), variant) == {}


@pytest.mark.parametrize(("name", "variant"), every_one("surroundings"))
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


@pytest.mark.parametrize(("name", "variant"), every_one("mentions"))
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
