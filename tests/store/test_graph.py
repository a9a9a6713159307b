import io
from pathlib import Path

import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.store import Graph, GraphFileError, QueryError

EVENT = "https://w3id.org/conflict-kg/id/event/attack"
SERIALISED = {".ttl": "turtle", ".nt": "nt", ".jsonld": "json-ld", ".rdf": "xml", ".nq": "nquads", ".trig": "trig"}


@pytest.mark.parametrize("suffix", SERIALISED)
def test_every_format_loads_to_the_same_graph(harbour: Graph, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"graph{suffix}"
    source = rdflib.Dataset()
    named = source.graph(rdflib.URIRef("urn:g")) if suffix in (".nq", ".trig") else source.default_graph
    for triple in harbour.to_rdflib():
        named.add(triple)
    holder = source if suffix in (".nq", ".trig") else harbour.to_rdflib()
    holder.serialize(file, format=SERIALISED[suffix])
    assert set(Graph().load(file)) == set(harbour)


BAD_FILES = (("missing.ttl", None), ("odd.txt", "x"), ("broken.ttl", "<a> <b>"), ("broken.jsonld", "{"), ("none", "x"))


@pytest.mark.parametrize(("name", "content"), BAD_FILES)
def test_a_bad_file_is_named_and_changes_nothing(tmp_path: Path, name: str, content: str | None) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_text(content, encoding="utf-8")
    graph = Graph()
    with pytest.raises(GraphFileError, match=name):
        graph.load(file)
    assert len(graph) == 0


def test_turtle_is_the_same_bytes_whatever_the_order(harbour: Graph, tmp_path: Path) -> None:
    backwards = Graph.of(sorted(harbour, key=str, reverse=True))
    file = tmp_path / "out.ttl"
    assert backwards.to_turtle(file) == harbour.to_turtle()
    assert file.read_text(encoding="utf-8") == harbour.to_turtle()
    assert set(Graph().load(file)) == set(harbour)


def test_turtle_keeps_line_separators_in_literals() -> None:
    odd = Graph().read(io.BytesIO(b'<urn:a> <urn:b> "one\\u2028two\\n\\tthree\\u0085" .'))
    assert set(Graph().read(io.BytesIO(odd.to_turtle().encode()))) == set(odd)


def test_rdflib_holds_the_same(harbour: Graph, harbour_file: Path) -> None:
    assert isomorphic(harbour.to_rdflib(), rdflib.Graph().parse(harbour_file))


def test_a_store_on_disk_keeps_the_graph(harbour: Graph, tmp_path: Path) -> None:
    kept = Graph.open(tmp_path / "store").add(harbour)
    kept.store.flush()
    del kept
    found = Graph.open(tmp_path / "store", read_only=True)
    assert set(found) == set(harbour)
    with pytest.raises(GraphFileError, match="nowhere"):
        Graph.open(tmp_path / "nowhere", read_only=True)


@pytest.mark.parametrize(("kind", "number"), [("Event", 6), ("Attack", 3), ("Claim", 25), ("Nothing", 0)])
def test_count_counts_a_class_and_those_below_it(harbour: Graph, kind: str, number: int) -> None:
    assert harbour.count(kind) == number


def test_clear_takes_everything_out(harbour: Graph) -> None:
    graph = Graph.of(harbour)
    assert graph
    assert not graph.clear()


def test_rows_are_plain_values(harbour: Graph) -> None:
    found = harbour.query("SELECT ?l ?f { ?c kg:figure ?f ; kg:about/rdfs:label ?l } ORDER BY ?f")
    assert found.columns == ("l", "f")
    assert list(found) == [("attack on the port", n) for n in (3, 12, 19, 23)]


@pytest.mark.parametrize(("pattern", "answer"), [("?e a kg:Bombing", True), ("?e a kg:Airstrike", False)])
def test_ask_is_true_or_false(harbour: Graph, pattern: str, answer: bool) -> None:
    found = harbour.query(f"ASK {{ {pattern} }}")
    assert bool(found) is answer
    assert found.rows == ((answer,),)


def test_construct_gives_triples(harbour: Graph) -> None:
    found = harbour.query("CONSTRUCT { ?e rdfs:label ?l } WHERE { ?e a kg:Bombing ; rdfs:label ?l }")
    assert len(found.triples) == len(found) == 2
    assert 'rdfs:label "blast at the gate"' in found.to_turtle()


def test_a_variable_can_be_bound_in_any_query(harbour: Graph) -> None:
    for query in (
        "SELECT ?node ?l { ?node rdfs:label ?l }",
        "SELECT ?l { VALUES ?node { UNDEF } ?node rdfs:label ?l }",
    ):
        assert [row[-1] for row in harbour.query(query, node=EVENT)] == ["attack on the port"]


def test_a_variable_that_cannot_be_bound_is_named(harbour: Graph) -> None:
    with pytest.raises(QueryError, match=r"VALUES \?node"):
        harbour.query("SELECT ?label { ?node rdfs:label ?label }", node=EVENT)


@pytest.mark.parametrize(
    "query",
    ["SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }", "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
     "LOAD <file:///etc/hostname>", "SELECT * { ?s nope:x ?o }", "DELETE WHERE { ?s ?p ?o }"],
)  # fmt: skip
def test_a_query_only_reads(harbour: Graph, query: str) -> None:
    size = len(harbour)
    with pytest.raises(QueryError):
        harbour.query(query)
    assert len(harbour) == size


def test_an_unknown_label_is_named(harbour: Graph) -> None:
    with pytest.raises(LookupError, match="Nowhere"):
        harbour.query("timeline", place="Nowhere")
