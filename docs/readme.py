#!/usr/bin/env python3
"""Run the examples of README.md anew and put what they print into it, so that they show what the code does.

    python docs/readme.py

An example is an indented block that begins with "$ kg". It runs at the top of the checkout; what it prints follows,
long lines cut. Draws docs/graph.svg too, for the event that most claims are about.
"""
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
WIDTH, LINES = 132, 24
EXAMPLE = re.compile(r"^    \$ (kg .*(?:\n      .*)*)\n(?:(?:    .*)?\n)*?(?=^\S|\Z)", re.M)
COMMAND = [sys.executable, "-c", "import sys; from kg.cli.app import main; sys.exit(main())"]


def ran(command: str) -> str:
    """What a command line prints, on standard output and then on standard error."""
    words = shlex.split(command)[1:] + (["-f", "table"] if " query " in command else [])
    quiet = {**os.environ, "COLUMNS": str(WIDTH)}
    done = subprocess.run([*COMMAND, *words], cwd=ROOT, text=True, capture_output=True, check=True, env=quiet)
    return done.stdout + done.stderr


def shown(text: str) -> str:
    """The first lines of a text, each cut to the page and indented."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    cut = [line if len(line) <= WIDTH else line[: WIDTH - 2].rstrip() + " …" for line in lines[:LINES]]
    return "\n".join(f"    {line}".rstrip() for line in [*cut, *(["..."] if len(lines) > LINES else [])])


def example(match: re.Match[str]) -> str:
    return f"    $ {match[1]}\n\n{shown(ran(match[1].replace(chr(92) + chr(10), ' ')))}\n\n"


def draw() -> None:
    import kg

    graph = kg.build(ROOT / "seeds")
    told = {e.iri: len(graph.claims(about=e.iri)) for e in graph.events() if e.parent is None}
    graph.to_turtle(ROOT / "graph.ttl")
    most = max(sorted(told), key=lambda iri: told[iri])
    command = [sys.executable, str(ROOT / "docs/draw.py"), str(ROOT / "graph.ttl"), most]
    picture = subprocess.run(command, text=True, capture_output=True, check=True)
    (ROOT / "docs/graph.svg").write_text(picture.stdout, encoding="utf8")


if __name__ == "__main__":
    readme = ROOT / "README.md"
    readme.write_text(EXAMPLE.sub(example, readme.read_text(encoding="utf8")), encoding="utf8")
    draw()
