"""Frames of training text: templates in which `{symbol}` is filled in and `[LABEL …]` marks a mention.

- `{symbol}`: one of the symbol's alternatives; `{^symbol}` in capitals, `{+symbol}` with a capital first letter;
- `{1..30}`: a number, `{01..30}` with leading zeros;
- `<a|b|>`: one of these;
- `[AGENCY …]`: a mention; mentions may be nested.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

_PIECE = re.compile(r"\{([^{}]+)\}|\[([A-Z]{4,9}) |([\]<|>])|([^{}\[\]<|>]+)")
_NUMBER = re.compile(r"(\d+)\.\.(\d+)$")
_BAR = re.compile(r"\s*\|\s*")
_DEPTH = 40
"""Symbols inside symbols; deeper is a symbol that calls itself."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention: half-open offsets in code points into the text it belongs to."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class _Call:
    name: str
    case: str


@dataclass(frozen=True, slots=True)
class _Range:
    first: int
    last: int
    width: int


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple[tuple[_Part, ...], ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    label: str
    parts: tuple[_Part, ...]


_Part = str | _Call | _Range | _Choice | _Mention


class Frames:
    """Symbols with their alternatives. Raises ValueError for a frame that cannot be read or calls what is not there."""

    def __init__(self, symbols: Mapping[str, str | Sequence[str]]) -> None:
        self._symbols = {name: [parse(text) for text in _alternatives(value)] for name, value in symbols.items()}
        for name, alternatives in self._symbols.items():
            missing = {call for parts in alternatives for call in _calls(parts)} - self._symbols.keys()
            if missing:
                raise ValueError(f"the symbol {name} calls {', '.join(sorted(missing))}, which nothing defines")

    def fill(self, symbol: str, rng: Random) -> tuple[str, list[Mark]]:
        """Return a text made from one of the symbol's alternatives, and its marks as the frames nest them."""
        writer = _Writer(self._symbols, rng)
        writer.call(_Call(symbol, ""), 0)
        return "".join(writer.pieces), writer.marks


class _Writer:
    def __init__(self, symbols: Mapping[str, list[tuple[_Part, ...]]], rng: Random) -> None:
        self.symbols = symbols
        self.rng = rng
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self.length = 0

    def call(self, call: _Call, depth: int) -> None:
        if depth > _DEPTH:
            raise ValueError(f"the symbol {call.name} calls itself")
        first = len(self.pieces)
        self.write(self.rng.choice(self.symbols[call.name]), depth + 1)
        if call.case == "^":
            self.pieces[first:] = [piece.upper() for piece in self.pieces[first:]]
        elif call.case == "+":
            self._capitalise(first)

    def write(self, parts: Sequence[_Part], depth: int) -> None:
        for part in parts:
            if isinstance(part, str):
                self._add(part)
            elif isinstance(part, _Call):
                self.call(part, depth)
            elif isinstance(part, _Range):
                self._add(str(self.rng.randint(part.first, part.last)).zfill(part.width))
            elif isinstance(part, _Choice):
                self.write(self.rng.choice(part.options), depth)
            else:
                start = self.length
                self.write(part.parts, depth)
                self.marks.append(Mark(start, self.length, part.label))

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _capitalise(self, first: int) -> None:
        for index in range(first, len(self.pieces)):
            if self.pieces[index]:
                self.pieces[index] = self.pieces[index][0].upper() + self.pieces[index][1:]
                return


def parse(text: str) -> tuple[_Part, ...]:
    """Return the parts of one frame."""
    position = 0
    stack: list[tuple[str, list[list[_Part]]]] = [("", [[]])]  # what is open, and its options so far
    for found in _PIECE.finditer(text):
        if found.start() != position:
            break
        position = found.end()
        _put(stack, found)
    if position != len(text) or len(stack) != 1:
        raise ValueError(f"not a frame: {text!r} (at {position})")
    return tuple(stack[0][1][0])


def _put(stack: list[tuple[str, list[list[_Part]]]], found: re.Match[str]) -> None:
    name, label, sign, words = found.groups()
    if name is not None:
        stack[-1][1][-1].append(_slot(name))
    elif label is not None:
        stack.append((label, [[]]))
    elif sign == "<":
        stack.append(("<", [[]]))
    elif sign == "|" and stack[-1][0] == "<":
        stack[-1][1].append([])
    elif (sign == ">" and stack[-1][0] == "<") or (sign == "]" and stack[-1][0] not in ("", "<")):
        opened, options = stack.pop()
        made: _Part = _Choice(tuple(map(tuple, options))) if opened == "<" else _Mention(opened, tuple(options[0]))
        stack[-1][1][-1].append(made)
    else:
        stack[-1][1][-1].append(sign or words)


def _slot(name: str) -> _Part:
    number = _NUMBER.match(name)
    if number:
        first, last = number.groups()
        return _Range(int(first), int(last), len(first) if first[0] == "0" and len(first) > 1 else 0)
    return _Call(name.lstrip("^+"), name[0] if name[0] in "^+" else "")


def _alternatives(value: str | Sequence[str]) -> list[str]:
    """A list is taken as it is; a string is cut at its bars, those inside `<…>` apart."""
    if not isinstance(value, str):
        return list(value)
    cut: list[str] = []
    for piece in _BAR.split(value):
        if cut and cut[-1].count("<") > cut[-1].count(">"):
            cut[-1] += "|" + piece
        else:
            cut.append(piece)
    return cut


def _calls(parts: Sequence[_Part]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, _Call):
            yield part.name
        elif isinstance(part, _Choice):
            for option in part.options:
                yield from _calls(option)
        elif isinstance(part, _Mention):
            yield from _calls(part.parts)
