"""Numbers as entities, on hand-annotated Docs and through the shipped pipeline."""
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.language.cardinal import cardinals

NLP = spacy.blank("en")
# words (a number as NUMBER/CD), the numbers that are entities
CASES = [
    ("Gunmen killed nine/CD soldiers and 24/CD clerks", ["nine", "24"]),
    ("one/CD hundred/CD and six/CD fled", ["one hundred and six"]),
    ("two/CD and three/CD", ["two", "three"]),
    ("half a million/CD people , a hundred/CD tents", ["half a million", "a hundred"]),
    ("12/CD percent of 300/CD", ["300"]),
    ("$ 500/CD and No. 4/CD", []),
    ("5/CD km off , 48/CD percent on", []),
    ("9/11/CD and 6:30/CD", []),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_numbers_that_count(text: str, found: list[str]) -> None:
    pairs = [word.rsplit("/CD", 1) for word in text.split()]
    doc = Doc(NLP.vocab, [pair[0] for pair in pairs], tags=["CD" if len(pair) > 1 else "NN" for pair in pairs])
    assert [(ent.text, ent.label_) for ent in cardinals(doc).ents] == [(number, "CARDINAL") for number in found]


def test_a_number_that_belongs_to_the_noun_before_it_is_none() -> None:
    doc = Doc(
        NLP.vocab, ["Hangar", "7", "burned"], tags=["NN", "CD", "VBD"], pos=["NOUN", "NUM", "VERB"],
        heads=[2, 0, 2], deps=["nsubj", "nummod", "ROOT"],
    )  # fmt: skip
    assert not cardinals(doc).ents


def test_other_entities_are_left_whole() -> None:
    doc = Doc(NLP.vocab, ["3", "Brigade", "lost", "6"], tags=["CD", "NNP", "VBD", "CD"])
    doc.set_ents([Span(doc, 0, 2, label="ORG")])
    assert [(ent.text, ent.label_) for ent in cardinals(doc).ents] == [("3 Brigade", "ORG"), ("6", "CARDINAL")]


def test_the_shipped_pipeline_has_numbers_beside_names_and_dates(nlp: Language) -> None:
    doc = nlp("Gunmen killed 31 soldiers near Gao on March 5, and a monitor counted forty-two dead.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("31", "CARDINAL"), ("Gao", "LOC"), ("March 5", "DATE"), ("forty-two", "CARDINAL")
    ]  # fmt: skip
