"""Boosted decision trees over clues that are there or not: lightgbm grows them, nothing is needed to ask them.

They see what a sum of weights cannot: clues that mean something only together.
"""
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from benchmarks.muc4.regression import Example, frequent, table

# A leaf's worth, or a clue with the tree to go on with where it is seen and the one where it is not.
Tree = float | list[Any]

_TREES, _LEAVES, _PLACES = 120, 15, 4
_SETTINGS = {
    "objective": "binary", "learning_rate": 0.05, "num_leaves": _LEAVES, "min_data_in_leaf": 20, "lambda_l2": 5.0,
    "bagging_fraction": 0.8, "bagging_freq": 1, "feature_fraction": 0.3, "seed": 1, "deterministic": True,
    "force_row_wise": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip


def grown(examples: Sequence[Example]) -> list[Tree]:
    """The trees for clues that are seen in ten documents or more. The same examples in the same order give the same.

    Raises ImportError where lightgbm is not installed.
    """
    import lightgbm

    names = frequent(examples)
    answers = np.array([e.answer for e in examples], dtype=np.float32)
    found = lightgbm.train(_SETTINGS, lightgbm.Dataset(table(examples, names), answers), _TREES)
    return [_tree(t["tree_structure"], names) for t in found.dump_model()["tree_info"]]


def _tree(node: dict[str, Any], names: Sequence[str]) -> Tree:
    if "leaf_value" in node:
        return round(float(node["leaf_value"]), _PLACES)
    unseen, seen = (_tree(node[side], names) for side in ("left_child", "right_child"))
    return [names[node["split_feature"]], seen, unseen]


def summed(trees: Iterable[Tree], clues: frozenset[str]) -> float:
    """What the trees say of an entity with these clues: the logit of a probability."""
    return sum(_leaf(tree, clues) for tree in trees)


def _leaf(tree: Tree, clues: frozenset[str]) -> float:
    while isinstance(tree, list):
        clue, seen, unseen = tree
        tree = seen if clue in clues else unseen
    return tree
