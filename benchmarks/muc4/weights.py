"""The learned weights: a probability is the logistic function of the sum of the weights of the clues that are seen.

They are in weights.json, written by benchmarks/muc4/fit.py from the answer keys of the development documents.
"""
import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp
from pathlib import Path

FILE = Path(__file__).parent / "weights.json"


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """For each slot of the template whose fillers are learned the weight of each clue."""

    of: Mapping[str, Mapping[str, float]]

    def probability(self, slot: str, clues: frozenset[str]) -> float:
        """How likely an entity with these clues fills the slot. Raises KeyError for a slot that was not learned."""
        weights = self.of[slot]
        return 1 / (1 + exp(-sum(weights.get(clue, 0.0) for clue in sorted(clues))))


def load_weights(path: Path = FILE) -> Weights:
    """The weights in the file; the shipped ones where none is named."""
    return Weights(json.loads(path.read_text(encoding="utf-8")))
