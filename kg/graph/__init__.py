"""From extractions and their resolution to triples, in the terms of the ontology."""
from kg.graph.assembly import assemble
from kg.graph.rules import CLAIM_RULES, EVENT_RULES
from kg.graph.terms import BASE, PREFIXES

__all__ = ["BASE", "CLAIM_RULES", "EVENT_RULES", "PREFIXES", "assemble"]
