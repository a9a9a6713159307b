"""A graph on disk that grows and shrinks with its reports.

The folder of the store holds a ledger as well: what each report said and what it was taken for. A change is first
noted whole in the ledger, then made in the store, then struck off; so a build that is killed leaves the store as it was
before or after a batch, and what was noted is made good when the folder is next opened.
"""
import gc
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Self, TypeVar

from pyoxigraph import RdfFormat

from kg.graph.schema import class_tree
from kg.ledger.code import code_hash
from kg.ledger.findings import concerned, findings_on
from kg.ledger.known import Known
from kg.ledger.packing import packed_lines, unpacked_lines, unpacked_record
from kg.ledger.setting import Terms
from kg.ledger.tables import connect, derive, forget_derived, whole
from kg.ledger.units import Units
from kg.ledger.update import Update
from kg.records import Extraction
from kg.resolution import Decision, Mention
from kg.resolution.rulings import standing
from kg.store import Graph, GraphFileError

BATCH = 500  # reports in one change
Item = TypeVar("Item")


class Corpus:
    """A store and its ledger, open for writing."""

    def __init__(self, folder: Path, terms: Terms | None = None) -> None:
        """Opens or makes the folder, and makes good what a killed build left undone.

        Raises GraphFileError where it cannot be opened for writing, as while another build writes to it, and where it
        is no store of ours, or one whose records this version cannot read.
        """
        self._folder = folder
        self.graph = _opened(folder)
        self._db = connect(folder)
        made_with = self._db.execute("SELECT value FROM meta WHERE key = 'made with'").fetchone()
        self.terms = (terms or Terms()).or_else(*(json.loads(made_with[0]) if made_with else ()))
        self._code = code_hash(self.terms)
        self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *error: object) -> None:
        self.close()
        if kind:
            del self.graph  # or the traceback would hold the store's lock

    def close(self) -> None:
        """Gives the ledger back; the graph stays open as long as it is in use."""
        self._db.close()

    def reports(self) -> dict[str, str]:
        """The reports, by id, each with where it was read from."""
        return dict(self._db.execute("SELECT id, source FROM report ORDER BY id"))

    def record(self, report: str) -> Extraction | None:
        """The record of a report, or None."""
        row = self._db.execute("SELECT record FROM report WHERE id = ?", (report,)).fetchone()
        return unpacked_record(row[0]) if row else None

    def update(
        self, added: Iterable[tuple[Extraction, str]] = (), gone: Iterable[str] = (),
        progress: Callable[[int], object] = lambda done: None,
    ) -> Graph:
        """Takes reports (by id) out, puts records in, each with where it was read from; returns the graph.

        A record that is there already makes no difference; one of the same id that differs takes its place.
        """
        there = self.reports()
        for batch in _batches((r for r in sorted({*gone}) if r in there), BATCH):
            self._change(batch, [])
        done = 0
        for group in _batches(added, BATCH):
            fresh = {x.report.id: (x, source) for x, source in group}
            new = [(x, source) for report, (x, source) in sorted(fresh.items()) if self.record(report) != x]
            known = [x.report.id for x, _ in new if self._db.execute(
                "SELECT 1 FROM report WHERE id = ?", (x.report.id,)).fetchone()]
            if new:
                self._change(known, new)
            done += len(group)
            progress(done)
        return self.graph

    def judge(self) -> Graph:
        """Makes the judgements of the terms hold, and no others; returns the graph."""
        self._change([], [])
        return self.graph

    def doubts(self) -> list[tuple[str, str, int, str, int, str, float]]:
        """(kind, report, index, other report, index, reason, score) of what a person might judge."""
        return self._db.execute(
            "SELECT CASE WHEN kind = 'event' THEN kind ELSE 'entity' END, report, idx, other, other_idx, reason, score"
            " FROM doubt ORDER BY 1, score DESC, 2, 3, 4, 5").fetchall()

    def why(self, mention: Mention) -> Decision | None:
        """What the event or entity at a mention was taken for, and why; None where nothing stands there."""
        record = self.record(mention.report)
        place = standing(record, [mention]).get(mention) if record else None
        if place is None:
            return None
        kind, key = place
        if kind == "event":
            query = "SELECT path, reason, score FROM member WHERE report = ? AND idx = ?"
            return Decision(*self._db.execute(query, key).fetchone())
        said, reasons = Known(self._db, self.terms).said(mention.report)
        return Decision(said.entities[key[1]].path, *reasons[key[1]])

    # ------------------------------------------------------------ one change
    def _change(self, gone: Sequence[str], added: Sequence[tuple[Extraction, str]]) -> None:
        with whole(self._db):
            units = Units(self._db, self.terms.base)
            units.put("classes", class_tree())
            events = Update(Known(self._db, self.terms), self.terms, units).run(gone, added)
            self._note(units, sorted(events))
            made_with = json.dumps([self.terms.base, self.terms.policies])
            self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", [
                ("code", self._code), ("made with", made_with)])
        self._make_good()

    def _note(self, units: Units, events: Sequence[str] | None) -> None:
        leaving, coming = units.change(self.graph.store)
        if leaving or coming or events:
            self._db.execute("INSERT INTO pending (gone, new, events) VALUES (?, ?, ?)", (
                packed_lines(leaving), packed_lines(coming), json.dumps(events)))

    def _make_good(self) -> None:
        """Makes every change that is noted; then finds what follows for the events concerned, and makes that."""
        for number, leaving, coming, events in self._db.execute("SELECT * FROM pending ORDER BY n").fetchall():
            gone, new = unpacked_lines(leaving), unpacked_lines(coming)
            self._apply(gone, new)
            with whole(self._db):
                self._db.execute("DELETE FROM pending WHERE n = ?", (number,))
                self._find(json.loads(events), gone, new)
        if self._db.execute("SELECT 1 FROM pending LIMIT 1").fetchone():
            self._make_good()

    def _apply(self, leaving: set[bytes], coming: set[bytes]) -> None:
        """What only adds to the graph; then, in one transaction, what takes the place of something."""
        replaced = {_subject(line) for line in leaving}
        added = {line for line in coming if _subject(line) not in replaced}
        self.graph.store.load(b"\n".join(sorted(added)), format=RdfFormat.N_TRIPLES)
        old, new = (b"\n".join(sorted(part)).decode() for part in (leaving, coming - added))
        self.graph.store.update(f"DELETE DATA {{\n{old}\n}};\nINSERT DATA {{\n{new}\n}}")

    def _find(self, changed: Sequence[str] | None, leaving: set[bytes], coming: set[bytes]) -> None:
        """The findings on what a change bears on; none where the change is itself of findings alone."""
        if changed is None:
            return
        base, store = self.terms.base, self.graph.store
        nodes = concerned(store, [base + path for path in changed], leaving, coming)
        units = Units(self._db, base)
        for node, found in sorted(findings_on(self._db, store, nodes, base).items()):
            units.put(f"finding:{node}", found)
        self._note(units, None)

    # ------------------------------------------------------------ at the opening
    def _start(self) -> None:
        """Goes on where the last build ended; where its code or lexicon was another, from the records alone."""
        row = self._db.execute("SELECT value FROM meta WHERE key = 'code'").fetchone()
        if row and row[0] == self._code:
            self._make_good()
        else:
            self._begin_anew(made_here=row is not None)
        left = [r for (r,) in self._db.execute(
            "SELECT id FROM report WHERE id NOT IN (SELECT report FROM said) ORDER BY id")]
        for group in _batches(left, BATCH):
            self._change([], [self._kept(report) for report in group])

    def _kept(self, report: str) -> tuple[Extraction, str]:
        record, source = self._db.execute("SELECT record, source FROM report WHERE id = ?", (report,)).fetchone()
        try:
            return unpacked_record(record), source
        except ValueError as error:
            raise GraphFileError(f"{self._folder}: another version made this store, and its records cannot be read any"
                                 f" more ({error}); build it anew in another folder") from error

    def _begin_anew(self, made_here: bool) -> None:
        """An empty graph, but for the class tree, which every graph has."""
        one = self._db.execute("SELECT MIN(id) FROM report").fetchone()[0]
        if one:
            self._kept(one)  # before anything is given up
        elif not made_here and any(True for _ in self.graph):
            raise GraphFileError(f"{self._folder}: holds a graph that was not built here; name another folder")
        with whole(self._db):
            forget_derived(self._db)
            derive(self._db)
            self.graph.clear()  # before the ledger is sure of it: if all ends here, it is done again
        self._change([], [])


def _subject(line: bytes) -> bytes:
    return line.partition(b" ")[0]


def _opened(folder: Path) -> Graph:
    """The store; one that nobody holds any more may still be held by cycles of its own."""
    try:
        return Graph.open(folder)
    except GraphFileError:
        gc.collect()
    try:
        return Graph.open(folder)
    except GraphFileError as error:
        if "lock" not in str(error).lower() or "denied" in str(error):
            raise
        raise GraphFileError(f"{folder}: something else has it open for writing; wait for its end") from error


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch

