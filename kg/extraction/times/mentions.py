"""Time expressions in a Doc."""
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from spacy.tokens import Doc, Span

from kg.extraction.text import text_of
from kg.extraction.times import calendar as cal
from kg.extraction.times.calendar import UNKNOWN, Value, at_hour
from kg.extraction.times.governor import outside
from kg.extraction.times.guards import is_time, looks_ahead
from kg.extraction.times.mention import TimeMention
from kg.extraction.times.patterns import FILE, alternation, number, patterns, possible
from kg.extraction.times.readings import Frame, Reading, read
from kg.extraction.wordlist import by_form, forms

_MERGED = ("point", "clock", "part")  # kinds that make one expression, one of each at most


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    name: str
    match: re.Match[str]
    reading: Reading


def times(doc: Doc, published: str) -> Iterator[TimeMention]:
    """The time expressions of a Doc in order, read from the report's date of publication (ISO 8601, or "").

    Without a date of publication the relative ones keep their words alone. Raises ValueError where `published` is
    neither "" nor begins with a date.
    """
    day = date.fromisoformat(published[:10]) if published else None
    found = sorted(_scan(doc, day), key=lambda f: f.span.start)
    year = 0
    for group in _groups(found):
        said = _of_that_year(_mention(group), group, year)
        printed = next((int(f.match["year"]) for f in group if f.match.groupdict().get("year")), 0)
        year = printed or year
        yield said


def _of_that_year(mention: TimeMention, group: tuple[_Found, ...], year: int) -> TimeMention:
    """ "In 2017 ... that October": the month of the year printed last, or of none that is known."""
    start = mention.start
    that = start and mention.end - start == 1 and _with_word_before(group).startswith("that ")
    if not that or group[0].name != "month":
        return mention
    value = cal.of_month(year, number("Month", group[0].match["month"])) if year else UNKNOWN
    return replace(mention, time=value.time(mention.time.text))


def _with_word_before(group: tuple[_Found, ...]) -> str:
    """The expression with the word before it, in lower case."""
    span = group[0].span
    return span.doc[max(0, span.start - 1) : span.end].text.lower()


def _scan(doc: Doc, day: date | None) -> Iterator[_Found]:
    text, taken = text_of(doc), bytearray(len(text_of(doc)))
    lower = text.lower()
    for name, pattern in patterns():
        if not possible(name, text, lower):
            continue
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if span is not None and is_time(name, span):
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                ahead = looks_ahead(doc, outside(span.start, span.end, doc))
                yield _Found(span, name, match, read(name, match, Frame(day, ahead)))


def _groups(found: list[_Found]) -> Iterator[tuple[_Found, ...]]:
    """Neighbours that make one expression: a day with its hour or its part, a weekday with its date."""
    group: tuple[_Found, ...] = ()
    for item in found:
        if group and not _joins(group, item):
            yield group
            group = ()
        group = (*group, item)
    if group:
        yield group


def _joins(group: tuple[_Found, ...], item: _Found) -> bool:
    last = group[-1]
    between = text_of(item.span.doc)[last.span.end_char : item.span.start_char]
    if "\n" in between or not _glue().fullmatch(between) or len(group) > 3:
        return False
    if last.name == "weekday" and item.name in ("day_month", "iso"):
        return between.strip() in ("", ",", ", the", "the", "[", "(")
    kinds = [f.reading.kind for f in group]
    fits = item.reading.kind not in kinds and all(k in _MERGED for k in (*kinds, item.reading.kind))
    return fits and _one_day(group, item)


def _one_day(group: tuple[_Found, ...], item: _Found) -> bool:
    return all(f.reading.value.datatype in ("", "date") for f in (*group, item))


def _mention(group: tuple[_Found, ...]) -> TimeMention:
    start, end = group[0].span.start, group[-1].span.end
    doc = group[0].span.doc
    text = text_of(doc)[group[0].match.start() : group[-1].match.end()]
    main = _main(group)
    clock = next((f.reading.clock for f in group if f.reading.clock), None)
    time = main.value.time(text)
    if clock:
        time = at_hour(clock, time)
    found = TimeMention(start, end, time, main.kind, main.relative, main.shift, clock)
    hour = group[0].reading.kind != main.kind  # "before dawn on Friday": it is on that Friday, if before the dawn
    return found if hour else _bounded(found, doc)


def _main(group: tuple[_Found, ...]) -> Reading:
    """The reading that says the day: a date rather than its weekday, a day rather than an hour."""
    points = [f for f in group if f.reading.kind == "point"]
    dated = [f for f in points if f.name != "weekday"]
    if dated and len(points) > len(dated) and not _agree(points):
        return Reading(relative=True)
    if points:
        return (dated or points)[0].reading
    return next((f.reading for f in group if f.reading.kind == "clock"), group[0].reading)


def _agree(points: list[_Found]) -> bool:
    """Whether the weekday before a date is the date's: a year taken from publication may be the wrong one."""
    value = next(f.reading.value.value for f in points if f.name != "weekday")
    weekday = next(f.match["weekday"] for f in points if f.name == "weekday")
    return not value or date.fromisoformat(value).weekday() == number("Weekday", weekday)


def _bounded(mention: TimeMention, doc: Doc) -> TimeMention:
    found = _bound().search(text_of(doc)[: doc[mention.start].idx][-30:])
    after = doc[mention.end].lower_ if mention.end < len(doc) else ""
    if found is None or mention.kind != "point" or after in ("'s", "’s") or _before_noun(mention, doc):
        return mention
    kind = by_form(FILE, "BoundWord")[" ".join(found[1].lower().split())].one("kind")
    if kind == "until" and mention.clock is not None and _from_hour(text_of(doc)[: doc[mention.start].idx]):
        return mention  # "from 2:08am until 3:15am on Saturday" was on Saturday
    return replace(mention, kind=kind, time=_open(mention, kind).time(mention.time.text))


def _from_hour(before: str) -> bool:
    return bool(re.search(r"\bfrom\s+[\d:.]+\s*(?:[ap]\.?m\.?)?\s+\w+\s+$", before[-30:], re.IGNORECASE))


def _before_noun(mention: TimeMention, doc: Doc) -> bool:
    head = outside(mention.start, mention.end, doc)
    return head is not None and head >= mention.end and doc[head].pos_ in ("NOUN", "PROPN")


def _open(mention: TimeMention, kind: str) -> Value:
    time = mention.time
    bounds = {
        "since": Value(time.value, time.datatype, time.begin),
        "until": Value(end=time.end),
        "before": Value(end=time.begin),
        "after": Value(begin=time.end),
    }
    return bounds[kind] if time.begin else UNKNOWN


@cache
def _glue() -> re.Pattern[str]:
    return re.compile(rf"[\s,]*(?:[(\[]\s*)?(?:{alternation(forms(FILE, 'Glue'))}\s+)*", re.IGNORECASE)


@cache
def _bound() -> re.Pattern[str]:
    words = alternation(forms(FILE, "BoundWord"))
    return re.compile(rf"\b({words})\s+(?:early\s+|late\s+|about\s+|around\s+)*$", re.IGNORECASE)
