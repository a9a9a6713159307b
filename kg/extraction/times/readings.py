"""What each kind of time expression means, given the date of publication."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from re import Match

from kg.extraction.numerals import value_of
from kg.extraction.times import calendar as cal
from kg.extraction.times.calendar import UNKNOWN, Value
from kg.extraction.times.hours import clock, minutes
from kg.extraction.times.mention import Clock
from kg.extraction.times.patterns import FILE, number
from kg.extraction.wordlist import by_form

_WEEKS = {
    "last": -7,
    "past": -7,
    "this past": -7,
    "last week": -7,
    "this week": 0,
    "next week": 7,
    "next": 7,
    "coming": 7,
    "this coming": 7,
}
_SEASONS = ("spring", "summer", "autumn", "fall", "winter")


@dataclass(frozen=True, slots=True)
class Frame:
    """From where relative times are counted: the date of publication, or None; whether the sentence looks ahead."""

    published: date | None
    future: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A `TimeMention` without its place and its words."""

    value: Value = UNKNOWN
    kind: str = "point"
    relative: bool = False
    shift: int | None = None
    clock: Clock | None = None


def read(name: str, match: Match[str], frame: Frame) -> Reading:
    """The reading of an expression that the pattern `name` matched. Impossible dates keep words alone."""
    try:
        return _READERS[name](match, frame)
    except (ValueError, OverflowError):
        return Reading()


def _iso(m: Match[str], _: Frame) -> Reading:
    day = cal.of_day(date(int(m["year"]), int(m["month"]), int(m["day"])))
    if not m["hour"]:
        return Reading(day)
    instant = minutes(m["hour"], m["minute"])
    return Reading(day, clock=Clock(None, instant) if m["zone"] else Clock(instant, None))


def _range(m: Match[str], _: Frame) -> Reading:
    first, last = cal.of_year(int(m["first"])), cal.of_year(int(m["last"]))
    if first.begin >= last.begin:
        return Reading()
    return Reading(Value(first.value, first.datatype, first.begin, last.end), "range")


def _day_month(m: Match[str], frame: Frame) -> Reading:
    day, month = int(m["day"]), number("Month", m["month"])
    year = _year(m, frame)
    if year is not None:
        return Reading(cal.of_day(date(year, month, day)))
    if frame.published is None or m.groupdict().get("short"):
        return Reading(relative=True)
    if not m["which"] and not frame.future and cal.soon(month, day, frame.published):
        return Reading(relative=True)
    future = _ahead(m["which"], frame)
    return Reading(cal.of_day(cal.nearest_day(month, day, frame.published, future)), relative=True)


def _year(m: Match[str], frame: Frame) -> int | None:
    if m["year"]:
        return int(m["year"])
    short = m.groupdict().get("short")
    return cal.full_year(int(short), frame.published) if short and frame.published else None


def _month_year(m: Match[str], _: Frame) -> Reading:
    return Reading(cal.of_month(int(m["year"]), number("Month", m["month"])))


def _decade(m: Match[str], _: Frame) -> Reading:
    first = int(m["year"])
    return Reading(cal.between(date(first, 1, 1), date(first + 10, 1, 1)))


def _feast(m: Match[str], frame: Frame) -> Reading:
    month, day = map(int, by_form(FILE, "Feast")[" ".join(m["feast"].lower().split())].one("monthDay").split("-"))
    if m["year"]:
        return Reading(cal.of_day(date(int(m["year"]), month, day)))
    if frame.published is None:
        return Reading(relative=True)
    return Reading(cal.of_day(cal.nearest_day(month, day, frame.published, frame.future)), relative=True)


def _other_day(m: Match[str], _: Frame) -> Reading:
    return Reading(kind="offset", relative=True, shift=number("OtherDay", m["other"], "offset"))


def _offset(m: Match[str], _: Frame) -> Reading:
    back = m["way"].lower() in ("earlier", "before", "previously", "beforehand")
    days = _days(m["count"], m["unit"]) if not m["hedge"] else None
    return Reading(kind="offset", relative=True, shift=None if days is None else -days if back else days)


def _ago(m: Match[str], frame: Frame) -> Reading:
    count = _count(m["count"])
    if frame.published is None or count is None or m["hedge"]:
        return Reading(relative=True)
    return Reading(_back(frame.published, count, m["unit"]), relative=True)


def _back(published: date, count: int, unit: str) -> Value:
    match _unit(unit):
        case "day":
            return cal.of_day(published - timedelta(count))
        case "week":
            return cal.of_week(published - timedelta(7 * count))
        case "month":
            return cal.month_shift(published, -count)
        case "year":
            return cal.of_year(published.year - count)
    return UNKNOWN


