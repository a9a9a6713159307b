"""What the recognition of time expressions yields."""
from dataclasses import dataclass

from kg.records.time import Time


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of the day, in minutes after midnight: local, in UTC, or both; None where not given."""

    local: int | None
    utc: int | None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression in a Doc.

    start, end  its tokens, end exclusive; a governing preposition ("on", "since") is not among them.
    time        its words, and the value as far as it is known.
    kind        "point"      a day, month, year, or stretch of the calendar;
                "clock"      an hour without a day (see `clock`, and `at_hour`);
                "part"       a part of the day without a day ("at dawn");
                "since"      the value is when it began, the end is open;
                "until", "before", "after"  bounds alone, no value;
                "range"      from one point to another; the value is the first;
                "offset"     counted from another event or day of the text (see `shift`);
                "duration"   how long;
                "frequency"  how often;
                "vague"      "in recent years".
    relative    whether it is understood only from the date of publication or from another time in the text.
    shift       for "offset": whole days from the day that the text spoke of, or None where not whole days.
    clock       the hour, or None.
    """

    start: int
    end: int
    time: Time
    kind: str
    relative: bool
    shift: int | None = None
    clock: Clock | None = None
