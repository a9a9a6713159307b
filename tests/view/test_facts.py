import pytest

from kg.store import Graph
from kg.view.facts import facts, kinds, number, text, texts, tree

ATTACK = "https://w3id.org/conflict-kg/id/event/attack"


def test_facts_are_by_node_and_predicate_in_order(harbour: Graph) -> None:
    found = facts(harbour, "kg:Event", ("rdfs:label", "kg:count", "kg:reportedIn"))
    assert list(found) == sorted(found)
    assert text(found[ATTACK], "rdfs:label") == "attack on the port"
    assert texts(found[ATTACK], "kg:reportedIn") == sorted(texts(found[ATTACK], "kg:reportedIn"))
    assert number(found[ATTACK], "kg:count") is None
    assert number(found[ATTACK.replace("attack", "gate")], "kg:count") == 1


def test_a_term_of_the_ontology_reads_as_its_local_name(harbour: Graph) -> None:
    found = facts(harbour, "kg:Event", ("kg:modality",))
    assert text(found[ATTACK.replace("attack", "planned")], "kg:modality") == "planned"


@pytest.mark.parametrize(
    ("node", "kind"),
    [("event/attack", "Bombing"), ("event/planned", "Event"), ("event/statement", "Condemnation"),
     ("actor/ines-vale", "Person"), ("place/marell-terminal", "Facility")],
)
def test_a_node_is_of_its_most_specific_class(harbour: Graph, node: str, kind: str) -> None:
    assert kinds(harbour, tree(harbour))[f"https://w3id.org/conflict-kg/id/{node}"] == kind


def test_a_circle_in_the_tree_does_no_harm() -> None:
    assert kinds(Graph(), {"A": "B", "B": "A"}) == {}
