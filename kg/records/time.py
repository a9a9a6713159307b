"""A point or stretch of time, at the precision that the words give."""
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression.

    text      the words, as the report prints them.
    value     lexical form of an XSD literal ("2016-05-23", "2016-05-23T06:00:00Z", "2016-04", "2014"), or "" where
              the words cannot be resolved.
    datatype  "date", "dateTime", "gYearMonth" or "gYear" (XSD local names); "" where value is.
    begin     earliest instant, xsd:dateTime in UTC, or "".
    end       latest instant, exclusive, xsd:dateTime in UTC, or "".
    """

    text: str
    value: str = ""
    datatype: str = ""
    begin: str = ""
    end: str = ""
