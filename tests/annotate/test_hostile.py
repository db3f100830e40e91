"""Whatever stands in a file of an annotation tool, it is read or refused with a sentence: never any other exception."""

from __future__ import annotations

import contextlib
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from covidorders.annotate import Mark, MarkedText, read_annotations
from covidorders.annotate.doccano import to_doccano
from covidorders.annotate.label_studio import to_label_studio
from covidorders.errors import CovidordersError

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
KEYS = st.sampled_from(
    ["data", "annotations", "result", "value", "type", "labels", "label", "text", "start", "end", "source", "sha256",
     "entities", "start_offset", "end_offset", "canonical", "meta", "id", "was_cancelled", "updated_at"]
)  # fmt: skip
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6))

DOCUMENT = MarkedText(
    "a.txt", "UBND tỉnh họp ngày 12/5/2021.", (Mark(0, 9, "AGENCY", 1.0, "Ủy ban"), Mark(14, 28, "DATE"))
)


def task() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(to_label_studio([DOCUMENT]))[0]
    made["annotations"] = [{"result": made.pop("predictions")[0]["result"]}]
    return made


def broken_at(value: Any, path: list[int], thing: Any) -> Any:
    """Return the value with one part of it, found by going down the path, put in place by something else."""
    if not path or not isinstance(value, dict | list) or not value:
        return thing
    step = path[0] % len(value)
    if isinstance(value, list):
        return [broken_at(one, path[1:], thing) if i == step else one for i, one in enumerate(value)]
    key = list(value)[step]
    return {**value, key: broken_at(value[key], path[1:], thing)}


def read_or_refused(data: bytes) -> None:
    with contextlib.suppress(CovidordersError):
        read_annotations(data)


@settings(deadline=None)
@given(JSON)
def test_any_json(value: Any) -> None:
    read_or_refused(json.dumps(value).encode())
    read_or_refused(json.dumps([value]).encode())


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    read_or_refused(data)


@settings(deadline=None)
@given(st.lists(st.integers(0, 50), min_size=1, max_size=8), JSON)
def test_a_good_file_with_one_thing_broken(path: list[int], thing: Any) -> None:
    read_or_refused(json.dumps([broken_at(task(), path, thing)]).encode())
    read_or_refused(json.dumps(broken_at(json.loads(to_doccano([DOCUMENT])), path, thing)).encode())
