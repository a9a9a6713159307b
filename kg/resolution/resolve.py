"""Who and where and which event is which, over any number of reports."""
from collections.abc import Iterable, Mapping, Sequence

from kg.lexicon.actors import load_actors
from kg.lexicon.places import load_places
from kg.records import Extraction
from kg.resolution.entities import Local, NodeTable, final, local
from kg.resolution.events import resolved_events
from kg.resolution.gazetteers import Actors, Places
from kg.resolution.judged import Judged, judged, ruled_local
from kg.resolution.judgements import Judgement
from kg.resolution.names import names_joined
from kg.resolution.resolution import Decision, Doubt, Key, Resolution
from kg.resolution.rulings import Ruled, Rulings, ruled, standing
from kg.resolution.sketch import Sketch, sketches


def resolve(
    extractions: Iterable[Extraction],
    actors: Actors | None = None,
    places: Places | None = None,
    judgements: Sequence[Judgement] = (),
) -> Resolution:
    """The node of every entity, event and outlet of the reports.

    The order of the reports does not matter; one that comes twice counts once. `actors` and `places` are those of the
    lexicon unless others are given. `judgements` are persons', and outweigh all else.
    """
    actors = load_actors() if actors is None else actors
    places = load_places() if places is None else places
    records = {x.report.id: x for x in extractions}
    alone = {key: local(x, key, actors, places) for key, x in records.items()}
    table, doubts = names_joined(s for one in alone.values() for s in one.sightings)
    rulings = rulings_on(records, judgements)
    known = _judged_locals({key: final(one, table) for key, one in alone.items()}, records, rulings.entities)
    told = [s for key, one in known.items() for s in sketches(records[key], one.found, key, places)]
    return _resolution(known, told, rulings.events, doubts)


def rulings_on(records: Mapping[str, Extraction], judgements: Sequence[Judgement]) -> Ruled:
    """The judgements whose reports are there."""
    mentions = {m for j in judgements for m in j.mentions if m.report in records}
    places = {m: p for key in {m.report for m in mentions}
              for m, p in standing(records[key], [m for m in mentions if m.report == key]).items()}
    return ruled(judgements, places)


def verdict_on(known: Mapping[str, Local], rulings: Rulings) -> Judged:
    """What the rulings on entities come to; `known` has every report that they name."""
    named = {k for pair in (*rulings.one, *rulings.two) for k in pair} | rulings.wrong
    return judged(rulings, {k: known[k[0]].found[k[1]] for k in named})


def _judged_locals(
    known: Mapping[str, Local], records: Mapping[str, Extraction], rulings: Rulings
) -> dict[str, Local]:
    verdict = verdict_on(known, rulings)
    return {key: ruled_local(one, verdict, records[key], key) for key, one in known.items()}


def _resolution(
    known: Mapping[str, Local], told: Iterable[Sketch], rulings: Rulings, doubts: Sequence[Doubt]
) -> Resolution:
    nodes = NodeTable()
    decisions: dict[Key, Decision] = {}
    publishers: dict[str, str] = {}
    for key, one in known.items():
        decisions |= {(key, i): f.decision for i, f in enumerate(one.found)}
        nodes.add(f.node for f in one.found)
        if one.outlet:
            publishers[key] = one.outlet.node.path
            nodes.add([one.outlet.node])
    events = resolved_events(told, rulings)
    return Resolution(decisions, events.decisions, nodes.settled(), events.nodes, publishers, events.merges,
                      events.doubts, tuple(doubts))
