"""The tables of a ledger: what each report said, what it was taken for, and which triples follow."""
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "ledger.sqlite"
_KEPT = """
CREATE TABLE IF NOT EXISTS report (id TEXT PRIMARY KEY, source TEXT, record BLOB);
CREATE INDEX IF NOT EXISTS report_source ON report (id, source);
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
_DERIVED = """
CREATE TABLE IF NOT EXISTS said (report TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sighting (report TEXT, idx INTEGER, path TEXT, context TEXT, family TEXT, names TEXT,
  PRIMARY KEY (report, idx)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sighting_path ON sighting (path, context);
CREATE TABLE IF NOT EXISTS aspect (path TEXT, context TEXT, family TEXT, names TEXT, n INTEGER, final TEXT,
  PRIMARY KEY (path, context, family, names)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS form (key TEXT, path TEXT, PRIMARY KEY (key, path)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS form_path ON form (path);
CREATE TABLE IF NOT EXISTS sketch (report TEXT, idx INTEGER, data TEXT, PRIMARY KEY (report, idx)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS block (key TEXT, report TEXT, idx INTEGER, PRIMARY KEY (key, report, idx)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS block_event ON block (report, idx);
CREATE TABLE IF NOT EXISTS member (report TEXT, idx INTEGER, path TEXT, reason TEXT, score REAL,
  PRIMARY KEY (report, idx)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS member_path ON member (path);
CREATE TABLE IF NOT EXISTS doubt (kind TEXT, report TEXT, idx INTEGER, other TEXT, other_idx INTEGER, reason TEXT,
  score REAL, PRIMARY KEY (kind, report, idx, other, other_idx)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS doubt_report ON doubt (report);
CREATE INDEX IF NOT EXISTS doubt_other ON doubt (other, other_idx);
CREATE TABLE IF NOT EXISTS node (path TEXT, kind TEXT, label TEXT, known TEXT, n INTEGER,
  PRIMARY KEY (path, kind, label, known)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS name (path TEXT, name TEXT, n INTEGER, PRIMARY KEY (path, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS upper (path TEXT, above TEXT, PRIMARY KEY (path, above)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS upper_above ON upper (above);
CREATE TABLE IF NOT EXISTS shows (path TEXT, report TEXT, PRIMARY KEY (path, report)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS shows_report ON shows (report);
CREATE TABLE IF NOT EXISTS print (n INTEGER PRIMARY KEY, report TEXT UNIQUE, marks BLOB, origin TEXT);
CREATE INDEX IF NOT EXISTS print_origin ON print (origin);
CREATE TABLE IF NOT EXISTS band (key INTEGER, print INTEGER, PRIMARY KEY (key, print)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unit (key TEXT PRIMARY KEY, triples BLOB);
CREATE TABLE IF NOT EXISTS pending (n INTEGER PRIMARY KEY, gone BLOB, new BLOB, events TEXT);
"""
_DERIVED_TABLES = (
    "said", "sighting", "aspect", "form", "sketch", "block", "member", "doubt", "node", "name", "upper", "shows",
    "print", "band", "unit", "pending")


def connect(folder: Path) -> sqlite3.Connection:
    """The ledger in a store's folder, made where there is none. Raises OSError where it cannot be opened."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        db = sqlite3.connect(folder / NAME, isolation_level=None)
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")
        db.execute("PRAGMA cache_size=-65536")  # 64 MiB
        db.executescript(_KEPT)
    except sqlite3.Error as error:
        raise OSError(f"{folder / NAME}: cannot be opened as a ledger: {error}") from error
    return db


@contextmanager
def whole(db: sqlite3.Connection) -> Iterator[None]:
    """All that is done in it, or nothing. Raises OSError where the ledger cannot be written, as on a full disk."""
    try:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.execute("COMMIT")
    except BaseException as error:
        if db.in_transaction:
            db.execute("ROLLBACK")
        if isinstance(error, sqlite3.OperationalError):
            raise OSError(f"{NAME} of the store cannot be written: {error}; nothing is lost, do it again") from error
        raise


def derive(db: sqlite3.Connection) -> None:
    """Makes the tables of all that follows from the reports, where they are not there."""
    for statement in _DERIVED.split(";"):  # not executescript, which ends a transaction
        db.execute(statement)


def forget_derived(db: sqlite3.Connection) -> None:
    """Drops all that follows from the reports: what another version of the code made may be of another shape."""
    for table in _DERIVED_TABLES:
        db.execute(f"DROP TABLE IF EXISTS {table}")
    db.execute("DELETE FROM meta")
