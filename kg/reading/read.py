"""Any paths to reports, each bad one a Problem."""
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.reading.checks import Check, checks
from kg.reading.fields import Meta
from kg.reading.files import JSON, LINES, STDIN, files, kind
from kg.reading.json import json_reports, line_reports
from kg.reading.problem import Problem
from kg.reading.text import decoded, text_reports
from kg.records import Report

MAX_CHARS = 1_000_000  # about 400 printed pages: more is a book or a dump, not a report
_UTF8_BYTES = 4  # at most, per character
_JSON = re.compile(r'\s*(?:\{\s*"|\[\s*\{)')
_NO_META = Meta()


def read(
    paths: Iterable[str | os.PathLike[str]], meta: Meta = _NO_META, max_chars: int = MAX_CHARS
) -> Iterator[Report | Problem]:
    """The reports in files, folders and standard input ("-"), in order, and a Problem for whatever is not read.

    meta       what to take where a report does not say it itself.
    max_chars  a longer body is no report but a dump: a Problem.
    A report met again (same outlet, address, date and body) is left out, with a Problem that is not `lost`.
    Raises nothing for bad input.
    """
    seen: dict[str, str] = {}
    tests = checks(max_chars)
    for found in _found(paths, meta, max_chars):
        result = _checked(found, tests)
        if isinstance(result, Report) and (first := seen.setdefault(result.digest, result.path)) is not result.path:
            result = Problem(result.path, f"the same report as {first}", lost=False)
        yield result


def _found(paths: Iterable[str | os.PathLike[str]], meta: Meta, max_chars: int) -> Iterator[Report | Problem]:
    for file in files(paths):
        if isinstance(file, Problem):
            yield file
            continue
        try:
            yield from _file(file, meta, max_chars)
        except UnicodeDecodeError as error:
            yield _not_text(file, error)
        except OSError as error:
            yield Problem(file, error.strerror or str(error))


def _file(path: str, meta: Meta, max_chars: int) -> Iterator[Report | Problem]:
    if path == STDIN:
        text = decoded(sys.stdin.buffer.read())
        yield from (json_reports if _JSON.match(text) else text_reports)(text, meta, path)
    elif kind(path) in LINES:
        with Path(path).open("rb") as lines:
            yield from line_reports(lines, meta, path)
    elif kind(path) in JSON:
        yield from json_reports(decoded(Path(path).read_bytes()), meta, path)
    elif (size := Path(path).stat().st_size) > max_chars * _UTF8_BYTES:
        yield Problem(path, f"too long for one report: {size:,} bytes, max-chars is {max_chars:,}")
    else:
        yield from text_reports(decoded(Path(path).read_bytes()), meta, path)


def _not_text(path: str, error: UnicodeDecodeError) -> Problem:
    raw = error.object
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(path, "UTF-16, not UTF-8: save it as UTF-8")
    if b"\0" in raw[:8192]:
        return Problem(path, "binary, not text")
    return Problem(path, f"invalid UTF-8 at byte {error.start}", raw.count(b"\n", 0, error.start) + 1)


def _checked(found: Report | Problem, tests: tuple[Check, ...]) -> Report | Problem:
    if isinstance(found, Problem):
        return found
    reason = next((r for test in tests if (r := test(found))), "")
    return Problem(found.path, reason) if reason else found
