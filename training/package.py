"""Make a trained network into a model folder that the product loads.

    python -m training.package build/model [build/other] [--with kg/language/model --share 0.75] --out kg/language/model

Writes encoder.onnx and relations.onnx (8-bit), labels.json and vocab.txt; training.lexicon writes the word
tables beside them.
"""
import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch

from training.export import export, quantise
from training.network import Network
from training.packaged import load_packaged


def network(folders: Sequence[Path]) -> tuple[Network, dict[str, list[str]]]:
    """The mean of the networks of the runs' checkpoints (runs from one start, with the same labels), and the labels."""
    states = [torch.load(folder / "checkpoint.pt", map_location="cpu") for folder in folders]
    labels: dict[str, list[str]] = states[0]["labels"]
    trained = Network(labels)
    means = [state["mean"] for state in states]
    trained.load_state_dict({name: torch.stack([mean[name] for mean in means]).mean(0) for name in means[0]})
    return trained, labels


def mixed(trained: Network, labels: dict[str, list[str]], folder: Path, share: float) -> Network:
    """`share` of a network and the rest of the packaged model in `folder` that its training began with: between the two
    weights are often better than either (Wortsman et al. 2022)."""
    old = Network(labels)
    load_packaged(old, folder, labels)
    before = old.state_dict()
    trained.load_state_dict({k: share * v + (1 - share) * before[k] for k, v in trained.state_dict().items()})
    return trained


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("kg/language/model"))
    parser.add_argument("--vocabulary", type=Path, default=Path("build/minilm/vocab.txt"))
    parser.add_argument("--with", dest="old", type=Path, help="a packaged model to mix in")
    parser.add_argument("--share", type=float, default=0.75, help="of the runs in that mixture")
    parser.add_argument("--bits", type=int, default=7)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    trained, labels = network(given.runs)
    if given.old:
        trained = mixed(trained, labels, given.old, given.share)
    names = ("encoder.onnx", "relations.onnx")
    export(trained, *(given.runs[0] / name for name in names))
    for name in names:
        quantise(given.runs[0] / name, given.out / name, given.bits)
    (given.out / "labels.json").write_text(json.dumps(labels), encoding="utf8")
    if given.vocabulary.resolve() != (given.out / "vocab.txt").resolve():
        shutil.copyfile(given.vocabulary, given.out / "vocab.txt")


if __name__ == "__main__":
    main()
