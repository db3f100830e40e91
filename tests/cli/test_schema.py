from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from fake_parser import source_file

from covidorders.emit import json_schema, to_bytes
from covidorders.model import SCHEMA_VERSION

from .conftest import Program


def test_the_schema_is_printed_and_checked_in(covidorders: Program, root: Path) -> None:
    ended = covidorders("schema")
    assert ended.status == 0
    # If this fails after a change of the models: `make docs`, and see to SCHEMA_VERSION and CHANGELOG.md.
    assert ended.out == (root / "schema" / "covidorders.schema.json").read_text("utf-8")


def test_the_schema_names_itself_without_a_host() -> None:
    schema = json_schema()
    assert schema["$id"] == f"urn:covidorders:source-file:{SCHEMA_VERSION}"
    assert schema["version"] == SCHEMA_VERSION
    assert schema["title"]
    jsonschema.Draft202012Validator.check_schema(schema)


def test_what_is_written_fits_the_schema() -> None:
    jsonschema.validate(json.loads(to_bytes(source_file(Path("a.txt"), b"x"))), json_schema())


@pytest.mark.parametrize("damage", [{"text": 3}, {"more": 1}, {"notices": [{}]}])
def test_other_json_does_not_fit(damage: dict[str, object]) -> None:
    written = json.loads(to_bytes(source_file(Path("a.txt"), b"x"))) | damage
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(written, json_schema())


def test_a_missing_field_does_not_fit() -> None:
    written = json.loads(to_bytes(source_file(Path("a.txt"), b"x")))
    del written["repairs"]
    with pytest.raises(jsonschema.ValidationError, match="repairs"):
        jsonschema.validate(written, json_schema())
