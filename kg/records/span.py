"""A stretch of a report's body."""
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `begin` to `end` (exclusive) of a report's body."""

    begin: int
    end: int

    def of(self, body: str) -> str:
        """The words themselves."""
        return body[self.begin : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly within this span."""
        return self.begin <= other.begin and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.begin < other.end and other.begin < self.end
