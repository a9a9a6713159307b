import io
import itertools

import networkx as nx

from kg.store import Graph

ID = "https://w3id.org/conflict-kg/id/"


def edges(graph: Graph) -> dict[tuple[str, str, str], dict[str, object]]:
    found = graph.to_networkx().edges(data=True)
    return {(u.rsplit("/", 1)[-1], d["label"], v.rsplit("/", 1)[-1]): d for u, v, d in found}


def test_nodes_have_label_type_kind_dates_and_coordinates(harbour: Graph) -> None:
    nodes = harbour.to_networkx().nodes
    attack = {"label": "attack on the port", "type": "Event", "kind": "Bombing", "date": "2031-03-04",
              "time_text": "Tuesday", "earliest": "2031-03-04T00:00:00Z", "latest": "2031-03-05T00:00:00Z"}  # fmt: skip
    assert nodes[ID + "event/attack"] == attack
    marell = {"label": "Marell", "type": "Place", "kind": "Place", "place_kind": "city", "lat": 12.5, "lon": -3.25}
    assert nodes[ID + "place/marell"] == marell
    assert nodes[ID + "concept/rifle"] == {"label": "rifle", "type": "Concept", "kind": "Concept"}
    assert nodes[ID + "event/planned"]["modality"] == "planned"


def test_no_claim_report_or_mention_is_a_node(harbour: Graph) -> None:
    assert {d["type"] for _, d in harbour.to_networkx().nodes(data=True)} == {"Actor", "Place", "Event", "Concept"}


def test_an_edge_weighs_its_claims_and_names_their_voices(harbour: Graph) -> None:
    found = edges(harbour)
    two = {"label": "place", "weight": 2, "claims": 2, "claimants": "Harbour Post; Marell Monitor"}
    assert found["attack", "place", "marell"] == two
    background = {"label": "within", "weight": 1, "claims": 0, "claimants": ""}
    assert found["marell", "within", "orland"] == background
    assert found["attack", "attributedTo", "red-dawn"]["claimants"] == "Red Dawn"
    assert found["coast-guard-union", "rivalOf", "red-dawn"]["claims"] == 1


def test_every_attribute_is_a_scalar_and_every_key_unique(harbour: Graph) -> None:
    network = harbour.to_networkx()
    values = itertools.chain.from_iterable(
        d.values() for *_, d in (*network.nodes(data=True), *network.edges(data=True))
    )
    assert {type(v) for v in values} <= {str, int, float}
    keys = [k for *_, k in network.edges(keys=True)]
    assert len(keys) == len(set(keys))


def test_networkx_reads_back_what_it_writes(harbour: Graph) -> None:
    network, out = harbour.to_networkx(), io.BytesIO()
    nx.write_graphml(network, out)
    out.seek(0)
    again = nx.read_graphml(out, force_multigraph=True, edge_key_type=int)
    assert dict(again.nodes(data=True)) == dict(network.nodes(data=True))
    assert sorted(again.edges(data="weight")) == sorted(network.edges(data="weight"))
