"""Mentions: stretches of a report, to the letter."""
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.schema import types
from kg.graph.terms import BASE, RDF_TYPE, integer, kg, term
from kg.records import Extraction, Span


def mention(report_id: str, span: Span, base: str = BASE) -> NamedNode:
    """The IRI of a stretch of a report: the report's own with an RFC 5147 fragment."""
    return NamedNode(f"{base}{report_id}#char={span.begin},{span.end}")


def mention_triples(extraction: Extraction, spans: Iterable[Span], base: str = BASE) -> Iterator[Triple]:
    """Each span and its sentence as nodes.

    Raises ValueError for a span that is empty or not within the body: it would quote nothing.
    """
    body, report_id = extraction.report.body, extraction.report.id
    sentences = {span: sentence_of(extraction, span) for span in dict.fromkeys(spans)}
    for span in sorted({*sentences, *sentences.values()}):
        yield from _mention(body, report_id, span, base)
    for span, sentence in sentences.items():
        yield Triple(mention(report_id, span, base), kg("sentence"), mention(report_id, sentence, base))


def _mention(body: str, report_id: str, span: Span, base: str) -> Iterator[Triple]:
    if not 0 <= span.begin < span.end <= len(body):
        raise ValueError(f"{report_id}: span {span.begin},{span.end} is not within the body of {len(body)}")
    node = mention(report_id, span, base)
    for kind in types("Mention"):
        yield Triple(node, RDF_TYPE, kind)
    yield Triple(node, term("nif:referenceContext"), NamedNode(base + report_id))
    yield Triple(node, term("nif:beginIndex"), integer(span.begin))
    yield Triple(node, term("nif:endIndex"), integer(span.end))
    yield Triple(node, term("nif:anchorOf"), Literal(span.of(body)))


def sentence_of(extraction: Extraction, span: Span) -> Span:
    """The sentence around the span, all of them where it runs over several; the span itself where none is known."""
    sentences = extraction.sentences
    first = bisect_right(sentences, span.begin, key=lambda s: s.begin) - 1
    last = bisect_right(sentences, span.end - 1, key=lambda s: s.begin) - 1
    if first < 0 or sentences[last].end < span.end:
        return span
    return Span(sentences[first].begin, sentences[last].end)
