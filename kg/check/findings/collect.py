"""All findings of a graph and of the reports it was built from."""
from collections.abc import Iterable, Iterator

from pyoxigraph import Triple

from kg.check.findings.calendar import slips
from kg.check.findings.contradictions import contradictions, disputes, rivals
from kg.check.findings.dates import dates
from kg.check.findings.figures import figures
from kg.check.findings.finding import Finding
from kg.check.findings.places import places
from kg.check.findings.sums import counts, parts_of, sums
from kg.check.findings.units import mismatches
from kg.graph import BASE
from kg.graph.mentions import mention, mention_triples
from kg.records import Extraction
from kg.store import Graph


def findings(graph: Graph) -> list[Finding]:
    """What the claims of a graph give away: contradictions, sums, disputed responsibility, dates, places."""
    told = figures(graph)
    return [
        *contradictions(told), *sums(told, parts_of(graph)), *counts(graph), *disputes(graph), *rivals(graph),
        *dates(graph), *places(graph),
    ]  # fmt: skip


def finding_triples(graph: Graph, extractions: Iterable[Extraction] = (), base: str = BASE) -> Iterator[Triple]:
    """The findings of a graph, and those of its reports' words, as triples to be added to it."""
    for finding in findings(graph):
        yield from finding.triples(base)
    for extraction in extractions:
        yield from unit_triples(extraction, base)


def unit_triples(extraction: Extraction, base: str = BASE) -> Iterator[Triple]:
    """The measures and dates of a report that disagree with themselves, each with its mention."""
    body, report_id = extraction.report.body, extraction.report.id
    measures = (("UnitMismatch", m.span, f"{m.words!r}: it would be {m.expected}") for m in mismatches(body))
    days = (("Finding", s.span, f"{s.words!r}: {s.wrong}") for s in slips(body))
    for kind, span, sentence in (*measures, *days):
        iri = mention(report_id, span, base).value
        yield from mention_triples(extraction, [span], base)
        yield from Finding(kind, sentence, (iri,), (iri,)).triples(base)
