"""A measure that is given twice, in two units that disagree: "60 miles (40 kilometers)"."""
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.records import Span

TOLERANCE = 0.1  # of the larger: what rounding to a handy number costs
UNITS: tuple[tuple[str, str, float], ...] = (
    ("length", r"miles?|mi", 1609.344),
    ("length", r"kilomet(?:er|re)s?|kms?", 1000.0),
    ("length", r"feet|foot|ft", 0.3048),
    ("length", r"yards?|yds?", 0.9144),
    ("length", r"met(?:er|re)s?|m", 1.0),
    ("length", r"inch(?:es)?", 0.0254),
    ("length", r"centimet(?:er|re)s?|cm", 0.01),
    ("mass", r"pounds?|lbs?", 0.45359237),
    ("mass", r"kilogram(?:me)?s?|kilos?|kgs?", 1.0),
    ("mass", r"tonnes?|metric tons?", 1000.0),
    ("area", r"square miles?|sq\.? mi(?:les?)?", 2_589_988.11),
    ("area", r"square kilomet(?:er|re)s?|sq\.? kms?", 1_000_000.0),
    ("area", r"acres?", 4046.8564224),
    ("area", r"hectares?|ha", 10_000.0),
)
"""Dimension, names, and the unit in metres, kilograms or square metres (international yard and pound, 1959)."""

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT = "|".join(rf"(?:{names})" for _, names, _ in sorted(UNITS, key=lambda u: "quare" not in u[1]))
_TWICE = re.compile(
    rf"(?<![\d.,])(?P<a>{_NUMBER})[\s-]*(?P<au>{_UNIT})\b\.?"
    rf"(?:\s*[(\[]\s*(?:about|around|some|nearly|roughly|approximately)?\s*|,?\s+or\s+(?:about\s+)?)"
    rf"(?P<b>{_NUMBER})[\s-]*(?P<bu>{_UNIT})\b(?:\s*[)\]])?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A stretch of text that gives a measure twice, and what the first comes to in the unit of the second."""

    span: Span
    words: str
    expected: str


def mismatches(text: str) -> Iterator[Mismatch]:
    """Each measure of the text whose two values differ by more than rounding."""
    for match in _TWICE.finditer(text):
        first, second = _unit(match["au"]), _unit(match["bu"])
        if first[0] == second[0] and first[1] != second[1]:
            a, b = _value(match["a"]) * first[1], _value(match["b"]) * second[1]
            slack = _step(match["a"]) * first[1] / 2 + _step(match["b"]) * second[1] / 2
            if abs(a - b) > TOLERANCE * max(a, b) + slack:
                yield Mismatch(Span(*match.span()), match[0], f"{a / second[1]:,.3g} {match['bu']}")


def _unit(name: str) -> tuple[str, float]:
    return next((kind, size) for kind, names, size in UNITS if re.fullmatch(names, name, re.IGNORECASE))


def _value(printed: str) -> float:
    return float(printed.replace(",", ""))


def _step(printed: str) -> float:
    """One in the last printed digit."""
    return 10.0 ** -len(printed.partition(".")[2])
