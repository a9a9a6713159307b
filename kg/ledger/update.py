"""One update of a ledger: reports out, reports in, and what that changes for all others.

What a report changes is bounded by blocks: the names and events that are compared with its own, the texts that share a
band with its text. Only those components are decided anew, by the same functions that decide over all reports at once;
so the result is that of building from scratch, whatever came in which order.
"""
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kg.check.findings.collect import unit_triples
from kg.graph.assembly import report_unit
from kg.graph.claims import claims
from kg.graph.entities import names_seen
from kg.graph.events import event_triples
from kg.graph.origins import origin_triples
from kg.ledger import nodes
from kg.ledger.known import Known
from kg.ledger.nodes import Said
from kg.ledger.packing import packed_sketch
from kg.ledger.setting import Terms
from kg.ledger.shelves import Events, Names, Prints
from kg.ledger.units import Units
from kg.origins import signature
from kg.origins.origins import prints
from kg.records import Extraction
from kg.resolution.clusters import Cluster
from kg.resolution.entities import Local
from kg.resolution.events import decision, event_clusters, event_node, keys, merges_of
from kg.resolution.judged import Judged, ruled_local
from kg.resolution.names import Name, form_keys, name_components, settled_names
from kg.resolution.resolution import Doubt, Key
from kg.resolution.resolve import rulings_on, verdict_on
from kg.resolution.rulings import Ruled
from kg.resolution.sketch import sketches

_TABLES = ("said", "sketch", "block", "member")


