"""`covidorders doctor`: what is installed, what is missing, and the command that mends it."""

from __future__ import annotations

import typer

from covidorders.cli.messages import SOME_FAILED


def doctor() -> None:
    """Say what is installed and what is missing.

    Each lack comes with the command that mends it.

    Exit status: 0 everything needed is there, 1 something needed is missing.
    """
    from rich.console import Console
    from rich.text import Text

    from covidorders.cli.checks import checks

    console = Console(highlight=False, emoji=False, soft_wrap=True)
    missing = 0
    for check in checks():
        if check.found is not None:
            console.print(Text.assemble(("ok       ", "green"), f"{check.name}: {check.found}"))
            continue
        missing += check.is_needed
        state = ("MISSING  ", "red") if check.is_needed else ("optional ", "yellow")
        used = f" (for {check.used_for})" if check.used_for else ""
        console.print(Text.assemble(state, f"{check.name}{used}. To mend it: {check.mend}"))
    if missing:
        raise typer.Exit(SOME_FAILED)
