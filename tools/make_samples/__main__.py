"""Write the sample notices: `python -m tools.make_samples [-o data/raw] [--list]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import VARIANTS, load_samples, render_all

_RAW = Path(__file__).resolve().parents[2] / "data" / "raw"


def main() -> int:
    """Render what the definitions name under `raw`; files that nothing names any more are taken away."""
    parser = argparse.ArgumentParser(prog="python -m tools.make_samples", description=__doc__)
    parser.add_argument("-o", "--out", type=Path, default=_RAW, help="folder to write (default: data/raw)")
    parser.add_argument("--list", action="store_true", help="name the samples and the variants, write nothing")
    options = parser.parse_args()
    samples = load_samples()
    if options.list:
        print("variants:", *VARIANTS)
        for sample in samples:
            print(f"{sample.name}: {', '.join(sample.raw)}")
        return 0
    files = render_all((sample, VARIANTS[name]) for sample in samples for name in sample.raw)
    options.out.mkdir(parents=True, exist_ok=True)
    for path in options.out.iterdir():
        if path.is_file() and path.name not in files:
            path.unlink()
    for name, data in files.items():
        (options.out / name).write_bytes(data)
    print(f"{len(files)} files, {sum(map(len, files.values())) / 1e6:.2f} MB in {options.out}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
