"""Plain text and Markdown, with or without YAML front matter."""
import re
from collections.abc import Iterator
from typing import Any

import yaml

from kg.reading.fields import Meta, folded, report
from kg.reading.problem import Problem
from kg.records import Report

_FRONT = re.compile(r"\A---\n(.*?)\n---(?:\n|\Z)", re.S)


def decoded(raw: bytes) -> str:
    """The text of a file: UTF-8, byte-order mark dropped, line ends as "\\n". Raises UnicodeDecodeError."""
    return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def text_reports(text: str, meta: Meta, path: str) -> Iterator[Report | Problem]:
    """The one report that a text file holds."""
    try:
        fields, body = front_matter(text)
    except yaml.YAMLError as error:
        yield Problem(path, f"front matter is not valid YAML: {_why(error)}", _line(error))
        return
    yield from report(body, fields, meta, path)


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The fields of the front matter (keys folded, scalars as printed) and the body after it.

    A block between "---" lines that is no mapping is part of the body. Raises yaml.YAMLError where it is no YAML.
    """
    match = _FRONT.match(text)
    raw = yaml.load(match[1], Loader=yaml.BaseLoader) if match else None  # strings alone: dates stay as printed
    if match is None or not isinstance(raw, dict):
        return {}, text
    return folded(raw), text[match.end() :]


def _why(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or error).splitlines()[0]


def _line(error: yaml.YAMLError) -> int | None:
    mark = getattr(error, "problem_mark", None)
    return None if mark is None else int(mark.line) + 2  # from 1, and the opening "---" before it
