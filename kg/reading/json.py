"""JSON: one report object, a list of them, or a feed that wraps the list; and JSON Lines, one object a line."""
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from kg.reading.fields import BODY, Meta, folded, report, value
from kg.reading.problem import Problem
from kg.reading.text import decoded
from kg.records import Report

_LISTS = ("articles", "reports", "documents", "items", "results")  # what feeds call their list


def json_reports(text: str, meta: Meta, path: str) -> Iterator[Report | Problem]:
    """The reports of a JSON document; where it is several documents, one a line, those of JSON Lines."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        if _one_a_line(text):
            yield from line_reports(text.encode().split(b"\n"), meta, path)
        else:
            yield Problem(path, f"broken JSON: {error.msg}", error.lineno)
    except RecursionError:
        yield Problem(path, "broken JSON: nested too deep")
    else:
        yield from _reports(document, meta, path)


def line_reports(lines: Iterable[bytes], meta: Meta, path: str) -> Iterator[Report | Problem]:
    """The reports of JSON Lines; a broken line is a Problem, the others are read."""
    for number, line in enumerate(lines, 1):
        for found in _line(line, meta, path):
            yield replace(found, line=number) if isinstance(found, Problem) else found


def _one_a_line(text: str) -> bool:
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and sum(line.startswith("{") for line in lines) * 2 > len(lines) and lines[0][0] != "["


def _line(line: bytes, meta: Meta, path: str) -> Iterator[Report | Problem]:
    try:
        text = decoded(line).strip()
        if text:
            yield from _object(json.loads(text), meta, path, "")
    except UnicodeDecodeError as error:
        yield Problem(path, f"invalid UTF-8 at byte {error.start} of the line")
    except json.JSONDecodeError as error:
        yield Problem(path, f"broken JSON: {error.msg}")
    except RecursionError:
        yield Problem(path, "broken JSON: nested too deep")


def _reports(document: Any, meta: Meta, path: str) -> Iterator[Report | Problem]:
    if isinstance(document, dict):
        wrapped = [document[name] for name in _LISTS if isinstance(document.get(name), list)]
        document = wrapped[0] if wrapped and not value(folded(document), BODY) else [document]
    if not isinstance(document, list):
        yield Problem(path, "the JSON is neither a report object nor a list of them")
        return
    if not document:
        yield Problem(path, "the JSON list is empty")
    for number, item in enumerate(document, 1):
        yield from _object(item, meta, path, f"item {number}: " if len(document) > 1 else "")


def _object(item: Any, meta: Meta, path: str, where: str) -> Iterator[Report | Problem]:
    if not isinstance(item, dict):
        yield Problem(path, f"{where}not a report object")
        return
    fields = folded(item)
    body = next((v for n in BODY if isinstance(v := fields.get(n), str) and v.strip()), "")
    if not body:
        yield Problem(path, f"{where}no text (looked for the fields {', '.join(BODY[:4])}, ...)")
        return
    body = body.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for found in report(body, fields, meta, path):
        yield replace(found, reason=where + found.reason) if isinstance(found, Problem) else found
