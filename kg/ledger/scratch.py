"""A graph in memory, from all its records at once: what a store must hold after any number of changes."""
from collections.abc import Sequence

from kg.check.findings import finding_triples
from kg.graph import assemble
from kg.graph.setting import Setting
from kg.ledger.setting import Terms
from kg.origins import origins
from kg.records import Extraction
from kg.resolution import resolve
from kg.store import Graph


def from_scratch(records: Sequence[Extraction], terms: Terms | None = None) -> Graph:
    """The graph of the records, in whatever order they come."""
    terms = (terms or Terms()).or_else()
    ordered = sorted(records, key=lambda r: r.report.id)
    resolution = resolve(ordered, terms.actors, terms.places, terms.judgements)
    setting = Setting(terms.base, origins(r.report for r in ordered), terms.policies)
    graph = Graph().add(assemble(ordered, resolution, setting=setting))
    return graph.add(list(finding_triples(graph, ordered, terms.base)))  # a list: it reads the graph it is added to
