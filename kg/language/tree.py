"""Heads of a sentence as a tree with one root: each word's best where they are one, else by Chu-Liu and Edmonds."""
from collections.abc import Sequence

import numpy as np

from kg.language.encoder import Array

_NEVER = -1e9
_ROOTS_TRIED = 6


def heads(scores: Array) -> list[int]:
    """The best single-root tree. scores[d, h]: of head h for word d, both from 1, h = 0 the root (row 0 is not read).

    Returns the head of each word: 0 for the root, else 1 + the head's index.
    """
    best = np.asarray(scores[1:].argmax(axis=1))
    if is_tree(best.tolist()):
        return list(best.tolist())
    tree = _arborescence(scores)
    if (tree[1:] == 0).sum() != 1:
        tree = _single_root(scores, np.flatnonzero(tree[1:] == 0) + 1)
    return list(tree[1:].tolist())


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


def _single_root(scores: Array, roots: Array) -> Array:
    """The best of the trees with one of `roots` as the only root."""
    words = np.arange(1, len(scores))
    trees = [_arborescence(_rooted(scores, root)) for root in roots[:_ROOTS_TRIED]]
    return max(trees, key=lambda tree: float(scores[words, tree[1:]].sum()))


def _rooted(scores: Array, root: int) -> Array:
    forced = scores.copy()
    forced[1:, 0] = _NEVER / 1000
    forced[root, :] = _NEVER / 1000
    forced[root, 0] = 0
    return forced


def _arborescence(scores: Array) -> Array:
    """Chu-Liu and Edmonds: the best spanning tree from node 0, as the head of each node (node 0 its own)."""
    scores = scores.copy()
    np.fill_diagonal(scores, _NEVER)
    best = scores.argmax(axis=1)
    best[0] = 0
    cycle = _cycle(best)
    return best if cycle is None else _contracted(scores, best, cycle)


def _cycle(best: Array) -> list[int] | None:
    seen: dict[int, int] = {0: 0}
    for start in range(1, len(best)):
        path, node = [], start
        while node not in seen:
            seen[node] = start
            path.append(node)
            node = int(best[node])
        if node and seen[node] == start:
            return path[path.index(node) :]
    return None


def _contracted(scores: Array, best: Array, cycle: list[int]) -> Array:
    """Solve with the cycle as one node (the last), then open it where the solution enters it."""
    inside = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(best)), inside)
    n = len(outside)
    small = np.full((n + 1, n + 1), _NEVER)
    small[:n, :n] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, inside)]
    small[:n, n] = leaving.max(axis=1)
    entering = scores[np.ix_(inside, outside)] - scores[inside, best[inside]][:, None]
    small[n, :n] = entering.max(axis=0)
    solved = _arborescence(small)
    result = best.copy()
    for node in range(1, n):
        head = solved[node]
        result[outside[node]] = outside[head] if head < n else inside[leaving[node].argmax()]
    entry = solved[n]
    result[inside[entering[:, entry].argmax()]] = outside[entry]
    return result
