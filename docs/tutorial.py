#!/usr/bin/env python3
"""Run docs/tutorial.md in an empty folder, and put what its commands print into it.

    python docs/tutorial.py

A fenced block `markdown NAME` is a file; in a block `console` each line that begins with "$ " is a command, and what
follows is what it prints; a block `python` is run as well. A test runs the same.
"""
import contextlib
import io
import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).parent / "tutorial.md"
WIDTH, LINES = 118, 14
BLOCK = re.compile(r"^```(markdown|console|python)(?: (\S+))?\n(.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Ran:
    """A block that was run: its place in the page, and what each of its commands printed."""

    match: re.Match[str]
    printed: list[tuple[str, int, str]]


def run(text: str, folder: Path) -> Iterator[Ran]:
    """Runs each block of a page in a folder, in order: command, exit code, output."""
    with contextlib.chdir(folder):
        for match in BLOCK.finditer(text):
            kind, name, body = match.groups()
            if kind == "markdown":
                Path(name).parent.mkdir(parents=True, exist_ok=True)
                Path(name).write_text(body, encoding="utf-8")
            elif kind == "python":
                yield Ran(match, [("python", 0, _python(body))])
            else:
                yield Ran(match, [(c, *_kg(c)) for c in re.findall(r"^\$ (.+)", body, re.M)])


def _python(code: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, str(PAGE), "exec"), {"__name__": "tutorial"})
    return printed.getvalue()


def _kg(command: str) -> tuple[int, str]:
    """A `kg` command in this process, so that the model is loaded once; tables as on a terminal."""
    from kg.cli import main

    words = shlex.split(command)[1:]
    tabular = words[0] in ("query", "analyse") and not {"-f", "--plot", "--network"} & set(words)
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([*words, *(["-f", "table"] if tabular else [])])
    return code, out.getvalue() + err.getvalue()


def shown(text: str) -> str:
    """The first lines of what was printed, each cut to the page."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    cut = [line if len(line) <= WIDTH else line[: WIDTH - 2].rstrip() + " …" for line in lines[:LINES]]
    return "\n".join([*cut, *(["..."] if len(lines) > LINES else [])])


def rewritten(text: str, folder: Path) -> str:
    """The page with what its commands print now."""
    for ran in list(run(text, folder)):
        if ran.match[1] == "console":
            told = "\n".join(f"$ {c}\n{shown(printed)}".rstrip() for c, _, printed in ran.printed)
            text = text.replace(ran.match[0], f"```console\n{told}\n```")
    return text


if __name__ == "__main__":
    os.environ["COLUMNS"] = str(WIDTH)
    with tempfile.TemporaryDirectory() as scratch:
        PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8"), Path(scratch)), encoding="utf-8")
