"""B-cubed precision, recall and F1 of a clustering (Bagga and Baldwin 1998)."""
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1, over so many items."""

    precision: float
    recall: float
    items: int

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / ((self.precision + self.recall) or 1.0)

    def __str__(self) -> str:
        return f"P {self.precision:.2%}  R {self.recall:.2%}  F1 {self.f1:.2%}  ({self.items:,} mentions)"


def bcubed(truth: Mapping[Hashable, Hashable], found: Mapping[Hashable, Hashable]) -> Score:
    """How well `found` puts the items of `truth` together; both map an item to its cluster.

    Raises KeyError for an item of the truth that was not found.
    """
    both = Counter((truth[i], found[i]) for i in truth)
    true, made = Counter(truth.values()), Counter(found[i] for i in truth)
    total = len(truth) or 1
    precision = sum(n * n / made[f] for (_, f), n in both.items()) / total
    recall = sum(n * n / true[t] for (t, _), n in both.items()) / total
    return Score(precision, recall, len(truth))
