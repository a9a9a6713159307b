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
    def spans(self) -> tuple[Span, ...]:
        """The words between the two tokens, both included; of two sentences the tokens alone."""
        low, high = sorted((self.first, self.last))
        if low.sent != high.sent:
            return Span(low.idx, low.idx + len(low)), Span(high.idx, high.idx + len(high))
        return (Span(low.idx, high.idx + len(high)),)
