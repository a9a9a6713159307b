"""The command: documents in, templates out."""
import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.muc4.documents import THIRDS, Document, documents, third
from benchmarks.muc4.parses import parses
from benchmarks.muc4.records import Told
from benchmarks.muc4.templates import templates
from benchmarks.muc4.told import told
from benchmarks.muc4.weights import FILE, load_weights
from kg.extraction import extract
from kg.graph import assemble
from kg.resolution import resolve
from kg.store import Graph

SHARED = Path(__file__).parent.parent.parent / "../shared"


def main() -> None:
    """Parses the command line and writes one JSON object for each document."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.muc4", description=__doc__)
    parser.add_argument("--docs", type=Path, default=SHARED / "muc4/docs.tst2.jsonl", help="documents, a docs.*.jsonl")
    parser.add_argument("--out", type=Path, default=Path("preds.jsonl"), help="where to write the predictions")
    parser.add_argument("--parses", type=Path, metavar="FILE", help="keep the parses here, or take them from here")
    parser.add_argument("--sample", type=int, metavar="N", help="only N of the documents, always the same")
    parser.add_argument("--named-victims", action="store_true", help="only victims with a name, for the profile grit")
    parser.add_argument("--weights", type=Path, metavar="FILE", default=FILE, help="other weights than those shipped")
    parser.add_argument("--third", type=int, choices=THIRDS, help="only this third of the documents")
    options = parser.parse_args()
    chosen, weights = sample(list(documents(options.docs)), options.sample), load_weights(options.weights)
    with options.out.open("w", encoding="utf-8") as out:
        for document, found in read(chosen, options.parses):
            if options.third is not None and third(document) != options.third:
                continue
            events = templates(document, found, weights, options.named_victims)
            out.write(json.dumps({"docid": document.docid, "events": events}) + "\n")


def sample(found: Sequence[Document], size: int | None) -> list[Document]:
    """So many of the documents, in their order; all where no size is given."""
    if size is None or size >= len(found):
        return list(found)
    return sorted(random.Random(7).sample(found, size), key=lambda d: d.docid)


def read(chosen: Sequence[Document], kept: Path | None = None) -> Iterator[tuple[Document, Told]]:
    """What the graph of each document tells."""
    for document, doc in zip(chosen, parses(chosen, kept), strict=True):
        records = [extract(doc, document.report)]
        yield document, told(Graph.of(assemble(records, resolve(records))))
