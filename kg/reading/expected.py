"""How many reports there will be, without reading them."""
import os
from collections.abc import Iterable
from pathlib import Path

from kg.reading.files import LINES, STDIN, files, kind

_BLOCK = 1 << 20  # bytes


def expected(paths: Iterable[str | os.PathLike[str]]) -> int | None:
    """One for each file, one for each line of JSON Lines: as many reports as there are, or nearly; None where standard
    input is among them. A list in one JSON file counts as one."""
    found = [file for file in files(paths) if isinstance(file, str)]
    return None if STDIN in found else sum(_reports(file) for file in found)


def _reports(file: str) -> int:
    if kind(file) not in LINES:
        return 1
    try:
        with Path(file).open("rb") as stream:
            return sum(block.count(b"\n") for block in iter(lambda: stream.read(_BLOCK), b""))
    except OSError:  # which reading it will report
        return 0
