"""State organs and nouns for members, read from two records."""
import pytest

from kg.lexicon.bodies import BodyNouns

RECORDS = {
    "https://ex.org/bodies#coast-guard": {
        "rdf:type": ["kg:BodyKind"], "rdfs:label": ["coast guard"], "skos:altLabel": ["coastguard", "coast guards"],
        "kg:bodyClass": ["kg:GovernmentBody"],
    },
    "https://ex.org/bodies#members": {"rdf:type": ["kg:MemberNoun"], "skos:altLabel": ["fighters", "armed group"]},
}
NOUNS = BodyNouns(RECORDS)


@pytest.mark.parametrize("noun, slug", [("coastguard", "coast-guard"), ("Coast Guards", "coast-guard"), ("navy", "")])
def test_noun(noun: str, slug: str) -> None:
    found = NOUNS.noun(noun)
    assert (found.slug if found else "") == slug


@pytest.mark.parametrize("name, state", [
    ("Greek coast guard", "greek"), ("coastguard of Greece", "greece"), ("coast guard of the Maldives", "maldives"),
    ("the South Korean coastguard", "south korean"), ("coast guard", ""), ("Greek navy", ""),
])
def test_split(name: str, state: str) -> None:
    found = NOUNS.split(name)
    assert (found[0] if found else "") == state


@pytest.mark.parametrize("slug, state", [("greece-coast-guard", "greece"), ("south-korea-coast-guard", "south-korea")])
def test_by_slug(slug: str, state: str) -> None:
    found = NOUNS.by_slug(slug)
    assert found and found[0] == state and found[1].kind == "GovernmentBody"


def test_no_such_slug() -> None:
    assert NOUNS.by_slug("greece-navy") is None


@pytest.mark.parametrize("name, group", [
    ("Fano fighters", "Fano"), ("Mai-Mai armed group", "Mai-Mai"), ("fighters", ""), ("Fano", ""),
])
def test_without_members(name: str, group: str) -> None:
    assert NOUNS.without_members(name) == group
