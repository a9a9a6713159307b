"""Relations between entities, one sentence each, on frozen parses."""

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from kg.extraction.claims.attribution import Voices
from kg.extraction.lexicon import load_lexicon
from kg.extraction.mentions.cast import Cast
from kg.extraction.relations import relations


def known(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(reason=reason, strict=True)


CASES = [
    ("heads", ["Ibrahim Toure leads Northern Rescue Front"]),
    ("head_of", ["Lena Berg leads Nordic Rights Watch"]),
    ("spokeswoman", ["Ana Prado speaksFor Chilean navy"]),
    pytest.param("commander", ["Pedro Luna leads Third Brigade"], marks=known("an ordinal is cut from a unit's name")),
    ("capital", ["Bamako within Mali", "Bamako capitalOf Mali"]),
    pytest.param("comma", ["Mopti within Mali"], marks=known("a country in commas after a town that is an object")),
    ("province", ["Balad within Salahuddin"]),
    ("adjective", ["Taiz within Yemen"]),
    ("branch", ["Ansar Nour partOf al-Qaeda"]),
    ("based", ["Harbour Institute basedIn Rotterdam"]),
    ("base", ["France hasFacilityIn Djibouti"]),
    ("no_base", []),
    ("backed", []),  # fighters without a name are nobody's ally
    ("member", ["Omar Sesay memberOf Freedom Party"]),
    ("pits", ["Armenia rivalOf Azerbaijan"]),
    ("nothing", []),
    ("ally", ["Russia allyOf Syria"]),
]


@pytest.fixture(scope="session")
def sentences(conllu: Callable[[Path], dict[str, Doc]]) -> dict[str, Doc]:
    return conllu(Path(__file__).with_name("parsed.conllu"))


@pytest.mark.parametrize(("name", "expected"), CASES)
def test_relations(sentences: dict[str, Doc], name: str, expected: list[str]) -> None:
    cast = Cast(sentences[name], load_lexicon())
    found = list(relations(cast, Voices([], cast)))
    entities = cast.entities()
    told = [f"{entities[r.subject].name} {r.predicate} {entities[r.object].name}" for r in found]
    assert [t for t in told if not t.split(" within ")[0].endswith("base")] == expected


STOP_SHORT = ("head_of", "spokeswoman", "adjective", "branch", "based", "base", "member", "ally")


@pytest.mark.parametrize(
    "name",
    ["heads", "province", *(pytest.param(n, marks=known("the words stop short of a name")) for n in STOP_SHORT)],
)
def test_the_words_that_say_so_hold_both_names(sentences: dict[str, Doc], name: str) -> None:
    cast = Cast(sentences[name], load_lexicon())
    relation = next(iter(relations(cast, Voices([], cast))))
    (span,) = relation.evidence
    assert all(any(span.holds(m) for m in cast.entities()[i].mentions) for i in (relation.subject, relation.object))
