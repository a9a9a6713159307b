"""Docs annotated by hand."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

VOCAB = spacy.blank("en").vocab


@pytest.fixture(scope="session")
def bare() -> Callable[..., Doc]:
    """A sentence from "word word", "label label", "POS POS", the heads' indexes (0 for all, else) and tags."""

    def doc(words: str, deps: str, pos: str, heads: tuple[int, ...] = (), tags: str = "") -> Doc:
        count = len(words.split())
        return Doc(
            VOCAB,
            words=words.split(),
            lemmas=[w.lower() for w in words.split()],
            deps=deps.split(),
            pos=pos.split(),
            tags=tags.split() or ["NN"] * count,
            heads=list(heads) or [0] * count,
        )

    return doc
