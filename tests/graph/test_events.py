"""Bounds of an event's time."""
import pytest
from pyoxigraph import NamedNode

from kg.graph.events import bounds
from kg.records import Time

DAY = Time("Monday", "2019-03-04", "date", "2019-03-04T00:00:00Z", "2019-03-05T00:00:00Z")
HOUR = Time("0600 GMT", "2019-03-04T06:00:00Z", "dateTime", "2019-03-04T06:00:00Z", "2019-03-04T06:01:00Z")
YEAR = Time("in 2019", "2019", "gYear", "2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z")


@pytest.mark.parametrize(("times", "narrowest"), [
    ([DAY], DAY), ([YEAR, DAY], DAY), ([DAY, HOUR, YEAR], HOUR), ([HOUR, DAY], HOUR), ([], None)])
def test_the_narrowest_time_gives_one_beginning_and_one_end(times, narrowest):
    found = [t.object.value for t in bounds(NamedNode("x:e"), times)]
    assert found == ([narrowest.begin, narrowest.end] if narrowest else [])
