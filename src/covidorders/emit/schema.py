"""The JSON Schema of a source file, generated from the pydantic models."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from covidorders.model import SCHEMA_VERSION, SourceFile


class _Written(GenerateJsonSchema):
    """Describes what is written: every field is there, null or empty where nothing was found."""

    def field_is_required(
        self,
        field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField,
        total: bool,
    ) -> bool:
        return True

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401 - pydantic's type for it is private
        return False  # a title made from the field's name ("Start") says nothing


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the JSON that `covidorders parse` writes for a source file."""
    generated = SourceFile.model_json_schema(mode="serialization", schema_generator=_Written)
    head = {
        "$schema": _Written.schema_dialect,
        "$id": f"urn:covidorders:source-file:{SCHEMA_VERSION}",
        "title": "covidorders source file",
        "version": SCHEMA_VERSION,
    }
    return head | {key: value for key, value in generated.items() if key not in head}


def schema_text() -> str:
    """Return the schema as it is checked in at `schema/covidorders.schema.json`."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
