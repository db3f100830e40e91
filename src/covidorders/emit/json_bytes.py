"""The bytes of a JSON file: UTF-8, NFC, keys in the order of the models, the same for the same content."""

from __future__ import annotations

import json
from unicodedata import category, is_normalized

from pydantic import BaseModel, ValidationError

from covidorders.errors import DamagedFileError
from covidorders.model import SourceFile


def to_bytes(model: BaseModel) -> bytes:
    r"""Return the JSON of a model, indented by one space, ending in a newline.

    The file is NFC as a whole. A value that is not (what stood in the source before a repair) keeps its exact
    code points: those that would change under NFC are written as ``\uXXXX``.
    """
    written = model.model_dump_json(indent=1)
    if not is_normalized("NFC", written):
        written = "".join(map(_spelled_out, written))
    return f"{written}\n".encode()


def _spelled_out(letter: str) -> str:
    """Return the letter, or its JSON escape where it would join the letter before it or change under NFC."""
    # Nothing below U+0300 joins or changes; marks join; so do the vowels and finals of Hangul, which are no marks.
    if letter < "\u0300":
        return letter
    joins = category(letter).startswith("M") or "\u1161" <= letter <= "\u11ff"
    return json.dumps(letter)[1:-1] if joins or not is_normalized("NFC", letter) else letter


def from_bytes(data: bytes) -> SourceFile:
    """Return the source file that the bytes describe. Raises DamagedFileError if they are not such a JSON."""
    try:
        return SourceFile.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"]) or "the top level"
        raise DamagedFileError(
            f"This is not the JSON of a source file, or it is of another schema version ({first['msg']}, at {place}). "
            "Write it again with `covidorders parse --force`."
        ) from error
