"""Values of points and stretches of the calendar, with their bounds in UTC. No text here."""
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from kg.extraction.times.mention import Clock
from kg.records.time import Time

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Value:
    """A `Time` without its words."""

    value: str = ""
    datatype: str = ""
    begin: str = ""
    end: str = ""

    def time(self, text: str) -> Time:
        """The value with its words."""
        return Time(text, self.value, self.datatype, self.begin, self.end)


UNKNOWN = Value()


def instant(moment: datetime | date) -> str:
    """A moment in UTC, or the first moment of a day, as xsd:dateTime."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if isinstance(moment, datetime) else f"{moment.isoformat()}T00:00:00Z"


def of_day(day: date) -> Value:
    """A day, with its bounds in UTC."""
    return Value(day.isoformat(), "date", instant(day), instant(day + timedelta(1)))


def of_month(year: int, month: int) -> Value:
    """A month. Raises ValueError where there is none such."""
    first = date(year, month, 1)
    return Value(f"{first:%Y-%m}", "gYearMonth", instant(first), instant((first + timedelta(31)).replace(day=1)))


def of_year(year: int) -> Value:
    """A year."""
    return Value(f"{year:04}", "gYear", instant(date(year, 1, 1)), instant(date(year + 1, 1, 1)))


def of_week(day: date) -> Value:
    """The week, Monday to Sunday, around a day: bounds alone, since XSD has no datatype for it."""
    return between(day - timedelta(day.weekday()), day + timedelta(7 - day.weekday()))


def between(begin: date, end: date) -> Value:
    """Bounds alone; `end` is exclusive."""
    return Value(begin=instant(begin), end=instant(end))


def month_shift(day: date, months: int) -> Value:
    """The month so many months after the day's."""
    years, month = divmod(day.month - 1 + months, 12)
    return of_month(day.year + years, month + 1)


def nearest_weekday(weekday: int, published: date, future: bool) -> date:
    """The last such weekday (Monday 0) on or before publication, or the first on or after it."""
    back = (published.weekday() - weekday) % 7
    return published + timedelta((7 - back) % 7 if future else -back)


def nearest_day(month: int, day: int, published: date, future: bool) -> date:
    """The last such day of the year on or before publication, or the first on or after it.

    Raises ValueError where no year within eight has it.
    """
    years = range(published.year, published.year + 9) if future else range(published.year, published.year - 9, -1)
    found = (_day(year, month, day) for year in years)
    fits = (d for d in found if d and (d >= published if future else d <= published))
    return _first(fits, f"day {month}-{day}")


def soon(month: int, day: int, published: date) -> bool:
    """Whether the day comes within six weeks of publication: without a year it may be the coming one or last year's."""
    return timedelta(0) < nearest_day(month, day, published, future=True) - published <= timedelta(42)


def nearest_day_of_month(day: int, published: date) -> date:
    """The last such day of the month on or before publication. Raises ValueError for 32."""
    months = ((published.year, published.month - back) for back in range(12))
    found = (_day(year - (month < 1), month + 12 * (month < 1), day) for year, month in months)
    return _first((d for d in found if d and d <= published), f"day {day}")


def nearest_month(month: int, published: date, future: bool) -> Value:
    """The last such month that had begun by publication, or the first that had not ended."""
    back = (published.month - month) % 12
    return month_shift(published, (12 - back) % 12 if future else -back)


def full_year(two_digits: int, published: date) -> int:
    """The latest year with these last two digits that is at most one after publication."""
    latest = published.year + 1
    return latest - (latest - two_digits) % 100


def at_hour(clock: Clock, day: Time, text: str = "") -> Time:
    """The day with an hour: an xsd:dateTime in UTC where the hour is known in UTC, else the day as it was.

    Where both clocks are given, the day is the local one. `text` defaults to the day's words. A time that is no day
    is returned as it was.
    """
    words = text or day.text
    if day.datatype != "date" or clock.utc is None:
        return replace(day, text=words)
    start = datetime.fromisoformat(day.value) + timedelta(minutes=_utc_minutes(clock))
    return Time(words, instant(start), "dateTime", instant(start), instant(start + timedelta(minutes=1)))


def shifted(days: int, anchor: Time, text: str) -> Time:
    """The day so many days after the anchor's day; words alone where the anchor is no day."""
    if anchor.datatype not in ("date", "dateTime"):
        return Time(text)
    return of_day(date.fromisoformat(anchor.value[:10]) + timedelta(days)).time(text)


def _utc_minutes(clock: Clock) -> int:
    assert clock.utc is not None
    if clock.local is None:
        return clock.utc
    east = (clock.local - clock.utc + _DAY // 2) % _DAY - _DAY // 2
    return clock.local - east


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _first(days: Iterator[date], what: str) -> date:
    for day in days:
        return day
    raise ValueError(f"no {what}")
