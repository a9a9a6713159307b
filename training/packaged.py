"""Weights of a model folder, as training.package writes it, back into the network, to go on training from it.

The names in the graphs are the network's own, but for the products with weights: those are told by their node's path.
"""
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.network import Network

Array = NDArray[np.float32]
_OURS = "network."


def load_packaged(network: Network, folder: Path, labels: Mapping[str, list[str]]) -> None:
    """Fill the network. ValueError where the folder's labels are others or a weight is not there."""
    if json.loads((folder / "labels.json").read_text(encoding="utf8")) != labels:
        raise ValueError(f"{folder} has other labels")
    found = dict(weight for name in ("encoder.onnx", "relations.onnx") for weight in _weights(folder / name))
    state = network.state_dict()
    missing = set(state) - set(found)
    if missing:
        raise ValueError(f"{folder} has no {sorted(missing)}")
    for name, target in state.items():
        target.copy_(torch.from_numpy(found[name].reshape(target.shape).copy()))


def _weights(path: Path) -> Iterator[tuple[str, Array]]:
    """The network's names to arrays in float."""
    graph = onnx.load(path).graph
    stored = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    yield from ((name.removeprefix(_OURS), value) for name, value in stored.items() if name.startswith(_OURS))
    words = f"{_OURS}words.weight"
    if f"{words}_q" in stored:
        yield "words.weight", _scaled(stored, words)
    for node in graph.node:
        if node.op_type in {"MatMulIntegerToFloat", "MatMul"}:
            weight = node.input[1].removesuffix("_q")
            if weight.startswith(_OURS):
                yield weight.removeprefix(_OURS), _scaled(stored, weight)
            elif node.input[1] in stored:
                value = _scaled(stored, weight) if weight != node.input[1] else stored[weight]
                yield _path(node.output[0]), value.T


def _scaled(stored: Mapping[str, Array], name: str) -> Array:
    return stored[f"{name}_q"].astype(np.float32) * stored[f"{name}_s"]


def _path(output: str) -> str:
    """"/layers.0/query/MatMul_output_0_i" to "layers.0.query.weight"; a part that names its parent again drops it."""
    parts = output.strip("/").split("/")[:-1]
    kept = [part for part, after in zip(parts, [*parts[1:], ""], strict=True) if not after.startswith(f"{part}.")]
    return ".".join([*kept, "weight"])
