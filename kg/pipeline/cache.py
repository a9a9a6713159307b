"""Extraction records on disk, so that no report is extracted twice by the same model, lexicon and code."""
import os
import sys
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from kg.records import Extraction, Report, from_json, to_json

_NAME = "conflict-kg"


def default_cache() -> Path:
    """The folder for extraction records: $KG_CACHE, else one in the user's cache folder, else .kg-cache here."""
    if named := os.environ.get("KG_CACHE"):
        return Path(named)
    windows = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    if base := os.environ.get(windows):
        return Path(base) / _NAME
    try:
        return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / _NAME
    except RuntimeError:  # no home folder
        return Path(".kg-cache")


class Cache:
    """A folder of records: one folder for each fingerprint of model, lexicon and code, in it one file a report.

    A record begins with the hash of its text: one that was cut off or changed is not believed but made anew. The whole
    folder may be removed at any time.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        """Makes the folder. Raises OSError where it cannot be written."""
        self._folder = folder / fingerprint[:16]
        self._folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=self._folder).close()

    def get(self, report: Report) -> Extraction | None:
        """The record of `report`, or None where there is no sound one."""
        try:
            head, _, text = self._file(report).read_text(encoding="utf8").partition("\n")
            return replace(from_json(text), report=report) if head == _digest(text) else None
        except (OSError, ValueError):
            return None

    def put(self, record: Extraction) -> None:
        """Keep the record; whole or not at all, also when two runs write it at once."""
        file, text = self._file(record.report), to_json(record)
        file.parent.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf8", dir=file.parent, suffix=".tmp", delete=False) as stream:
            stream.write(f"{_digest(text)}\n{text}")
        Path(stream.name).replace(file)

    def _file(self, report: Report) -> Path:
        key = _digest(f"{report.digest}\x1f{report.title}")  # the digest leaves the title out
        return self._folder / key[:2] / f"{key[2:]}.json"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
