"""The benchmark's documents, as reports."""
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kg.lexicon import load_places
from kg.records import Report

_COUNTRIES = {
    "AR": "argentina", "BO": "bolivia", "CL": "chile", "CO": "colombia", "EC": "ecuador", "SV": "el-salvador",
    "GT": "guatemala", "HN": "honduras", "PE": "peru",
}  # fmt: skip
THIRDS = (0, 1, 2)
NINE = frozenset(_COUNTRIES.values())


@dataclass(frozen=True, slots=True)
class Document:
    """A document, and the slug of the country that it was sent from: "" where unknown, "other" outside the nine."""

    docid: str
    report: Report
    sent_from: str


def documents(path: Path) -> Iterator[Document]:
    """The documents of a docs.*.jsonl, in order."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            dateline = record.get("dateline") or {}
            report = Report(record["text"], published=dateline.get("date") or "", path=record["docid"])
            yield Document(record["docid"], report, _country(dateline))


def third(document: Document) -> int:
    """Which third of the documents it belongs to, so that one can be held out; the same in every run."""
    return int(sha256(document.docid.encode()).hexdigest(), 16) % len(THIRDS)


def _country(dateline: dict[str, str | None]) -> str:
    name = dateline.get("country") or dateline.get("place")
    found = load_places().find(name) if name else ()
    latin = [_COUNTRIES[p.country] for p in found if p.country in _COUNTRIES]
    return latin[0] if latin else "other" if found else ""
