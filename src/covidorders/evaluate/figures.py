"""An evaluation as plain data, for the JSON that `covidorders evaluate --json` writes."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from covidorders.evaluate.documents import DocumentScore, Fault
from covidorders.evaluate.run import Evaluation
from covidorders.evaluate.spans import Counts, Score, all_labels

Figures = dict[str, Any]


def figures(evaluation: Evaluation, *, worst: int = 20) -> Figures:
    """Return all figures of an evaluation: counts, precision, recall and F1, rounded to four places."""
    report = evaluation.entities
    right, of = report.canonical
    return {
        "format": 1,
        "labels": _by_name(report.counts),
        "all_labels": _scores(all_labels(report.counts)),
        "kinds": {kind: _by_name(counts) for kind, counts in report.by_kind.items()},
        "canonical": {"right": right, "of": of},
        "confusion": [
            {"gold": gold or None, "found": found or None, "count": count}
            for (gold, found), count in report.confusion.items()
        ],
        "worst": [{"count": count, **_fault(fault)} for count, fault in report.worst(worst)],
        "fields": _by_name(evaluation.fields),
        "documents": [_document(one) for one in report.documents],
        "problems": list(evaluation.problems),
    }


def figures_bytes(evaluation: Evaluation, *, worst: int = 20) -> bytes:
    """Return the JSON of all figures, UTF-8, the same bytes for the same evaluation."""
    return (json.dumps(figures(evaluation, worst=worst), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _by_name(counts: dict[str, Counts]) -> Figures:
    return {name: _scores(one) for name, one in counts.items()}


def _scores(counts: Counts) -> Figures:
    return {**asdict(counts), "strict": _rounded(counts.strict), "partial": _rounded(counts.partial)}


def _rounded(score: Score) -> Figures:
    return {name: round(value, 4) for name, value in asdict(score).items()}


def _fault(fault: Fault) -> Figures:
    sides = {"gold": fault.wanted, "found": fault.given}
    shown = {name: {"label": side[0], "text": side[1]} if side else None for name, side in sides.items()}
    return {"source": fault.source, "start": fault.start, **shown}


def _document(score: DocumentScore) -> Figures:
    names = [
        {"start": one.start, "text": one.surface, "gold": one.wanted, "found": one.given}
        for one in score.canonical
        if not one.is_right
    ]
    unplaced = [{"start": one.start, "label": one.label, "text": one.text} for one in score.unplaced]
    return {
        "source": score.source,
        "extraction": score.extraction,
        "labels": _by_name(score.counts),
        "wrong_canonical": names,
        "anchored": score.is_anchored,
        "unplaced": unplaced,
    }
