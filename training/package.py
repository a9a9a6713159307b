"""Make a trained network into a model folder that the product loads.

    python -m training.package build/model --out kg/language/model

Writes encoder.onnx and relations.onnx (8-bit), labels.json and vocab.txt; training.lexicon writes the word
tables beside them.
"""
import argparse
import json
import shutil
from pathlib import Path

import torch

from training.export import export, quantise
from training.network import Network


def network(folder: Path) -> tuple[Network, dict[str, list[str]]]:
    """The network of a run's checkpoint, and its labels."""
    state = torch.load(folder / "checkpoint.pt", map_location="cpu")
    labels: dict[str, list[str]] = state["labels"]
    trained = Network(labels)
    trained.load_state_dict(state["network"])
    return trained, labels


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--out", type=Path, default=Path("kg/language/model"))
    parser.add_argument("--vocabulary", type=Path, default=Path("build/minilm/vocab.txt"))
    parser.add_argument("--bits", type=int, default=7)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    trained, labels = network(given.run)
    names = ("encoder.onnx", "relations.onnx")
    export(trained, *(given.run / name for name in names))
    for name in names:
        quantise(given.run / name, given.out / name, given.bits)
    (given.out / "labels.json").write_text(json.dumps(labels), encoding="utf8")
    if given.vocabulary.resolve() != (given.out / "vocab.txt").resolve():
        shutil.copyfile(given.vocabulary, given.out / "vocab.txt")


if __name__ == "__main__":
    main()
