"""Texts as they come: wires in capitals, datelines, lists, tables, odd characters. Each keeps its spelling."""
import pytest
from spacy.language import Language

SENTENCES = [
    ("GAO (Reuters) — A bomb killed three people.", ["GAO (Reuters) —", "A bomb killed three people."]),
    ("The army fled.\n- ‘At the heart of the fight’ -\nTwo died.",
     ["The army fled.", "- ‘At the heart of the fight’ -", "Two died."]),
    ("“We fled,” said Ama O’Neill. ‘They burned it,’ she said.",
     ["“We fled,” said Ama O’Neill.", "‘They burned it,’ she said."]),
    ("Lt. Gen. H.R. Marsh met Brig. Gen. Tom Lee at 9 a.m. in St. Louis. The U.S. left at 5 p.m. Monday.",
     ["Lt. Gen. H.R. Marsh met Brig. Gen. Tom Lee at 9 a.m. in St. Louis.", "The U.S. left at 5 p.m. Monday."]),
    ("1. Gunmen fled.\n(b) Nine died.\n• Troops left.\n* Rebels stayed.",
     ["1. Gunmen fled.", "(b) Nine died.", "• Troops left.", "* Rebels stayed."]),
    ("Gunmen fled.\r\nPolice stayed.\r\n\r\nTroops left.\rRebels came.",
     ["Gunmen fled.", "Police stayed.", "Troops left.", "Rebels came."]),
]  # fmt: skip
LEMMAS = [
    ("REBELS ATTACKED A POST IN KIDAL, COL. TRAORE SAID.", ["rebel", "attack", "post", "say"]),
    ("rebels attacked a post in kidal, col. traore said.", ["rebel", "attack", "post", "say"]),
    ("Reb\u200bels att\u00adacked a post\u200b in Kidal. \ufeffPolice fled.", ["rebel", "attack", "post", "flee"]),
    ("Rebels\u00a0attacked a\u202fpost in\u00a0Kidal.", ["rebel", "attack", "post"]),
]
NAMES = [
    ("GAO (Reuters) - Gunmen fled.", ("GAO", "LOC")),
    ("Abd al-Rahman Shu’ayb denied it.", ("Abd al-Rahman Shu’ayb", "PERSON")),
    ("Brig. Gen. Tom Lee denied it.", ("Tom Lee", "PERSON")),
    ("A bomb exploded in Cote d’Ivoire.", ("Cote d’Ivoire", "LOC")),
]
ODD = [
    "😀😀 💣💥 !!! ???", "... --- !!! ((( ))) ;;; '''", "Date\tPlace\tKilled\n12 May\tGao\t12\n|---|---|---|",
    "word " * 2000 + ".", "a" * 5000 + " fled.", "Gunmen\x00 fled. \x07Police\x1b[31m left.", "\u202bحمص\u202c fell.",
    "\u200b", "\ufeff\n\u200b\n", "Abidja\u0301n burned.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_sentences(nlp: Language, text: str, sentences: list[str]) -> None:
    assert [sentence.text.strip() for sentence in nlp(text).sents] == sentences


@pytest.mark.parametrize(("text", "lemmas"), LEMMAS)
def test_lemmas(nlp: Language, text: str, lemmas: list[str]) -> None:
    found = [token.lemma_ for token in nlp(text)]
    assert [lemma for lemma in found if lemma in lemmas] == lemmas


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names(nlp: Language, text: str, name: tuple[str, str]) -> None:
    assert name in [(ent.text, ent.label_) for ent in nlp(text).ents]


@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text[:12]))
def test_odd_texts_are_read_and_keep_their_spelling(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(token.tag_ and token.lemma_ and token.dep_ for token in doc)
    assert sum(len(sentence) for sentence in doc.sents) == len(doc)
