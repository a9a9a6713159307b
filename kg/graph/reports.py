"""Reports as nodes."""
import re
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.schema import types
from kg.graph.sheet import Sheet
from kg.graph.terms import RDF_TYPE, Term, term, typed

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_DATETIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


def report_triples(sheet: Sheet) -> Iterator[Triple]:
    """Title, date, outlet, address and content hash; what is unknown is left out."""
    report, node = sheet.extraction.report, sheet.report
    for kind in types("Report"):
        yield Triple(node, RDF_TYPE, kind)
    yield Triple(node, term("dct:identifier"), Literal(report.digest))
    if report.title:
        yield Triple(node, term("dct:title"), Literal(report.title))
    if report.published:
        yield Triple(node, term("dct:issued"), _issued(report.published))
    if report.url:
        yield Triple(node, term("dct:source"), _address(report.url))
    publisher = sheet.resolution.publishers.get(sheet.id)
    if publisher:
        yield Triple(node, term("dct:publisher"), sheet.iri(publisher))


def _issued(text: str) -> Literal:
    if _DATE.fullmatch(text):
        return typed(text, "date")
    if _DATETIME.fullmatch(text):
        return typed(text, "dateTime")
    return Literal(text)


def _address(url: str) -> Term:
    return NamedNode(url) if _ADDRESS.fullmatch(url) else Literal(url)
