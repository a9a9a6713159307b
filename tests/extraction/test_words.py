"""The words of a document, by their lemmas."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.extraction.words import of_lemmas, of_words, tokens


def test_words_by_lemma() -> None:
    doc = Doc(Vocab(), words=["They", "Left", "and", "say"], lemmas=["they", "Leave", "and", "say"])
    assert [t.i for t in tokens(doc)] == [0, 1, 2, 3]
    assert [t.text for t in of_lemmas(doc, {"say", "leave", "go"})] == ["Left", "say"]
    assert of_lemmas(doc, frozenset()) == []
    assert [t.text for t in of_words(doc, {"left", "leave", "they"})] == ["They", "Left"]
