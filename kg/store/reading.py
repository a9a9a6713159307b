"""A graph read node by node: values, labels, the most specific class."""
from collections import defaultdict
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, Store

from kg.store.nodes import Ref
from kg.store.terms import KG, Term, local_name, node, order, to_python

Subject = NamedNode | BlankNode

_LABELS = ("rdfs:label", "skos:prefLabel", "dct:title")
_NODES_KEPT = 8192  # nodes of which a reading remembers everything: reports and actors come again and again
_BELOW = node("rdfs:subClassOf")


class Reading:
    """Look-ups in a store, every answer sorted; labels are remembered for as long as the reading lives."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._about = lru_cache(maxsize=_NODES_KEPT)(self._read)
        self._labels: dict[str, str] = {}
        self._depths: dict[str, int] = {}

    def _read(self, subject: Subject) -> dict[str, list[Term]]:
        """Everything said of a node by property: one look-up in the store for all its values."""
        found: dict[str, list[Term]] = defaultdict(list)
        for quad in self._store.quads_for_pattern(subject, None, None):
            found[quad.predicate.value].append(quad.object)
        return {name: sorted(values, key=order) for name, values in found.items()}

    def objects(self, subject: Subject, curie: str) -> list[Term]:
        """The values of a property, in order."""
        return self._about(subject).get(node(curie).value, [])

    def subjects(self, curie: str, value: Term | None = None) -> list[NamedNode]:
        """The nodes that have a property (with this value), in order."""
        found = {q.subject for q in self._store.quads_for_pattern(None, node(curie), value)}
        return sorted((s for s in found if isinstance(s, NamedNode)), key=order)

    def of(self, kind: str) -> list[NamedNode]:
        """The instances of a class of the ontology, by local name: of("Event")."""
        return self.subjects("rdf:type", NamedNode(KG + kind))

    def edges(self, subject: Subject) -> list[tuple[NamedNode, Term]]:
        """Everything said of a node: property and value, in order."""
        return [(NamedNode(name), value) for name, values in sorted(self._about(subject).items()) for value in values]

    def edges_to(self, value: NamedNode) -> list[tuple[NamedNode, NamedNode]]:
        """Everything that points to a node: property and subject, in order."""
        found = ((q.predicate, q.subject) for q in self._store.quads_for_pattern(None, None, value))
        ours = ((p, s) for p, s in found if isinstance(s, NamedNode))
        return sorted(ours, key=lambda e: (e[0].value, e[1].value))

    def term(self, subject: Subject, curie: str) -> Term | None:
        """The first value of a property, or None."""
        return next(iter(self.objects(subject, curie)), None)

    def text(self, subject: Subject, curie: str) -> str:
        """The first value of a property as text, "" where there is none."""
        value = self.term(subject, curie)
        return "" if value is None else str(to_python(value))

    def texts(self, subject: Subject, curie: str) -> tuple[str, ...]:
        """All values of a property as text."""
        return tuple(str(to_python(v)) for v in self.objects(subject, curie))

    def name(self, subject: Subject, curie: str) -> str:
        """The local name of a property's first value: "atLeast" of kg:atLeast."""
        return local_name(self.text(subject, curie))

    def number(self, subject: Subject, curie: str) -> float | None:
        """The first value of a property where it is a number."""
        value = to_python(self.term(subject, curie))
        return value if isinstance(value, int | float) else None

    def whole(self, subject: Subject, curie: str) -> int | None:
        """The first value of a property as a whole number."""
        value = self.number(subject, curie)
        return None if value is None else int(value)

    def ref(self, subject: Subject, curie: str) -> Ref | None:
        """The first value of a property as a reference."""
        return next(iter(self.refs(subject, curie)), None)

    def refs(self, subject: Subject, curie: str) -> tuple[Ref, ...]:
        """The values of a property as references, by label."""
        return tuple(sorted((self.reference(o) for o in self.objects(subject, curie)), key=lambda r: (r.label, r.iri)))

    def reference(self, value: Term) -> Ref:
        """A node with its label; a literal has no IRI, its label is its words."""
        words = str(to_python(value))
        return Ref("", words) if isinstance(value, Literal) else Ref(words, self.label(words))

    def label(self, iri: str) -> str:
        """A node's label, its local name where it has none."""
        if iri not in self._labels:
            found = (self.text(NamedNode(iri), p) for p in _LABELS)
            self._labels[iri] = next((f for f in found if f), local_name(iri))
        return self._labels[iri]

    def kind(self, subject: Subject) -> str:
        """The local name of a node's most specific class of the ontology, "" where it has none."""
        ours = [t for t in self.texts(subject, "rdf:type") if t.startswith(KG)]
        return local_name(max(ours, key=self._depth)) if ours else ""

    def kinds(self, subject: Subject) -> set[str]:
        """The local names of all its classes of the ontology."""
        return {local_name(t) for t in self.texts(subject, "rdf:type") if t.startswith(KG)}

    def _depth(self, iri: str) -> int:
        """How far below its roots a class lies, by the class tree that the graph carries."""
        if iri not in self._depths:
            self._depths[iri] = 0  # a class below itself ends here
            above = [q.object for q in self._store.quads_for_pattern(NamedNode(iri), _BELOW, None)]
            self._depths[iri] = 1 + max((self._depth(a.value) for a in above if isinstance(a, NamedNode)), default=0)
        return self._depths[iri]


