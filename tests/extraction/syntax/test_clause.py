"""Who does what in a clause: doers, undergoers, obliques and prepositions."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from kg.extraction.syntax import clause


def word(doc: Doc, text: str) -> Token:
    (found,) = [t for t in doc if t.text == text]
    return found


# sentence, verb, its logical subjects, its logical objects
CASES = [
    ("passive", "shot", "gunmen", "traders"),
    ("active", "attacked", "Rebels deserters", "convoy"),
    ("relative", "stormed", "militants", "prison"),
    ("object_relative", "shelled", "army", "village"),
    ("control", "flee", "thousands", "city"),
    ("conj_subject", "killed", "men", "teacher"),
    ("conj_passive", "abducted", "", "nurses"),
    ("conj_passive", "freed", "", "nurses"),
    ("participle", "shot", "police", "boy"),
    ("advcl", "wounding", "Soldiers", "students"),
    ("amod", "murdered", "", "women"),
    pytest.param(
        "accuse", "torturing", "guards", "prisoners", id="accuse-acl",
    ),
    ("with_by", "destroyed", "floods shells", "bridges"),
    ("tried", "kidnap", "men", "banker"),
    ("must_have", "hit", "shell", "tank"),
    ("not_only", "burned", "militia", "house"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "verb", "doers", "undergoers"), CASES)
def test_doers_and_undergoers(parses: dict[str, Doc], name: str, verb: str, doers: str, undergoers: str) -> None:
    token = word(parses[name], verb)
    assert " ".join(t.text for t in clause.doers(token)) == doers
    assert " ".join(t.text for t in clause.undergoers(token)) == undergoers


@pytest.mark.parametrize(
    ("name", "verb", "passive"),
    [
        ("passive", "shot", True),
        ("active", "attacked", False),
        ("conj_passive", "freed", True),
        ("participle", "shot", True),
        ("participle", "died", False),
        ("amod", "murdered", True),
        ("must_have", "hit", False),
        ("without", "arrested", True),
    ],
)
def test_passives(parses: dict[str, Doc], name: str, verb: str, passive: bool) -> None:
    assert clause.is_passive(word(parses[name], verb)) is passive


@pytest.mark.parametrize(
    ("name", "head", "prepositions", "found"),
    [
        ("obl", "crashed", ("in",), "Chad Niger"),
        ("obl", "crashed", ("after",), "fire"),
        ("obl", "crashed", ("near",), ""),
        ("active", "attacked", ("near",), ""),
        ("active", "convoy", ("near",), "Goma"),
        ("according", "exploded", ("according to",), "mayor"),
        ("passive", "shot", ("by",), "gunmen"),
        ("passive", "shot", (), "gunmen Aden"),
    ],
)
def test_obliques(parses: dict[str, Doc], name: str, head: str, prepositions: tuple[str, ...], found: str) -> None:
    assert " ".join(t.text for t in clause.obliques(word(parses[name], head), *prepositions)) == found


@pytest.mark.parametrize(
    ("name", "noun", "case"),
    [
        ("obl", "Chad", "in"),
        ("obl", "Niger", "in"),
        ("according", "mayor", "according to"),
        ("with_by", "shells", "by"),
        ("active", "convoy", ""),
    ],
)
def test_prepositions(parses: dict[str, Doc], name: str, noun: str, case: str) -> None:
    assert clause.case_of(word(parses[name], noun)) == case


@pytest.mark.parametrize(
    ("name", "noun", "verb"),
    [("passive", "traders", "shot"), ("active", "deserters", "attacked"), ("obl", "Niger", "crashed")],
)
def test_the_verb_that_governs_a_noun(parses: dict[str, Doc], name: str, noun: str, verb: str) -> None:
    found = clause.governor(word(parses[name], noun))
    assert found is not None
    assert found.text == verb


def test_a_sentence_without_a_verb_governs_nothing(bare: Callable[..., Doc]) -> None:
    doc = bare("Gunfire", "ROOT", "NOUN")
    assert clause.governor(doc[0]) is None
    assert clause.root_clause(doc[0]) == doc[0]
    assert not clause.is_predicate(doc[0])
