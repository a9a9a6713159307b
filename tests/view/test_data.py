from typing import Any

import pytest

from kg.store import Graph
from kg.view.data import data


@pytest.fixture(scope="module")
def found(harbour: Graph) -> dict[str, Any]:
    return data(harbour)


def event(found: dict[str, Any], label: str) -> dict[str, Any]:
    return next(e for e in found["events"] if e["label"] == label)


def labels(found: dict[str, Any], row: dict[str, Any], role: str) -> list[str]:
    return [found["nodes"][n]["label"] for r, n in row["roles"] if r == role]


def test_an_event_has_its_roles_and_its_time(found: dict[str, Any]) -> None:
    attack = event(found, "attack on the port")
    assert attack["type"] == "Bombing"
    assert (attack["date"], attack["timeText"]) == ("2031-03-04", "Tuesday")
    assert labels(found, attack, "place") == ["Marell"]
    assert labels(found, attack, "target") == ["ferry terminal"]
    assert labels(found, attack, "attributedTo") == ["Red Dawn"]
    assert labels(found, attack, "weapon") == ["car bomb"]


def test_what_is_not_stated_is_left_out(found: dict[str, Any]) -> None:
    gate = event(found, "blast at the gate")
    assert not {"date", "begin", "timeText", "modality", "eventType"} & set(gate)
    planned = event(found, "planned talks")
    assert (planned["modality"], planned["eventType"], planned["type"]) == ("planned", "Negotiation", "Event")


def test_parts_and_statements_lead_to_their_event(found: dict[str, Any]) -> None:
    attack = found["events"].index(event(found, "attack on the port"))
    assert event(found, "blast at the gate")["wholes"] == [attack]
    assert event(found, "condemned")["about"] == [attack]
    assert event(found, "condemned")["quotes"] == ["a cowardly act"]


def test_marks_are_offsets_within_the_sentence(found: dict[str, Any]) -> None:
    number, begin, end = event(found, "attack on the port")["marks"][0]
    sentence = found["sentences"][number]
    assert sentence["text"][begin:end] == "attack"
    assert found["reports"][sentence["report"]]["title"] == "Ferry terminal hit in Marell"


def test_a_mention_without_a_sentence_is_its_own(found: dict[str, Any]) -> None:
    number, begin, end = event(found, "blast at the gate")["marks"][0]
    assert (found["sentences"][number]["text"], begin, end) == ("blast", 0, 5)


def test_figures_keep_their_limits_and_what_replaces_them(found: dict[str, Any]) -> None:
    figures = [f for f in found["figures"] if f["measure"] == "killed" and "group" not in f]
    told = {(found["nodes"][f["by"]]["label"], f["figure"], f.get("upper"), f.get("replaced", False)) for f in figures}
    monitor = {("Marell Monitor", 19, None, True), ("Marell Monitor", 23, None, False)}
    assert told == {("St Ada Hospital", 12, 12, False)} | monitor


def test_a_claim_of_responsibility_has_its_channel(found: dict[str, Any]) -> None:
    claim = next(r for r in found["responsibilities"] if r["stance"] == "claims")
    named = [found["nodes"][claim[name]]["label"] for name in ("responsible", "by", "via")]
    assert named == ["Red Dawn", "Red Dawn", "Dawn Channel"]
    assert found["reports"][claim["reports"][0]]["title"] == "Ferry terminal hit in Marell"


def test_a_place_leads_to_what_it_lies_in(found: dict[str, Any]) -> None:
    terminal = next(n for n in found["nodes"] if n["label"] == "ferry terminal")
    marell = found["nodes"][terminal["within"]]
    assert (marell["label"], marell["lat"], marell["lon"]) == ("Marell", 12.5, -3.25)
    assert found["nodes"][marell["within"]]["label"] == "Orland"


def test_relations_join_actors_of_the_page(found: dict[str, Any]) -> None:
    told = {(found["nodes"][a]["label"], r, found["nodes"][b]["label"]) for a, r, b in found["relations"]}
    assert ("Dawn Channel", "partOf", "Red Dawn") in told


def test_a_finding_leads_to_its_events(found: dict[str, Any]) -> None:
    (finding,) = found["findings"]
    assert finding["kind"] == "Contradiction"
    assert finding["events"] == [found["events"].index(event(found, "attack on the port"))]


def test_a_graph_without_text_keeps_offsets_alone(harbour: Graph) -> None:
    bare = data(Graph.of(t for t in harbour if not t.predicate.value.endswith("#anchorOf")))
    number, begin, end = event(bare, "attack on the port")["marks"][0]
    assert (bare["sentences"][number], begin, end) == ({"report": 0, "begin": 0, "text": ""}, 4, 10)


def test_an_empty_graph_gives_an_empty_page_of_data() -> None:
    assert data(Graph())["events"] == []
