"""Label Studio: tasks with predictions go out, its JSON export with annotations comes back.

https://labelstud.io/guide/predictions and https://labelstud.io/guide/task_format. Offsets are code points; versions
before 1.4 counted UTF-16 units (issues 1347, 2007 of HumanSignal/label-studio), which the words of a region tell.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from covidorders.annotate.marked import (
    LABELS,
    Mark,
    MarkedText,
    each_once,
    gold_from,
    offset_at,
    records,
    text_at,
    text_of,
)
from covidorders.annotate.utf16 import Utf16Offsets
from covidorders.errors import DamagedFileError
from covidorders.evaluate import GoldDocument, text_digest

COLOURS = ("#1f77b4", "#d62728", "#9467bd", "#2ca02c", "#ff7f0e", "#17becf", "#bcbd22")
"""Of the labels, in their order."""


def labelling_config() -> str:
    """Return the labelling interface: the seven labels over the text, and the full name of the mention chosen."""
    labels = "\n".join(
        f'    <Label value="{label}" background="{colour}"/>' for label, colour in zip(LABELS, COLOURS, strict=True)
    )
    # Without pre-wrap Label Studio drops spaces and line ends on the screen, and with them the eye for a table.
    return f"""<View>
  <Style>.htx-text {{ white-space: pre-wrap; }}</Style>
  <Labels name="label" toName="text">
{labels}
  </Labels>
  <Text name="text" value="$text"/>
  <TextArea name="canonical" toName="text" perRegion="true" maxSubmissions="1" editable="true"
            placeholder="full official name of the agency"/>
</View>
"""


def to_label_studio(documents: Iterable[MarkedText]) -> bytes:
    """Return the tasks for import into Label Studio; marks are predictions, so that a person accepts or mends them."""
    tasks = [_task(one) for one in documents]
    return (json.dumps(tasks, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _task(one: MarkedText) -> dict[str, Any]:
    results = [result for number, mark in enumerate(one.marks, 1) for result in _results(f"m{number}", mark, one.text)]
    scores = [mark.score for mark in one.marks]
    prediction = {
        "model_version": "covidorders",
        "score": round(sum(scores) / len(scores), 4) if scores else 0.0,
        "result": results,
    }
    data = {"text": one.text, "source": one.source, "sha256": text_digest(one.text)}
    return {"data": data, "predictions": [prediction]}


def _results(region: str, mark: Mark, text: str) -> list[dict[str, Any]]:
    place = {"start": mark.start, "end": mark.end}
    words = text[mark.start : mark.end]
    label = {
        "id": region, "from_name": "label", "to_name": "text", "type": "labels", "score": mark.score,
        "value": {**place, "text": words, "labels": [mark.label]},
    }  # fmt: skip
    if mark.canonical is None:
        return [label]
    name = {"id": region, "from_name": "canonical", "to_name": "text", "type": "textarea",
            "value": {**place, "text": [mark.canonical]}}  # fmt: skip
    return [label, name]


def from_label_studio(tasks: object) -> tuple[list[GoldDocument], list[str]]:
    """Return the gold of Label Studio's JSON export, and the sources of tasks that nobody has annotated.

    Of several annotations of a task the one changed last is taken; cancelled ones are none. Raises DamagedFileError.
    """
    documents, open_tasks = [], []
    for number, task in enumerate(records(tasks, "the file"), 1):
        data = task.get("data")
        if not isinstance(data, dict):
            raise DamagedFileError(
                f"task {number}: no 'data'. Export as JSON from Label Studio, not as JSON-MIN or CSV."
            )
        source = text_at(data, "source", f"task {number}")
        annotation = _annotation(task, source)
        if annotation is None:
            open_tasks.append(source)
            continue
        source, text = text_of(data, data, f"task {number}")
        marks = _marks(records(annotation.get("result"), source), text, source)
        documents.append(gold_from(MarkedText(source, text, marks)))
    return each_once(documents), open_tasks


def _annotation(task: dict[str, Any], source: str) -> dict[str, Any] | None:
    given = records(task.get("annotations") or [], source)
    done = [one for one in given if not one.get("was_cancelled")]
    return max(done, key=lambda one: str(one.get("updated_at") or one.get("created_at") or ""), default=None)


def _marks(results: list[dict[str, Any]], text: str, source: str) -> tuple[Mark, ...]:
    offsets = Utf16Offsets(text)
    names = {str(one.get("id")): _name(one) for one in results if one.get("type") == "textarea"}
    return tuple(
        _mark(one, names.get(str(one.get("id"))), text, offsets, source)
        for one in results
        if one.get("type") == "labels"
    )


def _mark(result: dict[str, Any], canonical: str | None, text: str, offsets: Utf16Offsets, source: str) -> Mark:
    value = result.get("value")
    if not isinstance(value, dict):
        raise DamagedFileError(f"{source}: a region without 'value'.")
    start, end = offset_at(value, "start", source), offset_at(value, "end", source)
    labels = value.get("labels")
    if not isinstance(labels, list) or len(labels) != 1:
        raise DamagedFileError(f"{source}: {start}..{end} has no label, or several. Give it one.")
    start, end = _in_code_points(start, end, value.get("text"), text, offsets, source)
    return Mark(start, end, str(labels[0]), canonical=canonical)


def _in_code_points(  # noqa: PLR0913, PLR0917 - both readings of one region
    start: int, end: int, words: object, text: str, offsets: Utf16Offsets, source: str
) -> tuple[int, int]:
    """Return the offsets in code points; the words of the region, where they are given, say how it counts."""
    if not isinstance(words, str) or _joined(text[start:end]) == _joined(words):
        return start, end
    first, last = offsets.points(start), offsets.points(end)
    if first is None or last is None or _joined(text[first:last]) != _joined(words):
        raise DamagedFileError(f"{source}: at {start}..{end} the text does not read {words!r}.")
    return first, last


def _joined(words: str) -> str:
    # Label Studio shows line ends inside a region as the two characters \n.
    return " ".join(words.replace("\\n", " ").split())


def _name(result: dict[str, Any]) -> str | None:
    value = result.get("value")
    texts = value.get("text") if isinstance(value, dict) else None
    first = texts[0] if isinstance(texts, list) and texts else texts
    return first.strip() or None if isinstance(first, str) else None
