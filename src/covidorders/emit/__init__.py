"""Emit: a source file becomes the bytes of its JSON, and the bytes become a file."""

from covidorders.emit.files import write_atomically
from covidorders.emit.json_bytes import from_bytes, to_bytes
from covidorders.emit.names import printable
from covidorders.emit.schema import json_schema, schema_text

__all__ = ["from_bytes", "json_schema", "printable", "schema_text", "to_bytes", "write_atomically"]
