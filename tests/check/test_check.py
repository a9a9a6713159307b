import io
from pathlib import Path

import pytest

from kg.check import CHECKS, check
from kg.store import PREFIXES, Graph

HARBOUR = Path(__file__).parent.parent / "fixtures" / "harbour.ttl"
PROLOGUE = "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in PREFIXES.items())


@pytest.fixture
def harbour() -> Graph:
    return Graph().load(HARBOUR)


def test_a_sound_graph_breaks_no_rule(harbour: Graph) -> None:
    assert check(harbour) == []


MENTION = "<https://w3id.org/conflict-kg/id/report/2031-03-05-harbour-post-aaaaaaaaaaaa#char=55,66>"
DAMAGE = {
    "event-edges": "INSERT DATA { event:attack kg:place place:orland }",
    "relations": "INSERT DATA { actor:red-dawn kg:allyOf actor:gunmen }",
    "claim-evidence": "DELETE WHERE { claim:f1 kg:evidence ?m }",
    "claim-report": "DELETE WHERE { claim:f1 kg:reportedIn ?r }",
    "event-evidence": "DELETE WHERE { event:gate kg:evidence ?m }",
    "edge-of-claim": "DELETE DATA { event:attack kg:place place:marell }",
    "mention-length": f"DELETE WHERE {{ {MENTION} nif:endIndex ?e }} ; INSERT DATA {{ {MENTION} nif:endIndex 99 }}",
    "mention-in-sentence": f"DELETE WHERE {{ {MENTION} nif:beginIndex ?b }} ; "
    f"INSERT DATA {{ {MENTION} nif:beginIndex 54 }}",
    "figure-range": "INSERT DATA { claim:f1 kg:lower 13 }",
    "supersedes": "INSERT DATA { claim:f1 kg:supersedes claim:f2 }",
    "modality": "INSERT DATA { event:attack kg:modality kg:denied }",
    "label": "DELETE WHERE { place:orland rdfs:label ?l }",
    "part-of-itself": "INSERT DATA { event:attack kg:subEventOf event:gate }",
    "blank-nodes": "INSERT DATA { event:attack rdfs:seeAlso [] }",
    "vocabulary": "INSERT DATA { event:attack kg:colour 'red' }",
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_found_and_named(harbour: Graph, name: str) -> None:
    harbour.store.update(PROLOGUE + DAMAGE[name])
    found = check(harbour)
    assert name in {b.check for b in found}
    assert all(str(b).startswith(b.check) and "\n" not in str(b) for b in found)


def test_every_rule_is_tried() -> None:
    assert {c.name for c in CHECKS} | {"vocabulary"} == set(DAMAGE)


def test_an_empty_graph_breaks_nothing() -> None:
    assert check(Graph().read(io.BytesIO(b""))) == []
