"""Names of unannotated news: the product's lists decide, what is doubtful is left open."""
import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.extraction.lexicon import Lexicon, load_lexicon
from training.silver import silver

NLP = spacy.blank("en")
Ents = list[tuple[int, int, str]]
CASES: list[tuple[str, Ents, list[list[str]]]] = [
    # a known place, and a person as the model has it
    ("Ama/NNP Sarr/NNP fled/VBD Aleppo/NNP", [(0, 2, "PERSON"), (3, 4, "LOC")],
     [["B-PERSON", "I-PERSON", "O", "B-LOC"]]),
    # a proper noun outside every name is open
    ("Police/NNS in/IN Aleppo/NNP met/VBD the/DT old/JJ clan/NN near/IN Zzyx/NNP", [(2, 3, "LOC")],
     [["O", "O", "B-LOC", "O", "O", "O", "O", "O", "?"]]),
    # without a sure name, or with too much in doubt, a sentence is left out
    ("Zzyx/NNP fled/VBD", [], []),
    ("Zzyx/NNP Qoph/NNP fled/VBD Aleppo/NNP", [(3, 4, "LOC")], []),
    # a date as the model has it
    ("They/PRP left/VBD Aleppo/NNP on/IN Monday/NNP", [(2, 3, "LOC"), (4, 5, "DATE")],
     [["O", "O", "B-LOC", "O", "B-DATE"]]),
]  # fmt: skip
POS = {"NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN", "VBD": "VERB", "IN": "ADP", "DT": "DET", "JJ": "ADJ", "PRP": "PRON"}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.mark.parametrize(("text", "ents", "expected"), CASES)
def test_silver(text: str, ents: Ents, expected: list[list[str]], lexicon: Lexicon) -> None:
    words, tags = zip(*(pair.split("/") for pair in text.split()), strict=True)
    root = tags.index("VBD")
    doc = Doc(
        NLP.vocab, words, tags=tags, pos=[POS[tag] for tag in tags], lemmas=[word.lower() for word in words],
        heads=[root] * len(words), deps=["ROOT" if i == root else "dep" for i in range(len(words))],
    )  # fmt: skip
    doc.set_ents([Span(doc, first, last, label=label) for first, last, label in ents])
    assert [tags for _, tags in silver(doc, lexicon)] == expected
