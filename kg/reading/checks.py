"""What makes a text no report that can be built, each check its reason in words or ""."""
from collections.abc import Callable

from kg.reading.english import looks_english
from kg.records import Report

Check = Callable[[Report], str]


def checks(max_chars: int) -> tuple[Check, ...]:
    """The checks that a report must pass, in order."""
    return (empty, broken, lambda r: too_long(r, max_chars), markup, foreign)


def empty(report: Report) -> str:
    """Nothing but white space."""
    return "" if report.body.strip() else "empty"


def broken(report: Report) -> str:
    """Characters that are no text: NUL, or half of a surrogate pair, which JSON can hold."""
    if "\0" in report.body:
        return "binary, not text"
    text = "".join((report.body, report.title, report.outlet, report.url))
    return "half a surrogate pair: not valid Unicode" if any("\ud800" <= c <= "\udfff" for c in text) else ""


def too_long(report: Report, max_chars: int) -> str:
    """More characters than a news report has."""
    size = len(report.body)
    return f"too long for one report: {size:,} characters, max-chars is {max_chars:,}" if size > max_chars else ""


def markup(report: Report) -> str:
    """A web page as it is, tags and all."""
    page = report.body[:200].lstrip().lower().startswith(("<!doctype html", "<html"))
    return "an HTML page: save its text alone" if page else ""


def foreign(report: Report) -> str:
    """Another language: the model reads English alone."""
    return "" if looks_english(report.body) else "not in English"
