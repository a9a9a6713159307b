import json

import pytest

from kg.export import export
from kg.export.ftm import ident
from kg.store import Graph


def entities(graph: Graph) -> list[dict[str, object]]:
    return [json.loads(line) for line in export(graph, "ftm").splitlines()]


def test_schemata_and_links(harbour: Graph) -> None:
    found = {str(e["id"]): e for e in entities(harbour)}
    assert {i: found[f"actor-{i}"]["schema"] for i in ("ines-vale", "red-dawn", "interior-ministry", "children")} == {
        "ines-vale": "Person", "red-dawn": "Organization", "interior-ministry": "PublicBody", "children": "LegalEntity"}
    event = found["event-attack"]["properties"]
    assert isinstance(event, dict) and event["name"] == ["attack on the port"] and event["date"] == ["2031-03-04"]
    links = [i for p in ("involved", "addressEntity", "proof") for i in event[p]]
    assert set(links) <= set(found) and "actor-red-dawn" in links
    assert "event-planned" not in found  # it has not happened


def test_a_tie_has_its_proof(harbour: Graph) -> None:
    ties = [e for e in entities(harbour) if e["schema"] in ("UnknownLink", "Representation", "Membership")]
    (speaks,) = [e["properties"] for e in ties if e["schema"] == "Representation"]
    assert isinstance(speaks, dict) and speaks["client"] == ["actor-interior-ministry"]
    assert speaks["proof"] == ["report-2031-03-05-harbour-post-aaaaaaaaaaaa"]


def test_every_value_is_a_list_of_texts(harbour: Graph) -> None:
    values = [v for e in entities(harbour) for v in dict(e["properties"]).values()]  # type: ignore[call-overload]
    assert all(isinstance(v, list) and v and all(isinstance(x, str) and x for x in v) for v in values)


def test_ids_are_plain() -> None:
    assert ident("https://w3id.org/conflict-kg/id/actor/red-dawn") == "actor-red-dawn"


def test_the_library_takes_them(harbour: Graph) -> None:
    model = pytest.importorskip("followthemoney").model
    for entity in entities(harbour):
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(proxy.to_dict())
