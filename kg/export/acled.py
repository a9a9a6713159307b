"""Event rows in the columns of ACLED (codebook of 2024), as far as reports tell; a finding aid, not ACLED's data."""
from collections.abc import Iterator, Mapping, Sequence

from kg.export.book import Book, book
from kg.export.policy import Policy, deaths, rows
from kg.export.rows import citation, day, outlets, sides, site
from kg.export.safety import Cell, sheet
from kg.export.tables import BOM
from kg.store import Event, Graph, Ref

TYPES: Mapping[str, tuple[str, str]] = {
    "Attack": ("Violence against civilians", "Attack"),
    "ArmedAttack": ("Violence against civilians", "Attack"),
    "Assassination": ("Violence against civilians", "Attack"),
    "Kidnapping": ("Violence against civilians", "Abduction/forced disappearance"),
    "Bombing": ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
    "Airstrike": ("Explosions/Remote violence", "Air/drone strike"),
    "Shelling": ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    "Clash": ("Battles", "Armed clash"),
    "Offensive": ("Battles", "Armed clash"),
    "Seizure": ("Battles", ""),
    "Arson": ("Strategic developments", "Looting/property destruction"),
    "Robbery": ("Strategic developments", "Looting/property destruction"),
    "Arrest": ("Strategic developments", "Arrests"),
    "Agreement": ("Strategic developments", "Agreement"),
    "Protest": ("Protests", ""),
}
"""Event and sub-event type; "" where the report's words do not settle it."""

_INTER = {
    "State": "State forces", "GovernmentBody": "State forces", "ArmedGroup": "Rebel group",
    "PoliticalGroup": "Political militia", "InternationalBody": "External/Other forces",
}  # fmt: skip
_ARMED = ("State", "GovernmentBody", "ArmedGroup")
COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "civilian_targeting", "country", "admin1", "admin2",
    "location", "latitude", "longitude", "geo_precision", "source", "notes", "fatalities",
    "fatalities_low", "fatalities_high", "fatalities_by_source", "policy", "part_of", "sentence", "mention", "report",
)  # fmt: skip


def acled(graph: Graph, policy: Policy | None = None) -> str:
    """CSV: a row for each event of TYPES that happened; blank where no report tells.

    time_precision: 1 day, 3 month; blank where only a year or nothing is known, and event_date is then no day either.
    geo_precision: 1 the place, 2 a province or region, 3 a country. `fatalities` follows the policy, conservative where
    none is given; 0 never stands for "not told". `sentence` and `mention` cite the words that the row rests on.
    """
    rule, found = policy or Policy(), book(graph)
    return BOM + sheet(COLUMNS, (_row(e, found, rule) for e in rows(found, rule, TYPES)))


def _row(event: Event, all_: Book, policy: Policy) -> Sequence[Cell]:
    dead, spot, (acting, against) = deaths(event, all_, policy), site(event, all_), sides(event, all_)
    cited, kinds = citation(event, all_, dead), _types(event, against, all_)
    return (
        event.iri, day(event), event.date[:4], _precision(event), _disorder(kinds[0]), *kinds, *_actors(acting, all_),
        *_actors(against, all_), _civilians(against, all_), spot.country, spot.admin1, spot.admin2, spot.names,
        spot.lat, spot.lon, _geo(spot.at.kind if spot.at else ""), "; ".join(outlets(event, all_)), _notes(event),
        dead.best if dead else None, dead.low if dead else None, dead.high if dead else None, dead.told if dead else "",
        str(policy), event.parent.iri if event.parent else "", cited.sentence, cited.mention,
        cited.report.iri if cited.report else "",
    )  # fmt: skip


def _types(event: Event, against: Sequence[Ref], all_: Book) -> tuple[str, str]:
    """The types of the event's class; a suicide bombing is one, and an attack on armed men is a battle."""
    if any("suicide" in r.label.lower() for r in event.methods) and event.kind in ("Bombing", "Attack"):
        return "Explosions/Remote violence", "Suicide bomb"
    armed = against and all(r.iri in all_.actors and all_.actors[r.iri].kind in _ARMED for r in against)
    return TYPES["Clash"] if armed and event.kind in ("Attack", "ArmedAttack") else TYPES[event.kind]


def _disorder(kind: str) -> str:
    return {"Protests": "Demonstrations", "Strategic developments": kind}.get(kind, "Political violence")


def _actors(refs: Sequence[Ref], all_: Book) -> Iterator[Cell]:
    """actor, associated actors, inter code of the first"""
    kind = all_.actors[refs[0].iri].kind if refs and refs[0].iri in all_.actors else ""
    others = "; ".join(dict.fromkeys(r.label for r in refs[1:]))
    return iter((refs[0].label if refs else "", others, _INTER.get(kind, "")))


def _civilians(against: Sequence[Ref], all_: Book) -> str:
    kinds = {all_.actors[r.iri].kind for r in against if r.iri in all_.actors}
    return "Civilian targeting" if kinds and kinds <= {"Person", "PeopleGroup", "Organisation", "MediaOutlet"} else ""


def _precision(event: Event) -> int | None:
    return {4: None, 7: 3, 10: 1}.get(len(day(event)))


def _geo(kind: str) -> int | None:
    return {"": None, "country": 3, "province": 2, "region": 2}.get(kind, 1)


def _notes(event: Event) -> str:
    """The row in words, from the graph alone."""
    means = ", ".join(r.label for r in (*event.weapons, *event.methods))
    return event.label + (f"; {means}" if means else "") + (f"; {event.time_text}" if event.time_text else "")
