from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode

from kg.export import export, write
from kg.export.quads import quads
from kg.store import Graph
from kg.store.terms import node

R1 = "https://w3id.org/conflict-kg/id/report/2031-03-05-harbour-post-aaaaaaaaaaaa"
R2 = "https://w3id.org/conflict-kg/id/report/2031-03-07-northern-wire-bbbbbbbbbbbb"


@pytest.mark.parametrize("suffix", ["trig", "nq"])
def test_flattened_it_is_the_graph_again(harbour: Graph, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"graph.{suffix}"
    write(harbour, file)
    assert set(Graph().load(file)) == set(harbour)


def test_rdflib_finds_a_graph_for_each_report(harbour: Graph) -> None:
    found = rdflib.Dataset().parse(data=export(harbour, "trig"), format="trig")
    assert {str(g.identifier) for g in found.graphs() if len(g)} >= {R1, R2}


def named(text: str) -> NamedNode:
    return NamedNode(text) if text.startswith("https:") else node(text)


@pytest.mark.parametrize(("subject", "edge", "homes"), [
    ("claim:f1", "kg:figure", {R1}),
    ("claim:f3", "kg:supersedes", {R2}),
    ("event:attack", "kg:place", {R1, R2}),
    ("event:attack", "kg:weapon", {R1}),
    ("event:attack", "kg:attributedTo", {R1}),
    ("event:attack", "rdfs:label", {R1, R2}),
    ("event:attack", "kg:evidence", {R1}),
    ("actor:red-dawn", "kg:rivalOf", {R2}),
    ("actor:red-dawn", "rdfs:label", {""}),
    ("place:marell", "kg:within", {""}),
    ("https://w3id.org/conflict-kg/id/finding/c1", "rdfs:comment", {R1, R2}),
])  # fmt: skip
def test_a_statement_stands_with_its_reports(harbour: Graph, subject: str, edge: str, homes: set[str]) -> None:
    found = [q for q in quads(harbour) if q.subject == named(subject) and q.predicate == node(edge)]
    assert {q.graph_name.value if isinstance(q.graph_name, NamedNode) else "" for q in found} == homes


def test_without_its_graph_a_report_leaves_nothing_behind(harbour: Graph) -> None:
    left = Graph.of(q.triple for q in quads(harbour) if q.graph_name != NamedNode(R1))
    assert not left.query(f"ASK {{ ?s ?p <{R1}> }}") and not left.query("ASK { ?f kg:concerns claim:f1 }")
    assert {c.iri.rsplit("/", 1)[-1] for c in left.claims()} == {
        "f3", "f4", "x2", "p2", "p6", "p9", "p10", "p11", "p12", "p14"}
