"""Every graph that is built conforms to the shapes."""
from pathlib import Path

import pytest

from kg.check import violations
from kg.check.findings import finding_triples
from kg.graph import assemble
from kg.resolution import resolve
from kg.store import PREFIXES, Graph

HARBOUR = Path(__file__).parent.parent / "fixtures" / "harbour.ttl"
PROLOGUE = "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in PREFIXES.items())


def test_the_hand_written_graph_conforms() -> None:
    assert violations(Graph().load(HARBOUR)) == []


@pytest.mark.parametrize(("damage", "wrong"), [
    ("INSERT DATA { claim:f1 kg:lower 13 }", "lower limit"),
    ("DELETE WHERE { actor:red-dawn rdfs:label ?l }", "An actor has a name"),
    ("INSERT DATA { event:attack kg:place place:orland }", "no claim behind it"),
])  # fmt: skip
def test_damage_is_named(damage: str, wrong: str) -> None:
    graph = Graph().load(HARBOUR)
    graph.store.update(PROLOGUE + damage)
    found = violations(graph)
    assert found and any(wrong in b.wrong for b in found) and all(b.check == "shapes" for b in found)
    assert found == sorted(found, key=str)


def test_an_assembled_graph_conforms(draft, tiny_actors, tiny_places) -> None:
    x = draft("Blasts struck Miro, 60 miles (40 kilometers) off. Ostland blamed Westland, which denied it. "
              "The Watch counted 10.")
    x.entity("State", "Ostland"), x.entity("State", "Westland"), x.entity("Organisation", "The Watch")
    x.event("Bombing", "Blasts", "2019-03-04")
    x.blame(0, 1, "blames", "blamed", by=0), x.blame(0, 1, "denies", "denied", by=1), x.figure(0, "10", 10, by=2)
    x = x.done()
    graph = Graph.of(assemble([x], resolve([x], tiny_actors, tiny_places)))
    assert violations(graph.add(list(finding_triples(graph, [x])))) == []
