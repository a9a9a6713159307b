"""A relation found in the parse."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.records import Span


@dataclass(frozen=True, slots=True)
class Found:
    """Entity `subject` stands in `predicate` to entity `object`, as the words from `first` to `last` say."""

    subject: int
    predicate: str
    object: int
    first: Token
    last: Token

    @property
    def span(self) -> Span:
        """The words between the two tokens, both included."""
        low, high = sorted((self.first, self.last))
        return Span(low.idx, high.idx + len(high))
