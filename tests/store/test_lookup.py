import pytest

from kg.store import Graph
from kg.store.lookup import matches, resolve

FOUND = (
    ("Red Dawn", ["red-dawn"]),
    ("RD", ["red-dawn"]),
    ("red dawn", ["red-dawn"]),
    ("The Red-Dawn Movement", ["red-dawn"]),
    ("actor:red-dawn", ["red-dawn"]),
    ("https://w3id.org/conflict-kg/id/actor/red-dawn", ["red-dawn"]),
)


@pytest.mark.parametrize(("name", "ends"), FOUND)
def test_a_name_an_alias_or_an_iri_resolves(harbour: Graph, name: str, ends: list[str]) -> None:
    assert [n.value.rsplit("/", 1)[-1] for n in resolve(harbour.store, name)] == ends


def test_the_exact_name_goes_before_the_folded_one() -> None:
    turtle = (
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . <urn:a> rdfs:label 'Us' . <urn:b> rdfs:label 'US' ."
    )
    import io

    graph = Graph().read(io.BytesIO(turtle.encode()))
    assert [n.value for n in graph.resolve("US")] == ["urn:b"]
    assert [n.value for n in graph.resolve("us")] == ["urn:a", "urn:b"]


@pytest.mark.parametrize(("name", "near"), [("Coast Guard", "Coast Guard Union"), ("Marrell", "Marell"), ("xyzzy", "")])
def test_what_is_not_there_is_named_with_what_is_near(harbour: Graph, name: str, near: str) -> None:
    with pytest.raises(LookupError, match=f"{name}.*{near}"):
        resolve(harbour.store, name)


def test_an_iri_that_is_not_there_is_named(harbour: Graph) -> None:
    with pytest.raises(LookupError, match="actor/nobody"):
        resolve(harbour.store, "actor:nobody")


@pytest.mark.parametrize(
    ("name", "best"),
    [
        ("coast gard", "Coast Guard Union"),
        ("hospital", "St Ada Hospital"),
        ("minstry of orland", "Interior Ministry of Orland"),
    ],
)
def test_the_likeliest_comes_first(harbour: Graph, name: str, best: str) -> None:
    assert matches(harbour.store, name)[0].name == best


def test_a_find_has_labels_and_a_limit(harbour: Graph) -> None:
    assert [r.label for r in harbour.find("marell", limit=1)] == ["Marell"]
