"""The dossier of a node by name."""
from collections.abc import Callable, Mapping

from kg.export.book import Book, book
from kg.export.dossier.actor import actor_dossier
from kg.export.dossier.event import event_dossier
from kg.export.dossier.html import html
from kg.export.dossier.markdown import markdown
from kg.export.dossier.model import Dossier
from kg.store import Graph

WRITERS: Mapping[str, Callable[[Dossier], str]] = {"md": markdown, "html": html}

_FINDINGS = """SELECT ?finding ?says ?iri { ?finding a kg:Finding ; rdfs:comment ?says ; kg:concerns ?iri }
ORDER BY ?finding ?iri"""


def dossier(graph: Graph, name: str) -> Dossier:
    """The dossier of an event or actor by IRI, prefixed name or label; of several, of the one that most claims are on.

    Raises LookupError where nothing is named so, or what is has no dossier.
    """
    all_ = book(graph)
    found = [n.value for n in graph.resolve(name)]
    known = [iri for iri in found if iri in all_.events or iri in all_.actors]
    if not known:
        raise LookupError(f"{name!r} is no event or actor but {graph.kind(found[0]) or 'another node'}")
    return _of(max(sorted(known), key=lambda iri: len(graph.claims(about=iri))), graph, all_)


def _of(iri: str, graph: Graph, all_: Book) -> Dossier:
    if iri in all_.actors:
        return actor_dossier(all_.actors[iri], all_)
    return event_dossier(all_.events[iri], all_, _findings(graph))


def _findings(graph: Graph) -> list[tuple[str, list[str]]]:
    found: dict[str, tuple[str, list[str]]] = {}
    for finding, says, iri in graph.query(_FINDINGS):
        found.setdefault(str(finding), (str(says), []))[1].append(str(iri))
    return list(found.values())
