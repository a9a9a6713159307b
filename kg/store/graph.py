"""The graph as an object: loaded, asked, read, handed on."""
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self, TypeVar

from pyoxigraph import NamedNode, Quad, Store, Triple

from kg.store import formats, lookup, questions, records, result
from kg.store.binding import bind
from kg.store.card import Card, card
from kg.store.claims import about as claims_about
from kg.store.claims import claim
from kg.store.explain import Explanation, explain
from kg.store.guard import QueryError, check
from kg.store.network import network
from kg.store.nodes import Actor, Claim, Event, Place, Ref, Report
from kg.store.reading import Reading
from kg.store.result import Result
from kg.store.terms import PREFIXES, node

if TYPE_CHECKING:
    import rdflib

Record = TypeVar("Record")


class Graph:
    """A knowledge graph in an Oxigraph store, in memory or on disk; one graph, the default one."""

    def __init__(self, store: Store | None = None) -> None:
        self.store = Store() if store is None else store

    @classmethod
    def open(cls, folder: str | Path, *, read_only: bool = False) -> Self:
        """The graph in a store on disk, made where there is none unless `read_only`.

        Raises GraphFileError when the folder is no store, or is held open for writing elsewhere.
        """
        path = str(folder)
        try:
            return cls(Store.read_only(path) if read_only else Store(path))
        except OSError as error:
            raise formats.GraphFileError(f"{path}: cannot be opened as a store: {error}") from error

    @classmethod
    def of(cls, triples: Iterable[Triple]) -> Self:
        """A graph in memory that holds these triples."""
        return cls().add(triples)

    def add(self, triples: Iterable[Triple]) -> Self:
        """Puts triples in, and returns the graph."""
        self.store.bulk_extend(Quad(t.subject, t.predicate, t.object) for t in triples)
        return self

    def clear(self) -> Self:
        """Takes everything out, and returns the graph."""
        self.store.clear()
        return self

    def load(self, file: str | Path) -> Self:
        """Puts a file's triples in, and returns the graph; its suffix says the format: .ttl .nt .jsonld .nq .trig .rdf.

        Named graphs are flattened into the one. Raises GraphFileError, naming the file, for one that is missing, of an
        unknown suffix, or not well formed; the graph is then as it was.
        """
        return self.add(list(formats.read(Path(file))))

    def read(self, stream: IO[bytes]) -> Self:
        """Puts in the triples of a stream of Turtle or N-Triples, and returns the graph. Raises GraphFileError."""
        return self.add(list(formats.read_stream(stream)))

    def __len__(self) -> int:
        return len(self.store)

    def __iter__(self) -> Iterator[Triple]:
        return (quad.triple for quad in self.store.quads_for_pattern(None, None, None))

    def __bool__(self) -> bool:
        return len(self.store) > 0

    def query(self, query: str | Path, **parameters: object) -> Result:
        """The answer to SPARQL text, to a shipped question by name ("timeline"), or to a .rq file.

        `parameters` fill the question's `VALUES ?name { ... }` blocks, or selected variables: a node by IRI, prefixed
        name or label, text, a number. The graph's prefixes need not be declared. Raises QueryError for what is no query
        and no question's name, an update, SERVICE or FROM; LookupError for a label that no node bears.
        """
        question = questions.find(query)
        text, rest = bind(question, parameters, self.resolve)
        check(text)
        try:
            answer = self.store.query(text, prefixes=dict(PREFIXES), substitutions=rest or None)
            return result.of(answer)
        except SyntaxError as error:
            raise QueryError(f"not a SPARQL query: {error.msg}") from error
        except RuntimeError as error:  # Oxigraph binds only what is selected
            names = ", ".join(f"?{v.value}" for v in rest)
            hint = f"; to bind {names}, select it or write VALUES {names} {{ UNDEF }}" if rest else ""
            raise QueryError(f"{error}{hint}") from error

    def resolve(self, name: str) -> tuple[NamedNode, ...]:
        """The nodes of an IRI, a prefixed name or a label. Raises LookupError with what comes near."""
        return lookup.resolve(self.store, name)

    def find(self, name: str, limit: int = 10) -> list[Ref]:
        """The nodes whose label or alias is like `name`, best first."""
        r = Reading(self.store)
        return [r.reference(m.node) for m in lookup.matches(self.store, name, limit)]

    def near(self, name: str, kind: str = "") -> list[lookup.Match]:
        """The nodes that an IRI names or whose names are like `name`, best first; of a kind: "actor", "place", "event".

        Raises LookupError for an IRI that is not in the graph.
        """
        return lookup.near(self.store, name, kind)

    def kind(self, iri: str) -> str:
        """The local name of a node's most specific class: "Bombing"; "" where it has none."""
        return Reading(self.store).kind(NamedNode(iri))

    def count(self, kind: str) -> int:
        """How many nodes are of a class of the ontology, by local name: count("Attack")."""
        pattern = self.store.quads_for_pattern(None, node("rdf:type"), node(f"kg:{kind}"))
        return sum(1 for _ in pattern)

    def reports(self) -> list[Report]:
        """The reports, by IRI."""
        return self._all("Report", records.report)

    def events(self) -> list[Event]:
        """The events, statements among them, by IRI."""
        return self._all("Event", records.event)

    def actors(self) -> list[Actor]:
        """The actors, by IRI."""
        return self._all("Actor", records.actor)

    def places(self) -> list[Place]:
        """The places and facilities, by IRI."""
        return self._all("Place", records.place)

    def claims(self, about: str | Event | Actor | Place | Report | Ref | None = None) -> list[Claim]:
        """The claims, by IRI: all, or those on, by or through a node (a record, an IRI, or a label).

        Raises LookupError for a label that no node bears.
        """
        if about is None:
            return self._all("Claim", claim)
        r = Reading(self.store)
        nodes = self.resolve(about if isinstance(about, str) else about.iri)
        found = {c for n in nodes for c in claims_about(r, n)}
        return [claim(r, c) for c in sorted(found, key=lambda c: c.value)]

    def card(self, name: str) -> list[Card]:
        """The particulars of each node that an IRI or a label names. Raises LookupError where there is none."""
        r = Reading(self.store)
        return [card(r, n) for n in self.resolve(name)]

    def explain(self, name: str) -> list[Explanation]:
        """What bears out each node that an IRI or a label names. Raises LookupError where there is none."""
        return [explain(self.store, n) for n in self.resolve(name)]

    def _all(self, kind: str, make: Callable[[Reading, NamedNode], Record]) -> list[Record]:
        r = Reading(self.store)
        return [make(r, n) for n in r.of(kind)]

    def to_turtle(self, path: str | Path | None = None) -> str:
        """Turtle: sorted, prefixed, the same bytes for the same graph; written to `path` as well where one is given."""
        return _written(formats.turtle(self), path)

    def to_ntriples(self, path: str | Path | None = None) -> str:
        """N-Triples, sorted; written to `path` as well where one is given."""
        return _written(formats.ntriples(self), path)

    def to_rdflib(self) -> "rdflib.Graph":
        """A copy as an rdflib Graph, with the graph's prefixes bound."""
        import rdflib

        found = rdflib.Graph()
        for prefix, iri in PREFIXES.items():
            found.bind(prefix, iri)
        return found.parse(data=formats.ntriples(self), format="nt")

    def to_networkx(self) -> Any:
        """A networkx.MultiDiGraph of actors, places, events and weapons: see `kg.store.network.network`."""
        return network(self.store)


def _written(text: str, path: str | Path | None) -> str:
    if path is not None:
        Path(path).write_text(text, encoding="utf-8", newline="\n")
    return text
