"""Heads of a sentence as a projective tree with one root: each word's best where they are one, else Eisner's algorithm.

Projective, because English nearly is (43 of 2,286 sentences of EWT and GUM dev are not), while of the best trees
without that bound 217 are not: 91.6 % of heads right on dev with it, 91.3 % without.
"""
from collections.abc import Sequence

import numpy as np

from kg.language.encoder import Array

_NEVER = -1e9
_LEFT, _RIGHT = 0, 1  # on which side of a span its head is: at the right end (arc leftwards), at the left end


def heads(scores: Array) -> list[int]:
    """The best projective tree. scores[d, h]: of head h for word d, both from 1, h = 0 the root (row 0 is not read).

    Returns the head of each word: 0 for the root, else 1 + the head's index.
    """
    best: list[int] = scores[1:].argmax(axis=1).tolist()
    return best if is_tree(best) and is_projective(best) else _eisner(scores)


def is_tree(found: Sequence[int]) -> bool:
    """Whether each word leads to the one root (heads as `heads` returns them)."""
    if sum(head == 0 for head in found) != 1:
        return False
    safe = {0}
    for word in range(1, len(found) + 1):
        path = []
        while word not in safe:
            if word in path:
                return False
            path.append(word)
            word = found[word - 1]
        safe.update(path)
    return True


def is_projective(found: Sequence[int]) -> bool:
    """Whether no two arcs cross, that of the root from before the first word included."""
    arcs = [(min(arc), max(arc)) for arc in enumerate(found, start=1)]
    still_open: list[int] = []
    for left, right in sorted(arcs, key=lambda arc: (arc[0], -arc[1])):
        while still_open and still_open[-1] <= left:
            still_open.pop()
        if still_open and still_open[-1] < right:
            return False
        still_open.append(right)
    return True


class _Chart:
    """Eisner's chart over words 1..n. whole[side]: spans whose head has all its words; half[side]: spans of an arc."""

    def __init__(self, scores: Array) -> None:
        size = len(scores)
        self.scores = scores
        self.whole = np.full((2, size, size), _NEVER)
        self.half = np.full((2, size, size), _NEVER)
        self.split_whole = np.zeros((2, size, size), np.int64)
        self.split_half = np.zeros((size, size), np.int64)
        self.whole[:, range(size), range(size)] = 0
        for width in range(1, size - 1):
            self._fill(np.arange(1, size - width), width)

    def _fill(self, first: Array, width: int) -> None:
        """All spans of a width at once: rows are spans, columns the places to split them."""
        last, rows = first + width, np.arange(len(first))
        split = first[:, None] + np.arange(width)
        joined = self.whole[_RIGHT, first[:, None], split] + self.whole[_LEFT, split + 1, last[:, None]]
        best = joined.argmax(axis=1)
        self.split_half[first, last] = split[rows, best]
        self.half[_LEFT, first, last] = joined[rows, best] + self.scores[first, last]
        self.half[_RIGHT, first, last] = joined[rows, best] + self.scores[last, first]
        for side, step in ((_LEFT, 0), (_RIGHT, 1)):
            at = split + step
            parts = (self.whole[side], self.half[side]) if side == _LEFT else (self.half[side], self.whole[side])
            joined = parts[0][first[:, None], at] + parts[1][at, last[:, None]]
            best = joined.argmax(axis=1)
            self.whole[side, first, last] = joined[rows, best]
            self.split_whole[side, first, last] = at[rows, best]


def _eisner(scores: Array) -> list[int]:
    n = len(scores) - 1
    chart = _Chart(scores)
    words = np.arange(1, n + 1)
    root = 1 + int((chart.whole[_LEFT, 1, words] + chart.whole[_RIGHT, words, n] + scores[words, 0]).argmax())
    found = [0] * (n + 1)
    spans = [(1, root, _LEFT, True), (root, n, _RIGHT, True)]
    while spans:
        first, last, side, whole = spans.pop()
        if first < last:
            spans += _parts(chart, first, last, side, whole)
            if not whole:
                head, word = (last, first) if side == _LEFT else (first, last)
                found[word] = head
    return found[1:]


def _parts(chart: _Chart, first: int, last: int, side: int, whole: bool) -> list[tuple[int, int, int, bool]]:
    """The two spans that the best way makes a span of."""
    if not whole:
        split = int(chart.split_half[first, last])
        return [(first, split, _RIGHT, True), (split + 1, last, _LEFT, True)]
    split = int(chart.split_whole[side, first, last])
    return [(first, split, side, side == _LEFT), (split, last, side, side == _RIGHT)]
