"""Findings on dates, places, rival claims and tolls that rise, in a hand-written graph that is then changed."""
from pathlib import Path

import pytest

from kg.check.findings import findings
from kg.store import PREFIXES, Graph

HARBOUR = Path(__file__).parent.parent / "fixtures" / "harbour.ttl"
PROLOGUE = "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in PREFIXES.items())
R1 = "<https://w3id.org/conflict-kg/id/report/2031-03-05-harbour-post-aaaaaaaaaaaa>"


def changed(*updates: str) -> list[str]:
    graph = Graph().load(HARBOUR)
    for update in updates:
        graph.store.update(PROLOGUE + update)
    return [str(f) for f in findings(graph)]


def moved(event: str, begin: str, end: str) -> str:
    return f"""DELETE {{ event:{event} kg:begin ?b ; kg:end ?e }}
    INSERT {{ event:{event} kg:begin "{begin}T00:00:00Z"^^xsd:dateTime ;
    kg:end "{end}T00:00:00Z"^^xsd:dateTime }} WHERE {{ OPTIONAL {{ event:{event} kg:begin ?b ; kg:end ?e }} }}"""


def test_the_graph_as_it_stands_gives_nothing_away() -> None:
    assert changed() == []  # 12 on the 4th against 23 on the 7th: a toll may rise


@pytest.mark.parametrize(("update", "wanted"), [
    (moved("attack", "2031-03-09", "2031-03-10"),
     ["attack on the port: dated 2031-03-09, after the report that tells of it was published "
      "(2031-03-05, Ferry terminal hit in Marell)",
      "attack on the port: dated 2031-03-09, and already counted on 2031-03-07 by Marell Monitor",
      "attack on the port: dated 2031-03-09, and already counted on 2031-03-04 by St Ada Hospital"]),
    (moved("attack", "2031-03-05", "2031-03-06"), []),  # within what time zones explain
    (moved("planned", "2031-05-01", "2031-05-02"), []),  # planned for later
    (moved("gate", "2031-03-01", "2031-03-02"),
     ["blast at the gate: over by 2031-03-02, before attack on the port, of which it is a part, began (2031-03-04)"]),
    (moved("earlier", "2030-05-09", "2030-05-02"),
     ["offensive of 2029: begins on 2030-05-09 and ends on 2030-05-02"]),
])  # fmt: skip
def test_dates_that_cannot_be(update: str, wanted: list[str]) -> None:
    assert changed(update) == wanted


VELD = 'place:veld a kg:Place ; rdfs:label "Veld" ; kg:placeKind "country" .'
SUND = 'place:sund a kg:Place ; rdfs:label "Sund" ; kg:placeKind "city" ; kg:within place:veld .'


@pytest.mark.parametrize(("update", "wanted"), [
    (f"INSERT DATA {{ {VELD} place:marell kg:within place:veld }}",
     ["Marell: said to lie in Orland and in Veld", "ferry terminal: said to lie in Orland and in Veld"]),
    (f"INSERT DATA {{ {VELD} {SUND} event:shooting kg:place place:sund . claim:z rdf:subject event:shooting ; "
     "rdf:predicate kg:place ; rdf:object place:sund }",
     ["shooting on the quay: in Veld, and a part of attack on the port, which is in Orland"]),
    ('INSERT DATA { place:peru a kg:Place ; rdfs:label "Peru" ; kg:placeKind "country" . place:b a kg:Place ; '
     'rdfs:label "Bravo" ; wgs:lat 48.2 ; wgs:long 16.4 ; kg:within place:peru }',
     ["Bravo: 10,292 km from the nearest known town of Peru, in which it is said to lie"]),
    ('INSERT DATA { place:peru a kg:Place ; rdfs:label "Peru" ; kg:placeKind "country" . place:b a kg:Place ; '
     'rdfs:label "Bravo" ; wgs:lat -12.2 ; wgs:long -77.1 ; kg:within place:peru }', []),
])  # fmt: skip
def test_places_that_do_not_fit(update: str, wanted: list[str]) -> None:
    assert changed(update) == wanted


def test_two_that_claim_one_deed() -> None:
    claimed = "DELETE { claim:x2 kg:stance ?s } INSERT { claim:x2 kg:stance kg:claims } WHERE { claim:x2 kg:stance ?s }"
    assert changed(claimed) == ["attack on the port (Marell, 2031-03-04): both Coast Guard Union and Red Dawn claim it"]
    allied = "INSERT DATA { actor:coast-guard-union kg:memberOf actor:red-dawn }"
    assert changed(claimed, allied) == []


def said(claim: str, day: str) -> str:
    return f"""DELETE {{ claim:{claim} kg:saidOn ?d }} INSERT {{ claim:{claim} kg:saidOn "{day}"^^xsd:date }}
    WHERE {{ OPTIONAL {{ claim:{claim} kg:saidOn ?d }} }}"""


@pytest.mark.parametrize(("updates", "wanted"), [
    ([said("f1", "2031-03-07")], ["at least 23 by Marell Monitor against 12 by St Ada Hospital"]),  # the same day
    ([said("f1", "2031-03-08")], ["at least 23 by Marell Monitor against 12 by St Ada Hospital"]),  # lower, and later
    ([said("f2", "2031-03-04")], ["at least 19 by Marell Monitor against 12 by St Ada Hospital"]),  # that day's count
    ([said("f3", "2031-03-08")], []),
])  # fmt: skip
def test_a_toll_may_rise_and_not_fall(updates: list[str], wanted: list[str]) -> None:
    assert changed(*updates) == [f"attack on the port (Marell, 2031-03-04): killed: {w}" for w in wanted]
