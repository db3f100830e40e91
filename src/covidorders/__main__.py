"""`python -m covidorders` is the command line."""

from __future__ import annotations

from covidorders.cli import main

if __name__ == "__main__":
    main()
