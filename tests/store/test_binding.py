import pytest
from pyoxigraph import Literal, NamedNode, Variable

from kg.store.binding import bind
from kg.store.guard import QueryError
from kg.store.questions import parse

QUESTION = parse("""# Things.
# param place (node): the place
# param measure (term): killed, wounded
# param words (text): words
# param low (number): at least
SELECT * { VALUES ?place { UNDEF } VALUES ?measure { kg:killed } VALUES ?words { "" } VALUES ?low { 0 }
?free ?place ?x }""")
NODES = {"Marell": [NamedNode("urn:a"), NamedNode("urn:b")]}

CASES = (
    ({"place": "Marell"}, "VALUES ?place { <urn:a> <urn:b> }"),
    ({"place": "https://example.org/x"}, "VALUES ?place { <https://example.org/x> }"),
    ({"place": "<urn:c>"}, "VALUES ?place { <urn:c> }"),
    ({"place": NamedNode("urn:d")}, "VALUES ?place { <urn:d> }"),
    ({"measure": "wounded"}, "VALUES ?measure { <https://w3id.org/conflict-kg/ontology#wounded> }"),
    ({"words": 'said "no" \\ {x}'}, 'VALUES ?words { "said \\"no\\" \\\\ {x}" }'),
    ({"low": "12"}, '?low { "12"^^<http://www.w3.org/2001/XMLSchema#integer> }'),
)


@pytest.mark.parametrize(("values", "written"), CASES)
def test_a_value_stands_in_its_block(values: dict[str, object], written: str) -> None:
    text, rest = bind(QUESTION, values, NODES.__getitem__)
    assert written in text
    assert rest == {}


def test_the_blocks_that_are_not_bound_keep_their_default() -> None:
    assert "VALUES ?measure { kg:killed }" in bind(QUESTION, {"low": "3"}, NODES.__getitem__)[0]


def test_a_block_is_filled_wherever_it_stands() -> None:
    twice = parse("# Q.\n# param a (text): x\nSELECT * { { VALUES ?a { UNDEF } } UNION { VALUES ?a { UNDEF } } }")
    assert bind(twice, {"a": "v"}, NODES.__getitem__)[0].count('{ "v" }') == 2


def test_a_plain_variable_is_substituted() -> None:
    assert bind(QUESTION, {"free": "text"}, NODES.__getitem__)[1] == {Variable("free"): Literal("text")}


@pytest.mark.parametrize(
    ("values", "why"), [({"nobody": "x"}, "place, measure, words, low"), ({"low": "many"}, "many")]
)
def test_a_wrong_parameter_is_named(values: dict[str, object], why: str) -> None:
    with pytest.raises(QueryError, match=why):
        bind(QUESTION, values, NODES.__getitem__)
