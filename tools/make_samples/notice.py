"""What a sample says, read from its TOML definition: no layout, no format."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

SOURCES = Path(__file__).resolve().parents[2] / "data" / "samples"

QUOC_HIEU = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY_HEADING = ("ĐẢNG CỘNG SẢN VIỆT NAM",)


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled paragraph. `id` is the directive id that a parse must give; empty inside an annex."""

    id: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with content. `widths` are shares of the text width, in per cent."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


Row = str | Item | Grid


@dataclass(frozen=True, slots=True)
class Signer:
    """A signature block: authority and position lines, then the name."""

    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """The visible text of a digital signature."""

    signer: str
    email: str
    agency: str
    time: str


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex on a page of its own, with a letterhead where the notice issues a text of its own standing."""

    title: tuple[str, ...]
    subject: tuple[str, ...] = ()
    note: str = ""
    letterhead: bool = False
    body: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Expect:
    """Facts written by hand that a parse must give. `references`: (code, ISO date or "") by first mention.

    `issued_on` is an ISO date, "" where no full day is printed, "*" where the notice does not settle it.
    """

    type: str
    code: str
    issued_on: str
    addressees: tuple[str, ...]
    references: tuple[tuple[str, str], ...]
    laws: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice, field by field in the terms of Nghị định 30/2020/NĐ-CP Điều 8."""

    regime: Literal["state", "party"]
    expect: Expect
    letterhead: Literal["full", "number"] = "full"
    parent: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    code: str = ""
    place_date: str = ""
    urgency: str = ""
    title: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    receivers: str = ""
    addressees: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    enacting: str = ""
    preamble: tuple[str, ...] = ()
    body: tuple[Row, ...] = ()
    closing: tuple[str, ...] = ()
    distribution: tuple[str, ...] = ()
    drafter: str = ""
    sign: tuple[Signer, ...] = ()
    annex: tuple[Annex, ...] = ()
    stamp: Stamp | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """The labelled rows of the body, in print order: one directive each."""
        return tuple(row for row in self.body if isinstance(row, Item))


@dataclass(frozen=True, slots=True)
class Sample:
    """One source file: a notice, or a bundle of several."""

    name: str
    why: str
    raw: tuple[str, ...]
    notices: tuple[Notice, ...]
    numbering: Literal["auto", "typed"] = "auto"


def load_samples(folder: Path = SOURCES) -> tuple[Sample, ...]:
    """Return all samples of a folder in the order of their names."""
    return tuple(load_sample(path) for path in sorted(folder.glob("*.toml")))


def load_sample(path: Path) -> Sample:
    """Return the sample that a TOML file defines."""
    data = tomllib.loads(path.read_text("utf-8"))
    return Sample(
        name=path.stem,
        why=data["why"],
        raw=tuple(data["raw"]),
        notices=tuple(_notice(entry) for entry in data["notice"]),
        numbering=data.get("numbering", "auto"),
    )


def _notice(data: dict[str, Any]) -> Notice:
    tables = {name: _grid(table) for name, table in data.pop("tables", {}).items()}
    expect = data.pop("expect")
    stamp = data.pop("stamp", None)
    return Notice(
        expect=Expect(**{key: _frozen(value) for key, value in expect.items()}),
        body=tuple(_rows(data.pop("body"), tables)),
        sign=tuple(Signer(tuple(entry["lines"]), entry["name"]) for entry in data.pop("sign", [])),
        annex=tuple(_annex(entry, tables) for entry in data.pop("annex", [])),
        stamp=Stamp(**stamp) if stamp else None,
        **{key: _frozen(value) for key, value in data.items()},
    )


def _annex(data: dict[str, Any], tables: Mapping[str, Grid]) -> Annex:
    body = tuple(_rows(data.pop("body"), tables))
    known = {entry.name for entry in fields(Annex)}
    return Annex(body=body, **{key: _frozen(value) for key, value in data.items() if key in known})


def _rows(rows: list[Any], tables: Mapping[str, Grid]) -> Iterator[Row]:
    for row in rows:
        if isinstance(row, str):
            yield row
        elif isinstance(row, dict):
            yield tables[row["table"]]
        else:
            yield Item(*row)


def _grid(table: dict[str, Any]) -> Grid:
    return Grid(tuple(tuple(row) for row in table["rows"]), tuple(table["widths"]))


def _frozen(value: Any) -> Any:  # noqa: ANN401 - TOML values of any kind
    return tuple(_frozen(entry) for entry in value) if isinstance(value, list) else value