def _past(m: Match[str], frame: Frame) -> Reading:
    count = _count(m["count"] or "one")
    days = {"day": 1, "week": 7, "year": 365, "month": 30}.get(_unit(m["unit"]))
    vague = m["way"].lower() in ("recent", "previous") or (not m["count"] and m["unit"].lower().endswith("s"))
    if vague or frame.published is None or count is None or days is None:
        return Reading(kind="vague", relative=True)
    ahead = m["way"].lower() in ("coming", "next")
    far = frame.published + timedelta(days * count * (1 if ahead else -1))
    begin, end = sorted((far, frame.published))
    return Reading(cal.between(begin, end + timedelta(1)), "range", relative=True)


def _vague(_: Match[str], __: Frame) -> Reading:
    return Reading(kind="vague", relative=True)


def _frequency(_: Match[str], __: Frame) -> Reading:
    return Reading(kind="frequency")


def _weekday(m: Match[str], frame: Frame) -> Reading:
    if frame.published is None or (m["which"] or "").lower() in ("the previous", "the following"):
        return Reading(relative=True)
    weekday, which = number("Weekday", m["weekday"]), " ".join((m["which"] or m["after"] or "").lower().split())
    if which.endswith(" week"):
        monday = frame.published - timedelta(frame.published.weekday())
        return Reading(cal.of_day(monday + timedelta(weekday + _WEEKS[which])), relative=True)
    day = cal.nearest_weekday(weekday, frame.published, _ahead(which, frame))
    if day == frame.published:
        day += timedelta(_WEEKS.get(which, 0))
    return Reading(cal.of_day(day), relative=True)


def _today(m: Match[str], frame: Frame) -> Reading:
    if frame.published is None:
        return Reading(relative=True)
    return Reading(cal.of_day(frame.published + timedelta(number("Day", m["today"], "offset"))), relative=True)


def _period(m: Match[str], frame: Frame) -> Reading:
    which, unit = m["which"].lower(), m["unit"].lower()
    if frame.published is None or which.startswith("the ") or unit in _SEASONS:
        return Reading(relative=True)
    steps = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        return Reading(cal.of_year(frame.published.year + steps), relative=True)
    if unit == "month":
        return Reading(cal.month_shift(frame.published, steps), relative=True)
    return Reading(cal.of_week(frame.published + timedelta(7 * steps)) if unit == "week" else UNKNOWN, relative=True)


def _month(m: Match[str], frame: Frame) -> Reading:
    if frame.published is None:
        return Reading(relative=True)
    month, which = number("Month", m["month"]), (m["which"] or "").lower()
    if which in ("last", "next") and month == frame.published.month:
        return Reading(cal.of_month(frame.published.year + (1 if which == "next" else -1), month), relative=True)
    return Reading(cal.nearest_month(month, frame.published, _ahead(which, frame)), relative=True)


def _hour(m: Match[str], _: Frame) -> Reading:
    return Reading(kind="clock", clock=clock(m))


def _noon(m: Match[str], _: Frame) -> Reading:
    return Reading(kind="clock", clock=Clock(0 if m["noon"].lower() == "midnight" else 720, None))


def _only_year(m: Match[str], _: Frame) -> Reading:
    return Reading(cal.of_year(int(m["year"])))


def _of_month(m: Match[str], frame: Frame) -> Reading:
    if frame.published is None or m["which"] == "the":
        return Reading(relative=True)
    if not m["which"]:
        return Reading(cal.of_day(cal.nearest_day_of_month(int(m["day"]), frame.published)), relative=True)
    month = cal.month_shift(frame.published, -1 if m["which"].lower() == "last" else 0)
    return Reading(cal.of_day(date.fromisoformat(f"{month.value}-{int(m['day']):02}")), relative=True)


def _duration(_: Match[str], __: Frame) -> Reading:
    return Reading(kind="duration")


def _part(_: Match[str], __: Frame) -> Reading:
    return Reading(kind="part")


def _ahead(which: str | None, frame: Frame) -> bool:
    word = (which or "").lower()
    return word in ("next", "coming", "this coming") or (frame.future and word not in ("last", "past", "this past"))


def _unit(word: str) -> str:
    return by_form(FILE, "TimeUnit")[" ".join(word.lower().split())].name.removesuffix("Unit")


def _count(words: str | None) -> int | None:
    if not words:
        return None
    if words.lower() in ("a", "an"):
        return 1
    try:
        return value_of(words)
    except ValueError:
        return None


def _days(count: str | None, unit: str) -> int | None:
    number_of, length = _count(count), {"day": 1, "week": 7}.get(_unit(unit))
    return number_of * length if number_of is not None and length else None


_READERS: dict[str, Callable[[Match[str], Frame], Reading]] = {
    "iso": _iso,
    "range": _range,
    "day_month": _day_month,
    "month_year": _month_year,
    "decade": _decade,
    "feast": _feast,
    "other_day": _other_day,
    "offset": _offset,
    "ago": _ago,
    "past": _past,
    "vague": _vague,
    "frequency": _frequency,
    "weekday": _weekday,
    "today": _today,
    "period": _period,
    "month": _month,
    "hour": _hour,
    "noon": _noon,
    "year": _only_year,
    "of_month": _of_month,
    "duration": _duration,
    "part": _part,
}
