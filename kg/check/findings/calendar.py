"""Days that no calendar has, in a report's own words: "31 June", "Monday, May 24, 2016"."""
import re
from calendar import day_name, month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.records import Span

_MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_DAYS = {name.lower(): number for number, name in enumerate(day_name)}
_MONTH = "|".join(sorted(_MONTHS, key=lambda m: -len(m)))
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(_DAYS)})\s*,?\s+(?:the\s+)?)?"
_YEAR = r"(?:\s*,?\s+(?P<year>1[89]\d\d|20\d\d))?(?![\d:])"
_DOT = r"(?:\.(?=,?\s+(?:1[89]|20)\d\d))?"  # of "Feb. 2015", and not of the sentence
_DATE = (
    re.compile(rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b{_DOT}{_YEAR}", re.I),
    re.compile(rf"\b{_WEEKDAY}(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[-–%]){_YEAR}", re.I),
)
_MAY_BE_A_VERB = ("may", "march", "mar")  # "30 may", "32 march": a month only with its capital


@dataclass(frozen=True, slots=True)
class Slip:
    """A date that cannot be, with its words and what is wrong."""

    span: Span
    words: str
    wrong: str


def slips(text: str) -> Iterator[Slip]:
    """Each day of the text that its month does not have, and each whose weekday is another's, in order."""
    for match in _dates(text):
        if wrong := _wrong(match):
            yield Slip(Span(*match.span()), match[0], wrong)


def _dates(text: str) -> Iterator[re.Match[str]]:
    end = -1
    for match in sorted((m for p in _DATE for m in p.finditer(text)), key=lambda m: (m.start(), -m.end())):
        if match.start() >= end and _whole(match):  # "29 Feb. 30 Feb.": two dates, not three
            end = match.end()
            yield match


def _whole(match: re.Match[str]) -> bool:
    """Whether it is a date: "In June 31 people" is none, "June 31, 2015" and "June 31." are."""
    day_last = match.start("month") < match.start("day") and not match["year"]
    return not (day_last and not match["weekday"] and re.match(r"\s+\w", match.string[match.end() :]))


def _wrong(match: re.Match[str]) -> str:
    if match["month"] in _MAY_BE_A_VERB or not match["month"][0].isupper():
        return ""
    day, month = int(match["day"]), _MONTHS[match["month"].lower()]
    year = int(match["year"]) if match["year"] else 2000  # a leap year: the 29th may be
    last = monthrange(year, month)[1]
    if day > last:
        return f"{month_name[month]}{_of(match)} has {last} days" if day <= 31 or match["year"] else ""
    if day == 0 or not (match["weekday"] and match["year"]):
        return ""
    told, real = match["weekday"].capitalize(), day_name[date(year, month, day).weekday()]
    return "" if told == real else f"it was a {real}"


def _of(match: re.Match[str]) -> str:
    return f" {match['year']}" if match["year"] else ""
