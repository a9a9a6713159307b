"""A graph that may be passed on: without the reports' text, or without what is too unsure."""
from collections.abc import Iterator, Set
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Triple

from kg.export.quads import edges_of
from kg.store import Graph
from kg.store.reading import Reading
from kg.store.terms import node

_WORDS, _QUOTE, _OBJECT, _PREDICATE = (node(n) for n in ("nif:anchorOf", "kg:quote", "rdf:object", "rdf:predicate"))
_NAMES = NamedNode("http://www.w3.org/2005/11/its/rdf#taIdentRef")  # the mention of a name: it says who is meant
_HASH = node("kg:wordsHash")


def hashed(words: str) -> str:
    """What stands for words that may not be passed on: whoever has the report can prove that they are the ones."""
    return sha256(words.encode()).hexdigest()


def without_text(graph: Graph) -> Graph:
    """A copy in which mentions keep their offsets and bear kg:wordsHash (SHA-256, UTF-8) in place of their words.

    Quotations become their hash as well. Names, titles, the words of a time or of a measure that disagrees with itself,
    and the one or two words that label an event stay.
    """
    quoting = {q.subject for q in graph.store.quads_for_pattern(None, _PREDICATE, _QUOTE)}
    return Graph.of(list(_redacted(graph, quoting)))


def _redacted(graph: Graph, quoting: Set[object]) -> Iterator[Triple]:
    for t in graph:
        if t.predicate == _WORDS and isinstance(t.object, Literal):
            yield Triple(t.subject, _HASH, Literal(hashed(t.object.value)))
        elif isinstance(t.object, Literal) and _quotes(t, quoting):
            yield Triple(t.subject, t.predicate, Literal(f"sha256:{hashed(t.object.value)}"))
        else:
            yield t


def _quotes(t: Triple, quoting: Set[object]) -> bool:
    return t.predicate == _QUOTE or (t.predicate == _OBJECT and t.subject in quoting)


def at_least(graph: Graph, confidence: float) -> Graph:
    """A copy without the claims whose kg:confidence is lower, and without the edges that no other claim bears out.

    A claim without kg:confidence stays. Findings on a claim that goes go with it, and mentions that nothing else uses.
    """
    r = Reading(graph.store)
    unsure = {c for c in r.of("Claim") if (sure := r.number(c, "kg:confidence")) is not None and sure < confidence}
    kept = {e for c in r.of("Claim") if c not in unsure for e in edges_of(r, c)}
    edges = {e for c in unsure for e in edges_of(r, c) if e not in kept and not _background(r, e)}
    gone: set[object] = unsure | {f for c in unsure for f in r.subjects("kg:concerns", c)}
    away = gone | _lost(graph, gone)
    return Graph.of(_timed([t for t in graph if t.subject not in away and t.object not in away and t not in edges]))


def _background(r: Reading, edge: Triple) -> bool:
    ends = (edge.subject, edge.object)
    return all(isinstance(e, NamedNode) and r.term(e, "prov:wasDerivedFrom") is not None for e in ends)


def _timed(triples: list[Triple]) -> list[Triple]:
    """Without the bounds of events that have no date left."""
    dated = {t.subject for t in triples if t.predicate == node("kg:date")}
    bounds = (node("kg:begin"), node("kg:end"))
    return [t for t in triples if t.predicate not in bounds or t.subject in dated]


def _lost(graph: Graph, gone: Set[object]) -> set[object]:
    """The mentions that only what goes points to, and their sentences where nothing else needs them."""
    r, found = Reading(graph.store), set[object]()
    for prop in ("kg:evidence", "kg:concerns", "kg:sentence"):  # the last: a sentence goes after its mentions
        ends = {o for n in sorted(gone | found, key=str) if isinstance(n, NamedNode) for o in r.objects(n, prop)}
        mentions = {o for o in ends if isinstance(o, NamedNode) and "Mention" in r.kinds(o)}
        found |= {m for m in mentions if not _needed(r, m, gone | found)}
    return found


def _needed(r: Reading, mention: NamedNode, gone: Set[object]) -> bool:
    names = any(p == _NAMES for p, _ in r.edges(mention))
    return names or any(s not in gone for _, s in r.edges_to(mention) if s != mention)
