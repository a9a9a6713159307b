from decimal import Decimal

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode

from kg.store.terms import Value, as_iri, local_name, shorten, to_python, to_term

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (NamedNode("urn:a"), "urn:a"),
        (BlankNode("b"), "b"),
        (Literal("x"), "x"),
        (Literal(3), 3),
        (Literal("0.5", datatype=NamedNode(XSD + "decimal")), 0.5),
        (Literal(True), True),
        (Literal("2016", datatype=NamedNode(XSD + "gYear")), "2016"),
        (Literal("many", datatype=NamedNode(XSD + "integer")), "many"),
        (None, None),
    ],
)
def test_terms_are_plain_values(term: NamedNode | BlankNode | Literal | None, value: Value) -> None:
    assert to_python(term) == value
    assert type(to_python(term)) is type(value)


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ("kg:Event", NamedNode("https://w3id.org/conflict-kg/ontology#Event")),
        ("Event", Literal("Event")),
        ("note: this", Literal("note: this")),
        (4, Literal(4)),
        (rdflib.URIRef("urn:a"), NamedNode("urn:a")),
        (rdflib.Literal("x", lang="en"), Literal("x", language="en")),
        (rdflib.Literal(5), Literal(5)),
    ],
)
def test_values_become_terms(value: object, term: NamedNode | Literal) -> None:
    assert to_term(value) == term


def test_what_is_no_term_is_named() -> None:
    with pytest.raises(TypeError, match="Decimal"):
        to_term(Decimal(1))


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("<urn:x>", "urn:x"),
        ("https://a/b", "https://a/b"),
        ("actor:is", "https://w3id.org/conflict-kg/id/actor/is"),
        ("Al-Nusra Front", None),
        ("unknown:thing", None),
    ],
)
def test_what_writes_an_iri(text: str, iri: str | None) -> None:
    assert as_iri(text) == iri


def test_short_and_local_names() -> None:
    assert shorten("https://w3id.org/conflict-kg/ontology#Bombing") == "kg:Bombing"
    assert shorten("https://elsewhere.example/x") == "https://elsewhere.example/x"
    assert [local_name(i) for i in ("https://a/b#c", "https://a/b/c")] == ["c", "c"]
