from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language

from kg.language import load

TEXTS = [
    "Gunmen killed nine soldiers near Gao on Friday.\n- Quiet night -\nCol. Traore denied it.",
    "OUAGADOUGOU, June 9 (AIB) - TWO BOMBS WOUNDED A NURSE IN DORI.",
    "Rebels shelled the town. Hundreds fled “in panic”, said Ama Boateng of the Red Cross.",
    "",
    " \n ",
]


def annotation(doc: spacy.tokens.Doc) -> list[tuple[object, ...]]:
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start, t.ent_type_) for t in doc
    ]


def test_the_usual_attributes(nlp: Language) -> None:
    doc = nlp(TEXTS[0])
    assert doc.text == TEXTS[0]
    killed = doc[1]
    assert (killed.tag_, killed.pos_, killed.lemma_, killed.dep_) == ("VBD", "VERB", "kill", "ROOT")
    assert killed.morph.get("Tense") == ["Past"]
    assert {token.text: token.dep_ for token in doc[:4]} == {
        "Gunmen": "nsubj", "killed": "ROOT", "nine": "nummod", "soldiers": "obj"
    }  # fmt: skip
    assert [sent.text.strip() for sent in doc.sents] == TEXTS[0].split("\n")
    assert ("Gao", "LOC") in [(ent.text, ent.label_) for ent in doc.ents]


def test_capitals_are_read(nlp: Language) -> None:
    doc = nlp(TEXTS[1])
    assert [sent.text for sent in doc.sents] == ["OUAGADOUGOU, June 9 (AIB) -", "TWO BOMBS WOUNDED A NURSE IN DORI."]
    assert next(token for token in doc if token.text == "WOUNDED").lemma_ == "wound"


@pytest.mark.parametrize("text", [
    "IS seized the town on Friday.", "The raid came as IS seized the town.", "On Tuesday IS seized the airport.",
    "In Mosul, IS seized five men.",
])
def test_an_acronym_spelt_like_a_verb_is_a_name(nlp: Language, text: str) -> None:
    token = next(token for token in nlp(text) if token.text == "IS")
    assert (token.pos_, token.dep_, token.head.text) == ("PROPN", "nsubj", "seized")


def test_batch_order_and_processes_do_not_change_the_answer(nlp: Language) -> None:
    alone = [annotation(nlp(text)) for text in TEXTS]
    assert [annotation(doc) for doc in nlp.pipe(TEXTS, batch_size=2)] == alone
    assert [annotation(doc) for doc in nlp.pipe(TEXTS[::-1])] == alone[::-1]
    assert [annotation(doc) for doc in nlp.pipe(TEXTS, n_process=2)] == alone


def test_to_disk_and_back(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert annotation(again(TEXTS[0])) == annotation(nlp(TEXTS[0]))


def test_other_components_may_follow_and_displacy_draws(nlp: Language) -> None:
    longer = load()
    longer.add_pipe("entity_ruler").add_patterns([{"label": "FAC", "pattern": "town"}])
    doc = longer(TEXTS[2])
    assert "FAC" in {ent.label_ for ent in doc.ents}
    assert "<svg" in displacy.render(doc, style="dep", jupyter=False)


def test_an_unknown_pipeline_is_named() -> None:
    with pytest.raises(OSError, match="no_such_pipeline"):
        load("no_such_pipeline")
