"""Mentions: stretches of a report, to the letter."""
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, Triple

from kg.graph.schema import types
from kg.graph.sheet import Sheet
from kg.graph.terms import RDF_TYPE, integer, kg, term
from kg.records import Span


def mention_triples(sheet: Sheet, spans: Iterable[Span]) -> Iterator[Triple]:
    """Each span and its sentence as nodes.

    Raises ValueError for a span that is empty or not within the body: it would quote nothing.
    """
    found = dict.fromkeys(spans)
    sentences = {span: _sentence(sheet, span) for span in found}
    for span in sorted({*found, *sentences.values()}):
        yield from _mention(sheet, span)
    for span, sentence in sentences.items():
        yield Triple(sheet.mention(span), kg("sentence"), sheet.mention(sentence))


def _mention(sheet: Sheet, span: Span) -> Iterator[Triple]:
    body = sheet.extraction.report.body
    if not 0 <= span.begin < span.end <= len(body):
        raise ValueError(f"{sheet.id}: span {span.begin},{span.end} is not within the body of {len(body)}")
    node = sheet.mention(span)
    for kind in types("Mention"):
        yield Triple(node, RDF_TYPE, kind)
    yield Triple(node, term("nif:referenceContext"), sheet.report)
    yield Triple(node, term("nif:beginIndex"), integer(span.begin))
    yield Triple(node, term("nif:endIndex"), integer(span.end))
    yield Triple(node, term("nif:anchorOf"), Literal(span.of(body)))


def _sentence(sheet: Sheet, span: Span) -> Span:
    """The sentence in which the span begins, or the span itself where none is known."""
    sentences = sheet.extraction.sentences
    at = bisect_right(sentences, span.begin, key=lambda s: s.begin) - 1
    return sentences[at] if at >= 0 and sentences[at].end > span.begin else span
