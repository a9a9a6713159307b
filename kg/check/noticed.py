"""What a careful reader would notice in a graph, each with the words that it rests on."""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.check.findings import findings
from kg.store import Evidence, Graph
from kg.store.reading import Reading
from kg.store.records import evidence, mention

_STORED = """
SELECT ?finding ?says ?concern { ?finding a kg:Finding ; rdfs:comment ?says ; kg:concerns ?concern }
ORDER BY ?finding ?says ?concern"""
KINDS = ("Contradiction", "SumMismatch", "UnitMismatch", "Finding")


@dataclass(frozen=True, slots=True)
class Noticed:
    """A finding: its kind (of KINDS), what is found in a sentence, the nodes it concerns, and their words."""

    iri: str
    kind: str
    sentence: str
    concerns: tuple[str, ...]
    words: tuple[Evidence, ...]

    @property
    def disagrees(self) -> bool:
        """Whether something is at odds: sums that come out "as said" are not."""
        return self.kind != "Finding" or "as said" not in self.sentence

    def sentences(self) -> list[str]:
        """Each sentence behind it once, the outlet and day before it."""
        return list(dict.fromkeys(_cited(e) for e in self.words))


def noticed(graph: Graph) -> list[Noticed]:
    """The findings that follow from the graph's claims, and those that it holds already, by kind and sentence."""
    r = Reading(graph.store)
    found = _stored(graph, r) | {f.iri().value: (f.kind, f.sentence, f.concerns) for f in findings(graph)}
    all_ = [
        Noticed(iri, kind, " ".join(says.split()), tuple(about), _words(r, about))
        for iri, (kind, says, about) in found.items()
    ]
    return sorted(all_, key=lambda n: (KINDS.index(n.kind) if n.kind in KINDS else len(KINDS), n.sentence, n.iri))


def _stored(graph: Graph, r: Reading) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    found: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for finding, says, concern in graph.query(_STORED):
        before = found.get(str(finding), ("", "", ()))[2]
        found[str(finding)] = (r.kind(NamedNode(str(finding))), str(says), (*before, str(concern)))
    return found


def _words(r: Reading, concerns: Iterable[str]) -> tuple[Evidence, ...]:
    words = [e for iri in concerns for e in _of(r, NamedNode(iri))]
    return tuple(dict.fromkeys(sorted(words, key=lambda e: (e.report.issued, e.report.iri, e.begin, e.end))))


def _of(r: Reading, node: NamedNode) -> Iterator[Evidence]:
    if "Mention" in r.kinds(node):
        yield mention(r, node)
    else:
        yield from evidence(r, node)


def _cited(e: Evidence) -> str:
    told = ", ".join(t for t in (e.report.outlet.label if e.report.outlet else "", e.report.issued) if t)
    text = " ".join((e.sentence or e.words).split()) or f"characters {e.begin} to {e.end} of {e.report.iri}"
    return f"{told}: {text}" if told else text
