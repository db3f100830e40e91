"""Tables of an evaluation for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from covidorders.cli.messages import counted
from covidorders.evaluate import Counts, Evaluation, Report, all_labels
from covidorders.evaluate.documents import Fault

NOTHING = "–"
MOST_CONFUSED = 12
"""Rows of the table of confusion."""


def tables(evaluation: Evaluation, worst: int) -> Iterator[RenderableType]:
    """Yield what is to be printed, one table after the other; only those that have rows."""
    report = evaluation.entities
    if report.documents:
        yield _scores("label", report.counts, counted(len(report.documents), "document"), is_summed=True)
        yield _by_kind(report)
        yield from _canonical(report)
        yield from _confusion(report)
        yield from _worst(report, worst)
        yield from _names(report, worst)
    if evaluation.fields:
        yield _scores("field", evaluation.fields, "facts", is_summed=False)
    if not report.documents and not evaluation.fields:
        yield Text("Nothing to score: no gold of that part.")


def _scores(what: str, counts: dict[str, Counts], title: str, *, is_summed: bool) -> Table:
    table = _table(title, what)
    for name in ("gold", "found", "strict P", "R", "F1", "partial P", "R", "F1"):
        table.add_column(name, justify="right")
    rows = [*counts.items(), *([("all", all_labels(counts))] if is_summed else [])]
    for name, one in rows:
        strict, partial = one.strict, one.partial
        values = (strict.precision, strict.recall, strict.f1, partial.precision, partial.recall, partial.f1)
        if is_summed and name == "all":
            table.add_section()
        table.add_row(name, str(one.gold), str(one.found), *(f"{value:.3f}" for value in values))
    return table


def _by_kind(report: Report) -> Table:
    table = _table("strict F1 by kind of page", "label")
    kinds = report.by_kind
    numbers = {kind: sum(one.kind == kind for one in report.documents) for kind in kinds}
    for kind in kinds:
        table.add_column(f"{kind} ({numbers[kind]})", justify="right")
    for label in report.counts:
        table.add_row(label, *(_f1(counts.get(label)) for counts in kinds.values()))
    table.add_section()
    table.add_row("all", *(_f1(all_labels(counts)) for counts in kinds.values()))
    return table


def _f1(counts: Counts | None) -> str:
    return f"{counts.strict.f1:.3f}" if counts and (counts.gold or counts.found) else NOTHING


def _canonical(report: Report) -> Iterator[Text]:
    right, of = report.canonical
    if of:
        yield Text(f"Canonical names: {right} of {of} agencies found are right ({right / of:.3f}).\n")


def _confusion(report: Report) -> Iterator[Table]:
    if report.confusion:
        table = _table("taken for another label, missed, or extra", "gold")
        table.add_column("found")
        table.add_column("times", justify="right")
        for (gold, found), count in islice(report.confusion.items(), MOST_CONFUSED):
            table.add_row(gold or NOTHING, found or NOTHING, str(count))
        yield table


def _worst(report: Report, number: int) -> Iterator[Table]:
    rows = report.worst(number)
    if rows:
        table = _table("most frequent faults, each with its first place", "times")
        for name in ("gold", "found", "document", "offset"):
            table.add_column(name, overflow="fold")
        for count, fault in rows:
            table.add_row(str(count), *_sides(fault), fault.source, str(fault.start))
        yield table


def _names(report: Report, number: int) -> Iterator[Table]:
    rows = report.wrong_names(number)
    if rows:
        table = _table("most frequent wrong names, each with its first place", "times")
        for column in ("printed", "gold", "found", "document", "offset"):
            table.add_column(column, overflow="fold")
        for count, source, name in rows:
            words = (Text(" ".join(one.split())) for one in (name.surface, name.wanted, name.given))
            table.add_row(str(count), *words, source, str(name.start))
        yield table


def _sides(fault: Fault) -> Iterator[Text]:
    for side in (fault.wanted, fault.given):
        # Words of a document are no markup, and a line break in them would break the table.
        yield Text(f"{side[0]} {' '.join(side[1].split())}" if side else NOTHING)


def _table(title: str, first: str) -> Table:
    # A title is folded to the width of its table otherwise.
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, min_width=len(title))
    table.add_column(first)
    return table
