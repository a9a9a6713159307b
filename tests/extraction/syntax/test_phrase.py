"""The words of a noun phrase: compounds and descriptions."""

import pytest
from spacy.tokens import Doc, Token

from kg.extraction.syntax import phrase


def word(doc: Doc, text: str) -> Token:
    (found,) = [t for t in doc if t.text == text]
    return found


@pytest.mark.parametrize(
    ("name", "head", "words"),
    [
        ("car_bomb", "bomb", "huge car bomb"),
        ("car_bomb", "station", "power station"),
        ("car_bomb", "Herat", "herat"),
        ("state_run", "agency", "state-run news agency"),
        ("amod", "women", "murdered woman"),
        ("passive", "traders", "trader"),
    ],
)
def test_compounds(parses: dict[str, Doc], name: str, head: str, words: str) -> None:
    assert phrase.compound(word(parses[name], head)) == words


@pytest.mark.parametrize(
    ("name", "head", "words"),
    [
        ("car_bomb", "bomb", "huge car bomb"),
        ("members", "members", "Armed members of the Red Front"),
        ("state_run", "agency", "state-run news agency"),
        ("other", "officers", "police officers"),
        ("relative", "militants", "militants"),
        ("passive", "traders", "traders"),
        ("obl", "fire", "fire"),
    ],
)
def test_descriptions(parses: dict[str, Doc], name: str, head: str, words: str) -> None:
    doc = parses[name]
    begin, end = phrase.description(word(doc, head))
    assert doc.text[begin:end] == words


def test_modifiers_leave_out_articles_and_numbers(parses: dict[str, Doc]) -> None:
    assert [t.text for t in phrase.modifiers(word(parses["car_bomb"], "bomb"))] == ["huge", "car"]
    assert phrase.modifiers(word(parses["with_by"], "bridges")) == []
