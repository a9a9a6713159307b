"""The class tree of the ontology."""
import pytest

from kg.graph.schema import class_tree, lineage, types
from kg.graph.terms import kg, term


@pytest.mark.parametrize(("kind", "wanted"), [
    ("Bombing", ("Bombing", "Attack", "Event")), ("Condemnation", ("Condemnation", "Statement", "Event")),
    ("Facility", ("Facility", "Place")), ("FigureClaim", ("FigureClaim", "Claim")), ("Event", ("Event",))])
def test_lineage(kind, wanted):
    assert lineage(kind) == wanted and types(kind) == tuple(kg(k) for k in wanted)


def test_the_tree_as_triples():
    tree = list(class_tree())
    assert (kg("Bombing"), kg("Attack")) in {(t.subject, t.object) for t in tree}
    assert {t.predicate for t in tree} == {term("rdfs:subClassOf")} and len(tree) == len(set(tree))
