"""The graph on disk or in memory, asked with SPARQL and read as records."""
from kg.store.formats import GraphFileError
from kg.store.graph import Graph
from kg.store.guard import QueryError
from kg.store.nodes import (
    Actor,
    Claim,
    Event,
    Evidence,
    FigureClaim,
    Place,
    Ref,
    RelationClaim,
    Report,
    ResponsibilityClaim,
)
from kg.store.result import Result
from kg.store.terms import PREFIXES

__all__ = [
    "PREFIXES",
    "Actor",
    "Claim",
    "Event",
    "Evidence",
    "FigureClaim",
    "Graph",
    "GraphFileError",
    "Place",
    "QueryError",
    "Ref",
    "RelationClaim",
    "Report",
    "ResponsibilityClaim",
    "Result",
]
