"""The encoder's scores to a Doc's annotation: one row a token, written in one go."""
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.tokens import Doc, Span, Token

from kg.language.bio import BioDecoder, EntitySpan
from kg.language.encoder import Array, Scores
from kg.language.lemmas import lemmatizer
from kg.language.morphology import PASSIVE, morphologizer
from kg.language.tokens import INVISIBLE
from kg.language.tree import heads
from kg.language.weights import Weights

_UNSEEN = str.maketrans(INVISIBLE)
_COLUMNS: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a run of words: tags, relation and head (0 the root, else 1 + index) of each; entities."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    heads: tuple[int, ...]
    entities: tuple[EntitySpan, ...]


class Decoder:
    """Scores to a Reading, under a model's labels."""

    def __init__(self, labels: dict[str, list[str]], relations: Callable[[Array, Array], Array]) -> None:
        """relations: as Encoder.relations."""
        self._labels = labels
        self._relations = relations
        self._root = labels["d"].index("ROOT")
        self._bio = BioDecoder(labels["n"])

    def __call__(self, scores: Scores) -> Reading:
        parents = self._heads(scores)
        relations = self._relations(scores.words, scores.heads[parents])
        relations[:, self._root] = -np.inf
        labels = self._labels["d"]
        names = [labels[best] if parent else "ROOT" for best, parent in zip(relations.argmax(1), parents, strict=True)]
        return Reading(
            tuple(self._labels["u"][i] for i in scores.upos),
            tuple(self._labels["x"][i] for i in scores.xpos),
            tuple(names),
            tuple(parents),
            tuple(self._bio(scores.entities)),
        )

    def _heads(self, scores: Scores) -> list[int]:
        """Sentence by sentence, the heads within the passage."""
        edges = [*np.flatnonzero(scores.starts).tolist(), len(scores.starts)]
        if edges[0] != 0:
            edges.insert(0, 0)
        found: list[int] = []
        for first, last in pairwise(edges):
            local = heads(_square(scores.arcs, first, last))
            found += [head + first if head else 0 for head in local]
        return found


def _square(arcs: Array, first: int, last: int) -> Array:
    """The scores of one sentence as kg.language.tree reads them: node 0 the root."""
    n = last - first
    scores = np.full((n + 1, n + 1), -1e9)
    scores[1:, 1:] = arcs[first:last, first + 1 : last + 1]
    scores[1:, 0] = arcs[first:last, 0]
    return scores


class Writer:
    """Readings into a Doc: tag, pos, morph, lemma, dep, head, sentence starts, entities."""

    def __init__(self, weights: Weights) -> None:
        self._lemma = lemmatizer(weights.lemmas)
        self._features = morphologizer(weights.features)

    def __call__(self, doc: Doc, runs: Sequence[tuple[Sequence[Token], Reading]]) -> None:
        """Annotate `doc`, whose tokens other than whitespace `runs` cover, in order."""
        rows: Any = np.zeros((len(doc), len(_COLUMNS)), np.uint64)
        for tokens, reading in runs:
            self._fill(doc, rows, tokens, reading)
        _attach_spaces(doc, rows)
        doc.from_array(_COLUMNS, rows)
        doc.set_ents([span for tokens, reading in runs for span in _entities(doc, tokens, reading)])

    def _fill(self, doc: Doc, rows: Array, tokens: Sequence[Token], reading: Reading) -> None:
        add, morphs = doc.vocab.strings.add, doc.vocab.morphology
        passive = {head for head, dep in zip(reading.heads, reading.relations, strict=True) if dep in PASSIVE}
        for i, token in enumerate(tokens):
            upos, xpos = reading.upos[i], reading.xpos[i]
            head = tokens[reading.heads[i] - 1].i if reading.heads[i] else token.i
            features = self._features(token.text, upos, xpos, i + 1 in passive)
            lemma = self._lemma(token.text.translate(_UNSEEN) or token.text, upos, xpos)
            rows[token.i] = (
                add(xpos), add(upos), morphs.add(features), add(lemma), add(reading.relations[i]),
                np.int64(head - token.i).astype(np.uint64),
            )  # fmt: skip


def _attach_spaces(doc: Doc, rows: Array) -> None:
    """Whitespace depends on the token before it; at the start of the text, on the first word, if any."""
    add = doc.vocab.strings.add
    lead = next((token.i for token in doc if not token.is_space), 0)
    for token in doc:
        if token.is_space:
            head = lead if token.i < lead else _before(doc, token.i)
            offset = np.int64(head - token.i).astype(np.uint64)
            relation = "dep" if head != token.i else "ROOT"
            rows[token.i] = (add("_SP"), add("SPACE"), 0, add(token.text), add(relation), offset)


def _before(doc: Doc, index: int) -> int:
    return next((i for i in range(index - 1, -1, -1) if not doc[i].is_space), 0)


def _entities(doc: Doc, tokens: Sequence[Token], reading: Reading) -> list[Span]:
    return [Span(doc, tokens[a].i, tokens[b - 1].i + 1, label=label) for a, b, label in reading.entities]
