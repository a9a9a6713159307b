import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.language.consistency import consistent

NLP = spacy.blank("en")
CASES = [
    ("Ama Owusu left . Owusu spoke .", [(0, 2, "PERSON"), (4, 5, "ORG")], ["PERSON", "PERSON"]),
    ("Sokolo fell . Sokolo burns . Sokolo !", [(0, 1, "LOC"), (3, 4, "ORG"), (6, 7, "LOC")], ["LOC", "LOC", "LOC"]),
    ("Sokolo fell . Sokolo burns .", [(0, 1, "LOC"), (3, 4, "ORG")], ["LOC", "ORG"]),
    ("Monday Club met Monday . Monday", [(0, 2, "ORG"), (3, 4, "DATE"), (5, 6, "DATE")], ["ORG", "DATE", "DATE"]),
    ("May left May . May May", [(0, 1, "DATE"), (2, 3, "DATE"), (4, 5, "PERSON")], ["DATE", "DATE", "PERSON"]),
]


@pytest.mark.parametrize(("text", "ents", "labels"), CASES)
def test_labels_agree(text: str, ents: list[tuple[int, int, str]], labels: list[str]) -> None:
    doc = Doc(NLP.vocab, text.split())
    doc.set_ents([Span(doc, first, last, label=label) for first, last, label in ents])
    assert [ent.label_ for ent in consistent(doc).ents] == labels


def test_titles_are_left_off() -> None:
    doc = Doc(NLP.vocab, ["Lt.", "General", "Sidibe", "met", "Prince"])
    doc.set_ents([Span(doc, 0, 3, label="PERSON"), Span(doc, 4, 5, label="PERSON")])
    assert [ent.text for ent in consistent(doc).ents] == ["Sidibe", "Prince"]
