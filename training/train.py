"""Train the encoder.

    python -m training.train training/config.toml --out build/model

Goes on from the checkpoint in --out where there is one. Needs torch, onnx and safetensors (training/README.md).
"""
import argparse
import json
import time
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from kg.language import weights
from kg.language.encoder import Encoder
from training.batches import batches, epoch, tensors
from training.corpora import KEPT
from training.network import Network, load_encoder
from training.packaged import load_packaged
from training.records import read
from training.starter import load_starter
from training.vary import Pool, pool

Config = Mapping[str, Any]
Labels = dict[str, list[str]]


def label_sets(data: Mapping[str, Any]) -> Labels:
    """The labels of tags, relations (seen thrice) and entities."""
    sentences = [s for name in ("ewt_train", "gum_train") for document in data[name] for s in document]
    counts = {key: Counter(label for s in sentences for label in s[key]) for key in "uxd"}
    labels = {key: sorted(label for label, n in found.items() if key != "d" or n > 2) for key, found in counts.items()}
    return {**labels, "n": ["O"] + [f"{letter}-{label}" for label in KEPT for letter in "BI"]}


class Trainer:
    """Network, optimiser and where the run stands."""

    def __init__(self, config: Config, labels: Labels, out: Path) -> None:
        torch.manual_seed(config["seed"])
        torch.set_num_threads(config["threads"])
        self.config, self.labels, self.out = config, labels, out
        self.index = {kind: {label: i for i, label in enumerate(found)} for kind, found in labels.items()}
        self.network = Network(labels)
        if Path(config["start"] or "-").is_dir():
            load_packaged(self.network, Path(config["start"]), labels)
        elif config["start"]:
            load_starter(self.network, Path(config["start"]), Path(config["start_labels"]), labels)
        else:
            load_encoder(self.network, Path(config["encoder"]))
        self.optimiser = self._optimiser()
        self.mean = {name: value.clone() for name, value in self.network.state_dict().items()}
        self.epoch, self.batch, self.seconds = 0, 0, 0.0

    def _optimiser(self) -> torch.optim.Optimizer:
        self._freeze()
        encoder, heads = [], []
        for name, parameter in self.network.named_parameters():
            inside = name.split(".")[0] in {"words", "positions", "kind", "norm", "layers"}
            if parameter.requires_grad:
                (encoder if inside else heads).append(parameter)
        groups = [
            {"params": encoder, "weight_decay": 0.01, "peak": self.config["rate"]["encoder"]},
            {"params": heads, "weight_decay": 0.001, "peak": self.config["rate"]["heads"]},
        ]
        return torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.99), fused=True)

    def _freeze(self) -> None:
        """Leave the word table and the lowest layers as they are: config freeze_words, freeze_layers."""
        self.network.words.weight.requires_grad_(not self.config["freeze_words"])
        lowest = self.config["freeze_layers"]
        if lowest:
            below = [self.network.positions, self.network.norm, self.network.case_in, *self.network.layers[:lowest]]
            for module in below:
                module.requires_grad_(False)
            self.network.kind.requires_grad_(False)

    def rate(self, done: float) -> float:
        """The learning rate as a share of its peak, `done` of the run behind us."""
        warm = self.config["warm_up"]
        return min(done / warm, max(0.02, (1 - done) / (1 - warm)))

    def step(self, batch: Mapping[str, Tensor], done: float) -> dict[str, float]:
        """One step; returns each loss."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * self.rate(done)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.config["bfloat16"]):
            losses = self.losses(batch)
        torch.stack([self.config["weight"][name] * loss for name, loss in losses.items()]).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.config["clip"])
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self._average()
        return {name: float(loss.detach()) for name, loss in losses.items()}

    def _average(self) -> None:
        """The running mean of the weights, over about config["averaged"] steps: what is packaged."""
        share = 1 / max(1, self.config["averaged"])
        with torch.no_grad():
            for name, value in self.network.named_parameters():
                if value.requires_grad:
                    self.mean[name].lerp_(value, share)

    def losses(self, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """The loss of each task; syntax only over passages that have it."""
        network = self.network
        words = network.read(batch["ids"], batch["attend"], batch["case"], batch["first"])
        found = {"entities": _cross(network.entities(words), batch["gold_n"])}
        parsed = (batch["gold_u"] >= 0).any(1)
        if parsed.any():
            words, gold = words[parsed], {name: value[parsed] for name, value in batch.items()}
            found["upos"] = _cross(network.upos(words), gold["gold_u"])
            found["xpos"] = _cross(network.xpos(words), gold["gold_x"])
            arcs, word, head = network.arcs(words, gold["sid"][:, :, None] == gold["sid"][:, None, :])
            found["heads"] = _cross(arcs, gold["gold_h"])
            found["relations"] = _cross(network.relations(word, head, gold["gold_h"].clamp(min=0)), gold["gold_d"])
            known = gold["gold_s"] >= 0
            starts = network.starts(words).squeeze(-1).float()[known]
            found["starts"] = F.binary_cross_entropy_with_logits(starts, gold["gold_s"][known].float())
        return found

    def save(self) -> None:
        """A checkpoint, written whole or not at all."""
        state = {"network": self.network.state_dict(), "optimiser": self.optimiser.state_dict()}
        state |= {"mean": self.mean, "labels": self.labels}
        state |= {"epoch": self.epoch, "batch": self.batch, "seconds": self.seconds}
        torch.save(state, self.out / "checkpoint.part")
        (self.out / "checkpoint.part").replace(self.out / "checkpoint.pt")

    def resume(self) -> None:
        """Go on from the checkpoint, if there is one."""
        path = self.out / "checkpoint.pt"
        if path.exists():
            state = torch.load(path)
            self.network.load_state_dict(state["network"])
            self.mean = state["mean"]
            self.optimiser.load_state_dict(state["optimiser"])
            self.epoch, self.batch, self.seconds = state["epoch"], state["batch"], state["seconds"]

    def done(self, batches: int) -> float:
        """How much of the run is behind us, by the clock or by epochs (of so many batches)."""
        if self.config["minutes"]:
            return self.seconds / (60 * self.config["minutes"])
        return float((self.epoch + self.batch / batches) / self.config["epochs"])


def _cross(scores: Tensor, gold: Tensor) -> Tensor:
    known = (gold >= 0).sum().clamp(min=1)
    flat = scores.float().reshape(-1, scores.shape[-1])
    return F.cross_entropy(flat, gold.reshape(-1), ignore_index=-100, reduction="sum") / known


def run(trainer: Trainer, data: Mapping[str, Any], names: Pool) -> None:
    """Train until the epochs or the minutes are up."""
    config, pieces = trainer.config, Encoder(weights.read(weights.SHIPPED))
    trainer.network.train()
    done = trainer.done(1)
    while done < 1:
        torch.manual_seed(config["seed"] + 1000 * trainer.epoch + trainer.batch)
        made = batches(epoch(data, names, config, trainer.epoch), pieces, config, trainer.epoch)
        means: dict[str, float] = {}
        for batch in made[trainer.batch :]:
            done = trainer.done(len(made))
            if done >= 1:
                break
            began = time.monotonic()
            for name, loss in trainer.step(tensors(batch, pieces, trainer.index), done).items():
                means[name] = 0.98 * means.get(name, loss) + 0.02 * loss
            trainer.batch += 1
            trainer.seconds += time.monotonic() - began
            if trainer.batch % 50 == 0:
                _report(trainer, done, means)
            if trainer.batch % config["checkpoint_every"] == 0:
                trainer.save()
        else:
            trainer.epoch, trainer.batch = trainer.epoch + 1, 0
            done = trainer.done(len(made))
        trainer.save()


def _report(trainer: Trainer, done: float, means: Mapping[str, float]) -> None:
    losses = " ".join(f"{name} {loss:.3f}" for name, loss in means.items())
    print(f"{done:.3f} epoch {trainer.epoch} batch {trainer.batch} {trainer.seconds:.0f} s {losses}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--out", type=Path, default=Path("build/model"))
    given = parser.parse_args()
    config = tomllib.loads(given.config.read_text(encoding="utf8"))
    given.out.mkdir(parents=True, exist_ok=True)
    data = {name: read(Path(config["data"]) / f"{name}.jsonl") for name in config["copies"]}
    labels = label_sets(data)
    (given.out / "labels.json").write_text(json.dumps(labels), encoding="utf8")
    records = [s for rows in data.values() for row in rows for s in (row if isinstance(row, list) else [row])]
    trainer = Trainer(config, labels, given.out)
    trainer.resume()
    run(trainer, data, pool(records))


if __name__ == "__main__":
    main()
