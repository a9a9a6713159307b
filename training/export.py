"""The trained network as ONNX with 8-bit weights.

Each matrix product with a weight runs in 8-bit integers: activations scaled word piece by word piece at run
time, weights column by column beforehand. So a text's answer cannot depend on what else is in its batch, and
integer sums are exact. Weights keep to 7 bits, because processors without VNNI would overflow their 16-bit
sums with 8.
"""
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.network import RELATION, Network

INPUTS = ("ids", "am", "cs", "fi", "tm", "starts")
OUTPUTS = ("upos", "xpos", "sent", "arc", "words", "heads", "ner")
_ROWS_OF_A_TABLE = 20_000


class Reader(nn.Module):
    """The network from tensors to the seven outputs that kg.language.encoder reads."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, attend: Tensor, case: Tensor, first: Tensor, real: Tensor, given: Tensor
    ) -> tuple[Tensor, ...]:
        network = self.network
        words = network.read(ids, attend, case, first)
        starts = network.starts(words).squeeze(-1)
        sentence = torch.cumsum(torch.where(given < 0, (starts > 0).to(torch.int64), given), 1)
        linkable = (sentence[:, :, None] == sentence[:, None, :]) & (real[:, None, :] > 0)
        arcs, word, head = network.arcs(words, linkable)
        return (
            network.upos(words).argmax(-1), network.xpos(words).argmax(-1), starts, arcs, word, head,
            torch.log_softmax(network.entities(words), -1),
        )  # fmt: skip


class Relations(nn.Module):
    """Words as dependents and the head of each to scores of relations."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, words: Tensor, heads: Tensor) -> Tensor:
        return self.network.related(words, heads)


