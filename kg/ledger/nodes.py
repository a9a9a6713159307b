"""How often reports saw each node, and under which names; what the lexicon has above it."""
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Triple

from kg.graph.background import background, closure
from kg.graph.entities import node_triples
from kg.resolution import Node
from kg.resolution.entities import settled_node


@dataclass(frozen=True, slots=True)
class Said:
    """What a report was taken to speak of: the node of each entity, its outlet, (path, name) of all that it shows."""

    entities: tuple[Node, ...]
    outlet: Node | None
    names: tuple[tuple[str, str], ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All of them, the outlet last."""
        return (*self.entities, self.outlet) if self.outlet else self.entities


def count(db: sqlite3.Connection, report: str, said: Said, step: int) -> set[str]:
    """Adds (1) or takes out (-1) what a report saw; returns the paths concerned."""
    db.executemany(
        "INSERT INTO node VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
        [(n.path, n.kind, n.label, n.known, step) for n in said.nodes])
    db.executemany(
        "INSERT INTO name VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
        [(path, name, step) for path, name in said.names])
    paths = {n.path for n in said.nodes}
    come, go = "INSERT OR IGNORE INTO shows VALUES (?, ?)", "DELETE FROM shows WHERE path = ? AND report = ?"
    db.executemany(come if step > 0 else go, [(path, report) for path in sorted(paths)])
    return paths


def settle(db: sqlite3.Connection, paths: Iterable[str]) -> set[str]:
    """Drops what is no longer seen and notes what is above what is; returns all paths whose node may have changed."""
    changed = set(paths)
    for path in sorted(paths):
        db.execute("DELETE FROM node WHERE path = ? AND n <= 0", (path,))
        db.execute("DELETE FROM name WHERE path = ? AND n <= 0", (path,))
        node = _node(db, path)
        wanted = set(closure(path)) - {path} if node and node.known and _names(db, path) else set()
        noted = {above for (above,) in db.execute("SELECT above FROM upper WHERE path = ?", (path,))}
        db.executemany("DELETE FROM upper WHERE path = ? AND above = ?", [(path, a) for a in sorted(noted - wanted)])
        db.executemany("INSERT INTO upper VALUES (?, ?)", [(path, a) for a in sorted(wanted - noted)])
        changed |= wanted ^ noted
    return changed


def node_unit(db: sqlite3.Connection, path: str, base: str) -> Iterator[Triple]:
    """The triples of one node: as reports saw it, or as the lexicon has it above one that they saw."""
    node, names = _node(db, path), _names(db, path)
    if node and names:
        yield from node_triples(node, names, base)
    elif db.execute("SELECT 1 FROM upper WHERE above = ? LIMIT 1", (path,)).fetchone():
        yield from background(path, base)


def reports_of(db: sqlite3.Connection, paths: Iterable[str]) -> set[str]:
    """The reports that speak of any of these nodes."""
    return {report for path in sorted(paths)
            for (report,) in db.execute("SELECT report FROM shows WHERE path = ?", (path,))}


def _node(db: sqlite3.Connection, path: str) -> Node | None:
    rows = db.execute("SELECT path, kind, label, known, n FROM node WHERE path = ? AND n > 0", (path,)).fetchall()
    return settled_node({Node(*row[:4]): row[4] for row in rows}) if rows else None


def _names(db: sqlite3.Connection, path: str) -> list[str]:
    return [name for (name,) in db.execute("SELECT name FROM name WHERE path = ? AND n > 0", (path,))]
