"""Whether an event is told as fact, as planned, as possible, or as not having happened."""

import pytest
from spacy.tokens import Doc

from kg.extraction.events.modality import modality
from kg.extraction.lexicon import load_lexicon


def known(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(reason=reason, strict=True)


CASES = [
    ("passive", "shot", "asserted"),
    ("active", "attacked", "asserted"),
    ("object_relative", "shelled", "asserted"),
    ("participle", "shot", "asserted"),
    ("yesno", "arrest", "denied"),
    ("never", "sank", "denied"),
    ("no_attack", "attack", "denied"),
    ("denied_kill", "killed", "denied"),
    ("without", "arrested", "denied"),
    ("not_only", "killed", "asserted"),
    ("not_only", "burned", "asserted"),
    ("will", "attack", "planned"),
    ("vowed", "attack", "planned"),
    ("plot", "bomb", "planned"),
    ("ready", "assault", "planned"),
    ("might", "bomb", "hypothetical"),
    ("if", "enter", "hypothetical"),
    ("if", "retaliate", "planned"),
    ("threat", "invasion", "planned"),
    ("deal_of", "ceasefire", "asserted"),
    ("condemned", "killing", "asserted"),
    ("must_have", "hit", "asserted"),
    pytest.param("fears", "attack", "hypothetical", marks=known("every noun makes a plan of it: fear, risk, chance")),
    pytest.param("purpose", "kill", "planned", marks=known("an infinitive of purpose read as a complement")),
]


@pytest.mark.parametrize(("name", "trigger", "expected"), CASES)
def test_modality(parses: dict[str, Doc], name: str, trigger: str, expected: str) -> None:
    (token,) = [t for t in parses[name] if t.text == trigger]
    assert modality(token, load_lexicon()) == expected


@pytest.mark.parametrize(
    ("name", "trigger"),
    [
        pytest.param("tried", "kidnap", marks=known("an attempt is told as the deed")),
        pytest.param("failed", "kill", marks=known("the lexicon's negating verbs are read by nobody")),
    ],
)
def test_what_was_only_tried_is_no_fact(parses: dict[str, Doc], name: str, trigger: str) -> None:
    (token,) = [t for t in parses[name] if t.text == trigger]
    assert modality(token, load_lexicon()) != "asserted"
