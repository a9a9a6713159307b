"""What is learned of fillers: the weights of clues and the trees over them, each a probability; their mean counts.

They are in weights.json, written by benchmarks/muc4/fit.py from the answer keys of the development documents.
"""
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from pathlib import Path

from benchmarks.muc4.boosting import Tree, summed

FILE = Path(__file__).parent / "weights.json"


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """For each slot of the template whose fillers are learned the weight of each clue, and the trees, if any."""

    of: Mapping[str, Mapping[str, float]]
    trees: Mapping[str, Sequence[Tree]] = field(default_factory=dict)

    def probability(self, slot: str, clues: frozenset[str]) -> float:
        """How likely an entity with these clues fills the slot. Raises KeyError for a slot that was not learned."""
        weights, trees = self.of[slot], self.trees.get(slot)
        by_weight = _logistic(sum(weights.get(clue, 0.0) for clue in sorted(clues)))
        return (by_weight + _logistic(summed(trees, clues))) / 2 if trees else by_weight


def _logistic(logit: float) -> float:
    return 1 / (1 + exp(-logit))


def load_weights(path: Path = FILE) -> Weights:
    """The weights in the file; the shipped ones where none is named."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return Weights(found["weights"], found["trees"])


def save_weights(weights: Weights, path: Path) -> None:
    """Write them as `load_weights` reads them, a clue or a tree a line."""
    parts = {"weights": weights.of, "trees": weights.trees}
    path.write_text("{" + ",\n".join(f'"{name}": {_slots(part)}' for name, part in parts.items()) + "}\n", "utf-8")


def _slots(part: Mapping[str, Mapping[str, float] | Sequence[Tree]]) -> str:
    return "{" + ",\n".join(f'"{slot}": {_lines(found)}' for slot, found in part.items()) + "}"


def _lines(found: Mapping[str, float] | Sequence[Tree]) -> str:
    if isinstance(found, Mapping):
        return "{\n" + ",\n".join(f" {json.dumps(clue)}: {weight}" for clue, weight in found.items()) + "}"
    return "[\n" + ",\n".join(f" {json.dumps(tree, separators=(',', ':'))}" for tree in found) + "]"
