"""The ontology's files: every term defined, and the shapes tell a good graph from a bad one."""
import pytest
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef
from rdflib.namespace import SKOS

from kg.resources import folder

KG = Namespace("https://w3id.org/conflict-kg/ontology#")

CLASSES = """Report Mention Actor Person ArmedGroup State GovernmentBody MediaOutlet MonitoringGroup PoliticalGroup
    InternationalBody PeopleGroup Organisation Place Facility Event Attack Bombing ArmedAttack Airstrike Shelling
    Assassination Kidnapping Arson Robbery Clash Offensive Seizure Arrest Protest Negotiation Agreement Displacement
    Conflict Statement Condemnation Accusation Denial Confirmation Warning Claim FigureClaim ResponsibilityClaim
    RelationClaim Finding Contradiction SumMismatch UnitMismatch FigureSummary"""
RELATIONS = """sentence evidence reportedIn leads memberOf partOf speaksFor allyOf rivalOf adherentOf basedIn
    hasFacilityIn within capitalOf place agent attributedTo target victim weapon method subEventOf modality eventType
    speaker affiliation about claimedBy via measure bound victimGroup supersedes responsible stance concerns"""
VALUES = "confidence placeKind count date begin end timeText quote saidOn lower upper figure best policy"
CONCEPTS = """asserted attributed denied planned hypothetical killed wounded missing displaced abducted arrested exact
    atLeast moreThan approximately nearly upTo claims denies blames"""
KINDS = {OWL.Class: CLASSES, OWL.ObjectProperty: RELATIONS, OWL.DatatypeProperty: VALUES, SKOS.Concept: CONCEPTS}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(folder("ontology") / "kg.ttl")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(folder("ontology") / "shapes.ttl")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.split("#")[-1])
def test_has_every_term_of_the_contract(ontology: Graph, kind: URIRef) -> None:
    assert [name for name in KINDS[kind].split() if (KG[name], RDF.type, kind) not in ontology] == []


@pytest.mark.parametrize("prop", [RDF.type, RDFS.label, RDFS.comment], ids=["type", "label", "comment"])
def test_every_term_is_documented(ontology: Graph, prop: URIRef) -> None:
    terms = {term for term in ontology.subjects() if str(term).startswith(KG)}
    assert sorted(term for term in terms if (term, prop, None) not in ontology) == []


@pytest.mark.parametrize("name, above", [
    ("Bombing", "Attack"), ("Attack", "Event"), ("Denial", "Statement"), ("Facility", "Place"),
    ("FigureClaim", "Claim"), ("Contradiction", "Finding"),
])
def test_hierarchy(ontology: Graph, name: str, above: str) -> None:
    assert (KG[name], RDFS.subClassOf, KG[above]) in ontology


def test_terms_used_in_data_are_defined(ontology: Graph) -> None:
    data = Graph().parse(folder("ontology") / "actors.ttl").parse(folder("ontology") / "places.ttl")
    used = {term for triple in data for term in triple if str(term).startswith(KG)}
    assert sorted(term for term in used if (term, RDFS.label, None) not in ontology) == []


GOOD = """
@prefix kg: <https://w3id.org/conflict-kg/ontology#> . @prefix ex: <https://ex.org/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:r a kg:Report ; dct:identifier "ab12" ; dct:title "Blast in Quetta" ; dct:issued "2013-01-11"^^xsd:date .
<https://ex.org/r#char=0,5> a kg:Mention ; nif:referenceContext ex:r ; nif:beginIndex 0 ; nif:endIndex 5 ;
  nif:anchorOf "blast" .
ex:quetta a kg:Place ; rdfs:label "Quetta" ; kg:placeKind "city" .
ex:blast a kg:Bombing ; rdfs:label "blast" ; kg:evidence <https://ex.org/r#char=0,5> ; kg:reportedIn ex:r ;
  kg:place ex:quetta .
ex:where a kg:RelationClaim ; kg:evidence <https://ex.org/r#char=0,5> ; kg:reportedIn ex:r ;
  rdf:subject ex:blast ; rdf:predicate kg:place ; rdf:object ex:quetta .
ex:toll a kg:FigureClaim ; kg:evidence <https://ex.org/r#char=0,5> ; kg:reportedIn ex:r ; kg:about ex:blast ;
  kg:measure kg:killed ; kg:bound kg:atLeast ; kg:lower 12 ; kg:figure 12 .
"""


def verdict(text: str, shapes: Graph, ontology: Graph) -> tuple[bool, str]:
    conforms, _, message = validate(Graph().parse(data=text), shacl_graph=shapes, ont_graph=ontology)
    return conforms, message


def test_a_good_graph_conforms(shapes: Graph, ontology: Graph) -> None:
    conforms, message = verdict(GOOD, shapes, ontology)
    assert conforms, message


@pytest.mark.parametrize("old, new, says", [
    ("kg:lower 12 ;", "kg:lower 12 ; kg:upper 9 ;", "lower limit is at most"),
    ("kg:bound kg:atLeast", "kg:bound kg:killed", "kg:bound"),
    ("nif:beginIndex 0", "nif:beginIndex 7", "begins before it ends"),
    ("ex:where a kg:RelationClaim ; kg:evidence <https://ex.org/r#char=0,5> ;", "ex:where a kg:RelationClaim ;",
     "words that bear it out"),
    ("rdf:object ex:quetta", "rdf:object ex:r", "no claim behind it"),
    ('kg:place ex:quetta .\n', 'kg:place ex:quetta ; kg:modality kg:denied .\n', "OrConstraintComponent"),
    ("kg:place ex:quetta .\n", "kg:place ex:quetta ; kg:subEventOf ex:blast .\n", "part of itself"),
    ('kg:placeKind "city"', 'kg:placeKind "town"', "kg:placeKind"),
    (' dct:identifier "ab12" ;', "", "content hash"),
])
def test_a_bad_graph_does_not(shapes: Graph, ontology: Graph, old: str, new: str, says: str) -> None:
    assert GOOD.count(old) == 1
    conforms, message = verdict(GOOD.replace(old, new), shapes, ontology)
    assert not conforms
    assert says in message or says.replace("kg:", str(KG)) in message
