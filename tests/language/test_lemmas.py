import pytest

from kg.language import weights
from kg.language.lemmas import lemmatizer

CASES = [
    ("killed", "VERB", "VBN", "kill"),
    ("bombings", "NOUN", "NNS", "bombing"),
    ("men", "NOUN", "NNS", "man"),
    ("shot", "VERB", "VBD", "shoot"),
    ("FLED", "VERB", "VBD", "flee"),
    ("shelled", "VERB", "VBD", "shell"),
    ("besieged", "VERB", "VBN", "besiege"),
    ("carries", "VERB", "VBZ", "carry"),
    ("militiamen", "NOUN", "NNS", "militiaman"),
    ("checkpoints", "NOUN", "NNS", "checkpoint"),
    ("worst", "ADJ", "JJS", "bad"),
    ("deadliest", "ADJ", "JJS", "deadly"),
    ("’s", "AUX", "VBZ", "be"),
    ("Monday", "PROPN", "NNP", "Monday"),
    ("Syrian", "ADJ", "NNP", "Syrian"),
    ("grozzled", "VERB", "VBD", "grozzle"),
]


@pytest.mark.parametrize(("form", "upos", "xpos", "lemma"), CASES)
def test_lemma(form: str, upos: str, xpos: str, lemma: str) -> None:
    assert lemmatizer(weights.read(weights.SHIPPED).lemmas)(form, upos, xpos) == lemma
