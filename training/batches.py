"""Passages, batches and tensors."""
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from kg.language.encoder import Encoder, case_class
from training.vary import Pool, Record, varied, without_names

_IGNORED = -100
_SENTENCES = (1, 1, 1, 2, 2, 3, 4, 5, 7)  # how many make a passage
_WORDS, _LONGEST_SENTENCE = 150, 220
_SYNTAX = ("u", "x", "d")


def joined(sentences: Sequence[Record]) -> Record:
    """Sentences as one passage: heads counted from 1 (0 the root), `s` marks sentence starts."""
    whole: Record = {key: [] for key in ("w", "u", "x", "d", "n", "h", "s")}
    for sentence in sentences:
        offset = len(whole["w"]) + 1
        for key in ("w", "u", "x", "d", "n"):
            whole[key] += sentence[key]
        whole["h"] += [0 if head < 0 else head + offset for head in sentence["h"]]
        whole["s"] += [1] + [0] * (len(sentence["w"]) - 1)
    return whole


def passages(documents: Iterable[Sequence[Record]], stops: float, dice: random.Random) -> Iterator[Record]:
    """Documents cut by chance into passages of one to seven sentences; `stops`: share of lone sentences cut of their
    full stop."""
    for document in documents:
        rest = [sentence for sentence in document if len(sentence["w"]) <= _LONGEST_SENTENCE]
        while rest:
            n = dice.choice(_SENTENCES)
            while n > 1 and sum(len(sentence["w"]) for sentence in rest[:n]) > _WORDS:
                n -= 1
            passage = joined(rest[:n])
            yield _headline(passage) if n == 1 and dice.random() < stops else passage
            rest = rest[n:]


def _headline(passage: Record) -> Record:
    last = len(passage["w"])
    if passage["w"][-1] != "." or last < 3 or last in passage["h"]:
        return passage
    return {key: values[:-1] for key, values in passage.items()}


def epoch(data: Mapping[str, Any], names: Pool, config: Mapping[str, Any], number: int) -> list[Record]:
    """All passages of an epoch, varied; the same for the same seed and number."""
    dice = random.Random(f"{config['seed']}/{number}")
    share, found = config["vary"], []
    for corpus, copies in config["copies"].items():
        for _ in range(copies):
            if isinstance(data[corpus][0], list):
                found += list(passages(data[corpus], share["no_stop"], dice))
            else:
                found += [without_names(record, share["surname"], dice) for record in data[corpus]]
    return [varied(record, names, share, dice) for record in found]


def batches(records: Sequence[Record], pieces: Encoder, config: Mapping[str, Any], number: int) -> list[list[Record]]:
    """Passages of like length together, at most config["batch"] pieces; in an order that depends on seed and number."""
    dice = random.Random(f"{config['seed']}/{number}/order")
    sized = [(sum(len(pieces.pieces(word)) for word in record["w"]) + 2, record) for record in records]
    sized = [(size, record) for size, record in sized if size < config["longest"] and record["w"]]
    sized.sort(key=lambda item: item[0] + 4 * dice.random())
    made: list[list[Record]] = [[]]
    widest = 0
    for size, record in sized:
        widest = max(widest, size)
        if made[-1] and widest * (len(made[-1]) + 1) > config["batch"]:
            made.append([])
            widest = size
        made[-1].append(record)
    dice.shuffle(made)
    return made


def tensors(batch: Sequence[Record], pieces: Encoder, index: Mapping[str, Mapping[str, int]]) -> dict[str, Tensor]:
    """Inputs and gold of a batch; gold -100 where unknown, "sid" the number of each word's sentence."""
    split = [[pieces.pieces(word) for word in record["w"]] for record in batch]
    width, length = max(sum(map(len, words)) for words in split) + 2, max(map(len, split))
    out = {name: np.zeros((len(batch), width), np.int64) for name in ("ids", "attend", "case")}
    out |= {name: np.zeros((len(batch), length), np.int64) for name in ("first", "words")}
    out |= {f"gold_{name}": np.full((len(batch), length), _IGNORED, np.int64) for name in "uxdnhs"}
    out["sid"] = np.full((len(batch), length), -1, np.int64) - np.arange(length)
    for row, (record, words) in enumerate(zip(batch, split, strict=True)):
        _inputs(out, row, record["w"], words)
        _gold(out, row, record, index)
    return {name: torch.from_numpy(array) for name, array in out.items()}


def _inputs(out: dict[str, Any], row: int, words: Sequence[str], split: Sequence[Sequence[int]]) -> None:
    ids, cases, first = [101], [0], []
    for word, parts in zip(words, split, strict=True):
        first.append(len(ids))
        ids += parts
        cases += [case_class(word)] * len(parts)
    ids.append(102)
    out["ids"][row, : len(ids)], out["case"][row, : len(cases)] = ids, cases
    out["attend"][row, : len(ids)] = 1
    out["first"][row, : len(first)], out["words"][row, : len(first)] = first, 1


def _gold(out: dict[str, Any], row: int, record: Record, index: Mapping[str, Mapping[str, int]]) -> None:
    n = len(record["w"])
    out["gold_n"][row, :n] = [index["n"].get(tag, _IGNORED) for tag in record["n"]]
    if "h" in record:
        for name in _SYNTAX:
            out[f"gold_{name}"][row, :n] = [index[name].get(label, _IGNORED) for label in record[name]]
        out["gold_h"][row, :n], out["gold_s"][row, :n] = record["h"], record["s"]
        out["sid"][row, :n] = np.cumsum(record["s"])
