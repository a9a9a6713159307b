"""Entities from the scores of BIO tags: the best sequence in which every I follows a B or I of its own kind."""
from collections.abc import Sequence

import numpy as np

from kg.language.encoder import Array

_NEVER = -1e4
EntitySpan = tuple[int, int, str]


class BioDecoder:
    """Viterbi over BIO tags."""

    def __init__(self, tags: Sequence[str]) -> None:
        self._tags = tuple(tags)
        self._first = np.array([_NEVER if tag.startswith("I-") else 0 for tag in tags], np.float32)
        self._step = np.array([[_cost(left, right) for right in tags] for left in tags], np.float32)

    def __call__(self, scores: Array) -> list[EntitySpan]:
        """scores: words by tags, log-probabilities. Returns (first word, word after the last, label), in order."""
        return _spans([self._tags[i] for i in self._best(scores)]) if len(scores) else []

    def _best(self, scores: Array) -> list[int]:
        each: list[int] = scores.argmax(axis=1).tolist()
        return each if self._allowed(each) else self._viterbi(scores)

    def _allowed(self, path: Sequence[int]) -> bool:
        return self._first[path[0]] == 0 and not self._step[path[:-1], path[1:]].any()

    def _viterbi(self, scores: Array) -> list[int]:
        value = scores[0] + self._first
        back = np.zeros(scores.shape, np.int64)
        for i in range(1, len(scores)):
            ways = value[:, None] + self._step
            back[i] = ways.argmax(axis=0)
            value = ways.max(axis=0) + scores[i]
        path = [int(value.argmax())]
        for i in range(len(scores) - 1, 0, -1):
            path.append(int(back[i, path[-1]]))
        return path[::-1]


def _cost(left: str, right: str) -> float:
    return _NEVER if right.startswith("I-") and left[2:] != right[2:] else 0.0


def _spans(tags: Sequence[str]) -> list[EntitySpan]:
    spans: list[EntitySpan] = []
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            spans.append((i, i + 1, tag[2:]))
        elif tag.startswith("I-"):
            first, _, label = spans.pop()
            spans.append((first, i + 1, label))
    return spans
