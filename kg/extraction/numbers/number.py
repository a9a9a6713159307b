"""What the recognition of numbers yields."""
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a Doc.

    start, end  its tokens, end exclusive, its bound ("at least", "or more") and "another" among them.
    figure      the number as printed, None for "dozens", for "several" and for "20 to 30".
    lower       lowest value the words allow; upper: highest, None when open.
    bound       "exact", "atLeast", "moreThan", "approximately", "nearly" or "upTo".
    kind        "count", or what else it is: "time" (years, dates, hours, durations), "age", "money", "percent",
                "share", "distance", "area", "weight", "duration", "degree", "compound" ("a five-member team"),
                "label" ("Flight 93"), or "decimal".
    further     whether it counts others than those already counted: "another 48", "10 more", "seven others".
    """

    start: int
    end: int
    figure: int | None
    lower: int
    upper: int | None
    bound: str = "exact"
    kind: str = "count"
    further: bool = False
