#!/usr/bin/env python3
"""Write docs/commands.md, the reference of all commands and options, from their own help.

    python docs/commands.py
"""
import re
from pathlib import Path

import typer

from kg.cli.app import COMMANDS, application

PAGE = Path(__file__).parent / "commands.md"
HEAD = """# Commands

Written by `python docs/commands.py` from the commands' own help; `kg COMMAND --help` says the same.
`kg --install-completion` makes the shell complete commands, questions, their parameters and names. `-` is standard
input or output. Exit codes: 0 fine; 1 nothing could be read or found, or a check failed; 2 wrong usage.
"""


def page() -> str:
    """The whole reference."""
    root = typer.main.get_command(application())
    return HEAD + "".join(_section(root.commands[f.__name__]) for f, _ in COMMANDS)  # type: ignore[attr-defined]


def _section(command: object) -> str:
    name, told = command.name, " ".join(re.sub(r"\n\s*", "\n", command.help or "").split("\n"))  # type: ignore[attr-defined]
    rows = "".join(_row(p) for p in command.params if p.name != "help")  # type: ignore[attr-defined]
    examples = (command.epilog or "").replace("\b\n", "").strip()  # type: ignore[attr-defined]
    table = f"| | |\n|---|---|\n{rows}\n" if rows else ""
    return f"\n## kg {name}\n\n{told}\n\n{table}```text\n{examples}\n```\n"


def _row(parameter: object) -> str:
    names = ", ".join(f"`{o}`" for o in (*parameter.opts, *parameter.secondary_opts))  # type: ignore[attr-defined]
    if parameter.param_type_name == "argument":  # type: ignore[attr-defined]
        names = f"`{parameter.metavar or parameter.name.upper()}`"  # type: ignore[attr-defined]
    return f"| {names.replace('|', chr(92) + '|')} | {(parameter.help or '').replace('|', chr(92) + '|')} |\n"  # type: ignore[attr-defined]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
