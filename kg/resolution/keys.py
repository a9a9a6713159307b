"""Deterministic paths of nodes."""
from hashlib import sha256

from kg.records import Entity, Event
from kg.records.report import slug

_SLUG = 60  # characters: enough to read, short enough for an IRI


def short(*parts: str) -> str:
    """Eight hex digits of the hash over the parts."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:8]


def name_slug(name: str) -> str:
    """A name for an IRI: "" never comes out."""
    return slug(name.removeprefix("the ").removeprefix("The "))[:_SLUG].strip("-") or "unnamed"


def local_path(folder: str, entity: Entity, index: int, report_id: str) -> str:
    """The path of something known in one report only: the same whenever that report is read.

    Two things of one name ("a bus station" here, another there) are told apart by their first mention.
    """
    anchor = f"{entity.mentions[0].begin}-{entity.mentions[0].end}" if entity.mentions else f"#{index}"
    return f"{folder}/{name_slug(entity.name)}-{short(report_id, entity.kind, entity.name, anchor)}"


def event_path(event: Event, ordinal: int, day: str, place: str, report_id: str) -> str:
    """event/{date or undated}-{type}-{place}-{10 hex over report, type, first trigger and its ordinal among equals}."""
    first = event.triggers[0] if event.triggers else None
    anchor = f"{first.begin}-{first.end}" if first else ""
    content = "\x1f".join((report_id, event.type, anchor, str(ordinal)))
    digest = sha256(content.encode()).hexdigest()[:10]
    return "event/" + "-".join(part for part in (day or "undated", event.type.lower(), place, digest) if part)
