"""The fields of a report under the names that feeds, scrapers and front matter give them."""
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.reading.dates import published
from kg.reading.problem import Problem
from kg.records import Report

BODY = ("text", "body", "content", "articlebody", "article", "maintext", "fulltext")
TITLE = ("title", "headline", "name")
DATE = ("published", "date", "publishedat", "datepublished", "publisheddate", "datepublish", "pubdate")
OUTLET = ("outlet", "publisher", "source", "sitename", "site", "sourcedomain")
URL = ("url", "link", "address", "uri")


@dataclass(frozen=True, slots=True)
class Meta:
    """What to take where a report does not say it itself: fields as in `Report`, "" where unknown."""

    title: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""


def folded(raw: Mapping[Any, Any]) -> dict[str, Any]:
    """The mapping with keys in lower case, letters and digits only: "Date-Published" is "datepublished"."""
    return {re.sub(r"[^a-z0-9]", "", str(k).lower()): v for k, v in raw.items()}


def value(fields: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first non-empty value under one of `names`; of an object or list ({"name": "BBC"}) its name; else ""."""
    return next((found for n in names if (found := _text(fields.get(n)))), "")


def report(body: str, fields: Mapping[str, Any], meta: Meta, path: str) -> Iterator[Report | Problem]:
    """The report with the given body; before it, where its date cannot be read, a Problem that says so."""
    date = value(fields, DATE)
    try:
        when = published(date)
    except ValueError as error:
        yield Problem(path, f"publication date left out: {error}", lost=False)
        when = ""
    yield Report(
        body=body,
        title=value(fields, TITLE) or meta.title,
        outlet=value(fields, OUTLET) or meta.outlet,
        published=when or ("" if date else meta.published),
        url=value(fields, URL) or meta.url,
        path=path,
    )


def _text(found: object) -> str:
    if isinstance(found, Mapping):
        return value(folded(found), ("name", "title", "id"))
    if isinstance(found, list):
        return _text(found[0]) if found else ""
    return str(found).strip() if isinstance(found, str | int) and not isinstance(found, bool) else ""
