"""What a ledger knows of a report: its record, what it was taken for, what it tells of each event."""
import json
import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from kg.graph.claims import claims
from kg.graph.events import Telling, tellings
from kg.graph.setting import Setting
from kg.graph.sheet import Sheet
from kg.ledger.nodes import Said
from kg.ledger.packing import packed_context, packed_record, unpacked_record
from kg.ledger.setting import Terms
from kg.records import Extraction
from kg.resolution import Decision, Node, Resolution
from kg.resolution.entities import Local, final, local
from kg.resolution.names import Name, Sighting
from kg.resolution.resolution import Key

_KEPT = 2_000  # reports in memory at a time


class Known:
    """Reads a ledger, for the time of one update."""

    def __init__(self, db: sqlite3.Connection, terms: Terms) -> None:
        self.db, self._terms = db, terms
        self._fresh: dict[str, Extraction] = {}
        self.record = lru_cache(_KEPT)(self._record)
        self.local = lru_cache(_KEPT)(self._local)
        self.told = lru_cache(_KEPT)(self._told)

    def put(self, record: Extraction, source: str) -> None:
        """A report that is new or read anew."""
        report = record.report.id
        self._fresh[report] = record
        self.db.execute("INSERT OR REPLACE INTO report (id, source, record) VALUES (?, ?, ?)", (
            report, source, packed_record(record)))

    def sheet(self, report: str, said: Said | None = None) -> Sheet:
        """The report on the assembler's desk, with the decisions as they are now; `said` where it is not yet noted."""
        said = said or self.said(report)[0]
        entities = {(report, i): Decision(n.path, "", 1.0) for i, n in enumerate(said.entities)}
        events = {(report, i): Decision(path, reason, score) for i, path, reason, score in self.rows(
            "SELECT idx, path, reason, score FROM member WHERE report = ?", report)}
        publishers = {report: said.outlet.path} if said.outlet else {}
        return Sheet(self.record(report), Resolution(entities, events, {}, {}, publishers), self._terms.base)

    def _told(self, report: str) -> dict[str, list[Telling]]:
        sheet = self.sheet(report)
        found: dict[str, list[Telling]] = {}
        for path, telling in tellings(sheet, claims(sheet)):
            found.setdefault(path, []).append(telling)
        return found

    def setting(self, reports: Iterable[str]) -> Setting:
        """The setting in which the events of these reports are put together."""
        query = "SELECT origin FROM print WHERE report = ?"
        origins = {r: origin for r in reports for (origin,) in self.rows(query, r)}
        return Setting(self._terms.base, origins, self._terms.policies)

    def final(self, report: str) -> Local:
        """The report's entities as all names are settled, before judgements."""
        known = self.local(report)
        return final(known, {(s.path, s.context): self._name(s) for s in known.sightings})

    def _name(self, sighting: Sighting) -> Name:
        query = "SELECT final FROM aspect WHERE path = ? AND context = ? LIMIT 1"
        ((found,),) = self.rows(query, sighting.path, packed_context(sighting.context))
        return Name(*json.loads(found))

    def _record(self, report: str) -> Extraction:
        if report in self._fresh:
            return self._fresh[report]
        return unpacked_record(self.rows("SELECT record FROM report WHERE id = ?", report)[0][0])

    def _local(self, report: str) -> Local:
        return local(self.record(report), report, self._terms.actors, self._terms.places)

    def said(self, report: str) -> tuple[Said, list[list[Any]]]:
        """What the report was taken to speak of; the reason and score of each entity's decision."""
        ((row,),) = self.rows("SELECT said FROM said WHERE report = ?", report)
        entities, outlet, names, reasons = json.loads(row)
        nodes, seen = tuple(Node(*n) for n in entities), tuple((path, name) for path, name in names)
        return Said(nodes, Node(*outlet) if outlet else None, seen), reasons

    def keep_said(self, report: str, said: Said, reasons: list[list[Any]]) -> None:
        """Notes it."""
        plain = [[_plain(n) for n in said.entities], _plain(said.outlet) if said.outlet else None, said.names, reasons]
        self.db.execute("INSERT OR REPLACE INTO said VALUES (?, ?)", (report, json.dumps(plain)))

    def has(self, report: str) -> bool:
        """Whether the report is there."""
        return bool(self.rows("SELECT 1 FROM report WHERE id = ?", report))

    def keys(self, report: str) -> list[Key]:
        """The keys of the report's events."""
        return [(report, index) for (index,) in self.rows("SELECT idx FROM sketch WHERE report = ?", report)]

    def meta(self, key: str) -> str:
        """A value that the ledger notes of itself; "" where it does not."""
        found = self.rows("SELECT value FROM meta WHERE key = ?", key)
        return str(found[0][0]) if found else ""

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """The answer to a query."""
        return self.db.execute(query, values).fetchall()


def _plain(node: Node) -> list[str]:
    return [node.path, node.kind, node.label, node.known]
