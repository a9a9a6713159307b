"""Logistic regression over clues that are there or not: deterministic, in numpy."""
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_ROUNDS, _LEAST, _RARE = 12, 0.02, 10


@dataclass(frozen=True, slots=True)
class Example:
    """The clues, the answer, and the document that it comes from."""

    docid: str
    clues: frozenset[str]
    answer: bool


def fitted(examples: Sequence[Example], strength: float) -> dict[str, float]:
    """The weight of each clue that is seen in ten documents or more, the largest first.

    strength  of the pull towards nought: half of it, times the sum of the squared weights, is added to the loss. The
              clue "any" is free of it. Weights below 0.02 are left out, the rest rounded to three places.
    """
    names = frequent(examples)
    answers = np.array([e.answer for e in examples], dtype=np.float32)
    pull = np.array([1e-3 if name == "any" else strength for name in names], dtype=np.float32)
    found = zip(names, _newton(table(examples, names), answers, pull).tolist(), strict=True)
    return {n: round(w, 3) for n, w in sorted(found, key=lambda f: (-f[1], f[0])) if abs(w) >= _LEAST}


def table(examples: Sequence[Example], names: Sequence[str]) -> NDArray[np.float32]:
    """Examples by clues: 1 where the example has the clue."""
    return np.array([[name in e.clues for name in names] for e in examples], dtype=np.float32)


def frequent(examples: Iterable[Example]) -> list[str]:
    """The clues that are seen in ten documents or more, in order."""
    seen: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for clue in example.clues:
            seen[clue].add(example.docid)
    return sorted(clue for clue, docids in seen.items() if len(docids) >= _RARE)


def _newton(seen: NDArray[np.float32], answers: NDArray[np.float32], pull: NDArray[np.float32]) -> NDArray[np.float32]:
    weights = np.zeros(seen.shape[1], dtype=np.float32)
    for _ in range(_ROUNDS):
        guess = 1 / (1 + np.exp(-(seen @ weights)))
        slope = seen.T @ (answers - guess) - pull * weights
        bend = (seen * (guess * (1 - guess))[:, None]).T @ seen + np.diag(pull)
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-3:
            break
    return weights
