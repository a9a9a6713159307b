"""Units: the triples that follow from one report, one node, one event. The graph is the union of all units."""
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad, Store, Triple

from kg.graph.claim import OBJECT, PREDICATE, SUBJECT
from kg.ledger.packing import lines, packed_lines, triples, unpacked_lines

_SHARED = ("actor/", "place/", "event/", "concept/", "origin/")  # subjects of triples that several units may give


@dataclass(slots=True)
class Units:
    """The units that an update makes anew, and what that changes."""

    db: sqlite3.Connection
    base: str
    gone: set[bytes] = field(default_factory=set)
    new: set[bytes] = field(default_factory=set)
    kept: set[bytes] = field(default_factory=set)

    def put(self, key: str, found: Iterable[Triple]) -> bool:
        """A unit's triples as they are now; whether they changed."""
        old, now = self._old(key), lines(found)
        if old == now:
            self.kept |= now
            return False
        self.gone |= old - now
        self.new |= now - old
        self.kept |= now & old
        if now:
            self.db.execute("INSERT OR REPLACE INTO unit VALUES (?, ?)", (key, packed_lines(now)))
        else:
            self.db.execute("DELETE FROM unit WHERE key = ?", (key,))
        return True

    def _old(self, key: str) -> set[bytes]:
        row = self.db.execute("SELECT triples FROM unit WHERE key = ?", (key,)).fetchone()
        return unpacked_lines(row[0]) if row else set()

    def change(self, store: Store) -> tuple[set[bytes], set[bytes]]:
        """What is to be taken out of the store, and what put in: no triple goes that another unit still gives."""
        gone = self.gone - self.new - self.kept
        leaving = frozenset(gone)
        coming = self.new - self.kept
        there = lines(t for t in triples(line for line in coming if self._shared(line)) if _quad(t) in store)
        return {line for line in gone if not self._borne_out(line, leaving, store)}, coming - there

    def _path(self, line: bytes) -> str:
        """The path of a line's subject; "" where it is none of ours."""
        subject = line[1 : line.index(b">")].decode()
        path = subject.removeprefix(self.base)
        return "" if path == subject else path

    def _shared(self, line: bytes) -> bool:
        return self._path(line).startswith(_SHARED)

    def _borne_out(self, line: bytes, leaving: frozenset[bytes], store: Store) -> bool:
        path = self._path(line)
        if not path.startswith(_SHARED):
            return False
        if path.startswith("origin/"):
            query = "SELECT 1 FROM print WHERE origin = ? LIMIT 1"
            return self.db.execute(query, (f"report/{path.removeprefix('origin/')}",)).fetchone() is not None
        keys = (f"event:{path}",) if path.startswith("event/") else (f"node:{path}",)
        return any(line in self._old(key) for key in keys) or self._claimed(line, leaving, store)

    def _claimed(self, line: bytes, leaving: frozenset[bytes], store: Store) -> bool:
        """Whether a claim that stays says so."""
        (edge,) = triples([line])
        return any(_says(store, claim, edge) and not lines([Triple(claim, SUBJECT, edge.subject)]) & leaving
                   for claim in _claims(store, edge))


def _claims(store: Store, edge: Triple) -> Iterator[NamedNode]:
    """The claims that may say an edge: those of its subject and of its object, until one of the two has no more; for a
    node may be in as many claims as there are reports."""
    of_subject = store.quads_for_pattern(None, SUBJECT, edge.subject)
    of_object = store.quads_for_pattern(None, OBJECT, edge.object)
    for both in zip(of_subject, of_object, strict=False):
        yield from (quad.subject for quad in both if isinstance(quad.subject, NamedNode))


def _says(store: Store, claim: NamedNode, edge: Triple) -> bool:
    parts = ((SUBJECT, edge.subject), (PREDICATE, edge.predicate), (OBJECT, edge.object))
    return all(Quad(claim, *part) in store for part in parts)


def _quad(triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object)
