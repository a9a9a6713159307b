"""Who and where and which event is which, over any number of reports."""
from collections.abc import Collection, Iterable

from kg.lexicon.actors import load_actors
from kg.lexicon.places import load_places
from kg.records import Entity, Extraction
from kg.resolution.actors import Found, actor
from kg.resolution.entities import NodeTable, entities
from kg.resolution.events import resolved_events
from kg.resolution.gazetteers import Actors, Places
from kg.resolution.resolution import Decision, Key, Resolution
from kg.resolution.sketch import Sketch, sketches


def resolve(
    extractions: Iterable[Extraction],
    actors: Actors | None = None,
    places: Places | None = None,
    apart: Collection[Key] = (),
) -> Resolution:
    """The node of every entity, event and outlet of the reports.

    The order of the reports does not matter; one that comes twice counts once. `actors` and `places` are those of the
    lexicon unless others are given. The events in `apart` are joined to none of another report.
    """
    actors = load_actors() if actors is None else actors
    places = load_places() if places is None else places
    decisions: dict[Key, Decision] = {}
    outlets: dict[str, Found] = {}
    nodes, told, seen = NodeTable(), list[Sketch](), set[str]()
    for extraction in extractions:
        report_id = extraction.report.id
        if report_id in seen:
            continue
        seen.add(report_id)
        found = entities(extraction, report_id, actors, places)
        decisions |= {(report_id, i): f.decision for i, f in enumerate(found)}
        nodes.add(f.node for f in found)
        told += sketches(extraction, found, report_id, places)
        if extraction.report.outlet:
            outlets[report_id] = outlet(extraction.report.outlet, report_id, actors)
    nodes.add(f.node for f in outlets.values())
    events = resolved_events(told, apart)
    publishers = {key: f.node.path for key, f in outlets.items()}
    return Resolution(decisions, events.decisions, nodes.settled(), events.nodes, publishers, events.merges)


def outlet(name: str, report_id: str, actors: Actors) -> Found:
    """The actor that published a report, by its name."""
    return actor(Entity("MediaOutlet", name, (name,)), 0, report_id, actors)
