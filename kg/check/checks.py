"""What must hold of every graph, as a visible list: a name, what is wrong where it fails, and SPARQL that finds it."""
from dataclasses import dataclass

_PROLOGUE = """
PREFIX kg: <https://w3id.org/conflict-kg/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
"""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule; `sparql` selects ?node, and ?detail where there is something to add, for each breach of it."""

    name: str
    wrong: str
    sparql: str

    @property
    def query(self) -> str:
        """The whole query."""
        return f"{_PROLOGUE}SELECT DISTINCT ?node ?detail WHERE {{ {self.sparql} }} ORDER BY ?node ?detail"


CHECKS = (
    Check(
        "event-edges",
        "an event's edge without a claim that bears it out",
        """VALUES ?edge { kg:place kg:agent kg:target kg:victim kg:weapon kg:method kg:date kg:subEventOf }
        ?node ?edge ?value . ?node a kg:Event
        FILTER NOT EXISTS { ?claim rdf:subject ?node ; rdf:predicate ?edge ; rdf:object ?value }
        BIND(CONCAT(STRAFTER(STR(?edge), "#"), " ", STR(?value)) AS ?detail)""",
    ),
    Check(
        "relations",
        "a relation that is neither background nor borne out by a claim",
        """VALUES ?edge { kg:leads kg:memberOf kg:partOf kg:speaksFor kg:allyOf kg:rivalOf kg:adherentOf kg:basedIn
                          kg:hasFacilityIn kg:capitalOf }
        ?node ?edge ?value
        FILTER NOT EXISTS { ?node prov:wasDerivedFrom ?set } FILTER NOT EXISTS { ?value prov:wasDerivedFrom ?set2 }
        FILTER NOT EXISTS { ?claim rdf:subject ?node ; rdf:predicate ?edge ; rdf:object ?value }
        FILTER NOT EXISTS { ?claim2 rdf:subject ?value ; rdf:predicate ?edge ; rdf:object ?node }
        BIND(CONCAT(STRAFTER(STR(?edge), "#"), " ", STR(?value)) AS ?detail)""",
    ),
    Check(
        "claim-evidence",
        "a claim without evidence",
        "?node a kg:Claim FILTER NOT EXISTS { ?node kg:evidence ?mention }",
    ),
    Check(
        "claim-report",
        "a claim that is reported nowhere",
        "?node a kg:Claim FILTER NOT EXISTS { ?node kg:reportedIn ?report }",
    ),
    Check(
        "event-evidence",
        "an event without evidence",
        "?node a kg:Event FILTER NOT EXISTS { ?node kg:evidence ?mention }",
    ),
    Check(
        "edge-of-claim",
        "a relation claim whose edge is not in the graph",
        """?node a kg:RelationClaim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o
        FILTER NOT EXISTS { ?s ?p ?o } BIND(CONCAT(STR(?s), " ", STR(?p)) AS ?detail)""",
    ),
    Check(
        "mention-length",
        "a mention whose words are not as long as its offsets say",
        """?node nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?words FILTER(STRLEN(?words) != ?e - ?b)
        BIND(STR(?words) AS ?detail)""",
    ),
    Check(
        "mention-in-sentence",
        "a mention whose words are not in its sentence where its offsets say",
        """?node nif:beginIndex ?b ; nif:anchorOf ?words ; kg:sentence ?s . ?s nif:beginIndex ?sb ; nif:anchorOf ?text
        FILTER(SUBSTR(?text, ?b - ?sb + 1, STRLEN(?words)) != ?words) BIND(STR(?words) AS ?detail)""",
    ),
    Check(
        "figure-range",
        "a figure whose lower limit is above its upper one",
        "?node kg:lower ?low ; kg:upper ?high FILTER(?low > ?high)",
    ),
    Check(
        "supersedes",
        "a figure that replaces another claimant's",
        """?node kg:supersedes ?earlier OPTIONAL { ?node kg:claimedBy ?one } OPTIONAL { ?earlier kg:claimedBy ?other }
        FILTER(COALESCE(STR(?one), "") != COALESCE(STR(?other), ""))""",
    ),
    Check(
        "modality",
        "an event that is denied, planned or hypothetical and yet of a class that queries for attacks meet",
        """VALUES ?modality { kg:denied kg:planned kg:hypothetical }
        ?node kg:modality ?modality ; a kg:Event, ?class FILTER(?class != kg:Event && STRSTARTS(STR(?class), STR(kg:)))
        BIND(STR(?class) AS ?detail)""",
    ),
    Check(
        "label",
        "an actor, place or event without a label",
        "VALUES ?class { kg:Actor kg:Place kg:Event } ?node a ?class FILTER NOT EXISTS { ?node rdfs:label ?label }",
    ),
    Check(
        "part-of-itself",
        "an event that is a part of itself",
        "?node kg:subEventOf+ ?node",
    ),
    Check(
        "blank-nodes",
        "a blank node",
        "{ ?node ?p ?o } UNION { ?s ?q ?node } FILTER(isBlank(?node))",
    ),
)