@dataclass(slots=True)
class Update:
    """The work of one update, inside one transaction of the ledger."""

    known: Known
    terms: Terms
    units: Units
    paths: set[str] = field(default_factory=set)  # of names to be settled
    events: set[Key] = field(default_factory=set)  # whose components are to be decided
    texts: set[str] = field(default_factory=set)  # reports whose prints are to be found
    reports: set[str] = field(default_factory=set)  # whose entities are to be resolved
    moved: set[str] = field(default_factory=set)  # reports whose triples are to be made
    lost: set[str] = field(default_factory=set)  # paths of events that lost a telling
    seen: set[str] = field(default_factory=set)  # paths of nodes of which the sights changed
    rulings: Ruled = field(default_factory=Ruled)
    verdict: Judged = field(default_factory=Judged)

    @property
    def db(self) -> sqlite3.Connection:
        """The ledger."""
        return self.known.db

    def run(self, gone: Iterable[str], added: Iterable[tuple[Extraction, str]]) -> set[str]:
        """Does it all; returns the paths of the events that changed or went."""
        for report in gone:
            self._forget(report)
        for record, source in added:
            self._learn(record, source)
        self._settle_names()
        self._judge()
        for report in sorted(self.reports):
            self._resettle(report)
        changed_origins = self._settle_prints()
        clusters = self._settle_events()
        return self._make_units(clusters, changed_origins)

    # ------------------------------------------------------------ reports out and in
    def _forget(self, report: str) -> None:
        names, events = Names(self.db), Events(self.db)
        for path in names.drop(report):
            self.paths |= {path, *names.mates(path)}
        for key in self.known.keys(report):
            self.events |= {*events.mates(key)}
        texts = Prints(self.db)
        self.texts |= texts.of_one_text(report)
        texts.drop(report)
        self.lost |= {path for (path,) in self.known.rows("SELECT path FROM member WHERE report = ?", report)}
        self._uncount(report)
        self.db.execute("DELETE FROM doubt WHERE report = ?", (report,))
        self.db.execute("DELETE FROM doubt WHERE other = ?", (report,))
        for table in _TABLES:
            self.db.execute(f"DELETE FROM {table} WHERE report = ?", (report,))
        self.db.execute("DELETE FROM report WHERE id = ?", (report,))
        self.units.put(f"report:{report}", ())
        self.units.put(f"origin:{report}", ())

    def _learn(self, record: Extraction, source: str) -> None:
        report, names = record.report.id, Names(self.db)
        self.known.put(record, source)
        for s in self.known.local(report).sightings:
            names.put(s)
            self.paths |= {s.path, *names.mates(s.path)}
        Prints(self.db).put(report, signature(record.report.body))
        self.texts.add(report)
        self.reports.add(report)

    # ------------------------------------------------------------ names
    def _settle_names(self) -> None:
        shelf = Names(self.db)
        alive = {p for p in self.paths if self.known.rows("SELECT 1 FROM aspect WHERE path = ? LIMIT 1", p)}
        for path in sorted(self.paths):
            self.db.execute("DELETE FROM form WHERE path = ?", (path,))
            found = {*form_keys(shelf.get(path))} if path in alive else set()
            self.db.executemany("INSERT INTO form VALUES (?, ?)", [(key, path) for key in sorted(found)])
        for path in sorted(self.paths):
            self.db.execute("DELETE FROM doubt WHERE kind = ?", (f"entity {path}",))
        for component in name_components(sorted(alive), shelf):
            table, doubts = settled_names(component)
            self._rename({f.path for f in component}, table)
            self._note_doubts(f"entity {min(f.path for f in component)}", component, doubts)

    def _rename(self, paths: Iterable[str], table: dict[tuple[str, frozenset[str]], Name]) -> None:
        of = "SELECT report FROM sighting WHERE path = ? AND context = ?"
        for path in sorted(paths):
            for context, was in self.known.rows("SELECT DISTINCT context, final FROM aspect WHERE path = ?", path):
                name = table[path, frozenset(json.loads(context))]
                now = json.dumps([name.path, name.reason, name.score])
                if now != was:
                    self.db.execute("UPDATE aspect SET final = ? WHERE path = ? AND context = ?", (now, path, context))
                    self.reports |= {report for (report,) in self.known.rows(of, path, context)}

    def _note_doubts(self, kind: str, component: Iterable[object], doubts: Iterable[Doubt]) -> None:
        for found in component:
            self.db.execute("DELETE FROM doubt WHERE kind = ?", (f"entity {getattr(found, 'path', '')}",))
        self._insert_doubts(kind, doubts)

    def _insert_doubts(self, kind: str, doubts: Iterable[Doubt]) -> None:
        rows = [(kind, *d.first, *d.second, d.reason, d.score) for d in doubts]
        self.db.executemany("INSERT OR REPLACE INTO doubt VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    # ------------------------------------------------------------ judgements
    def _judge(self) -> None:
        """The rulings that hold now; what they change is resolved anew."""
        mentioned = {m.report for j in self.terms.judgements for m in j.mentions}
        there = {r: self.known.record(r) for r in sorted(mentioned) if self.known.has(r)}
        self.rulings = rulings_on(there, self.terms.judgements)
        self.verdict = verdict_on({r: self.known.final(r) for r in there}, self.rulings.entities)
        now = _state(self.rulings, self.verdict)
        was = json.loads(self.known.meta("judged") or "[[], [], []]")
        if now != was or self.reports & {*now[2]}:
            nodes_ = {*was[0], *now[0]}
            named = {*was[2], *now[2]} | nodes.reports_of(self.db, nodes_)
            self.reports |= {r for r in named if self.known.has(r)}
            self.db.execute("INSERT OR REPLACE INTO meta VALUES ('judged', ?)", (json.dumps(now),))

    # ------------------------------------------------------------ one report
    def _resettle(self, report: str) -> None:
        known = ruled_local(self.known.final(report), self.verdict, self.known.record(report), report)
        self._uncount(report)
        said = Said(tuple(f.node for f in known.found), known.outlet.node if known.outlet else None, ())
        reasons = [[f.decision.reason, f.decision.score] for f in known.found]
        said = replace(said, names=tuple(sorted({*names_seen(self.known.sheet(report, said))})))
        self.known.keep_said(report, said, reasons)
        self.seen |= nodes.count(self.db, report, said, 1)
        self._resketch(report, known)
        self.moved.add(report)

    def _resketch(self, report: str, known: Local) -> None:
        shelf = Events(self.db)
        for sketch in sketches(self.known.record(report), known.found, report, self.terms.places):
            data = packed_sketch(sketch)
            was = self.known.rows("SELECT data FROM sketch WHERE report = ? AND idx = ?", *sketch.key)
            self.events.add(sketch.key)
            blocks = {*keys(sketch), *self.rulings.events.blocks(sketch.key)}
            old = {key for (key,) in self.known.rows("SELECT key FROM block WHERE report = ? AND idx = ?", *sketch.key)}
            if was and (was[0][0] != data or blocks != old):
                self.events |= {*shelf.mates(sketch.key)}
            self.db.execute("INSERT OR REPLACE INTO sketch VALUES (?, ?, ?)", (*sketch.key, data))
            self.db.executemany("DELETE FROM block WHERE key = ? AND report = ? AND idx = ?",
                                [(key, *sketch.key) for key in old - blocks])
            self.db.executemany("INSERT INTO block VALUES (?, ?, ?)", [(k, *sketch.key) for k in sorted(blocks - old)])

    # ------------------------------------------------------------ prints and events
    def _settle_prints(self) -> set[str]:
        """Which reports have another origin than before."""
        shelf, changed, done = Prints(self.db), set[str](), set[str]()
        for report in sorted(self.texts):
            if report not in done and self.known.rows("SELECT 1 FROM print WHERE report = ?", report):
                found = prints(report, shelf.get, shelf.mates)
                done |= {*found}
                for each in found:
                    done_ = self.db.execute("UPDATE print SET origin = ? WHERE report = ? AND origin != ?",
                                            (min(found), each, min(found)))
                    changed |= {each} if done_.rowcount else set()
        for report in changed:
            self.events |= {*self.known.keys(report)}
        return changed

    def _settle_events(self) -> list[Cluster]:
        query = "SELECT 1 FROM sketch WHERE report = ? AND idx = ?"
        there = sorted(k for k in self.events if self.known.rows(query, *k))
        found = []
        for cluster in event_clusters(there, Events(self.db), self.rulings.events):
            rows = {cluster.members[0].key: (cluster.path, "the first report of it", 1.0)}
            for merge in merges_of(cluster, self.rulings.events):
                why = decision(merge)
                rows[merge.event] = (why.node, why.reason, why.score)
            changed = [self._join(key, row) for key, row in rows.items()]
            for key in rows:
                self.db.execute("DELETE FROM doubt WHERE kind = 'event' AND report = ? AND idx = ?", key)
            self._insert_doubts("event", cluster.doubts)
            self.lost |= {cluster.path} if any(changed) else set()
            found.append(cluster)
        return found

    def _join(self, key: Key, row: tuple[str, str, float]) -> bool:
        was = self.known.rows("SELECT path, reason, score FROM member WHERE report = ? AND idx = ?", *key)
        if was and was[0] == row:
            return False
        self.db.execute("INSERT OR REPLACE INTO member VALUES (?, ?, ?, ?, ?)", (*key, *row))
        if not was or was[0][0] != row[0]:
            self.lost |= {was[0][0]} if was else set()
            self.moved.add(key[0])
        return True

    # ------------------------------------------------------------ triples
    def _make_units(self, clusters: Iterable[Cluster], changed_origins: set[str]) -> set[str]:
        for report in sorted(self.moved):
            sheet = self.known.sheet(report)
            found = [*report_unit(sheet, claims(sheet)), *unit_triples(sheet.extraction, self.terms.base)]
            self.units.put(f"report:{report}", found)
        for report in sorted(changed_origins):
            self.units.put(f"origin:{report}", origin_triples(report, self.known.setting([report])))
        changed = set(self._event_units(clusters, changed_origins | self.reports))
        self._node_units()
        return changed

    def _event_units(self, clusters: Iterable[Cluster], touched: set[str]) -> Iterator[str]:
        left = set(self.lost)
        for cluster in sorted(clusters, key=lambda c: c.path):
            reports = sorted({m.key[0] for m in cluster.members})
            if cluster.path in self.lost or touched & {*reports}:
                told = [t for r in reports for t in self.known.told(r).get(cluster.path, ())]
                self.units.put(f"event:{cluster.path}",
                               event_triples(event_node(cluster), told, self.known.setting(reports)))
                yield cluster.path
            left.discard(cluster.path)
        for path in sorted(left):
            if not self.known.rows("SELECT 1 FROM member WHERE path = ? LIMIT 1", path):
                self.units.put(f"event:{path}", ())
                yield path

    def _node_units(self) -> None:
        for path in sorted(nodes.settle(self.db, self.seen)):
            self.units.put(f"node:{path}", nodes.node_unit(self.db, path, self.terms.base))

    def _uncount(self, report: str) -> None:
        if self.known.rows("SELECT 1 FROM said WHERE report = ?", report):
            self.seen |= nodes.count(self.db, report, self.known.said(report)[0], -1)


def _state(rulings: Ruled, verdict: Judged) -> list[list[str]]:
    """What judgements come to, to be compared with what they came to before: paths, rulings, and reports concerned."""
    paths = sorted({*verdict.paths, *(n.path for n in verdict.paths.values())})
    both = (rulings.events, rulings.entities)
    kinds = [(name, kind) for r in both for name, kind in (("one", r.one), ("two", r.two))]
    pairs = sorted(f"{name} {sorted(pair)}" for name, kind in kinds for pair in kind)
    single = sorted(f"wrong {key}" for r in both for key in r.wrong)
    keys_ = {k for r in both for pair in (*r.one, *r.two) for k in pair} | {k for r in both for k in r.wrong}
    return [paths, [*pairs, *single, *sorted(map(str, verdict.alone))], sorted({report for report, _ in keys_})]
