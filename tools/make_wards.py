"""Write `knowledge/wards.tsv` from the table of units in underthesea (source: vietnamadminunits, MIT).

    python -m tools.make_wards

A line holds a province's code, a district, and its communes as of June 2025, each with the commune of 1 July 2025 that
it went into: `75 TAB Thành phố Biên Hòa TAB Phường An Bình>Phường Trấn Biên|…`; the same name on both sides is written
once.
"""

from __future__ import annotations

import json
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "src" / "covidorders" / "knowledge" / "wards.tsv"
HEADER = (
    "# Communes as of June 2025, by province and district, with the commune of 1 July 2025 that each went into\n"
    "# (old>new; of one that was divided the first). Source: vietnamadminunits 1.0.4 (MIT) as carried by underthesea;\n"
    "# resolutions of the Standing Committee of the National Assembly on communes, 2025.\n"
    "# Made by `python -m tools.make_wards`.\n"
)


def main() -> None:
    """Write the table."""
    data = json.loads(files("underthesea").joinpath("address/data/mapping.json").read_text("utf-8"))
    codes = {one["name"]: one["code"] for one in data["old_province_names"].values()}
    rows: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for one in data["ward_mapping"]:
        key = codes[one["old_province"]], " ".join(one["old_district"].split())
        if one["old_ward"].strip():
            rows[key].setdefault(" ".join(one["old_ward"].split()), " ".join(one["new_ward"].split()))
    with OUT.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER)
        for (code, district), wards in sorted(rows.items()):
            names = (old if old == new else f"{old}>{new}" for old, new in sorted(wards.items()))
            out.write(f"{code}\t{district}\t{'|'.join(names)}\n")


if __name__ == "__main__":
    main()
