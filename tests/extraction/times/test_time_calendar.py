"""Values of the calendar: bounds, nearest days, hours."""

from datetime import date

import pytest

from kg.extraction.times import Clock, at_hour, shifted
from kg.extraction.times import calendar as cal
from kg.records.time import Time

FRIDAY = date(2019, 3, 1)
DAY = cal.of_day(date(2019, 2, 28)).time("Thursday")


def test_bounds_are_the_day_in_utc_end_exclusive() -> None:
    assert (DAY.value, DAY.datatype) == ("2019-02-28", "date")
    assert (DAY.begin, DAY.end) == ("2019-02-28T00:00:00Z", "2019-03-01T00:00:00Z")


def test_bounds_of_month_and_year() -> None:
    assert cal.of_month(2019, 12).end == "2020-01-01T00:00:00Z"
    assert (cal.of_year(2019).begin, cal.of_year(2019).end) == ("2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z")


@pytest.mark.parametrize(
    ("weekday", "future", "expected"),
    [
        (4, False, FRIDAY),
        (4, True, FRIDAY),
        (3, False, date(2019, 2, 28)),
        (5, False, date(2019, 2, 23)),
        (5, True, date(2019, 3, 2)),
    ],
)
def test_nearest_weekday(weekday: int, future: bool, expected: date) -> None:
    assert cal.nearest_weekday(weekday, FRIDAY, future) == expected


@pytest.mark.parametrize(("day", "expected"), [(1, date(2019, 3, 1)), (14, date(2019, 2, 14)), (30, date(2019, 1, 30))])
def test_nearest_day_of_month_skips_months_that_lack_it(day: int, expected: date) -> None:
    assert cal.nearest_day_of_month(day, FRIDAY) == expected


def test_the_29th_of_february_is_that_of_the_last_leap_year() -> None:
    assert cal.nearest_day(2, 29, FRIDAY, future=False) == date(2016, 2, 29)
    with pytest.raises(ValueError, match="2-30"):
        cal.nearest_day(2, 30, FRIDAY, future=False)


@pytest.mark.parametrize(("digits", "expected"), [(90, 1990), (19, 2019), (20, 2020), (21, 1921)])
def test_two_digit_years_are_the_latest_that_fit(digits: int, expected: int) -> None:
    assert cal.full_year(digits, FRIDAY) == expected


@pytest.mark.parametrize(
    ("clock", "value"),
    [
        (Clock(540, 360), "2019-02-28T06:00:00Z"),
        (Clock(None, 360), "2019-02-28T06:00:00Z"),
        (Clock(60, 22 * 60), "2019-02-27T22:00:00Z"),
        (Clock(23 * 60, 4 * 60), "2019-03-01T04:00:00Z"),
        (Clock(540, None), "2019-02-28"),
    ],
)
def test_an_hour_is_put_into_utc_by_the_local_day(clock: Clock, value: str) -> None:
    assert at_hour(clock, DAY).value == value


def test_an_hour_of_a_month_changes_nothing() -> None:
    month = cal.of_month(2019, 2).time("February")
    assert at_hour(Clock(None, 360), month) == month


def test_shifted_counts_from_the_anchor() -> None:
    assert shifted(-1, DAY, "the day before").value == "2019-02-27"
    assert shifted(-1, Time("then"), "the day before") == Time("the day before")
