"""What is compared with what, looked up in a ledger's tables."""
import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from kg.ledger.packing import unpacked_sketch
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
        """A path's sightings, those that say the same once, under the first of their keys, and how often they are."""
        for report, index, family, names, context, times in self._db.execute(
                "SELECT MIN(report), idx, family, names, context, COUNT(*) FROM sighting WHERE path = ?"
                " GROUP BY family, names, context", (path,)):
            names, context = tuple(json.loads(names)), frozenset(json.loads(context))
            yield Sighting((report, index), path, family, names, context), times

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
        marks = band_keys(self.get(report))
        found = {mate for key in marks
                 for (mate,) in self._db.execute("SELECT report FROM band WHERE key = ?", (key,)).fetchall()}
        return sorted(found - {report})


def band_keys(marks: Signature) -> Iterable[int]:
    """The bands as 63-bit numbers, which an index keeps small."""
    return [int.from_bytes(blake2b(band.encode(), digest_size=8).digest(), "big") >> 1 for band in bands(marks)]


def packed_marks(marks: Signature) -> bytes:
    """A signature, four bytes a number."""
    return b"".join(mark.to_bytes(4, "big") for mark in marks)


def unpacked_marks(blob: bytes) -> Signature:
    """What `packed_marks` packed."""
    return tuple(int.from_bytes(blob[i : i + 4], "big") for i in range(0, len(blob), 4))
