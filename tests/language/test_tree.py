from itertools import product

import numpy as np
import pytest

from kg.language.tree import heads, is_projective, is_tree


def best_by_search(scores: np.ndarray) -> float:
    n = len(scores) - 1
    trees = (tree for tree in product(range(n + 1), repeat=n) if is_tree(tree) and is_projective(tree))
    return max(total(scores, tree) for tree in trees)


def total(scores: np.ndarray, tree: tuple[int, ...] | list[int]) -> float:
    return float(sum(scores[i + 1, head] for i, head in enumerate(tree)))


@pytest.mark.parametrize("seed", range(40))
def test_the_best_projective_tree_is_found(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(6, 6))
    tree = heads(scores)
    assert is_tree(tree)
    assert is_projective(tree)
    assert total(scores, tree) == pytest.approx(best_by_search(scores))


@pytest.mark.parametrize(("found", "expected"), [([0, 1, 1], True), ([0, 0], False), ([2, 1, 0], False), ([1], False)])
def test_is_tree(found: list[int], expected: bool) -> None:
    assert is_tree(found) is expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [([0, 1, 1], True), ([2, 0, 2, 3], True), ([3, 4, 0, 3], False), ([0, 4, 1, 1], False), ([3, 0, 2], False)],
)
def test_is_projective(found: list[int], expected: bool) -> None:
    assert is_projective(found) is expected


def test_one_word_is_the_root() -> None:
    assert heads(np.zeros((2, 2))) == [0]
