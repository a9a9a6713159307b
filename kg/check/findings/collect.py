"""All findings of a graph and of the reports it was built from."""
from collections.abc import Iterable, Iterator

from pyoxigraph import Triple

from kg.check.findings.contradictions import contradictions, disputes
from kg.check.findings.figures import figures
from kg.check.findings.finding import Finding
from kg.check.findings.sums import counts, parts_of, sums
from kg.check.findings.units import Mismatch, mismatches
from kg.graph import BASE
from kg.graph.mentions import mention, mention_triples
from kg.records import Extraction
from kg.store import Graph


def findings(graph: Graph) -> list[Finding]:
    """What the claims of a graph give away: contradictions, sums, disputed responsibility."""
    told = figures(graph)
    return [*contradictions(told), *sums(told, parts_of(graph)), *counts(graph), *disputes(graph)]


def finding_triples(graph: Graph, extractions: Iterable[Extraction] = (), base: str = BASE) -> Iterator[Triple]:
    """The findings of a graph, and those of its reports' words, as triples to be added to it."""
    for finding in findings(graph):
        yield from finding.triples(base)
    for extraction in extractions:
        yield from unit_triples(extraction, base)


def unit_triples(extraction: Extraction, base: str = BASE) -> Iterator[Triple]:
    """The measures of a report that disagree with themselves, each with its mention."""
    report_id = extraction.report.id
    for found in mismatches(extraction.report.body):
        yield from mention_triples(extraction, [found.span], base)
        yield from _finding(found, mention(report_id, found.span, base).value).triples(base)


def _finding(found: Mismatch, iri: str) -> Finding:
    return Finding("UnitMismatch", f"{found.words!r}: it would be {found.expected}", (iri,), (iri,))
