"""What is compared with what, looked up in a ledger's tables."""
import json
import sqlite3
import struct
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from kg.ledger.packing import packed_context, unpacked_sketch
from kg.origins import Signature, bands
from kg.resolution.names import Form, Sighting, form
from kg.resolution.resolution import Key
from kg.resolution.sketch import Sketch

_KEPT = 20_000  # items in memory at a time


class Events:
    """The events of all reports, by their blocks."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.get = lru_cache(_KEPT)(self._get)

    def _get(self, key: Key) -> Sketch:
        row = self._db.execute("SELECT data FROM sketch WHERE report = ? AND idx = ?", key).fetchone()
        return unpacked_sketch(row[0])

    def mates(self, key: Key) -> list[Key]:
        """The events that share a block with one."""
        found = self._db.execute(
            "SELECT DISTINCT o.report, o.idx FROM block AS b JOIN block AS o ON o.key = b.key"
            " WHERE b.report = ? AND b.idx = ?", key).fetchall()
        return sorted((report, index) for report, index in found if (report, index) != key)


class Names:
    """The forms of all names, by their blocks."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.get = lru_cache(_KEPT)(self._get)

    def _get(self, path: str) -> Form:
        return form(dict(self.sightings(path)))

    def sightings(self, path: str) -> Iterator[tuple[Sighting, int]]:
        """A path's sightings, those that say the same once, under the first key of their context, and how often."""
        rows = self._db.execute("SELECT context, family, names, n FROM aspect WHERE path = ?", (path,)).fetchall()
        for context, family, names, times in rows:
            first = self._db.execute("SELECT report, idx FROM sighting WHERE path = ? AND context = ?"
                                     " ORDER BY report, idx LIMIT 1", (path, context)).fetchone()
            yield Sighting(first, path, family, tuple(json.loads(names)), frozenset(json.loads(context))), times

    def put(self, seen: Sighting) -> None:
        """A sighting of a report that is new."""
        aspect = (seen.path, packed_context(seen.context), seen.family, json.dumps(seen.names))
        self._db.execute("INSERT INTO sighting VALUES (?, ?, ?, ?, ?, ?)", (*seen.key, *aspect))
        final = "COALESCE((SELECT final FROM aspect WHERE path = ? AND context = ? LIMIT 1), '')"
        self._db.execute(f"INSERT INTO aspect VALUES (?, ?, ?, ?, 1, {final}) ON CONFLICT DO UPDATE SET n = n + 1",
                         (*aspect, *aspect[:2]))

    def drop(self, report: str) -> set[str]:
        """Takes a report's sightings out; returns their paths."""
        aspects = self._db.execute(
            "SELECT path, context, family, names FROM sighting WHERE report = ?", (report,)).fetchall()
        at = "WHERE path = ? AND context = ? AND family = ? AND names = ?"
        self._db.executemany(f"UPDATE aspect SET n = n - 1 {at}", aspects)
        self._db.executemany(f"DELETE FROM aspect {at} AND n <= 0", aspects)
        self._db.execute("DELETE FROM sighting WHERE report = ?", (report,))
        return {path for path, *_ in aspects}

    def mates(self, path: str) -> list[str]:
        """The paths that share a block with one."""
        found = self._db.execute(
            "SELECT DISTINCT o.path FROM form AS f JOIN form AS o ON o.key = f.key WHERE f.path = ?", (path,))
        return sorted(other for (other,) in found.fetchall() if other != path)


class Prints:
    """The signatures of all reports' texts, by their bands."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def get(self, report: str) -> Signature:
        """A report's signature."""
        (blob,) = self._db.execute("SELECT marks FROM print WHERE report = ?", (report,)).fetchone()
        return unpacked_marks(blob)

    def mates(self, report: str) -> list[str]:
        """The reports that share a band with one."""
        query = "SELECT report FROM band JOIN print ON n = print WHERE key = ?"
        found = {mate for key in band_keys(self.get(report)) for (mate,) in self._db.execute(query, (key,)).fetchall()}
        return sorted(found - {report})

    def of_one_text(self, report: str) -> set[str]:
        """The reports of one origin with one, itself among them."""
        query = "SELECT o.report FROM print AS p JOIN print AS o ON o.origin = p.origin WHERE p.report = ?"
        return {other for (other,) in self._db.execute(query, (report,))}

    def put(self, report: str, marks: Signature) -> None:
        """A new report, of no origin yet."""
        number = self._db.execute("INSERT INTO print (report, marks, origin) VALUES (?, ?, '')", (
            report, packed_marks(marks))).lastrowid
        self._db.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", [(key, number) for key in band_keys(marks)])

    def drop(self, report: str) -> None:
        """Takes a report out."""
        (number,) = self._db.execute("SELECT n FROM print WHERE report = ?", (report,)).fetchone()
        rows = [(key, number) for key in band_keys(self.get(report))]
        self._db.executemany("DELETE FROM band WHERE key = ? AND print = ?", rows)
        self._db.execute("DELETE FROM print WHERE n = ?", (number,))


def band_keys(marks: Signature) -> Iterable[int]:
    """The bands as 63-bit numbers, which an index keeps small."""
    return [int.from_bytes(blake2b(band.encode(), digest_size=8).digest(), "big") >> 1 for band in bands(marks)]


def packed_marks(marks: Signature) -> bytes:
    """A signature, four bytes a number."""
    return struct.pack(f">{len(marks)}I", *marks)


def unpacked_marks(blob: bytes) -> Signature:
    """What `packed_marks` packed."""
    return struct.unpack(f">{len(blob) // 4}I", blob)
