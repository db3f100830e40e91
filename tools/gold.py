"""Facts read by hand from real documents against what the program makes of them.

    python -m tools.gold GOLD SOURCES…

GOLD holds a JSON of facts per document and, in the folder above it, the scoring program `score.py`; SOURCES are folders
with the documents. Prints F1 per field, micro-averaged over all notices.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import tempfile
from pathlib import Path
from types import ModuleType

from covidorders.emit import to_bytes
from covidorders.pipeline import parse_file

LATER = frozenset({"lead", "coordinating", "deadline", "person", "agency", "agency_loose"})
"""Fields that no stage fills yet."""


def scorer(gold: Path) -> ModuleType:
    """Return the scoring program that stands beside the gold."""
    spec = importlib.util.spec_from_file_location("gold_score", gold.parent / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"There is no score.py beside {gold}.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(gold: Path, sources: list[Path]) -> list[Path]:
    """Return the documents that the gold speaks of, found anywhere below the source folders."""
    named = {json.loads(file.read_text("utf-8"))["file"] for file in gold.glob("*.json")}
    return sorted(file for source in sources for file in source.rglob("*") if file.name in named)


def score(gold: Path, sources: list[Path], *, verbose: bool = False) -> dict[str, dict[str, float]]:
    """Parse the documents and return F1 and counts per field."""
    with tempfile.TemporaryDirectory() as folder:
        for file in documents(gold, sources):
            Path(folder, f"{file.name}.json").write_bytes(to_bytes(parse_file(file)))
        rows, _ = scorer(gold).score(gold, Path(folder), verbose)
    return {field: row for field, row in rows.items() if field not in LATER}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    for field, row in score(given.gold, given.sources, verbose=given.verbose).items():
        print(f"{field:16} {row['f1']:.3f}   right {row['tp']:4} extra {row['fp']:3} missed {row['fn']:3}")


if __name__ == "__main__":
    main()
