"""The files of a model: read from a folder, written to one, carried between processes as bytes."""
import json
from dataclasses import dataclass
from pathlib import Path

SHIPPED = Path(__file__).parent / "model"


@dataclass(frozen=True, slots=True)
class Weights:
    """A model: two ONNX graphs, word pieces, labels, and the word tables.

    encoder: words to scores; relations: words and their heads to relations.

    labels: "u" (UPOS), "x" (Penn tags), "d" (UD relations, root as "ROOT") and "n" (BIO tags of entities),
    each in the order of the encoder's outputs.
    """

    encoder: bytes
    relations: bytes
    vocabulary: str
    labels: dict[str, list[str]]
    lemmas: str
    features: str


def read(folder: Path) -> Weights:
    """The model in `folder`. Raises FileNotFoundError, naming the file that is missing."""
    text = {name: (folder / name).read_text(encoding="utf8") for name in ("vocab.txt", "lemmas.tsv", "features.tsv")}
    labels = json.loads((folder / "labels.json").read_text(encoding="utf8"))
    encoder, relations = ((folder / name).read_bytes() for name in ("encoder.onnx", "relations.onnx"))
    return Weights(encoder, relations, text["vocab.txt"], labels, text["lemmas.tsv"], text["features.tsv"])


def write(weights: Weights, folder: Path) -> None:
    """Put the model's files into `folder`, made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "encoder.onnx").write_bytes(weights.encoder)
    (folder / "relations.onnx").write_bytes(weights.relations)
    (folder / "labels.json").write_text(json.dumps(weights.labels), encoding="utf8")
    (folder / "vocab.txt").write_text(weights.vocabulary, encoding="utf8")
    (folder / "lemmas.tsv").write_text(weights.lemmas, encoding="utf8")
    (folder / "features.tsv").write_text(weights.features, encoding="utf8")
