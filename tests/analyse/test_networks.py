from pathlib import Path

import networkx as nx
import pytest

from kg.analyse import PROJECTIONS, to_networkx, write_network
from kg.store import Graph

ID = "https://w3id.org/conflict-kg/id/"


def edges(graph: Graph, projection: str) -> dict[tuple[str, str], int]:
    found = to_networkx(graph, projection)
    label = dict(found.nodes(data="label"))
    named = [(label[a], label[b], weight) for a, b, weight in found.edges(data="weight")]
    return {(a, b) if found.is_directed() else (min(a, b), max(a, b)): weight for a, b, weight in named}


@pytest.mark.parametrize(("projection", "wanted"), [
    ("actors", {("Coast Guard Union", "Red Dawn"): 2, ("Dawn Channel", "Red Dawn"): 1,
                ("Ines Vale", "Interior Ministry of Orland"): 1}),
    ("places", {("Marell", "Red Dawn"): 1, ("Orland", "Red Dawn"): 1, ("Coast Guard Union", "Orland"): 1}),
    ("events", {("blast at the gate", "attack on the port"): 1, ("shooting on the quay", "attack on the port"): 1}),
    ("sources", {("Marell Monitor", "St Ada Hospital"): 1}),
    ("fights", {("Coast Guard Union", "Red Dawn"): 1}),
])  # fmt: skip
def test_a_projection(harbour: Graph, projection: str, wanted: dict[tuple[str, str], int]) -> None:
    assert edges(harbour, projection) == wanted


def test_an_edge_tells_its_ties_and_events(harbour: Graph) -> None:
    found = to_networkx(harbour, "actors")
    assert found[ID + "actor/coast-guard-union"][ID + "actor/red-dawn"] == {"weight": 2, "events": 1, "ties": "rivalOf"}
    assert ID + "actor/gunmen" not in found and ID + "actor/children" not in found  # no names of their own


def test_without_a_name_it_is_the_whole_network(harbour: Graph) -> None:
    assert set(to_networkx(harbour)) == set(harbour.to_networkx())
    with pytest.raises(ValueError, match=r"'people'.*actors"):
        to_networkx(harbour, "people")


@pytest.mark.parametrize("projection", PROJECTIONS)
@pytest.mark.parametrize(("suffix", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_gephi_can_read_it(harbour: Graph, tmp_path: Path, projection: str, suffix: str, read) -> None:
    file, wanted = tmp_path / f"n.{suffix}", to_networkx(harbour, projection)
    write_network(wanted, file)
    once = file.read_bytes()
    write_network(to_networkx(Graph.of(sorted(harbour, key=str)), projection), file)
    assert file.read_bytes() == once
    found = read(file)
    assert set(found) == set(wanted) and found.number_of_edges() == wanted.number_of_edges()


def test_another_suffix_is_named(harbour: Graph, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"n\.csv"):
        write_network(to_networkx(harbour, "actors"), tmp_path / "n.csv")


@pytest.mark.parametrize("projection", PROJECTIONS)
def test_an_empty_graph_has_empty_projections(projection: str) -> None:
    assert len(to_networkx(Graph(), projection)) == 0
