import io
import json
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.export import FORMATS, export, format_of, write
from kg.store import Graph

RDF_FORMATS = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld"}
NETWORK_READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_rdf_formats_hold_the_whole_graph(harbour: Graph, name: str) -> None:
    found = rdflib.Graph().parse(data=export(harbour, name), format=RDF_FORMATS[name])
    assert isomorphic(found, harbour.to_rdflib())


@pytest.mark.parametrize("name", NETWORK_READERS)
def test_network_formats_hold_the_network(harbour: Graph, name: str) -> None:
    found = NETWORK_READERS[name](io.BytesIO(export(harbour, name).encode()))
    network = harbour.to_networkx()
    assert set(found) == set(network)
    assert found.number_of_edges() == network.number_of_edges()
    place = found.nodes["https://w3id.org/conflict-kg/id/place/marell"]
    assert (place["label"], place["kind"], place["lat"]) == ("Marell", "Place", 12.5)


@pytest.mark.parametrize("name", NETWORK_READERS)
def test_ids_of_nodes_edges_and_attributes_are_unique(harbour: Graph, name: str) -> None:
    root = ElementTree.fromstring(export(harbour, name).encode())
    for tag in ("node", "edge", "key"):
        ids = [e.get("id") for e in root.iter() if e.tag.endswith("}" + tag)]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_graph_gives_the_same_bytes(harbour: Graph, name: str) -> None:
    assert export(Graph.of(sorted(harbour, key=str)), name) == export(harbour, name)


def test_gexf_bears_no_date_of_writing(harbour: Graph) -> None:
    assert "lastmodifieddate" not in export(harbour, "gexf")


@pytest.mark.parametrize("name", NETWORK_READERS)
def test_control_characters_do_not_break_the_xml(name: str) -> None:
    turtle = """@prefix kg: <https://w3id.org/conflict-kg/ontology#> . <urn:a> a kg:Actor ;
    <http://www.w3.org/2000/01/rdf-schema#label> "Red\\u0008 & <Dawn>" ."""
    text = export(Graph().read(io.BytesIO(turtle.encode())), name)
    assert NETWORK_READERS[name](io.BytesIO(text.encode())).nodes["urn:a"]["label"] == "Red & <Dawn>"


def test_jsonld_names_its_prefixes_and_nodes(harbour: Graph) -> None:
    found = json.loads(export(harbour, "jsonld"))
    assert found["@context"]["kg"] == "https://w3id.org/conflict-kg/ontology#"
    marell = next(n for n in found["@graph"] if n["@id"] == "place:marell")
    assert (marell["@type"], marell["rdfs:label"]) == (["kg:Place"], ["Marell"])
    assert marell["kg:within"] == ["place:orland"]
    assert found["@context"]["kg:within"] == {"@id": "kg:within", "@type": "@id"}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("a.ttl", "turtle"), ("b.NT", "ntriples"), ("c.jsonld", "jsonld"), ("d.graphml", "graphml"), ("e.gexf", "gexf")],
)
def test_a_file_is_written_in_the_format_of_its_suffix(harbour: Graph, tmp_path: Path, name: str, wanted: str) -> None:
    assert format_of(name) == wanted
    write(harbour, tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8") == export(harbour, wanted)


def test_unknown_formats_and_suffixes_are_named(harbour: Graph, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"'pdf'.*turtle"):
        export(harbour, "pdf")
    with pytest.raises(ValueError, match=r"x\.pdf.*\.ttl"):
        write(harbour, tmp_path / "x.pdf")
    assert not list(tmp_path.iterdir())


MIXED = """@prefix kg: <https://w3id.org/conflict-kg/ontology#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:a> kg:date "2016"^^xsd:gYear , "2016-05-23"^^xsd:date ; kg:lower 007 , 7 ; kg:quote "x" , "y"@en , "7" ;
  kg:place <urn:b> , <https://w3id.org/conflict-kg/id/place/c:d> ; kg:target <urn:b> , "b" ; <urn:p> <urn:b> , 1.50 ;
  kg:timeText "2016-05-23" ; kg:confidence 0.50 ; kg:begin "2016-05-23T00:00:00Z"^^xsd:dateTime ."""


@pytest.mark.parametrize("name", ["jsonld", "turtle", "ntriples", "trig", "nquads"])
def test_odd_values_come_back_to_the_letter(name: str, tmp_path: Path) -> None:
    graph = Graph().read(io.BytesIO(MIXED.encode()))
    suffix = {"turtle": "ttl", "ntriples": "nt", "nquads": "nq"}.get(name, name)
    (tmp_path / f"g.{suffix}").write_text(export(graph, name), encoding="utf-8")
    assert set(Graph().load(tmp_path / f"g.{suffix}")) == set(graph)
    if name in RDF_FORMATS:
        found = rdflib.Graph().parse(data=export(graph, name), format=RDF_FORMATS[name])
        assert isomorphic(found, graph.to_rdflib())