def export(network: Network, encoder: Path, relations: Path) -> None:
    """Write the network as two ONNX graphs, in float."""
    network.eval()
    _export_encoder(network, encoder)
    views = torch.zeros((3, RELATION))
    axes = {name: {0: "n"} for name in ("words", "heads", "relations")}
    with torch.inference_mode():
        torch.onnx.export(
            Relations(network), (views, views), relations, input_names=["words", "heads"],
            output_names=["relations"], dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip


def _export_encoder(network: Network, path: Path) -> None:
    ids = torch.ones((2, 7), dtype=torch.int64)
    words = torch.ones((2, 5), dtype=torch.int64)
    pieces, length = {0: "b", 1: "p"}, {0: "b", 1: "l"}
    axes = dict.fromkeys(INPUTS[:3], pieces) | dict.fromkeys((*INPUTS[3:], *OUTPUTS), length)
    axes |= {"arc": {**length, 2: "m"}, "heads": {0: "b", 1: "m"}}
    with torch.inference_mode():
        torch.onnx.export(
            Reader(network), (ids, ids, ids, words, words, -words), path, input_names=list(INPUTS),
            output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip


def quantise(source: Path, target: Path, bits: int = 7) -> None:
    """Rewrite an ONNX file: products with weights in integers, the table of word pieces in 8 bits a row."""
    model = onnx.load(source)
    rewriter = _Rewriter({item.name: item for item in model.graph.initializer}, bits)
    for node in model.graph.node:
        rewriter.add(node)
    kept = [item for name, item in rewriter.stored.items() if name not in rewriter.replaced]
    del model.graph.node[:], model.graph.initializer[:]
    model.graph.node.extend(rewriter.nodes)
    model.graph.initializer.extend([*kept, *rewriter.added.values()])
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.save(model, target)


class _Rewriter:
    def __init__(self, stored: dict[str, onnx.TensorProto], bits: int) -> None:
        self.stored, self.bits = stored, bits
        self.nodes: list[onnx.NodeProto] = []
        self.added: dict[str, onnx.TensorProto] = {}
        self.replaced: set[str] = set()
        self.ready: set[str] = set()
        self._constant("one", np.float32(1))
        self._constant("limit", np.float32(127))
        self._constant("least", np.float32(1e-6))
        self._constant("zero", np.uint8(128))

    def add(self, node: onnx.NodeProto) -> None:
        weight = self.stored.get(node.input[1]) if len(node.input) > 1 else None
        if node.op_type == "MatMul" and weight is not None and weight.dims[1] > 1:
            self._product(node, numpy_helper.to_array(weight))
        elif node.op_type == "Gather" and node.input[0] in self.stored:
            self._look_up(node, numpy_helper.to_array(self.stored[node.input[0]]))
        else:
            self.nodes.append(node)

    def _product(self, node: onnx.NodeProto, weight: NDArray[np.float32]) -> None:
        values, name = node.input[0], node.input[1]
        self.replaced.add(name)
        top = 2 ** (self.bits - 1) - 1
        scale = np.maximum(np.abs(weight).max(0), 1e-8) / top
        self._constant(f"{name}_q", np.rint(weight / scale).astype(np.int8))
        self._constant(f"{name}_s", scale.astype(np.float32))
        if values not in self.ready:
            self._scaled(values, weight.shape[0])
        inputs = [f"{values}_q", f"{name}_q", "one", f"{name}_s", "zero"]
        out = node.output[0]
        self._node("MatMulIntegerToFloat", inputs, f"{out}_i", domain="com.microsoft")
        self._node("Mul", [f"{out}_i", f"{values}_r"], f"{out}_f")
        self._constant(f"{name}_w", np.array([weight.shape[1]], np.int64))
        self._node("Concat", [f"{values}_d", f"{name}_w"], f"{out}_d", axis=0)
        self._node("Reshape", [f"{out}_f", f"{out}_d"], out)

    def _scaled(self, values: str, width: int) -> None:
        """Rows of `values` as bytes around 128, and the scale of each row."""
        self.ready.add(values)
        self._constant(f"flat_{width}", np.array([-1, width], np.int64))
        self._node("Shape", [values], f"{values}_d", end=-1)
        self._node("Reshape", [values, f"flat_{width}"], f"{values}_2")
        self._node("ReduceMax", [f"{values}_2"], f"{values}_a", axes=[1], keepdims=1)
        self._node("ReduceMin", [f"{values}_2"], f"{values}_b", axes=[1], keepdims=1)
        self._node("Neg", [f"{values}_b"], f"{values}_c")
        self._node("Max", [f"{values}_a", f"{values}_c", "least"], f"{values}_e")
        self._node("Div", [f"{values}_e", "limit"], f"{values}_r")
        self._constant("rows", np.array([-1], np.int64))
        self._node("Reshape", [f"{values}_r", "rows"], f"{values}_s")
        self._node("Shape", [f"{values}_s"], f"{values}_n")
        middle = helper.make_tensor("value", TensorProto.UINT8, [1], [128])
        self._node("ConstantOfShape", [f"{values}_n"], f"{values}_z", value=middle)
        self._node("QuantizeLinear", [f"{values}_2", f"{values}_s", f"{values}_z"], f"{values}_q", axis=0)

    def _look_up(self, node: onnx.NodeProto, table: NDArray[np.float32]) -> None:
        name, out = node.input[0], node.output[0]
        if table.shape[0] < _ROWS_OF_A_TABLE:
            self.nodes.append(node)
            return
        self.replaced.add(name)
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
        self._constant(f"{name}_q", np.rint(table / scale).astype(np.int8))
        self._constant(f"{name}_s", scale.astype(np.float32))
        self._node("Gather", [f"{name}_q", node.input[1]], f"{out}_a")
        self._node("Gather", [f"{name}_s", node.input[1]], f"{out}_b")
        self._node("Cast", [f"{out}_a"], f"{out}_c", to=TensorProto.FLOAT)
        self._node("Mul", [f"{out}_c", f"{out}_b"], out)

    def _node(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> None:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))

    def _constant(self, name: str, value: NDArray[np.generic] | np.generic) -> None:
        self.added[name] = numpy_helper.from_array(np.asarray(value), name)
