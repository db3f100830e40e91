"""Check the pages that people wrote: `python -m tools.check_docs`. Prints every fault; exit status 1 if there is one.

- every error and warning code of the program has a heading in docs/errors.md or docs/warnings.md, and no other has;
- every link to a file or heading of the project leads somewhere;
- every `make TARGET` and `covidorders COMMAND` that a page names exists;
- CHANGELOG.md speaks of the program's version and of the schema's.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from covidorders import __version__, errors
from covidorders.model import SCHEMA_VERSION

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "covidorders"
INTERNAL_ERROR = "internal-error"
"""Given by the batch to every exception that is not one of ours; it has no class."""

_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)
_CODE_BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_MAKE = re.compile(r"`make ([a-z-]+)")
_COMMAND = re.compile(r"`covidorders ([a-z]+)")


def main() -> int:
    """Print all faults."""
    found = list(faults())
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


def faults() -> Iterator[str]:
    """Yield every fault as a sentence."""
    yield from _unlisted("error", error_codes(), ROOT / "docs" / "errors.md")
    yield from _unlisted("warning", warning_codes(), ROOT / "docs" / "warnings.md")
    for page in pages():
        text = page.read_text("utf-8")
        name = page.relative_to(ROOT)
        yield from (f"{name}: {fault}" for fault in (*broken_links(page, text), *unknown_commands(text)))
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    for version, what in ((__version__, "version"), (SCHEMA_VERSION, "schema version")):
        if version not in changelog:
            yield f"CHANGELOG.md: says nothing of {what} {version}"


def pages() -> list[Path]:
    """Return all pages of the project."""
    places = (ROOT, ROOT / "docs", ROOT / "models", ROOT / "pipelines", ROOT / "data")
    return sorted(page for place in places if place.is_dir() for page in place.glob("*.md"))


# --- codes ----------------------------------------------------------------------------------------


def error_codes() -> set[str]:
    """Return the codes of all errors that a user can meet."""
    classes = [thing for thing in vars(errors).values() if isinstance(thing, type)]
    ours = [one for one in classes if issubclass(one, errors.CovidordersError) and one is not errors.CovidordersError]
    return {one.code for one in ours} | {INTERNAL_ERROR}


def warning_codes() -> set[str]:
    """Return the code of every `Warning(code="…")` in the source."""
    return {code for path in sorted(SOURCE.rglob("*.py")) for code in codes_of(path)}


def codes_of(path: Path) -> Iterator[str]:
    """Yield the codes in one module. Raises ValueError for one that is not written out, as nobody could list it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Warning"):
            continue
        codes = [word.value for word in node.keywords if word.arg == "code"]
        if len(codes) != 1 or not isinstance(codes[0], ast.Constant):
            raise ValueError(f'{path}:{node.lineno}: write the warning\'s code out: Warning(code="…")')
        yield str(codes[0].value)


def _unlisted(kind: str, codes: set[str], page: Path) -> Iterator[str]:
    listed = {heading.strip("`") for heading in re.findall(r"^## (.+)$", page.read_text("utf-8"), re.MULTILINE)}
    name = page.relative_to(ROOT)
    yield from (f"{name}: the {kind} {code} has no heading" for code in sorted(codes - listed))
    yield from (f"{name}: the program gives no {kind} {code}" for code in sorted(listed - codes))


# --- links and commands ---------------------------------------------------------------------------


def broken_links(page: Path, text: str) -> Iterator[str]:
    """Yield a sentence for every link inside the project that leads nowhere."""
    for target in _LINK.findall(_CODE_BLOCK.sub("", text)):
        if re.match(r"[a-z]+:", target):
            continue
        place, _, anchor = target.partition("#")
        goal = (page.parent / place).resolve() if place else page
        if not goal.exists():
            yield f"the link to {target} leads nowhere"
        elif anchor and goal.suffix == ".md" and anchor not in anchors(goal.read_text("utf-8")):
            yield f"the link to {target} leads to no heading"


def anchors(text: str) -> set[str]:
    """Return the names under which the headings of a page can be linked to."""
    headings = _HEADING.findall(_CODE_BLOCK.sub("", text))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def unknown_commands(text: str) -> Iterator[str]:
    """Yield a sentence for every make target and command that a page names and that does not exist."""
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    yield from (f"there is no `make {name}`" for name in sorted(set(_MAKE.findall(text)) - set(targets)))
    yield from (f"there is no `covidorders {name}`" for name in sorted(set(_COMMAND.findall(text)) - _commands()))


def _commands() -> set[str]:
    from covidorders.cli.app import app

    groups = {str(one.typer_instance.info.name) for one in app.registered_groups if one.typer_instance}
    return {command.callback.__name__ for command in app.registered_commands if command.callback} | groups


if __name__ == "__main__":
    sys.exit(main())
