"""Numbers: where they stand, which values they allow, and what they count."""
from kg.extraction.numbers.counted import counted
from kg.extraction.numbers.mentions import numbers
from kg.extraction.numbers.number import Number

__all__ = ["Number", "counted", "numbers"]
