"""The encoder as a spaCy component: `nlp.add_pipe("kg_encoder")`."""
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.annotate import Decoder, Writer
from kg.language.encoder import Encoder
from kg.language.passages import cut, paragraphs, passage
from kg.language.weights import SHIPPED, Weights, read, write

FACTORY = "kg_encoder"
ASSIGNS = [
    "token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head",
    "token.is_sent_start", "doc.ents",
]  # fmt: skip


class EncoderComponent:
    """Tags, features, lemmas, parse, sentences and entities of a Doc.

    Each Doc is read by itself, so that its annotation never depends on the batch, the order or the number of processes.
    """

    def __init__(self, weights: Weights) -> None:
        self._prepare(weights)

    def _prepare(self, weights: Weights) -> None:
        self._weights = weights
        self._encoder = Encoder(weights)
        self._decode = Decoder(weights.labels, self._encoder.relations)
        self._write = Writer(weights)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of entities."""
        return tuple(tag[2:] for tag in self._weights.labels["n"] if tag.startswith("B-"))

    def __call__(self, doc: Doc) -> Doc:
        runs = [run for line in paragraphs(doc) for run in cut(line, self._encoder.size)]
        readings = {i: self._decode(scores) for i, scores in self._encoder([passage(run) for run in runs])}
        self._write(doc, [(run, readings[i]) for i, run in enumerate(runs)])
        return doc

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the model's files into folder `path`."""
        write(self._weights, Path(path))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "EncoderComponent":
        """Read the model's files from folder `path`."""
        self._prepare(read(Path(path)))
        return self

    def __getstate__(self) -> dict[str, Any]:
        return {"weights": self._weights}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._prepare(state["weights"])


@Language.factory(FACTORY, assigns=ASSIGNS, default_config={"folder": None})
def make(nlp: Language, name: str, folder: str | None) -> EncoderComponent:
    """The component with the model in `folder`; None: the one that ships with the package."""
    return EncoderComponent(read(Path(folder) if folder else SHIPPED))
