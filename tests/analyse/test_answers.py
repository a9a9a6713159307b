import io

import pytest

from kg.analyse import ANALYSES, analyse
from kg.store import PREFIXES, Graph

PROLOGUE = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())


def more(graph: Graph, turtle: str) -> Graph:
    return Graph.of(graph).read(io.BytesIO((PROLOGUE + turtle).encode()))


def test_central(harbour: Graph) -> None:
    rows = analyse(harbour, "central").dicts()
    assert [(r["actor"], r["joined"], r["weight"]) for r in rows[:2]] == [
        ("Red Dawn", 2, 3), ("Coast Guard Union", 1, 2)]
    assert float(str(rows[0]["between"])) > 0 and rows[1]["between"] == 0.0


def test_communities(harbour: Graph) -> None:
    assert analyse(harbour, "communities").rows == (
        (1, 3, "Coast Guard Union; Dawn Channel; Red Dawn"), (2, 2, "Ines Vale; Interior Ministry of Orland"))


def test_fights(harbour: Graph) -> None:
    assert analyse(harbour, "fights").rows == (("2029", "Coast Guard Union", "Red Dawn", 1),)


STRUCK = """event:attack kg:victim actor:coast-guard-union . event:gate kg:victim actor:coast-guard-union ;
    kg:attributedTo actor:red-dawn ."""


def test_a_part_is_not_counted_beside_its_whole(harbour: Graph) -> None:
    assert ("2031-03", "Red Dawn", "Coast Guard Union", 1) in analyse(more(harbour, STRUCK), "fights").rows


@pytest.mark.parametrize(("told", "row"), [
    ("", ("Marell Monitor", "St Ada Hospital", 1, 0, 0.0)),
    ("""claim:n a kg:FigureClaim, kg:Claim ; kg:about event:attack ; kg:measure kg:killed ; kg:figure 30 ; kg:lower 30 ;
     kg:upper 30 ; kg:bound kg:exact ; kg:claimedBy actor:interior-ministry ; kg:reportedIn
     <https://w3id.org/conflict-kg/id/report/2031-03-07-northern-wire-bbbbbbbbbbbb> .""",
     ("Interior Ministry of Orland", "Marell Monitor", 1, 1, 1.0)),
    ("""claim:n a kg:ResponsibilityClaim, kg:Claim ; kg:about event:attack ; kg:responsible actor:coast-guard-union ;
     kg:stance kg:blames ; kg:claimedBy actor:red-dawn .""", ("Coast Guard Union", "Red Dawn", 1, 0, 0.0)),
])  # fmt: skip
def test_agreement(harbour: Graph, told: str, row: tuple[object, ...]) -> None:
    assert row in analyse(more(harbour, told), "agreement").rows


@pytest.mark.parametrize("name", ANALYSES)
def test_of_an_empty_graph_nothing(name: str) -> None:
    assert analyse(Graph(), name).rows == ()


def test_another_name_is_named(harbour: Graph) -> None:
    with pytest.raises(ValueError, match=r"'weather'.*central"):
        analyse(harbour, "weather")
