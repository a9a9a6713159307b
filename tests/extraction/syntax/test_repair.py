"""Labels that no parse can have are mended, the rest is left as it is."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extraction.syntax.repair import repair

# words, labels, parts of speech, heads, tags; the labels after repair
CASES = [
    ("Spokesman Vega spoke", "compound compound ROOT", "NOUN PROPN VERB", (1, 2, 2), "NN NNP VBD",
     "compound nsubj ROOT"),
    ("Vega was shot", "flat aux:pass ROOT", "PROPN AUX VERB", (2, 2, 2), "NNP VBD VBN", "nsubj:pass aux:pass ROOT"),
    ("Troops shot rebels", "nsubj ROOT appos", "NOUN VERB NOUN", (1, 1, 1), "NNS VBD NNS", "nsubj ROOT obj"),
    ("Troops fled to Gao", "nsubj ROOT case nmod", "NOUN VERB ADP PROPN", (1, 1, 3, 1), "NNS VBD IN NNP",
     "nsubj ROOT case obl"),
    ("They shot yesterday judges", "nsubj ROOT advmod nsubj", "PRON VERB ADV NOUN", (1, 1, 1, 1), "PRP VBD RB NNS",
     "nsubj ROOT advmod obj"),
    ("Judges were shot", "obl:agent aux:pass ROOT", "NOUN AUX VERB", (2, 2, 2), "NNS VBD VBN",
     "nsubj:pass aux:pass ROOT"),
    ("By rebels shot", "case obl:agent ROOT", "ADP NOUN VERB", (1, 2, 2), "IN NNS VBN", "case obl:agent ROOT"),
    ("Troops Vega fled", "nsubj appos ROOT", "NOUN PROPN VERB", (2, 2, 2), "NNS NNP VBD", "nsubj appos ROOT"),
    ("Vega fleeing", "compound ROOT", "PROPN VERB", (1, 1), "NNP VBG", "compound ROOT"),
    ("Rebels seized and killed Vega", "nsubj:pass ROOT cc conj obj", "NOUN VERB CCONJ VERB PROPN", (1, 1, 3, 1, 3),
     "NNS VBD CC VBD NNP", "nsubj ROOT cc conj obj"),
    ("Rebels were seized and killed Vega", "nsubj:pass aux:pass ROOT cc conj obj", "NOUN AUX VERB CCONJ VERB PROPN",
     (2, 2, 2, 4, 2, 4), "NNS VBD VBN CC VBD NNP", "nsubj:pass aux:pass ROOT cc conj obj"),
    ("Vega house", "compound ROOT", "PROPN NOUN", (1, 1), "NNP NN", "compound ROOT"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "deps", "pos", "heads", "tags", "mended"), CASES)
def test_repair(
    bare: Callable[..., Doc], words: str, deps: str, pos: str, heads: tuple[int, ...], tags: str, mended: str
) -> None:
    doc = repair(bare(words, deps, pos, heads, tags))
    assert " ".join(t.dep_ for t in doc) == mended


def test_heads_and_sentences_stay(parses: dict[str, Doc]) -> None:
    for doc in parses.values():
        heads = [t.head.i for t in doc]
        assert [t.head.i for t in repair(doc)] == heads
