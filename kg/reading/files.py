"""Paths to files: folders are walked, in sorted order."""
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.reading.problem import Problem

STDIN = "-"
TEXT = (".txt", ".text", ".md", ".markdown")
JSON = (".json",)
LINES = (".jsonl", ".ndjson")


def files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str | Problem]:
    """Each file that `paths` name, as a path, in the order given; "-" is passed on.

    Of a folder: its files of known kinds, also in folders within, hidden ones excepted, sorted; then one Problem that
    counts the others.
    """
    for named in paths:
        path = os.fspath(named)
        if path == STDIN:
            yield path
        elif not Path(path).exists():
            yield Problem(path, "no such file or folder")
        elif Path(path).is_dir():
            yield from _folder(path)
        else:
            yield path


def kind(path: str) -> str:
    """The ending of a file's name, in lower case: ".txt"; "" where it has none."""
    return Path(path).suffix.lower()


def _folder(path: str) -> Iterator[str | Problem]:
    known, other = [], Counter[str]()
    for file in _visible(path):
        if kind(file) in TEXT + JSON + LINES:
            known.append(file)
        else:
            other[kind(file) or "no ending"] += 1
    yield from known
    if not known:
        yield Problem(path, "no reports in this folder")
    if other:
        kinds = ", ".join(sorted(other))
        yield Problem(path, f"{other.total()} files of other kinds left out ({kinds})", lost=False)


def _visible(path: str) -> list[str]:
    found: list[Path] = []
    for folder, names, inside in os.walk(path):
        names[:] = [n for n in names if not n.startswith(".")]
        found += [f for n in inside if not n.startswith(".") and not _endless(f := Path(folder, n))]
    return [str(f) for f in sorted(found, key=lambda f: f.parts)]


def _endless(file: Path) -> bool:
    """A pipe or device, at which reading could wait for ever."""
    return file.exists() and not file.is_file()
