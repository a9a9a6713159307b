import io

import pytest
from pyshacl import validate
from rdflib import Graph as Rdf

from kg.check import check
from kg.export import FORMATS, at_least, export, without_text
from kg.export.redact import hashed
from kg.resources import folder
from kg.store import Graph


def test_offsets_and_hashes_stay_and_no_words(harbour: Graph) -> None:
    found = without_text(harbour)
    assert not found.query("ASK { ?m nif:anchorOf ?words }") and len(found) == len(harbour)
    assert (hashed("at least 19"),) in found.query("SELECT ?h { ?m nif:beginIndex 55 ; kg:wordsHash ?h }").rows


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_sentence_through(harbour: Graph, name: str) -> None:
    text = export(without_text(harbour), name)
    assert "killed 12 people" not in text and "cowardly" not in text


def test_it_is_still_a_sound_graph(harbour: Graph) -> None:
    found = without_text(harbour)
    assert check(found) == []
    shapes, ontology = (Rdf().parse(folder("ontology") / f"{n}.ttl") for n in ("shapes", "kg"))
    conforms, _, message = validate(found.to_rdflib(), shacl_graph=shapes, ont_graph=ontology)
    assert conforms, message


UNSURE = """
@prefix kg: <https://w3id.org/conflict-kg/ontology#> . @prefix claim: <https://w3id.org/conflict-kg/id/claim/> .
claim:p8 kg:confidence 0.3 . claim:p1 kg:confidence 0.3 . claim:p3 kg:confidence 0.3 . claim:x1 kg:confidence 0.2 .
claim:f3 kg:confidence 0.1 . claim:f5 kg:confidence 0.1 .
"""


@pytest.fixture
def unsure(harbour: Graph) -> Graph:
    return Graph.of(harbour).read(io.BytesIO(UNSURE.encode()))


def test_what_only_unsure_claims_bear_out_goes(unsure: Graph) -> None:
    found = at_least(unsure, 0.5)
    attack = next(e for e in found.events() if e.label == "attack on the port")
    assert {c.iri.rsplit("/", 1)[-1] for c in unsure.claims()} - {c.iri.rsplit("/", 1)[-1] for c in found.claims()} == {
        "p8", "p1", "p3", "x1", "f3", "f5"}
    assert not attack.weapons and not attack.attributed_to and not attack.date and not attack.begin
    assert [p.label for p in attack.places] == ["Marell"]  # another claim says so
    assert not found.query("ASK { ?f a kg:Finding }")  # it was about a figure that is gone
    assert not found.query('ASK { ?m nif:anchorOf "dozens" }')
    assert found.query('ASK { ?m nif:anchorOf "attack" }') and check(found) == []


def test_a_claim_without_a_confidence_stays(harbour: Graph) -> None:
    assert len(at_least(harbour, 0.9)) == len(harbour)


def test_nothing_changes_at_zero(unsure: Graph) -> None:
    assert set(at_least(unsure, 0.0)) == set(unsure)
