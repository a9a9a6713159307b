from pathlib import Path

import pytest

from kg.check import noticed
from kg.check.findings import finding_triples
from kg.store import PREFIXES, Graph

HARBOUR = Path(__file__).parent.parent / "fixtures" / "harbour.ttl"
PROLOGUE = "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in PREFIXES.items())


@pytest.fixture
def harbour() -> Graph:
    return Graph().load(HARBOUR)


def test_what_the_graph_holds_comes_with_its_words(harbour: Graph) -> None:
    (found,) = noticed(harbour)
    assert (found.kind, found.sentence) == (
        "Contradiction", "St Ada Hospital says 12 killed, Marell Monitor at least 23.")
    assert [e.words for e in found.words] == ["12 people", "at least 23"] and found.disagrees
    assert found.sentences() == [
        "Harbour Post, 2031-03-05: The attack on the port of Marell killed 12 people, and at least 19 by a count.",
        "Northern Wire, 2031-03-07: at least 23"]


def test_what_follows_is_found_and_not_told_twice(harbour: Graph) -> None:
    harbour.store.update(PROLOGUE + "DELETE { claim:f1 kg:saidOn ?d } WHERE { claim:f1 kg:saidOn ?d } ; "
                         'INSERT DATA { claim:f1 kg:saidOn "2031-03-07"^^xsd:date }')
    found = noticed(harbour)
    assert [n.kind for n in found] == ["Contradiction", "Contradiction"]
    follows = next(n for n in found if n.iri != "https://w3id.org/conflict-kg/id/finding/c1")
    harbour.add(list(finding_triples(harbour)))
    assert [n.iri for n in noticed(harbour)].count(follows.iri) == 1


