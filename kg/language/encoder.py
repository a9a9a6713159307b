"""The encoder: words to scores for tags, sentence starts, arcs and entities, by onnxruntime and numpy alone."""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import BertWordPieceTokenizer

from kg.language.tokens import INVISIBLE
from kg.language.weights import Weights

Array = NDArray[Any]
_CLS, _SEP, _UNKNOWN = 101, 102, 100
_PIECES_A_WORD = 8
_REMEMBERED = 200_000  # words
# Pieces in one call, padding counted. Small batches pad little and stay in the cache: 2000 halves the speed.
_BATCH = 200
# Acronyms spelt like function words, and the like body whose pieces they are read by in mixed case, since MiniLM knows
# no case. Of 26 sentences none is read amiss so; letter by letter, one to five are, depending on the model.
_LIKE = {"IS": "isis", "WHO": "unicef"}
_TYPOGRAPHY = str.maketrans({
    "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": ".", "`": "'", "\u00a0": " ", **INVISIBLE,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words to read together: the words, and for each whether it starts a sentence (1), does not (0), or is to
    be decided (-1)."""

    words: tuple[str, ...]
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """The encoder's answer for a passage of n words.

    upos, xpos  best label of each word.
    starts      True where a sentence starts.
    arcs        n by n+1: score of each head, column 0 the root, column i+1 word i.
    words       n by features: each word as a dependent, for `Encoder.relations`.
    heads       n+1 by features: the root and each word as a head, likewise.
    entities    n by BIO tags: log-probabilities.
    """

    upos: Array
    xpos: Array
    starts: Array
    arcs: Array
    words: Array
    heads: Array
    entities: Array


@lru_cache(maxsize=65_536)
def case_class(word: str) -> int:
    """How a word is written, as the encoder was trained to know: 1 lower, 2 Title, 3 CAPITALS, 4 one letter, 5 mIxed,
    6 with a digit, 7 without a letter."""
    if any(char.isdigit() for char in word):
        return 6
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return 7
    if all(char.islower() for char in letters):
        return 1
    return _capitalised(letters)


def _capitalised(letters: list[str]) -> int:
    if len(letters) == 1:
        return 4
    if all(char.isupper() for char in letters):
        return 3
    return 2 if letters[0].isupper() and all(char.islower() for char in letters[1:]) else 5


class Encoder:
    """Passages in, scores out, batch by batch. The answer for a passage does not depend on the others of its batch."""

    def __init__(self, weights: Weights) -> None:
        self._session, self._relations = (_session(graph) for graph in (weights.encoder, weights.relations))
        self._vocabulary = {piece: i for i, piece in enumerate(weights.vocabulary.splitlines())}
        self._tokenizer = BertWordPieceTokenizer(self._vocabulary, lowercase=True)
        self._known: dict[str, list[int]] = {}

    def pieces(self, word: str) -> list[int]:
        """The ids of a word's pieces, at most eight."""
        ids = self._known.get(word)
        if ids is None:
            text = word.translate(_TYPOGRAPHY)
            ids = self._tokenizer.encode(text, add_special_tokens=False).ids[:_PIECES_A_WORD] or [_UNKNOWN]
            if len(self._known) < _REMEMBERED:
                self._known[word] = ids
        return ids

    def size(self, word: str) -> int:
        """How many pieces a word has."""
        return len(self.pieces(word))

    def __call__(self, passages: Sequence[Passage]) -> Iterator[tuple[int, Scores]]:
        """The index of each passage and its scores, the shortest first."""
        order = sorted(range(len(passages)), key=lambda i: len(passages[i].words))
        for batch in self._batches(passages, order):
            yield from zip(batch, self._run([passages[i] for i in batch]), strict=True)

    def relations(self, words: Array, heads: Array) -> Array:
        """Words as dependents, and the head chosen for each, to words by relations: scores."""
        scores: Array = self._relations.run(None, {"words": words, "heads": heads})[0]
        return scores

    def _batches(self, passages: Sequence[Passage], order: Sequence[int]) -> list[list[int]]:
        batches: list[list[int]] = [[]]
        widest = 0
        for i in order:
            width = sum(len(self.pieces(word)) for word in passages[i].words) + 2
            widest = max(widest, width)
            if batches[-1] and widest * (len(batches[-1]) + 1) > _BATCH:
                batches.append([])
                widest = width
            batches[-1].append(i)
        return [batch for batch in batches if batch]

    def _run(self, passages: Sequence[Passage]) -> list[Scores]:
        feeds = self._feeds(passages)
        upos, xpos, starts, arcs, words, heads, entities = self._session.run(None, feeds)
        found = np.where(feeds["starts"] < 0, starts > 0, feeds["starts"] > 0)
        answers = []
        for i, n in enumerate(len(passage.words) for passage in passages):
            first = (upos[i, :n], xpos[i, :n], found[i, :n], arcs[i, :n, : n + 1])
            answers.append(Scores(*first, words[i, :n], heads[i, : n + 1], entities[i, :n]))
        return answers

    def _split(self, words: Sequence[str]) -> list[list[int]]:
        mixed = any(word.islower() and len(word) > 1 for word in words)
        return [self.pieces(_LIKE.get(word, word) if mixed else word) for word in words]

    def _feeds(self, passages: Sequence[Passage]) -> dict[str, Array]:
        split = [self._split(passage.words) for passage in passages]
        width = max(sum(map(len, words)) for words in split) + 2
        length = max(map(len, split))
        feeds = {name: np.zeros((len(split), width), np.int64) for name in ("ids", "am", "cs")}
        feeds |= {name: np.zeros((len(split), length), np.int64) for name in ("fi", "tm")}
        feeds["starts"] = np.full((len(split), length), -1, np.int64)
        for row, (passage, words) in enumerate(zip(passages, split, strict=True)):
            _fill(feeds, row, passage, words)
        return feeds


def _session(graph: bytes) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return ort.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _fill(feeds: dict[str, Array], row: int, passage: Passage, words: list[list[int]]) -> None:
    """Write one passage into a row: piece ids, their case, first piece of each word, the two masks."""
    ids, cases, first = [_CLS], [0], []
    for word, pieces in zip(passage.words, words, strict=True):
        first.append(len(ids))
        ids += pieces
        cases += [case_class(word)] * len(pieces)
    ids.append(_SEP)
    feeds["ids"][row, : len(ids)] = ids
    feeds["cs"][row, : len(cases)] = cases
    feeds["am"][row, : len(ids)] = 1
    feeds["fi"][row, : len(first)] = first
    feeds["tm"][row, : len(first)] = 1
    feeds["starts"][row, : len(first)] = passage.starts
