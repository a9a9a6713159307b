"""Learns weights.json from documents with answer keys: `python -m benchmarks.muc4.fit --parses FILE`.

The examples are the candidates of the templates that the rules make. The same documents give the same weights. Needs
lightgbm (`pip install lightgbm`).
"""
import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.muc4.boosting import grown
from benchmarks.muc4.candidates import KINDS, candidates
from benchmarks.muc4.documents import THIRDS, Document, documents, third
from benchmarks.muc4.keys import Keys
from benchmarks.muc4.records import Told
from benchmarks.muc4.regression import Example, fitted
from benchmarks.muc4.run import SHARED, read
from benchmarks.muc4.templates import groups
from benchmarks.muc4.weights import FILE, Weights, save_weights

Reading = Sequence[tuple[Document, Told]]

_PULL = 33.0  # the best of 3, 10 and 33 on held-out thirds


def main() -> None:
    """Parses the command line and writes the weights."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.muc4.fit", description=__doc__)
    parser.add_argument("--folder", type=Path, default=SHARED / "muc4", help="of documents, keys and score.py")
    parser.add_argument("--split", default="dev", help="the set to learn from")
    parser.add_argument("--parses", type=Path, metavar="FILE", help="keep the parses here, or take them from here")
    parser.add_argument("--leave-out", type=int, choices=THIRDS, help="a third of the documents to be measured on")
    parser.add_argument("--out", type=Path, default=FILE, help="where to write the weights")
    options = parser.parse_args()
    reading = list(read(list(documents(options.folder / f"docs.{options.split}.jsonl")), options.parses))
    kept = [(d, t) for d, t in reading if third(d) != options.leave_out]
    save_weights(learned(kept, Keys(options.folder, options.split)), options.out)


def learned(reading: Reading, keys: Keys) -> Weights:
    """The weights that the documents and their keys teach: of each slot, which candidates the key has."""
    examples: dict[str, list[Example]] = {slot: [] for slot in KINDS}
    for document, report in reading:
        for group in groups(document, report):
            key = keys.aligned(document.docid, group)
            for c in candidates(group, document, report):
                examples[c.slot].append(Example(document.docid, c.clues, keys.has(key, c.slot, c.words)))
    weights = {slot: fitted(found, _PULL) for slot, found in examples.items()}
    return Weights(weights, {slot: grown(found) for slot, found in examples.items()})


if __name__ == "__main__":
    main()
