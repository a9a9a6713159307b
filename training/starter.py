"""Weights of a packaged 8-bit ONNX model back into the network, to go on training from it.

Reads the files of `../shared/models/encoder` (export names of its recipe) and maps label rows by their names.
"""
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.network import BERT_NAMES, LAYERS, Network

Array = NDArray[np.float32]
_HEADS = {
    "up": "upos", "xp": "xpos", "se": "starts", "ner.0": "entities.0", "ner.3": "entities.3", "ad": "arc_word",
    "ah": "arc_head", "rd": "relation_word", "rh": "relation_head", "ul": "relations_sum",
}  # fmt: skip
_BY_LABEL = {"upos": "u", "xpos": "x", "entities.3": "n", "relations_sum": "d"}


def load_starter(network: Network, path: Path, old_labels: Path, labels: Mapping[str, list[str]]) -> None:
    """Fill the network; labels that the starter lacks keep their fresh rows. ValueError where it lacks a weight."""
    state = network.state_dict()
    old = json.loads(old_labels.read_text(encoding="utf8"))
    found = _weights(path)
    for name, value in found.items():
        kind = next((kind for head, kind in _BY_LABEL.items() if name.rsplit(".", 1)[0] == head), "")
        if kind:
            _fill_rows(state[name], value, old[kind], labels[kind])
        elif name == "relations_pair":
            blocks, target = value.reshape(128, -1, 128), state[name].view(128, -1, 128)
            for i, label in enumerate(labels["d"]):
                if label in old["d"]:
                    target[:, i] = torch.from_numpy(blocks[:, old["d"].index(label)].copy())
        else:
            state[name].copy_(torch.from_numpy(value.reshape(state[name].shape).copy()))
    missing = set(state) - set(found)
    if missing:
        raise ValueError(f"{path} has no {sorted(missing)}")


def _fill_rows(target: torch.Tensor, value: Array, old: list[str], new: list[str]) -> None:
    for i, label in enumerate(new):
        if label in old:
            target[i] = torch.from_numpy(np.array(value[old.index(label)]))


def _weights(path: Path) -> dict[str, Array]:
    """Our names to arrays."""
    graph = onnx.load(path).graph
    stored = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    found = {ours: stored[theirs].astype(np.float32) for ours, theirs in _named().items() if theirs in stored}
    table = stored["n.b.embeddings.word_embeddings.weight_q"].astype(np.float32)
    found["words.weight"] = table * stored["n.b.embeddings.word_embeddings.weight_s"]
    found["kind"] = stored["onnx::Add_815"].astype(np.float32)
    names = iter([f"layers.{i}.{ours}.weight" for i in range(LAYERS) for ours in BERT_NAMES if "norm" not in ours])
    for node in graph.node:
        if node.op_type == "MatMulNBits":
            quantised, scale = (stored[name].astype(np.float32) for name in node.input[1:3])
            values = (quantised - 128) * scale[:, :, None]
            found[next(names)] = values.reshape(values.shape[0], -1)
        elif node.op_type == "MatMul" and node.input[1].startswith("onnx::MatMul_"):
            ours = _head_name(node.name)
            weight = stored[node.input[1]].astype(np.float32)
            found[ours] = weight if ours == "relations_pair" else weight.T
    return found


def _head_name(node: str) -> str:
    """"/ad/MatMul" to "arc_word.weight"; the bare "/MatMul_n" is the relations' bilinear form."""
    parts = node.strip("/").split("/")
    if len(parts) == 1:
        return "relations_pair"
    return f"{_HEADS[parts[-2]]}.weight"


def _named() -> dict[str, str]:
    names = {"root": "n.root", "arcs_pair": "n.W", "arcs_head": "n.Wb"}
    names |= {"case_in.weight": "n.case.weight", "case_out.weight": "n.tcase.weight"}
    names["positions.weight"] = "n.b.embeddings.position_embeddings.weight"
    names |= {f"norm.{part}": f"n.b.embeddings.LayerNorm.{part}" for part in ("weight", "bias")}
    names |= {f"{ours}.bias": f"n.{theirs}.bias" for theirs, ours in _HEADS.items()}
    for i in range(LAYERS):
        for ours, theirs in BERT_NAMES.items():
            names |= {f"layers.{i}.{ours}.{p}": f"n.b.encoder.layer.{i}.{theirs}.{p}" for p in ("weight", "bias")}
    return names
